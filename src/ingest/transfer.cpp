#include "ingest/transfer.hpp"

#include <array>
#include <cstdint>

namespace rashomon::ingest {
namespace {

constexpr std::array<std::int8_t, 256> digits64() {
  std::array<std::int8_t, 256> out{};
  out.fill(-1);
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    out[static_cast<unsigned char>(kDigits[i])] = static_cast<std::int8_t>(i);
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string base64_decoded(std::string_view text) {
  static constexpr std::array<std::int8_t, 256> kDigits = digits64();
  std::string out;
  out.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const int digit = kDigits[static_cast<unsigned char>(c)];
    if (digit < 0) continue;
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out.push_back(static_cast<char>((bits >> held) & 0xFF));
  }
  return out;
}

std::string quoted_printable_decoded(std::string_view text, bool header) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && header) out.push_back(' ');
    else if (text[i] != '=') out.push_back(text[i]);
    else if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out.push_back(static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])));
      i += 2;
    } else {
      // A soft line break: "=", blanks, the line end.
      std::size_t stop = i + 1;
      while (stop < text.size() && (text[stop] == ' ' || text[stop] == '\t')) ++stop;
      if (stop < text.size() && text[stop] == '\r') ++stop;
      const bool soft = stop >= text.size() || text[stop] == '\n' || text[stop - 1] == '\r';
      if (!soft) out.push_back('=');
      else i = stop < text.size() && text[stop] == '\n' ? stop : stop - 1;
    }
  }
  return out;
}

std::string transfer_decoded(std::string_view body, std::string_view encoding) {
  if (encoding == "base64") return base64_decoded(body);
  if (encoding == "quoted-printable") return quoted_printable_decoded(body);
  return std::string(body);
}

}  // namespace rashomon::ingest
