#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace rashomon::ingest {

/// Finds every place of many phrases in one pass: a hash of four bytes tells nearly all places apart from phrases.
class PhraseFinder {
 public:
  static constexpr std::size_t kShortest = 4;  // bytes of a phrase, at least

  PhraseFinder() = default;
  /// The phrases must outlive the finder.
  explicit PhraseFinder(const std::vector<std::string_view>& phrases);

  /// Calls `see(index of the phrase, offset)` for each place, in the order of the text. Cost O(bytes), and for each
  /// place that begins like a phrase the phrases that begin so.
  template <class See>
  void each(std::string_view text, See&& see) const {
    for (std::size_t at = 0; at + kShortest <= text.size(); ++at)
      for (std::uint16_t i = first_[slot(text.data() + at)]; i != 0; i = entries_[i - 1u].next)
        if (text.substr(at).starts_with(entries_[i - 1u].phrase)) see(std::size_t{i} - 1, at);
  }

 private:
  struct Entry {
    std::string_view phrase;
    std::uint16_t next = 0;  ///< the number of the next entry in the slot, from 1; 0 ends
  };

  static std::size_t slot(const char* at) {
    std::uint32_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return (word * 0x9E3779B1U) >> 20;
  }

  std::vector<Entry> entries_;
  std::array<std::uint16_t, 4096> first_{};
};

}  // namespace rashomon::ingest
