#pragma once

#include "mentions/place_names.hpp"

namespace rashomon::mentions {

/// Reads what the words before each place say of how near to it something lies, and the points that they tell: "10 km
/// south of X", "near X", "between X and Y". `names` and `places` are of one order. Cost O(places).
void relate_places(const Reading& reading, const std::vector<PlaceName>& names, std::vector<Place>& places);

/// Adds points that the text gives as coordinates: "35.55 N, 45.43 E", "35°33'N 45°26'E", "35.5523, 45.4341" (four
/// decimals where no letter says which is which). Keeps the order; what overlaps a name is left out. Cost O(bytes).
void add_coordinates(const ingest::Document& document, std::vector<Place>& places);

}  // namespace rashomon::mentions
