#pragma once

#include <cstdint>

#include "claims/reading.hpp"

namespace rashomon::claims {

/// Recognises the mechanism that the coded claim of proposition `p` belongs to (data/claims/mechanisms.tsv) and fills
/// its typed fields from the claim's participants, time, places, quantities, speakers and quotation; fields of which
/// the claim says nothing are left out. Leaves the claim alone if it has none. Cost: tokens of the clause times the
/// table.
void fill_mechanism(const Reading& reading, std::uint32_t p, Claim& claim);

}  // namespace rashomon::claims
