#include "ingest/invisible.hpp"

#include <fmt/format.h>

#include <vector>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

bool is_bidi(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_zero_width(char32_t c) {
  return c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2065) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_control(char32_t c) { return (c < 0x20 || (c >= 0x7F && c < 0xA0)) && !is_space(c); }

}  // namespace

bool Invisible::see(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return false;
  const bool b = is_bidi(c), z = is_zero_width(c), x = is_control(c);
  bidi += b, zero_width += z, control += x;
  return b || z || x;
}

Invisible count_invisible(std::string_view text) {
  Invisible found;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) ++i;
    else found.see(next_char(text, i));
  }
  return found;
}

std::string warning_of(const Invisible& found, bool kept) {
  std::vector<std::string> kinds;
  for (const auto& [n, name] : {std::pair<std::size_t, std::string_view>{found.bidi, "bidirectional control"},
                                {found.zero_width, "zero-width character"},
                                {found.control, "control character"}})
    if (n > 0) kinds.push_back(fmt::format("{} {}{}", n, name, n > 1 ? "s" : ""));
  if (kinds.empty()) return {};
  std::string list = kinds[0];
  for (std::size_t i = 1; i < kinds.size(); ++i) list += (i + 1 < kinds.size() ? ", " : " and ") + kinds[i];
  const bool one = found.bidi + found.zero_width + found.control == 1;
  return fmt::format("The text {} {}; {}.", kept ? "holds" : "held", list,
                     kept ? (one ? "it is kept" : "they are kept") : (one ? "it was left out" : "they were left out"));
}

}  // namespace rashomon::ingest
