#include "claims/mechanism.hpp"

namespace rashomon::claims {
void fill_mechanism(const mentions::Analysis&, Claim&) {}
}  // namespace rashomon::claims
