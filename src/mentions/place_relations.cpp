#include "mentions/place_relations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "mentions/distance.hpp"
#include "mentions/fold.hpp"
#include "mentions/numbers.hpp"
#include "mentions/place_features.hpp"

namespace rashomon::mentions {
namespace {

constexpr double kFarthest = 500;  // kilometres: a place that far away says nothing of where something lies

struct Compass {
  std::string_view word, letters;
  double north, east;  ///< of a step of length 1
};
constexpr double kDiagonal = 0.70710678;
constexpr std::array<Compass, 8> kCompass = {{{"north", "N", 1, 0},
                                              {"northeast", "NE", kDiagonal, kDiagonal},
                                              {"east", "E", 0, 1},
                                              {"southeast", "SE", -kDiagonal, kDiagonal},
                                              {"south", "S", -1, 0},
                                              {"southwest", "SW", -kDiagonal, -kDiagonal},
                                              {"west", "W", 0, -1},
                                              {"northwest", "NW", kDiagonal, -kDiagonal}}};

double kilometres_of(std::string_view unit) {
  const std::string low = lower(unit);
  if (low == "km" || low == "kms" || low == "kilometers" || low == "kilometres" || low == "kilometer" ||
      low == "kilometre")
    return 1;
  if (low == "miles" || low == "mile") return 1.609344;
  if (low == "m" || low == "meters" || low == "metres") return 0.001;
  return 0;
}

double number_of(std::string_view word) {
  double value = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
  if (read.ec == std::errc() && read.ptr == word.data() + word.size()) return value;
  const NumberEntry entry = number_word(lower(word), NumberWord::small);
  return entry.kind == NumberWord::none ? 0 : entry.value;
}

double rounded(double degrees) { return std::floor(degrees * 1000 + 0.5) / 1000; }

/// A point so many kilometres away. Bhaskara's cosine: no library function whose last bit depends on the machine.
Point moved(Point from, const Compass& compass, double kilometres) {
  constexpr double kKilometresPerDegree = 111.195;
  const double l = from.latitude * from.latitude;
  const double cosine = std::max((32400 - 4 * l) / (32400 + l), 0.05);
  Point to{from.latitude + compass.north * kilometres / kKilometresPerDegree,
           from.longitude + compass.east * kilometres / (kKilometresPerDegree * cosine)};
  if (to.longitude > 180) to.longitude -= 360;
  if (to.longitude < -180) to.longitude += 360;
  return {rounded(std::clamp(to.latitude, -90.0, 90.0)), rounded(to.longitude)};
}

class Relater {
 public:
  Relater(const Reading& reading, const std::vector<PlaceName>& names, std::vector<Place>& places)
      : r_(reading), names_(names), places_(places) {}

  void run() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      Place& place = places_[i];
      place.precision = of_level(place);
      if (place.precision == PlacePrecision::town && is_near(i)) place.precision = PlacePrecision::near;
    }
    for (std::size_t i = 0; i + 1 < places_.size(); ++i) read_between(i);
  }

 private:
  static std::optional<PlacePrecision> of_level(const Place& place) {
    if (place.level == PlaceLevel::settlement && place.point) return PlacePrecision::town;
    if (place.level == PlaceLevel::other && place.point && !place.point_made) return PlacePrecision::town;
    if (place.point || !place.country.empty()) return PlacePrecision::region;
    return std::nullopt;
  }

  /// The token before the name and its article and noun: "the town of X".
  [[nodiscard]] std::uint32_t before_name(std::size_t i) const {
    std::uint32_t at = names_[i].begin;
    const std::uint32_t first = r_.first_of(at);
    const auto& words = place_words();
    if (at >= first + 2 && lower(r_.word(at - 1)) == "of" &&
        (words.has("town", r_.word(at - 2)) || words.has("site", r_.word(at - 2)))) {
      at -= 2;
      while (at > first && r_.token(at - 1).pos == "ADJ") --at;
    }
    while (at > first && (lower(r_.word(at - 1)) == "the" || lower(r_.word(at - 1)) == "a")) --at;
    return at;
  }

  /// The compass point that ends before `at`, and where it begins; hyphens and "north-east" in pieces count as one.
  const Compass* compass_before(std::uint32_t& at, std::uint32_t first) const {
    std::string word;
    const Compass* found = nullptr;
    std::uint32_t begin = at;
    for (std::uint32_t k = at; k > first && at - k < 3; --k) {
      const std::string_view piece = r_.word(k - 1);
      if (piece != "-") word = lower(piece) + word;
      const auto hit = std::find_if(kCompass.begin(), kCompass.end(), [&](const Compass& c) { return c.word == word; });
      if (hit == kCompass.end() && piece != "-") break;
      if (hit != kCompass.end()) found = &*hit, begin = k - 1;
    }
    at = begin;
    return found;
  }

