#pragma once

#include <vector>

#include "mentions/quantity_grammar.hpp"

/// Quantities on their way through the passes over a text. Internal to the room.
namespace rashomon::mentions {

/// A quantity with what later ones in the text may take over from it.
struct Found {
  Quantity quantity;
  Counted counted;
  Measured measured;
  std::uint32_t sentence = 0;
  bool is_part = false;  ///< of the quantity before: no later one takes over from it
};

/// What reading a quantity looks at.
struct Context {
  std::string_view text;
  const Tree& tree;
  const std::vector<Time>& times;
  const Anchor& anchor;
};

/// Measures that only people have.
[[nodiscard]] bool people_only(Measure measure);

/// The group that the words beside the number say.
void set_group(const Context& context, Found& found);

/// "40 more", "of them", "including 3 officers", "and around 300 have been killed": group, and for parts measure and
/// window, come from the quantity before.
void inherit(const Context& context, Found& found, const std::vector<Found>& before);

/// "a soldier was killed", "no casualties", "both pilots died", "none of the passengers was hurt": the beings that the
/// word at `article` counts, where a toll is said of them.
[[nodiscard]] std::optional<Found> read_article(const Context& context, TokenIndex article,
                                                const std::vector<Found>& before);

/// Tells parts from wholes: "33, including 3 officers", "two of the nine", "12 people: seven women and five children",
/// "more than half of them children". `found` in order of their numbers. Cost O(quantities), at most a dozen looked at
/// for each.
void relate_parts(const Tree& tree, std::string_view text, std::vector<Found>& found);

}  // namespace rashomon::mentions
