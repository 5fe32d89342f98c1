#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Code points of UTF-8 text and the classes that the English pipeline was trained with (Unicode 14: code points
/// assigned later are of no class).
namespace rashomon::language {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  ///< bytes
};

/// The code point that begins at byte `at`; a byte that begins none is a code point of one byte (U+FFFD).
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

/// True if all of `text` is UTF-8. Cost O(bytes).
[[nodiscard]] bool is_utf8(std::string_view text);

/// First byte of the code point that ends before byte `end`; `end` > 0.
[[nodiscard]] std::size_t before(std::string_view text, std::size_t end);

/// White space as Python's str.isspace: the separators of Unicode and the controls U+0009–000D, 001C–001F, 0085.
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_alphabetic(char32_t c);  ///< category L*
[[nodiscard]] bool is_upper(char32_t c);       ///< derived property Uppercase
[[nodiscard]] bool is_digit(char32_t c);       ///< numeric type decimal or digit ("²" is one)

/// Full lower-casing without a locale, final sigma included. Reference: Unicode 3.13, R2.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace rashomon::language
