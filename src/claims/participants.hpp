#pragma once

#include <string>
#include <vector>

#include "claims/event_type.hpp"
#include "claims/reading.hpp"

namespace rashomon::claims {

/// Who takes part in an event, with the rule that found each side.
struct Participants {
  std::vector<Participant> actor, recipient;
  std::string actor_rule, recipient_rule;
};

/// Reads actor and recipient from the arguments of the event's predicate and of the noun that names it. An agent left
/// out stays empty. Cost: the dependents of both.
[[nodiscard]] Participants find_participants(const Reading& reading, const CodedEvent& event);

}  // namespace rashomon::claims
