#pragma once

#include <string>

#include "publish/situation.hpp"

namespace rashomon::publish {

/// A figure's values on one axis as inline SVG: a dot for a number, a bar for a range. Empty where fewer than two
/// stands have numbers, or all are the same.
[[nodiscard]] std::string strip_svg(const Figure& figure);

}  // namespace rashomon::publish
