#include "claims/proposition.hpp"

namespace rashomon::claims {

std::vector<Proposition> find_propositions(const mentions::Analysis&) { return {}; }

}  // namespace rashomon::claims
