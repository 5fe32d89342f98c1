#pragma once

#include <string>
#include <vector>

#include "claims/event_type.hpp"
#include "claims/reading.hpp"

namespace rashomon::claims {

struct FoundPlaces {
  std::vector<mentions::Place> places;  ///< where the event is first, the most precise of it before its country
  std::string rule;
  bool located = false;  ///< the first is where the event is, not only named with it
};

/// The places of proposition `p`: those in its clause, else those that a clause above shares. Places that are only
/// compared with ("such as those in X") or that act ("Peru said") are left out. Cost: tokens of the sentence.
[[nodiscard]] FoundPlaces find_claim_places(const Reading& reading, std::uint32_t p, std::uint32_t predicate,
                                            const CodedEvent* event);

}  // namespace rashomon::claims
