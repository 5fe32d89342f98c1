#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace rashomon::ingest {

/// A set of bits for each of many words, asked far more often than made.
class WordBits {
 public:
  /// Adds bits to those of a word, which must outlive the table.
  void add(std::string_view word, std::uint32_t bits);
  /// The bits of a word; none where it was not added.
  [[nodiscard]] std::uint32_t of(std::string_view word) const {
    if (slots_.empty()) return 0;
    for (std::size_t i = hash(word) & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].word.empty()) return 0;
      if (slots_[i].word == word) return slots_[i].bits;
    }
  }
  [[nodiscard]] std::size_t words() const { return words_; }

 private:
  struct Slot {
    std::string_view word;  ///< empty where the slot is free
    std::uint32_t bits = 0;
  };

  static std::uint64_t hash(std::string_view word) {
    std::uint64_t h = word.size();
    for (std::uint64_t piece = 0; !word.empty(); word.remove_prefix(std::min(word.size(), sizeof piece))) {
      piece = 0;
      std::memcpy(&piece, word.data(), std::min(word.size(), sizeof piece));
      h = (h ^ piece) * 0x9E3779B97F4A7C15U;
      h ^= h >> 29;
    }
    return h;
  }

  Slot& place(std::string_view word);

  std::vector<Slot> slots_;  ///< a power of two of them, at most half full
  std::size_t words_ = 0;
};

}  // namespace rashomon::ingest
