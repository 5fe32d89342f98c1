#include "ingest/chars.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace rashomon::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append(std::string& out, char32_t c) {
  char bytes[U8_MAX_LENGTH];
  int n = 0;
  U8_APPEND_UNSAFE(bytes, n, c);
  out.append(bytes, static_cast<std::size_t>(n));
}

/// True if every byte is ASCII: the common case, checked eight bytes a step.
bool is_ascii(std::string_view bytes) {
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

}  // namespace

char32_t next_char(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return ++at, first;
  auto i = static_cast<int64_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), i, static_cast<int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

char32_t previous_char(std::string_view text, std::size_t& at) {
  const auto last = static_cast<unsigned char>(text[at - 1]);
  if (last < 0x80) return --at, last;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  at = begin;
  std::size_t i = begin;
  return next_char(text, i);
}

bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}

std::string valid_utf8(std::string_view bytes, std::size_t& replaced) {
  replaced = 0;
  if (is_ascii(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  const auto size = static_cast<int64_t>(bytes.size());
  for (int64_t i = 0; i < size;) {
    const int64_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, size, c);
    if (c >= 0) {
      out.append(bytes, static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    } else {
      out.append(kReplacement);
      ++replaced;
    }
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_char(text, i);
    if (c < 0x80) out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c));
    else if (c == 0x2018 || c == 0x2019) out.push_back('\'');
    else if (c == 0x201C || c == 0x201D) out.push_back('"');
    else append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
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
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_char(text, i);
    if (c == '\'' || c == 0x2018 || c == 0x2019) continue;
    if (!is_letter(c) && !is_digit(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
    append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
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

std::size_t count_words(std::string_view text) {
  std::size_t n = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const bool space = is_space(next_char(text, i));
    n += !space && !inside;
    inside = !space;
  }
  return n;
}

}  // namespace rashomon::ingest
