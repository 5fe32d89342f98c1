#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mentions/mentions.hpp"
#include "mentions/scan.hpp"

/// The lexicons of quantities (data/mentions). Internal to the room.
namespace rashomon::mentions {

/// A unit that is written with a number.
struct UnitEntry {
  Measure measure = Measure::other;
  std::string_view unit;
  explicit operator bool() const { return !unit.empty(); }
};
[[nodiscard]] UnitEntry unit_word(std::string_view low);

/// A bound phrase and how many words it has.
struct BoundMatch {
  Bound bound = Bound::exact;
  std::size_t words = 0;
  explicit operator bool() const { return words > 0; }
};
/// The longest bound phrase that ends before words[at], or begins at it.
[[nodiscard]] BoundMatch bound_before(std::span<const Word> words, std::size_t at);
[[nodiscard]] BoundMatch bound_after(std::span<const Word> words, std::size_t at);

/// What kind of thing a noun names, for units and measures.
enum class NounClass { thing, person, force, household, house, name, count, event, vehicle };
[[nodiscard]] NounClass noun_class(std::string_view lemma);

/// Where the counted stand to a word that says what is measured (data/mentions/measures.tsv).
enum class Frame {
  object,
  subject,
  both,
  noun,
  event,
  state,
  people,
  people_subject,
  lose,
  take,
  leave,
  drive,
  send,
  shelter,
  houses
};
struct MeasureEntry {
  Measure measure = Measure::other;
  Frame frame = Frame::object;
};
/// All entries of a lower-case lemma or phrase, in the order of the table.
[[nodiscard]] std::vector<MeasureEntry> measure_entries(std::string_view lemma);
/// The measure of `lemma` in `frame`.
[[nodiscard]] std::optional<Measure> measure_in(std::string_view lemma, Frame frame);

/// True for measures of the contract that count people or things, not money, lengths, ages.
[[nodiscard]] constexpr bool counts_beings(Measure m) { return m <= Measure::other; }

}  // namespace rashomon::mentions
