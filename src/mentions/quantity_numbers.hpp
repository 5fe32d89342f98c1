#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mentions/numbers.hpp"
#include "mentions/quantity_words.hpp"

namespace rashomon::mentions {

/// A number with the words around it that say how exact it is and in which unit. Indices are of words of one segment.
struct NumberMention {
  std::size_t begin = 0;  ///< bound word, mark of money or number
  std::size_t first = 0;  ///< number
  std::size_t last = 0;   ///< last word of the number (of a range: of its second number)
  std::size_t end = 0;    ///< past the number, a bound after it included
  double value = 0;
  double grain = 1;
  std::optional<double> upper;  ///< second number of a range
  Bound bound = Bound::exact;
  UnitEntry unit;            ///< empty where things are counted
  std::size_t unit_end = 0;  ///< past the unit's words
  bool time_unit = false;    ///< a length of time
  bool nothing = false;      ///< "numerous": no number is said
};

/// low, best and high as docs/formats/quantities.md says; `people`: whole beings, so that "fewer than 5" is at most 4.
void set_values(Quantity& quantity, const NumberMention& number, bool people);

/// The numbers of a segment that are quantities, ascending. `taken[i]`: word i stands in a time that is no length.
[[nodiscard]] std::vector<NumberMention> find_numbers(std::span<const Word> words, const language::Parse& parse,
                                                      std::span<const char> taken);

}  // namespace rashomon::mentions
