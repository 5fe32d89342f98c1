#pragma once

#include <vector>

#include "mentions/place_names.hpp"

namespace rashomon::mentions {

/// What a document says of the countries and first-level areas it is about.
struct PlaceEvidence {
  std::map<std::string, int, std::less<>> countries;         ///< ISO3 → mentions by name, demonym, capital
  std::map<std::pair<std::string, std::string>, int> areas;  ///< (ISO3, first-level area) → mentions
  int total = 0;
};

[[nodiscard]] PlaceEvidence gather_evidence(const Reading& reading, const std::vector<PlaceName>& names);

/// What the ranking of candidates weighs, in quarters of a doubling of population (data/mentions/place_ranking.tsv).
struct PlaceRanking {
  int population = 0;                                           ///< a doubling
  int country = 0, admin1 = 0, admin1_federal = 0, admin2 = 0;  ///< of that level
  int admin1_as_area = 0;                                       ///< a first-level area called "province", "county", …
  int admin1_as_town = 0;                                       ///< a first-level area called a town
  int country_as_area = 0;                                      ///< a country called "province", a town, …
  int capital = 0, alternate = 0, alternate_known = 0;  ///< found by another name, of a small and of a large town
  int country_absent = 0, country_present = 0, country_share = 0;  ///< of the country in the document's mentions
  int known = 0;                                                   ///< a town of 100,000 people or more
  int federal_percent = 100;             ///< of that, for a town of a federal country whose state is not mentioned
  int area_present = 0, area_again = 0;  ///< the same of first-level areas
  int within_country = 0, within_area = 0, within_other = 0;  ///< said to lie in such
  int near_40 = 0, near_100 = 0, near_250 = 0, near_600 = 0;  ///< another place within so many kilometres
  int near_most = 0;                                          ///< limit of their sum
  int same_area = 0, same_area_most = 0;                      ///< another place in the same first-level area
  int pair_40 = 0, pair_100 = 0, pair_area = 0;  ///< some reading of another name lies so near, or in the same area
  int pair_most = 0;                             ///< limit of their sum
  int admin1_of_capital = 0;                     ///< a first-level area called as its country's capital
  int sure_lead = 0;                             ///< lead from which a place counts double as neighbour
  int alone_people = 0;  ///< a town of a country that is nowhere spoken of must have so many thousands of people

  [[nodiscard]] static const PlaceRanking& get();
  /// The member called `name`, nullptr for other names.
  [[nodiscard]] int* find(std::string_view name);
};

/// For each name the index of the entry that it means, -1 where none is likely. Names with one key mean one place,
/// unless the words around them say otherwise.
/// Cost O(names x entries x distinct places), the last capped.
[[nodiscard]] std::vector<int> resolve_places(const std::vector<PlaceName>& names, const PlaceEvidence& evidence,
                                              const PlaceRanking& ranking = PlaceRanking::get());

}  // namespace rashomon::mentions
