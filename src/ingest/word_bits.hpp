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
  [[nodiscard]] std::uint32_t of(std::string_view word) const { return of(Asked(word)); }

  /// A word that several tables are asked for.
  struct Asked {
    explicit Asked(std::string_view text) : word(text), first(first_bytes(text)), hash(WordBits::hash(text, first)) {}
    std::string_view word;
    std::uint64_t first, hash;
  };
  [[nodiscard]] std::uint32_t of(const Asked& asked) const {
    if (slots_.empty() || !may_hold(asked.hash)) return 0;
    for (std::size_t i = asked.hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[i];
      if (slot.word.empty()) return 0;
      if (slot.first == asked.first && slot.word.size() == asked.word.size() &&
          (asked.word.size() <= 8 || slot.word == asked.word))
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

  /// A bit of eight a slot: most words that are not in the table are told by these few bytes, which stay in the cache.
  [[nodiscard]] bool may_hold(std::uint64_t hash) const {
    const std::uint64_t bit = hash >> 20 & (filter_.size() * 64 - 1);
    return (filter_[bit / 64] >> bit % 64 & 1) != 0;
  }
  void note(std::uint64_t hash) {
    const std::uint64_t bit = hash >> 20 & (filter_.size() * 64 - 1);
    filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }

  std::vector<std::uint64_t> filter_;
  std::vector<Slot> slots_;  ///< a power of two of them, at most half full
  std::size_t words_ = 0;
};

}  // namespace rashomon::ingest
