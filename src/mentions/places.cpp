#include "mentions/places.hpp"

#include "mentions/place_names.hpp"
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
  if (chosen < 0) return place;
  const auto& e = name.entries[static_cast<std::size_t>(chosen)];
  place.name = e.name;
  place.point = e.point;
  place.point_made = e.point_made;
  if (e.geonames_id != 0) place.geonames_id = e.geonames_id;
  place.country = e.country;
  place.admin1 = e.admin1;
  place.level = e.level;
  return place;
}

}  // namespace

std::vector<Place> find_places(const ingest::Document& document, const language::Parse& parse, const Gazetteer& gazetteer) {
  const Reading reading{document, parse};
  PlaceLookup lookup(gazetteer);
  auto names = find_place_names(reading, lookup);
  read_place_context(reading, names);
  const auto chosen = resolve_places(names, gather_evidence(reading, names));
  std::vector<Place> places;
  places.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) places.push_back(made_of(reading, names[i], chosen[i]));
  return places;
}

}  // namespace rashomon::mentions
