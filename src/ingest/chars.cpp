#include "ingest/chars.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace rashomon::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr char32_t kIllFormed = 0xFFFFFFFF;

void append(std::string& out, char32_t c) {
  const auto byte = [&](char32_t b) { out.push_back(static_cast<char>(b)); };
  const auto rest = [&](int shift) { byte(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0 | (c >> 6)), rest(0);
  if (c < 0x10000) return byte(0xE0 | (c >> 12)), rest(6), rest(0);
  byte(0xF0 | (c >> 18)), rest(12), rest(6), rest(0);
}

/// The code point at `at`, or kIllFormed; `at` moves behind it, or behind the maximal subpart of an ill-formed one.
char32_t decode(std::string_view s, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(s[at++]);
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return kIllFormed;
  const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t c = lead & (0x3Fu >> more);
  // The second byte has a narrower range after E0, ED, F0 and F4: no overlong forms, surrogates or planes past 16.
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (int n = 0; n < more; ++n, ++at) {
    if (at >= s.size()) return kIllFormed;
    const auto byte = static_cast<unsigned char>(s[at]);
    if (byte < low || byte > high) return kIllFormed;
    c = (c << 6) | (byte & 0x3Fu);
    low = 0x80, high = 0xBF;
  }
  return c;
}

/// The number of ASCII bytes at the beginning of `bytes`, 32 a step.
std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t i = 0;
  for (std::array<std::uint64_t, 4> words; i + sizeof words <= bytes.size(); i += sizeof words) {
    std::memcpy(&words, bytes.data() + i, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
  return i;
}

char32_t lower_wide(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

}  // namespace

namespace detail {

char32_t next_wide(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return 0;
  const char32_t c = decode(text, at);
  return c == kIllFormed ? 0xFFFD : c;
}

char32_t previous_wide(std::string_view text, std::size_t& at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  at = begin;
  std::size_t i = begin;
  return next_char(text, i);
}

bool is_wide_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c)); }
bool is_wide_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_wide_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_wide_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF; }

}  // namespace detail

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t i = ascii_prefix(bytes); i < bytes.size(); i += ascii_prefix(bytes.substr(i)))
    if (decode(bytes, i) == kIllFormed) return false;
  return true;
}

std::string valid_utf8(std::string_view bytes, std::size_t& replaced) {
  replaced = 0;
  std::string out;
  std::size_t copied = 0;  // what is well-formed is copied in one piece
  for (std::size_t i = ascii_prefix(bytes); i < bytes.size();) {
    const std::size_t begin = i;
    if (decode(bytes, i) == kIllFormed) {
      if (replaced++ == 0) out.reserve(bytes.size());
      out.append(bytes, copied, begin - copied).append(kReplacement);
      copied = i;
    }
    if (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) i += ascii_prefix(bytes.substr(i));
  }
  out.append(bytes, copied, bytes.size() - copied);
  return out;
}

std::string lower(std::string_view text) {
  const std::string low = lower_ascii(text);
  std::size_t i = ascii_prefix(low);
  if (i == low.size()) return low;
  std::string out(low, 0, i);
  out.reserve(low.size());
  while (i < low.size()) {
    const char32_t c = next_char(low, i);
    if (c < 0x80) out.push_back(static_cast<char>(c));
    else if (c == 0x2018 || c == 0x2019) out.push_back('\'');
    else if (c == 0x201C || c == 0x201D) out.push_back('"');
    else append(out, lower_wide(c));
  }
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c + (static_cast<unsigned char>(c - 'A') < 26 ? 0x20 : 0));  // no branch
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    std::size_t i = 0;
    if (!is_space(next_char(text, i))) break;
    text.remove_prefix(i);
  }
  while (!text.empty()) {
    std::size_t i = text.size();
    if (!is_space(previous_char(text, i))) break;
    text = text.substr(0, i);
  }
  return text;
}

std::string fold_space(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (is_space(next_char(text, i))) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
    out.append(text.substr(begin, i - begin));
  }
  return out;
}

std::string words_key(std::string_view text) {
  // Of each ASCII byte: 0 parts words, 1 is left out, else the byte that stands for it.
  static constexpr auto kKeys = [] {
    std::array<char, 128> keys{};
    for (char c = 'a'; c <= 'z'; ++c) keys[c] = keys[c - 0x20] = c;
    for (char c = '0'; c <= '9'; ++c) keys[c] = c;
    keys['\''] = 1;
    return keys;
  }();
  std::string out(text.size(), '\0'), wide;
  std::size_t size = 0;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_char(text, i);
    const char key = c < 0x80 ? kKeys[c] : c == 0x2018 || c == 0x2019 ? '\1' : is_letter(c) ? '\2' : '\0';
    gap |= key == 0;
    if (key <= 1) continue;
    out[size] = ' ';
    size += gap && size > 0;
    gap = false;
    if (c < 0x80) {
      out[size++] = key;
    } else {
      wide.clear();
      append(wide, lower_wide(c));
      // A small letter may take more bytes than its capital.
      if (out.size() - size < wide.size() + text.size() - i) out.resize(out.size() * 2 + wide.size());
      size += wide.copy(out.data() + size, wide.size());
    }
  }
  out.resize(size);
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string key = words_key(text);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < key.size();) {
    const std::size_t stop = std::min(key.find(' ', i), key.size());
    out.push_back(key.substr(i, stop - i));
    i = stop + 1;
  }
  return out;
}

Words measure_words(std::string_view text) {
  Words out;
  std::size_t gap = 1;
  for (std::size_t i = 0; i < text.size();) {
    const bool space = is_space(next_char(text, i));
    out.count += !space && gap > 0;
    gap = space ? gap + 1 : 0;
    out.longest_gap = std::max(out.longest_gap, gap);
  }
  return out;
}

std::size_t count_words(std::string_view text) { return measure_words(text).count; }

}  // namespace rashomon::ingest