  bool is_near(std::size_t i) {
    std::uint32_t at = before_name(i);
    const std::uint32_t first = r_.first_of(names_[i].begin);
    if (at == first) return false;
    const std::string last = lower(r_.word(at - 1));
    if (last == "near" || last == "outside" || last == "around" || last == "off" || last == "towards" ||
        last == "toward")
      return true;
    if (last == "to" && at >= first + 2 && (lower(r_.word(at - 2)) == "close" || lower(r_.word(at - 2)) == "next"))
      return true;
    if (last != "of" && last != "from") return false;
    --at;
    if (at > first && last == "of" && is_edge(lower(r_.word(at - 1)))) return true;
    const Compass* compass = compass_before(at, first);
    if (at > first && lower(r_.word(at - 1)) == "the") --at;  // "to the south of"
    if (compass != nullptr && at > first && lower(r_.word(at - 1)) == "to") --at;
    if (at > first && lower(r_.word(at - 1)) == "away") --at;
    return read_distance(i, at, first, compass) || compass != nullptr;
  }

  static bool is_edge(std::string_view word) {
    return word == "outskirts" || word == "vicinity" || word == "edge" || word == "outside" || word == "surroundings" ||
           word == "environs";
  }

  bool read_distance(std::size_t i, std::uint32_t at, std::uint32_t first, const Compass* compass) {
    if (at < first + 2) return false;
    const double unit = kilometres_of(r_.word(at - 1));
    if (unit == 0) return false;
    std::uint32_t number = at - 2;
    if (r_.word(number) == "-" && number > first) --number;  // "a 10-km"
    const double kilometres = number_of(r_.word(number)) * unit;
    if (kilometres <= 0 || kilometres > kFarthest) return kilometres > 0;
    ToldPoint told;
    told.kilometres = std::floor(kilometres * 1000 + 0.5) / 1000;
    if (compass != nullptr && places_[i].point) {
      told.direction = compass->letters;
      told.point = moved(*places_[i].point, *compass, kilometres);
    }
    places_[i].told = told;
    return true;
  }

  /// "between X and Y", of towns at most kFarthest apart.
  void read_between(std::size_t i) {
    Place &a = places_[i], &b = places_[i + 1];
    if (a.level != PlaceLevel::settlement || b.level != PlaceLevel::settlement || !a.point || !b.point) return;
    if (names_[i + 1].begin != names_[i].end + 1 || lower(r_.word(names_[i].end)) != "and") return;
    const std::uint32_t at = before_name(i);
    if (at == r_.first_of(names_[i].begin)) return;
    const bool between = lower(r_.word(at - 1)) == "between";
    const double squared = squared_kilometres(*a.point, *b.point);
    if (!between || squared > kFarthest * kFarthest || std::abs(a.point->longitude - b.point->longitude) > 180) return;
    const Point middle{rounded((a.point->latitude + b.point->latitude) / 2),
                       rounded((a.point->longitude + b.point->longitude) / 2)};
    const ToldPoint told{middle, std::floor(std::sqrt(squared) * 500 + 0.5) / 1000, "between"};
    for (Place* place : {&a, &b}) place->told = told, place->precision = PlacePrecision::near;
  }

  const Reading& r_;
  const std::vector<PlaceName>& names_;
  std::vector<Place>& places_;
};

}  // namespace

void relate_places(const Reading& reading, const std::vector<PlaceName>& names, std::vector<Place>& places) {
  Relater(reading, names, places).run();
}

int ucdp_where_precision(const Place& place) {
  if (!place.precision) return 0;
  if (*place.precision == PlacePrecision::town) return 1;
  if (*place.precision == PlacePrecision::near) return 2;
  switch (place.level) {
    case PlaceLevel::country: return 6;
    case PlaceLevel::admin1: return 4;
    case PlaceLevel::admin2: return 3;
    case PlaceLevel::settlement: return 5;
    case PlaceLevel::other: return place.country.empty() && place.point ? 7 : 5;
  }
  return 0;
}

int acled_geo_precision(const Place& place) {
  if (!place.precision) return 0;
  if (*place.precision == PlacePrecision::town) return 1;
  return *place.precision == PlacePrecision::near || place.level == PlaceLevel::admin2 ? 2 : 3;
}

}  // namespace rashomon::mentions
