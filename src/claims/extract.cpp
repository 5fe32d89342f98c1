#include "claims/coding.hpp"
#include "claims/modality.hpp"
#include "claims/proposition.hpp"

namespace rashomon::claims {

std::vector<Claim> extract_claims(const mentions::Analysis& analysis) {
  const auto propositions = find_propositions(analysis);
  auto claims = code_propositions(analysis, propositions);
  const Syntax syntax(analysis.parse);
  for (std::size_t i = 0; i < claims.size() && i < propositions.size(); ++i) {
    if (claims[i].trigger) continue;
    // No event word: the predicate is what polarity and modality speak of.
    const auto& predicate = syntax[content_predicate(syntax, propositions[i].head)];
    claims[i].trigger = predicate.span;
    claims[i].trigger_lemma = std::string(predicate.lemma);
  }
  return claims;
}

}  // namespace rashomon::claims
