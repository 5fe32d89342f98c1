#include "ingest/encoding.hpp"

#include <unicode/ucnv.h>

#include <memory>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;  // bytes of a page in which its charset is looked for

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Bytes of a named charset as UTF-8; false where ICU does not know the name.
bool convert(std::string_view bytes, const char* charset, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(charset, &status));
  if (U_FAILURE(status)) return false;
  const std::unique_ptr<UConverter, Close> utf8(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return false;
  const char* in = bytes.data();
  const char* const in_end = in + bytes.size();
  UChar pivot[1024];
  UChar *pivot_in = pivot, *pivot_out = pivot;
  char buffer[4096];
  bool reset = true;
  for (;;) {
    char* to = buffer;
    status = U_ZERO_ERROR;
    ucnv_convertEx(utf8.get(), converter.get(), &to, buffer + sizeof buffer, &in, in_end, pivot, &pivot_in, &pivot_out,
                   pivot + 1024, reset, true, &status);
    reset = false;
    out.append(buffer, static_cast<std::size_t>(to - buffer));
    if (status != U_BUFFER_OVERFLOW_ERROR) return true;
  }
}

/// The charset that a byte order mark names; nullptr without one.
const char* marked_charset(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") && !(bytes.size() >= 4 && bytes[2] == 0 && bytes[3] == 0)) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  return nullptr;
}

/// The value behind "charset=" in the first bytes; empty where there is none.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(std::string(bytes.substr(0, kDeclaredWithin)));
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

std::string warned(std::string_view bytes, std::vector<std::string>& warnings) {
  std::size_t replaced = 0;
  std::string text = valid_utf8(bytes, replaced);
  if (replaced > 0)
    warnings.push_back(std::to_string(replaced) + " ill-formed UTF-8 sequences were replaced by U+FFFD.");
  return text;
}

}  // namespace

std::string text_of_bytes(std::string_view bytes, std::vector<std::string>& warnings) {
  if (const char* charset = marked_charset(bytes)) {
    std::string out;
    if (convert(bytes, charset, out)) {
      warnings.push_back(std::string("The text was converted from ") + charset + " to UTF-8.");
      std::size_t replaced = 0;
      return valid_utf8(out, replaced);
    }
  }
  return warned(bytes, warnings);
}

std::string page_of_bytes(std::string_view bytes, std::vector<std::string>& warnings) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return warned(bytes.substr(3), warnings);
  std::string out;
  std::size_t replaced = 0;
  if (const char* charset = marked_charset(bytes); charset && convert(bytes, charset, out))
    return valid_utf8(out, replaced);
  std::string text = valid_utf8(bytes, replaced);
  if (replaced == 0) return text;
  std::string charset = declared_charset(bytes);
  // A page that says UTF-8 and holds a few bad bytes is UTF-8; one that is full of them is a Western code page.
  if ((charset == "utf-8" || charset == "utf8") && replaced * 200 < bytes.size()) return warned(bytes, warnings);
  if (charset.empty() || charset.starts_with("utf") || charset == "iso-8859-1" || charset == "latin1" ||
      charset == "us-ascii" || charset == "ascii")
    charset = "windows-1252";
  if (charset == "iso-8859-9") charset = "windows-1254";
  if (!convert(bytes, charset.c_str(), out)) {
    warnings.push_back("The charset " + charset + " is not known; the page was read as windows-1252.");
    out.clear();
    if (!convert(bytes, "windows-1252", out)) return text;
  }
  return valid_utf8(out, replaced);
}

}  // namespace rashomon::ingest
