#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Charsets: their labels, bytes of one as UTF-8, and which one bytes are in.
namespace rashomon::ingest {

/// The converter of a label ("latin1" → "windows-1252"), any case, quotation marks and blanks around it left out; empty
/// where it is none. Reference: WHATWG Encoding §4.2.
[[nodiscard]] std::string charset_of_label(std::string_view label);

/// Bytes of a charset read as UTF-8.
struct Decoded {
  std::string text;
  std::size_t errors = 0;  ///< U+FFFD and C1 controls in it: bytes that the charset does not use
};

/// `charset` as charset_of_label() names it; nullopt where it is unknown. Cost O(bytes).
[[nodiscard]] std::optional<Decoded> decode(std::string_view bytes, std::string_view charset);

/// The charset that a byte order mark names; empty without one.
[[nodiscard]] std::string_view marked_charset(std::string_view bytes);

/// UTF-16LE or UTF-16BE where the bytes are pairs with the high byte of an alphabet; empty else. Looks at 4 kB.
[[nodiscard]] std::string_view unmarked_utf16(std::string_view bytes);

/// The likeliest charset of text or markup that is no UTF-8, windows-1252 where nothing speaks for another. Looks at
/// the 64 kB behind the first byte past ASCII.
[[nodiscard]] std::string detect_charset(std::string_view bytes);

}  // namespace rashomon::ingest
