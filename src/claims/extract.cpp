#include <algorithm>
#include <set>
#include <tuple>

#include "claims/proposition.hpp"
#include "core/hash.hpp"

namespace rashomon::claims {

std::vector<Claim> extract_claims(const mentions::Analysis& analysis) {
  std::vector<Claim> claims;
  for (const Proposition& proposition : find_propositions(analysis)) {
    Claim claim = code_proposition(analysis, proposition);
    const std::string at = std::to_string(claim.span.begin) + "-" + std::to_string(claim.span.end);
    claim.id.value = content_id("c", {analysis.document.id.value, at, claim.quote});
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace rashomon::claims
