#pragma once

#include <vector>

#include "mentions/quantity_grammar.hpp"

/// Times beside a quantity. Internal to the room.
namespace rashomon::mentions {

/// A time of the quantity's sentence.
struct Placed {
  const Time* time = nullptr;
  TokenIndex token = 0;  ///< its last token
};

/// The nearest verb at or above `i`; the root where there is none.
[[nodiscard]] TokenIndex clause_of(const Tree& tree, TokenIndex i);

/// "the war has killed 300", "300 have been killed in the conflict, which began in May": a count since a war began, its
/// start known or not.
[[nodiscard]] std::optional<Window> war_window(const Tree& tree, const Counted& counted, const Measured& measured,
                                               const std::vector<Placed>& times, const Anchor& anchor);

/// "The offensive has already sent thousands fleeing": a count since a campaign began; its start as the text dates it
/// elsewhere ("a two-month offensive").
[[nodiscard]] std::optional<Window> campaign_window(const Tree& tree, const Counted& counted, const Measured& measured,
                                                    const std::vector<Time>& times, const Anchor& anchor);

}  // namespace rashomon::mentions
