#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/place_resolve.hpp"

namespace rashomon::mentions {

PlaceEvidence gather_evidence(const Reading& reading, const std::vector<PlaceName>& names) {
  PlaceEvidence evidence;
  const auto& countries = Countries::get();
  std::vector<char> named(reading.size(), 0);
  for (const auto& n : names) std::fill(named.begin() + n.begin, named.begin() + n.end, 1);
  auto count = [&](std::string_view iso3, int weight) {
    evidence.countries[std::string(iso3)] += weight;
    evidence.total += weight;
  };
  if (!reading.document.outlet_country.empty()) count(reading.document.outlet_country, 1);
  for (const auto& n : names) {
    if (n.country != nullptr && n.entries.size() <= 1) count(iso3_of(*n.country), 2);
    const bool area = !n.entries.empty() && n.entries[0].level == PlaceLevel::admin1 &&
                      std::none_of(n.entries.begin() + 1, n.entries.end(), [&](const GazetteerEntry& e) {
                        return e.level <= PlaceLevel::admin1 || e.population * 10 > n.entries[0].population ||
                               (e.country != n.entries[0].country && !e.alternate && e.population > 100000);
                      });
    if (!area) continue;
    evidence.areas[{std::string(n.entries[0].country), std::string(n.entries[0].admin1)}] += 1;
    count(n.entries[0].country, 1);
  }
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    if (named[i] != 0 || !is_capitalised(reading.word(i))) continue;
    CountryHit hit = countries.find(reading.word(i));
    if (!hit && i + 1 < reading.size()) hit = countries.find(reading.words(i, i + 2));
    if (hit.kind == CountryWord::adjective || hit.kind == CountryWord::people) count(iso3_of(*hit.country), 1);
  }
  return evidence;
}

}  // namespace rashomon::mentions
