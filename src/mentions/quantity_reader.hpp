#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "mentions/numbers.hpp"
#include "mentions/quantity_words.hpp"

/// Reading numbers, their units and what makes them no quantities, over the words of a segment. Internal to the room.
namespace rashomon::mentions {

/// The words of a segment; words past its end are empty strings.
struct Reader {
  std::span<const Word> words;
  const language::Parse& parse;
  std::span<const char> taken;

  [[nodiscard]] std::string_view low(std::size_t i) const {
    return i < words.size() ? std::string_view(words[i].low) : std::string_view();
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view w) const { return low(i) == w; }
  [[nodiscard]] bool glued(std::size_t i) const { return i < words.size() && words[i].glued; }
  [[nodiscard]] const language::Token& token(std::size_t i) const { return parse.tokens[words[i].token]; }
  [[nodiscard]] bool letters(std::size_t i) const { return i < words.size() && words[i].kind == WordKind::letters; }
  [[nodiscard]] bool digits(std::size_t i) const { return i < words.size() && words[i].kind == WordKind::digits; }
};

[[nodiscard]] inline bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "dozens", "hundreds of thousands", "several hundred", "a few thousand": least number that the words can mean.
[[nodiscard]] std::optional<Number> vague_number(const Reader& r, std::size_t i);
/// "a third of those", "two-thirds of", "half of", "a quarter of a million"
[[nodiscard]] std::optional<Number> fraction(const Reader& r, std::size_t i);
/// "numerous", "large numbers of": a count without a number; the word past it.
[[nodiscard]] std::optional<std::size_t> unsaid_number(const Reader& r, std::size_t i);

/// A unit found at or after a number, and the word past it.
struct UnitMatch {
  UnitEntry unit;
  std::size_t end = 0;
  bool time = false;
};

/// "km", "per cent", "square miles" right after a number that ends at `end`; empty for none.
[[nodiscard]] UnitMatch unit_after(const Reader& r, std::size_t end);
/// "months", "-year-old": lengths of time and ages.
[[nodiscard]] UnitMatch time_after(const Reader& r, std::size_t end);
/// A mark of money before the number, and the word where it begins.
[[nodiscard]] std::optional<std::pair<UnitEntry, std::size_t>> money_before(const Reader& r, std::size_t i);
/// "aged 25", "Maria Novak, 44, said"
[[nodiscard]] bool is_age(const Reader& r, std::size_t i, std::size_t end, double value);
/// Letters that may stand before the amount in a mark of money, "US$", "RM120".
[[nodiscard]] bool money_prefix(std::string_view low);

/// The number is part of a name: "Article 5", "575 Harbour Road", "Six Day War", a year.
[[nodiscard]] bool part_of_name(const Reader& r, std::size_t i, std::size_t last);
/// Digits glued to letters or marks that make them a name, a score, a version, a ratio.
[[nodiscard]] bool glued_wrong(const Reader& r, std::size_t i, std::size_t end);
/// "one" that stands for somebody instead of counting.
[[nodiscard]] bool pronoun_one(const Reader& r, std::size_t i, std::size_t end);

}  // namespace rashomon::mentions
