#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/corpus.hpp"

/// What a set of claims says of the happening that they are taken to speak of.
namespace rashomon::reconcile {

/// A place with the number of claims that name it.
struct PlaceVote {
  const mentions::Place* place = nullptr;
  int votes = 0;
};

/// A figure that the claims give for this happening.
struct TollSketch {
  mentions::Measure measure = mentions::Measure::other;
  Group group;
  double value = 0;
  bool exact = false;
};

/// The claims of one report that speak of one happening, and what they say of it together.
struct Sketch {
  std::size_t report = 0;
  Family family = Family::none;
  std::vector<std::size_t> items;  ///< ascending
  std::vector<TimeSpan> stated;    ///< times that the text states, ascending, unique
  std::vector<TimeSpan> lent;      ///< times that the words around lend it, ascending, unique
  std::optional<Date> published;
  std::vector<PlaceVote> places;  ///< in order of first mention
  std::vector<TollSketch> tolls;
  std::vector<std::string> weapons;     ///< ascending, unique
  std::vector<std::string> actors;      ///< side_of() of who does it, ascending, unique
  std::vector<std::string> recipients;  ///< likewise of whom it is done to
  std::vector<std::string> speakers;    ///< keys of first speakers, ascending, unique
  std::vector<std::uint32_t> words;     ///< ascending, unique
  bool reprisal = false;                ///< some claim makes it the answer to another
  bool actual = false;                  ///< some claim tells it as fact
  bool main = false;                    ///< the first material happening that the report tells of
};

/// Adds a claim to the sketch.
void add_item(Sketch& sketch, const Corpus& corpus, std::size_t item);

/// The side that a participant belongs to: a state's forces and government are one, others are themselves.
[[nodiscard]] std::string side_of(const claims::Participant& participant);
[[nodiscard]] std::string side_of(const claims::Speaker& speaker);

/// The stated day or period that most of the sketch rests on: the most precise one; nullopt where no text states one.
[[nodiscard]] std::optional<TimeSpan> best_time(const Sketch& sketch);

}  // namespace rashomon::reconcile
