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

/// Where the event of a proposition stands: what times and places hang on.
struct EventWords {
  std::uint32_t proposition = 0;  ///< index
  std::uint32_t predicate = 0;    ///< of the clause
  std::uint32_t trigger = 0;      ///< the predicate where there is no event
  bool speech = false;            ///< the event is the act of speaking, dated with its cue
};

/// When the event happened, as its sentence says: a time in the clause, the nearest to predicate or trigger first; else
/// one that a predicate above shares with it, of verbs of saying only for speech acts. nullopt if the sentence says
/// nothing. Cost: times of the sentence.
[[nodiscard]] std::optional<FoundTime> time_in_sentence(const Reading& reading, const EventWords& event,
                                                        const mentions::Anchor& anchor);

/// The time of a claim that its text does not date: the anchor's day, give or take a day; open for what is to come.
[[nodiscard]] std::optional<FoundTime> time_from_anchor(const mentions::Anchor& anchor, Modality modality, bool speech);

}  // namespace rashomon::claims
