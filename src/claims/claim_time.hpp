#pragma once

#include <optional>
#include <string>

#include "claims/event_type.hpp"
#include "claims/reading.hpp"
#include "mentions/extract.hpp"

namespace rashomon::claims {

struct FoundTime {
  TimeSpan time;
  std::string rule;
  std::string words;  ///< the expression, empty for an inherited time
};

/// When the event of proposition `p` happened, as its sentence says: a time in the clause, the nearest to the predicate
/// first; else one that a predicate above shares with it, verbs of saying left out. nullopt if the sentence says nothing.
/// Cost: times of the sentence.
[[nodiscard]] std::optional<FoundTime> time_in_sentence(const Reading& reading, std::uint32_t p, std::uint32_t predicate,
                                                        const mentions::Anchor& anchor);

/// The time of a claim that its text does not date: the anchor's day, give or take a day; open for what is to come.
[[nodiscard]] std::optional<FoundTime> time_from_anchor(const mentions::Anchor& anchor, Modality modality);

}  // namespace rashomon::claims
