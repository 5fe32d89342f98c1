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

/// Tells parts from wholes: "33, including 3 officers", "two of the nine", "12 people: seven women and five children",
/// "more than half of them children". `found` in order of their numbers. Cost O(quantities), at most a dozen looked at
/// for each.
void relate_parts(const Tree& tree, std::string_view text, std::vector<Found>& found);

}  // namespace rashomon::mentions
