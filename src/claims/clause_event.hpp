#pragma once

#include <optional>

#include "claims/event_type.hpp"
#include "claims/reading.hpp"

namespace rashomon::claims {

/// The event that proposition `p` is about: its predicate, else what it predicates or has as complement, else an event
/// noun among its arguments, else a toll in it. nullopt for background and evaluation. Cost: words of the clause.
[[nodiscard]] std::optional<CodedEvent> find_clause_event(const Reading& reading, std::uint32_t p);

/// The quantities of proposition `p`: those whose number lies in it and in no proposition within it.
[[nodiscard]] std::vector<mentions::Quantity> find_claim_quantities(const Reading& reading, std::uint32_t p);

}  // namespace rashomon::claims
