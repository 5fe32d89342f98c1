#pragma once

#include <span>
#include <vector>

#include "claims/proposition.hpp"

namespace rashomon::claims {

/// Codes all propositions of a document at once: as code_proposition, and each knows what its neighbours say, so that a
/// quantity belongs to the innermost claim and an undated event takes the time and place that the report gives it.
/// In the order of `propositions`. Cost O(tokens + claims x their clauses). Thread-safe.
[[nodiscard]] std::vector<Claim> code_propositions(const mentions::Analysis& analysis,
                                                   std::span<const Proposition> propositions);

}  // namespace rashomon::claims
