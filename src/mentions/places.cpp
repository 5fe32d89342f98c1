#include "mentions/places.hpp"

#include <algorithm>

#include "mentions/place_names.hpp"
#include "mentions/place_relations.hpp"
#include "mentions/place_resolve.hpp"

namespace rashomon::mentions {
namespace {

Place made_of(const Reading& reading, const PlaceName& name, int chosen) {
  Place place;
  place.span = reading.span(name.begin, name.end);
  place.name = std::string(reading.words(name.begin, name.end));
  place.rule = name.rule;
  if (name.country != nullptr) {
    place.country = iso3_of(*name.country);
    place.level = PlaceLevel::country;
  }
  // Names of one key may know different readings; the choice was made among those of the first of them.
  if (chosen < 0 || static_cast<std::size_t>(chosen) >= name.entries.size()) return place;
  const auto& e = name.entries[static_cast<std::size_t>(chosen)];
  place.name = e.name;
  place.point = e.point;
  place.point_made = e.point_made;
  if (e.geonames_id != 0) place.geonames_id = e.geonames_id;
  place.gazetteer_id = e.own_id;
  place.country = e.country;
  place.admin1 = e.admin1;
  place.level = e.level;
  return place;
}

// The countries that make up at least a tenth of what the document says of countries.
std::set<std::string, std::less<>> countries_in_focus(const PlaceEvidence& evidence) {
  std::set<std::string, std::less<>> out;
  for (const auto& [iso3, n] : evidence.countries)
    if (n * 10 >= evidence.total) out.insert(iso3);
  return out;
}

// A place that no gazetteer has lies where the name that holds it lies, or where all other towns of its sentence lie.
void inherit_area(const Reading& reading, const std::vector<PlaceName>& names, std::vector<Place>& places) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    Place& place = places[i];
    if (place.point || !place.country.empty()) continue;
    if (names[i].within >= 0) {
      const Place& holder = places[static_cast<std::size_t>(names[i].within)];
      place.country = holder.country;
      place.admin1 = holder.admin1;
      continue;
    }
    const std::uint32_t sentence = reading.token(names[i].begin).sentence;
    std::string country;
    bool one = true;
    auto look = [&](std::size_t k) {
      if (places[k].level == PlaceLevel::country || places[k].country.empty() || !places[k].point) return;
      one = one && (country.empty() || country == places[k].country);
      country = places[k].country;
    };
    constexpr std::size_t kReach = 12;
    for (std::size_t k = i > kReach ? i - kReach : 0; k < std::min(places.size(), i + kReach); ++k)
      if (k != i && reading.token(names[k].begin).sentence == sentence) look(k);
    if (one) place.country = country;
  }
}

}  // namespace

std::vector<Place> find_places(const ingest::Document& document, const language::Parse& parse,
                               const Gazetteer& gazetteer, const ActorLexicon& lexicon) {
  const Reading reading{document, parse, lexicon};
  PlaceLookup lookup(gazetteer);
  auto names = find_place_names(reading, lookup);
  find_romanised_names(reading, gazetteer, countries_in_focus(gather_evidence(reading, names)), names);
  find_unlisted_names(reading, names);
  read_place_context(reading, names);
  const auto chosen = resolve_places(names, gather_evidence(reading, names));
  std::vector<Place> places;
  places.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) places.push_back(made_of(reading, names[i], chosen[i]));
  inherit_area(reading, names, places);
  relate_places(reading, names, places);
  add_coordinates(document, places);
  return places;
}

}  // namespace rashomon::mentions
