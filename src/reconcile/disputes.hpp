#pragma once

#include <vector>

#include "reconcile/denials.hpp"
#include "reconcile/events.hpp"
#include "reconcile/tallies.hpp"

/// Where accounts differ, and in what way. Only a contradiction is a conflict.
namespace rashomon::reconcile {

/// What disputes are found in.
struct Findings {
  const Corpus& corpus;
  const LikenessTable& likeness;
  const Origins& origins;
  const std::vector<EventWithItems>& events;
  const std::vector<std::size_t>& event_of;  ///< by item; kNoItem for none
  const std::vector<TallyWithCounts>& tallies;
  const std::vector<DenialLink>& denials;
};

/// Figures: contradiction (speakers stand by different ones), update (a figure rises with time), rounding, bound;
/// scope (other windows, other points of a crowd); definition (other groups).
[[nodiscard]] std::vector<Dispute> figure_disputes(const Findings& findings);

/// Attribution: who did it, by side, with those who deny it.
[[nodiscard]] std::vector<Dispute> attribution_disputes(const Findings& findings);

/// Propositions: what one asserts and another denies, or one asserts and another negates.
[[nodiscard]] std::vector<Dispute> proposition_disputes(const Findings& findings);

/// All of them, by id. One dispute for one set of claims.
[[nodiscard]] std::vector<Dispute> find_disputes(const Findings& findings);

/// A position of `items`: held by their origins, claims ascending.
[[nodiscard]] Position make_position(const Findings& findings, std::string value, std::vector<std::size_t> items);

}  // namespace rashomon::reconcile
