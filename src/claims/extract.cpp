#include "claims/proposition.hpp"

namespace rashomon::claims {

std::vector<Claim> extract_claims(const mentions::Analysis& analysis) {
  std::vector<Claim> claims;
  for (const Proposition& proposition : find_propositions(analysis))
    claims.push_back(code_proposition(analysis, proposition));
  return claims;
}

}  // namespace rashomon::claims
