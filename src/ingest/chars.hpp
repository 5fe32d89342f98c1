#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Characters of UTF-8 text: valid text from any bytes, classes, case, white space.
namespace rashomon::ingest {

namespace detail {
[[nodiscard]] char32_t next_wide(std::string_view text, std::size_t& at);
[[nodiscard]] char32_t previous_wide(std::string_view text, std::size_t& at);
[[nodiscard]] bool is_wide_upper(char32_t c);
[[nodiscard]] bool is_wide_lower(char32_t c);
[[nodiscard]] bool is_wide_letter(char32_t c);
[[nodiscard]] bool is_wide_space(char32_t c);
}  // namespace detail

/// The code point at `at`, U+FFFD where it is ill-formed and 0 at the end, and in `at` the offset behind it.
[[nodiscard]] inline char32_t next_char(std::string_view text, std::size_t& at) {
  if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) return static_cast<unsigned char>(text[at++]);
  return detail::next_wide(text, at);
}
/// The code point that ends at `at`, 0 at the beginning, and in `at` its offset.
[[nodiscard]] inline char32_t previous_char(std::string_view text, std::size_t& at) {
  if (at > 0 && static_cast<unsigned char>(text[at - 1]) < 0x80) return static_cast<unsigned char>(text[--at]);
  return detail::previous_wide(text, at);
}

/// Upper or title case.
[[nodiscard]] inline bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : detail::is_wide_upper(c); }
[[nodiscard]] inline bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : detail::is_wide_lower(c); }
[[nodiscard]] inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : detail::is_wide_letter(c);
}
/// 0–9 only.
[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
/// Unicode white space, no-break and zero-width space too.
[[nodiscard]] inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : detail::is_wide_space(c);
}

/// True for UTF-8 without an ill-formed sequence. Cost O(bytes).
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// Valid UTF-8: each ill-formed sequence becomes U+FFFD. `replaced` counts them.
/// Reference: Unicode 15 §3.9, substitution of maximal subparts. Cost O(bytes).
[[nodiscard]] std::string valid_utf8(std::string_view bytes, std::size_t& replaced);

/// Lower case by the root locale's simple mappings; curly quotation marks become straight ones.
[[nodiscard]] std::string lower(std::string_view text);

/// A–Z in small letters, all other bytes as they are: offsets into the result are offsets into `text`.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// `text` without white space at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Runs of white space made one blank, none at the ends.
[[nodiscard]] std::string fold_space(std::string_view text);

/// Letters and digits of `text` in lower case, one blank between words: what two printings of one headline share.
[[nodiscard]] std::string words_key(std::string_view text);

/// Calls `see` for each word of a words_key(), which must outlive what is made of them.
template <class See>
void each_word(std::string_view key, See&& see) {
  for (std::size_t i = 0; i < key.size();) {
    std::size_t stop = i;
    while (stop < key.size() && key[stop] != ' ') ++stop;
    see(key.substr(i, stop - i));
    i = stop + 1;
  }
}

/// The words of words_key().
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// White-space separated words.
struct Words {
  std::size_t count = 0;
  std::size_t longest_gap = 1;  ///< characters of white space between two words, at the beginning one more
};
[[nodiscard]] Words measure_words(std::string_view text);

/// The number of places where `is(byte before, byte)` holds; before the first stands a blank. Made for loops that the
/// compiler turns into vectors: `is` must not branch.
template <class Is>
[[nodiscard]] std::size_t count_bytes(std::string_view text, Is is) {
  constexpr std::size_t kStep = 248;  // a byte counts so many
  std::size_t n = !text.empty() && is(' ', text[0]);
  for (std::size_t begin = 1; begin < text.size(); begin += kStep) {
    const char* before = text.data() + begin - 1;
    const std::size_t size = text.size() - begin < kStep ? text.size() - begin : kStep;
    unsigned char some = 0;
    for (std::size_t i = 0; i < size; ++i) some = static_cast<unsigned char>(some + is(before[i], before[i + 1]));
    n += some;
  }
  return n;
}

/// True for one of the ASCII digits; no branch.
[[nodiscard]] constexpr bool is_digit_byte(char c) { return static_cast<unsigned char>(c - '0') < 10; }

/// Number of white-space separated words.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace rashomon::ingest
