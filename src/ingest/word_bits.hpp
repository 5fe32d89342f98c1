#pragma once

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
    const std::uint64_t first = first_bytes(word);
    for (std::size_t i = hash(word, first) & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[i];
      if (slot.word.empty()) return 0;
      if (slot.first == first && slot.word.size() == word.size() && (word.size() <= 8 || slot.word == word))
        return slot.bits;
    }
  }
  [[nodiscard]] std::size_t words() const { return words_; }

 private:
  struct Slot {
    std::string_view word;  ///< empty where the slot is free
    std::uint64_t first = 0;
    std::uint32_t bits = 0;
  };

  /// The first eight bytes as a number; with its length all of a short word.
  static std::uint64_t first_bytes(std::string_view word) {
    std::uint64_t first = 0;
    if (word.size() >= sizeof first) {
      std::memcpy(&first, word.data(), sizeof first);
    } else {
      for (std::size_t i = 0; i < word.size(); ++i)
        first |= std::uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
    }
    return first;
  }
  static std::uint64_t hash(std::string_view word, std::uint64_t first) {
    std::uint64_t h = (first ^ word.size() << 56) * 0x9E3779B97F4A7C15U;
    // All of a longer word counts: many words of one beginning, as a made title may have them, must not meet in one
    // slot.
    for (std::size_t i = 8; i < word.size(); i += 8)
      h = ((h ^ h >> 29) ^ first_bytes(word.substr(i))) * 0xBF58476D1CE4E5B9U;
    return h ^ h >> 32;
  }

  Slot& place(std::string_view word);

  std::vector<Slot> slots_;  ///< a power of two of them, at most half full
  std::size_t words_ = 0;
};

}  // namespace rashomon::ingest
