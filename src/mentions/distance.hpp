#pragma once

#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// The square of the distance in kilometres between two points, good to a few per cent below 1,000 km and ordinal
/// beyond. Made of additions and multiplications alone, so every machine gives the same bits.
[[nodiscard]] double squared_kilometres(Point a, Point b);

}  // namespace rashomon::mentions
