#pragma once

#include <vector>

#include "reconcile/events.hpp"
#include "reconcile/likeness.hpp"

/// Chains of reports about the same happenings, and the order of events in time.
namespace rashomon::reconcile {

/// Reports joined by likeness of their texts and events in common, greatest first, while the mean over both sides stays
/// high; likeness of reports published more than a week apart counts less. A report alone is in no story.
[[nodiscard]] std::vector<Story> find_stories(const Corpus& corpus, const LikenessTable& likeness,
                                              const std::vector<EventWithItems>& events);

/// Events that have a time, by start, end and id.
[[nodiscard]] std::vector<TimelineEntry> make_timeline(const std::vector<EventWithItems>& events);

}  // namespace rashomon::reconcile
