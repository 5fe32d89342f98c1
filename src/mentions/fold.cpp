#include "mentions/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <vector>

namespace rashomon::mentions {
namespace {

// Latin letters that have no canonical decomposition but an English spelling.
const char* plain_letter(UChar32 c) {
  switch (c) {
    case 0xC6:
    case 0xE6: return "ae";
    case 0xD0:
    case 0xF0:
    case 0x110:
    case 0x111: return "d";
    case 0xD8:
    case 0xF8: return "o";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x126:
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x141:
    case 0x142: return "l";
    case 0x14A:
    case 0x14B: return "n";
    case 0x152:
    case 0x153: return "oe";
    case 0x166:
    case 0x167: return "t";
    case 0x18F:
    case 0x259: return "e";
    default: return nullptr;
  }
}

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         (c >= 0x2B0 && c <= 0x2FF) || c == 0x2032;
}

bool is_separator(UChar32 c) {
  return u_isUWhiteSpace(c) || c == '-' || c == '.' || c == '/' || c == '_' || c == ',' ||
         (c >= 0x2010 && c <= 0x2015) || c == 0xAD;
}

void append_utf8(std::string& out, UChar32 c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// The code point at `i`, which moves past it; the text is valid UTF-8, a broken end gives -1.
UChar32 next_code_point(std::string_view text, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (i + n > text.size()) {
    i = text.size();
    return -1;
  }
  UChar32 c = n == 1 ? lead : lead & (0x7F >> n);
  for (std::size_t k = 1; k < n; ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
  i += n;
  return c;
}

void append_plain(std::string& out, UChar32 c) {
  if (const char* p = plain_letter(c)) {
    out += p;
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 64> units{};
  const std::int32_t n = U_SUCCESS(status) ? unorm2_getDecomposition(nfkd, c, units.data(), 64, &status) : -1;
  if (n <= 0 || U_FAILURE(status)) {
    if (u_charType(c) != U_NON_SPACING_MARK) append_utf8(out, u_tolower(c));
    return;
  }
  for (std::int32_t i = 0; i < n;) {
    UChar32 d = 0;
    U16_NEXT(units.data(), i, n, d);
    if (u_charType(d) != U_NON_SPACING_MARK) append_utf8(out, u_tolower(d));
  }
}

bool is_article(std::string_view w) {
  for (std::string_view a :
       {"al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ul", "eth", "esh", "ed"})
    if (w == a) return true;
  return false;
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string flat;
  flat.reserve(name.size());
  for (std::size_t i = 0; i < name.size();) {
    const UChar32 c = next_code_point(name, i);
    if (c < 0 || is_apostrophe(c)) continue;
    if (is_separator(c)) flat += ' ';
    else if (c < 0x80) flat += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else append_plain(flat, c);
  }
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < flat.size();) {
    const std::size_t j = std::min(flat.find(' ', i), flat.size());
    if (j > i) words.push_back(std::string_view(flat).substr(i, j - i));
    i = j + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view w = words[i];
    const bool last = i + 1 == words.size();
    if (i == 0 && !last && w == "the") continue;
    if (!last && w == "st") w = "saint";
    if (!last && is_article(w)) w = "al";
    if (!out.empty()) out += ' ';
    out += w;
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool is_capitalised(std::string_view text) {
  if (text.empty()) return false;
  std::size_t i = 0;
  const UChar32 c = next_code_point(text, i);
  return c > 0 && (u_isupper(c) || u_istitle(c));
}

}  // namespace rashomon::mentions
