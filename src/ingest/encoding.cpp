#include "ingest/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/chars.hpp"
#include "ingest/charset.hpp"
#include "ingest/invisible.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;  // bytes of a page in which its charset is looked for
constexpr std::size_t kSoundBytes = 200;       // bytes for each error in what is still taken for its charset

/// The value behind "charset=" in the first bytes; empty where there is none.
std::string declared_in(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kDeclaredWithin));
  for (const std::string_view key : {"charset=", "charset =", "encoding="}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    const std::size_t stop = head.find_first_of("\"' ;/>\n\r\t?", at);
    if (stop != std::string::npos && stop > at) return head.substr(at, std::min<std::size_t>(stop - at, 40));
  }
  return {};
}

/// Bytes past ASCII that belong to well-formed sequences of UTF-8 outweigh the ill-formed ones: it is damaged UTF-8.
bool is_damaged_utf8(std::string_view bytes, std::string_view text, std::size_t replaced) {
  const auto past_ascii = [](std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (c & 0x80) != 0; }));
  };
  const std::size_t kept = past_ascii(text) - std::min(past_ascii(text), 3 * replaced);
  return kept > 0 && kept * 4 >= past_ascii(bytes) * 3;
}

void warn_of_replaced(std::size_t replaced, std::vector<std::string>& warnings) {
  if (replaced > 0) warnings.push_back(fmt::format("{} ill-formed UTF-8 sequences were replaced by U+FFFD.", replaced));
}

/// Bytes as text, and the charset they were read by.
struct Reading {
  std::string text;  ///< empty where the bytes are the text
  std::string charset;
  std::size_t replaced = 0;
  bool detected = false;
  bool as_is = false;
};

Reading read(std::string_view bytes, std::string_view declared, std::vector<std::string>& warnings) {
  std::string_view marked = marked_charset(bytes);
  if (marked.empty()) marked = unmarked_utf16(bytes);
  if (!marked.empty() && marked != "UTF-8")
    if (auto decoded = decode(bytes, marked)) {
      if (decoded->text.starts_with("\xEF\xBB\xBF")) decoded->text.erase(0, 3);
      return {std::move(decoded->text), std::string(marked)};
    }
  const std::string charset = charset_of_label(declared);
  const bool seven_bit = charset == "ISO-2022-JP" && bytes.find('\x1B') != std::string_view::npos;
  Reading utf8{{}, "UTF-8"};
  utf8.as_is = !seven_bit && is_valid_utf8(bytes);
  if (utf8.as_is) return utf8;
  if (!seven_bit) utf8.text = valid_utf8(bytes, utf8.replaced);
  if (marked == "UTF-8" || (charset == "UTF-8" && utf8.replaced * kSoundBytes < bytes.size())) return utf8;
  if (!declared.empty() && charset.empty()) {
    std::size_t damaged = 0;
    warnings.push_back(fmt::format("The declared charset {} is not known.", valid_utf8(declared, damaged)));
  }
  if (!charset.empty() && charset != "UTF-8") {
    auto decoded = decode(bytes, charset);
    if (decoded && decoded->errors * kSoundBytes <= bytes.size())
      return {std::move(decoded->text), charset, decoded->errors};
  }
  if (is_damaged_utf8(bytes, utf8.text, utf8.replaced)) return utf8;
  const std::string likeliest = detect_charset(bytes);
  if (!charset.empty() && charset != likeliest)
    warnings.push_back(fmt::format("The declared charset {} does not decode the bytes.", charset));
  if (auto decoded = decode(bytes, likeliest)) return {std::move(decoded->text), likeliest, 0, true};
  return utf8;
}

}  // namespace

std::string text_of_bytes(std::string_view bytes, std::vector<std::string>& warnings, std::string_view declared) {
  Reading reading = read(bytes, declared, warnings);
  if (reading.as_is) reading.text = bytes;
  if (reading.charset == "UTF-8") warn_of_replaced(reading.replaced, warnings);
  else warnings.push_back(fmt::format("The text was converted from {} to UTF-8.", reading.charset));
  if (std::string warning = warning_of(count_invisible(reading.text), true); !warning.empty())
    warnings.push_back(std::move(warning));
  return std::move(reading.text);
}

std::string page_of_bytes(std::string_view bytes, std::vector<std::string>& warnings, std::string_view declared) {
  std::string storage;
  const std::string_view page = page_of_bytes(bytes, storage, warnings, declared);
  return page.data() == storage.data() && page.size() == storage.size() ? std::move(storage) : std::string(page);
}

std::string_view page_of_bytes(std::string_view bytes, std::string& storage, std::vector<std::string>& warnings,
                               std::string_view declared) {
  const std::string within = declared.empty() ? declared_in(bytes) : std::string(declared);
  Reading reading = read(bytes, within, warnings);
  if (reading.charset == "UTF-8") warn_of_replaced(reading.replaced, warnings);
  if (reading.detected)
    warnings.push_back(fmt::format("The page was read as {}, which was detected.", reading.charset));
  if (!reading.as_is) storage = std::move(reading.text);
  std::string_view page = reading.as_is ? bytes : storage;
  if (page.starts_with("\xEF\xBB\xBF")) page.remove_prefix(3);
  return page;
}

}  // namespace rashomon::ingest
