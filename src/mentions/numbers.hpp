#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "mentions/scan.hpp"

namespace rashomon::mentions {

enum class NumberWord { none, small, tens, scale, ordinal, vague, fraction };

struct NumberEntry {
  NumberWord kind = NumberWord::none;
  double value = 0;
};

/// What a lower-case word says as a number; `kind` picks among senses ("third" is ordinal and fraction), `none` takes
/// the first of the table.
[[nodiscard]] NumberEntry number_word(std::string_view low, NumberWord kind = NumberWord::none);

/// A number read from words[at..end).
struct Number {
  double value = 0;
  double grain = 1;  ///< value of the last significant digit: 10,000 for 950,000; a million for "4 million"
  std::size_t end = 0;
  bool spelled = false;  ///< in words
  bool scaled = false;   ///< ends in hundred, thousand, million …
};

/// Reads "33", "1,200", "1.2m", "4 million", "twenty-five", "two hundred and five", "a dozen", "half a million",
/// "a million" at `at`. Values are finite, at most 1e15; longer numerals are no numbers.
[[nodiscard]] std::optional<Number> read_number(std::span<const Word> words, std::size_t at);

/// Reads an ordinal, "third", "twenty-first", "22nd".
[[nodiscard]] std::optional<Number> read_ordinal(std::span<const Word> words, std::size_t at);

/// The numeral of a digits word; nullopt past 15 digits before the point.
[[nodiscard]] std::optional<double> numeral_value(std::string_view low);

}  // namespace rashomon::mentions
