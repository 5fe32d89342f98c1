#pragma once

#include <vector>

#include "reconcile/clusters.hpp"
#include "reconcile/corpus.hpp"

/// What an event's claims make of it.
namespace rashomon::reconcile {

/// An event with the items that are its members, ascending.
struct EventWithItems {
  Event event;
  Family family = Family::none;
  std::vector<std::size_t> items;
};

/// Type, time, places, sides, weapon, status and label by majority of the claims: type and codes of those of the
/// event's family, time the most precise one stated (of equals the one most claims state, then the earliest), places by
/// claims that name them, the most precise of the well-supported ones first. Ranges are left empty. The id is that of
/// the first claim in order of id, so a report more leaves it as it is in most cases.
[[nodiscard]] EventWithItems make_event(const Corpus& corpus, Family family, std::vector<std::size_t> items);

/// "Air strike, Rivera, 10 Sep 2024", of what is known.
[[nodiscard]] std::string label_of(const Event& event);

/// "10 Sep 2024", "Feb 2020", "2020", "27–29 Feb 2020", as precise as the range is.
[[nodiscard]] std::string date_words(const TimeSpan& time);

}  // namespace rashomon::reconcile
