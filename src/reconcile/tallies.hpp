#pragma once

#include <vector>

#include "reconcile/figures.hpp"
#include "reconcile/likeness.hpp"

/// Figures of one measure, group, window and place, merged.
namespace rashomon::reconcile {

/// A tally with the counts that it rests on (for disputes).
struct TallyWithCounts {
  Tally tally;
  std::vector<Count> counts;
  std::size_t event = static_cast<std::size_t>(-1);  ///< index of its event, where it counts one
  bool whole = false;  ///< counts all that the event did to people, so far as reported, not a part
};

/// Tallies of claims told as fact. Figures of one happening are keyed by event and group; figures over a longer window
/// by measure, group, window and country. Overlapping figures are never added; groups of one report that share nobody
/// are, where the report gives no whole. Order: by event, measure, group.
[[nodiscard]] std::vector<TallyWithCounts> find_tallies(const Corpus& corpus, const Origins& origins,
                                                        const std::vector<std::size_t>& event_of,
                                                        const std::vector<EventId>& events);

/// The range of `measure` in an event, of whose tallies `of_event` holds all: of the tally of the whole, else of the
/// group that most claims count. Empty where nothing is said.
[[nodiscard]] Range event_range(const std::vector<const TallyWithCounts*>& of_event, mentions::Measure measure);

}  // namespace rashomon::reconcile
