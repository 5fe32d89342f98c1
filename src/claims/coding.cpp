#include "claims/proposition.hpp"

namespace rashomon::claims {

Claim code_proposition(const mentions::Analysis&, const Proposition&) { return {}; }

}  // namespace rashomon::claims
