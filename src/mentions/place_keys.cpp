#include "mentions/mentions.hpp"

namespace rashomon::mentions {

std::string entry_key(const Place& place) {
  if (place.geonames_id) return "g" + std::to_string(*place.geonames_id);
  return place.gazetteer_id.empty() ? std::string() : "u" + place.gazetteer_id;
}

bool same_entry(const Place& a, const Place& b) { return is_resolved(a) && entry_key(a) == entry_key(b); }

}  // namespace rashomon::mentions
