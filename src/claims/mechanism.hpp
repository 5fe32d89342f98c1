#pragma once

#include "claims/claim.hpp"
#include "mentions/analysis.hpp"

namespace rashomon::claims {

/// Recognises the mechanism that a coded claim belongs to (data/claims/mechanisms.tsv) and fills its typed fields from
/// the claim's participants, time, places, quantities, speakers and quotation. Leaves the claim alone if it has none.
/// Cost: length of the quotation times the rows of the table.
void fill_mechanism(const mentions::Analysis& analysis, Claim& claim);

}  // namespace rashomon::claims
