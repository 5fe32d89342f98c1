#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/claim.hpp"
#include "mentions/analysis.hpp"

namespace rashomon::claims {

/// A clause that a reader could accept or reject on its own, with who says it: what attribution hands to event coding.
struct Proposition {
  Span span;                ///< as Claim::span
  std::uint32_t head = 0;   ///< token of the clause's predicate (verb, or noun of a verbless title)
  std::uint32_t first = 0;  ///< half-open range of token indices that the clause lies in
  std::uint32_t last = 0;
  std::size_t block = 0;  ///< index into Document::blocks
  std::vector<Speaker> speakers;
  std::optional<Cue> cue;
  std::optional<std::uint32_t> cue_token;
  Voice voice = Voice::own;
  Polarity polarity = Polarity::asserts;
  Modality modality = Modality::actual;
  std::vector<Reason> reasons;
};

/// Cuts the read blocks of a document into propositions, in order of their begin (then end), each with its chain of
/// speakers, cue, voice, polarity and modality. Thread-safe.
[[nodiscard]] std::vector<Proposition> find_propositions(const mentions::Analysis& analysis);

/// Reads what a proposition says: trigger and event type, actor and recipient, weapon, time, places, quantities,
/// mechanism. Thread-safe.
[[nodiscard]] Claim code_proposition(const mentions::Analysis& analysis, const Proposition& proposition);

/// find_propositions, then code_proposition on each; ids are set. In order of begin, then end.
[[nodiscard]] std::vector<Claim> extract_claims(const mentions::Analysis& analysis);

}  // namespace rashomon::claims
