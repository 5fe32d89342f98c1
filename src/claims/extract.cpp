#include "claims/coding.hpp"
#include "claims/proposition.hpp"

namespace rashomon::claims {

std::vector<Claim> extract_claims(const mentions::Analysis& analysis) {
  return code_propositions(analysis, find_propositions(analysis));
}

}  // namespace rashomon::claims
