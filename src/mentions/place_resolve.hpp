#pragma once

#include <vector>

#include "mentions/place_names.hpp"

namespace rashomon::mentions {

/// What a document says of the countries and first-level areas it is about.
struct PlaceEvidence {
  std::map<std::string, int, std::less<>> countries;  ///< ISO3 → mentions by name, demonym, capital
  std::map<std::pair<std::string, std::string>, int> areas;  ///< (ISO3, first-level area) → mentions
  int total = 0;
};

[[nodiscard]] PlaceEvidence gather_evidence(const Reading& reading, const std::vector<PlaceName>& names);

/// For each name the index of the entry that it means, -1 where none is likely. Names with one key mean one place,
/// unless the words around them say otherwise.
/// Cost O(names x entries x distinct places), the last capped.
[[nodiscard]] std::vector<int> resolve_places(const std::vector<PlaceName>& names, const PlaceEvidence& evidence);

}  // namespace rashomon::mentions
