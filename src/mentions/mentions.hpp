#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/span.hpp"

/// Times, places, quantities and actors of a text, resolved.
namespace rashomon::mentions {

enum class TimeType { date, time, duration, set };

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;  ///< TimeML value, "2020-02-27", "P2W", "PAST_REF"
  DateRange range;    ///< days it covers, resolved against the anchor; empty for durations and sets
  std::string rule;
  std::string anchor;  ///< what the days hang on: "dateline", "published", "text", "focus" (the day last spoken of);
                       ///< "itself" where the words say it all; empty without days
};

enum class PlaceLevel { country, admin1, admin2, settlement, other };

struct Point {
  double latitude = 0;   ///< degrees, WGS 84
  double longitude = 0;  ///< degrees, WGS 84
  auto operator<=>(const Point&) const = default;
};

/// How near an event lies to a place that is named for it: in the town, near it, somewhere in the region.
enum class PlacePrecision { town, near, region };

/// A point that the words tell from a named one: "10 km south of X", "between X and Y".
struct ToldPoint {
  std::optional<Point> point;  ///< to a thousandth of a degree; null where no direction is told
  double kilometres = 0;       ///< from the named place; of "between" half the distance
  std::string direction;       ///< "N", "NE", …, "between", or empty
  auto operator<=>(const ToldPoint&) const = default;
};

struct Place {
  Span span;
  std::string name;            ///< the gazetteer's name; as written where unresolved
  std::optional<Point> point;  ///< null when unresolved
  bool point_made = false;     ///< countries and first-level areas: a mean of their cities, not a surveyed point
  std::optional<std::int64_t> geonames_id;
  std::string gazetteer_id;  ///< of a user's own gazetteer; empty for places of others
  std::string country;       ///< ISO 3166-1 alpha-3, empty if unknown
  std::string admin1;        ///< name of the first-level area, empty if unknown
  PlaceLevel level = PlaceLevel::other;
  std::optional<PlacePrecision> precision;  ///< null where not even the country is known
  std::optional<ToldPoint> told;
  std::string rule;
};

/// UCDP's where_prec: 1 the place itself, 2 near it (25 km), 3 a second-level area, 4 a first-level area, 5 another
/// region or a place known by its area alone, 6 a country, 7 a sea; 0 where the precision is not known. Reference: UCDP
/// GED codebook.
[[nodiscard]] int ucdp_where_precision(const Place& place);
/// ACLED's geo_precision: 1 town, 2 near a town or in a small area, 3 a region; 0 where not known. Reference: ACLED
/// codebook.
[[nodiscard]] int acled_geo_precision(const Place& place);

/// True where a gazetteer knows the place, that of GeoNames or a user's own.
[[nodiscard]] inline bool is_resolved(const Place& p) { return p.geonames_id.has_value() || !p.gazetteer_id.empty(); }
/// What tells entries of gazetteers apart: "g" and the GeoNames id, "u" and the user's own; empty for unresolved
/// places.
[[nodiscard]] std::string entry_key(const Place& place);
/// True for two mentions of one entry: a user's entry that gives its GeoNames id is that entry of GeoNames.
[[nodiscard]] bool same_entry(const Place& a, const Place& b);

enum class ActorForm { name, role, pronoun };

/// Kinds of actor, in the order of docs/formats/common.schema.json.
enum class ActorKind {
  person,
  armed_force,
  police,
  government,
  armed_group,
  coalition,
  international,
  civilians,
  media,
  monitor,
  company,
  other
};

/// One mention of an actor. Mentions with the same actor_id in one document are one actor; ids of known
/// organisations, governments and persons are the same across documents.
struct Actor {
  Span span;                ///< the name without title and article
  std::uint32_t token = 0;  ///< index of the head token in the parse
  ActorForm form = ActorForm::name;
  ActorId actor_id;
  std::string name;  ///< canonical name, the fullest that the document gives
  ActorKind kind = ActorKind::other;
  std::string country;  ///< ISO 3166-1 alpha-3, empty if unknown
  std::string role;     ///< "president", "spokesman", …; empty if none
  std::string code;     ///< CAMEO/PLOVER actor code, "TURMIL"; empty if unknown
  std::string rule;
};

enum class Bound { exact, at_least, more_than, at_most, less_than, almost, about, vague };

/// Measures, in the order of docs/formats/common.schema.json.
enum class Measure {
  killed,
  injured,
  casualties,
  missing,
  captured,
  abducted,
  arrested,
  displaced,
  returned,
  hosted,
  evacuated,
  deployed,
  moved,
  gathered,
  blocked,
  struck,
  destroyed,
  houses_destroyed,
  members,
  present,
  other,
  money,
  percent,
  length,
  area,
  mass,
  speed,
  temperature,
  age,
  rate,
  count
};

enum class WindowKind { incident, since, during, day, stock };

/// The time over which a quantity counts.
struct Window {
  WindowKind kind = WindowKind::incident;
  DateRange range;
  auto operator<=>(const Window&) const = default;
};

/// How a quantity stands to another one of the text that it is part of.
enum class RelationKind {
  subset,    ///< some of the whole: "33, including 3 officers", "more than half of them children"
  partition  ///< with its fellow parts it makes up the whole: "12 people: seven women and five children"
};

/// The whole that a quantity is part of; the whole contains it. A share ("two-thirds", "60 %") also says how many that
/// is, where the whole is known.
struct Relation {
  RelationKind kind = RelationKind::subset;
  Span whole;                             ///< span of the whole quantity
  std::optional<double> low, best, high;  ///< of a share: how many of the whole, else nothing
};

/// Who is counted, as far as the words of the group say it; empty where they do not, or name several.
struct Who {
  std::string country;  ///< ISO 3166-1 alpha-3
  std::string status;   ///< "civilian", "fighter", "police"
  std::string age;      ///< "child", "adult", "elderly"
  std::string gender;   ///< "female", "male"
  std::string side;     ///< "government", "rebel", "foreign"
  bool operator==(const Who&) const = default;
};

/// The numbers of a quantity as a coding profile has them; its own stay what was said.
struct Coded {
  std::string profile;  ///< "acled", "ucdp", "ibc"
  std::optional<double> low, best, high;
};

/// A number with its words. docs/formats/quantities.md says what low, best and high are for each bound.
struct Quantity {
  Span span;                ///< bound word and number ("at least 33")
  std::uint32_t token = 0;  ///< index of the number's (last) token in the parse
  std::string text;         ///< what span covers
  std::optional<double> low, best, high;
  Bound bound = Bound::exact;
  Measure measure = Measure::other;
  std::string unit;   ///< "persons", "households", else the thing or unit counted
  std::string group;  ///< noun phrase with modifiers, "Turkish soldiers"; empty if not said
  Span group_span{};  ///< where the group stands; empty if elided
  std::optional<Window> window;
  std::string rule;
  std::optional<Relation> relation;  ///< to the quantity that this one is part of
  Who who;
  std::optional<Coded> coded;  ///< where the run has a profile of coding
  std::optional<Date> as_of;   ///< day up to which was counted: "as of Monday", "by Thursday evening"
};

struct Mentions {
  std::vector<Time> times;  ///< each list ascending by span
  std::vector<Place> places;
  std::vector<Actor> actors;
  std::vector<Quantity> quantities;
};

/// The words of docs/formats for the enumerations, and back (nullopt for other words).
[[nodiscard]] std::string_view name_of(TimeType v);
[[nodiscard]] std::string_view name_of(PlaceLevel v);
[[nodiscard]] std::string_view name_of(PlacePrecision v);
[[nodiscard]] std::string_view name_of(ActorForm v);
[[nodiscard]] std::string_view name_of(ActorKind v);
[[nodiscard]] std::string_view name_of(Bound v);
[[nodiscard]] std::string_view name_of(Measure v);
[[nodiscard]] std::string_view name_of(WindowKind v);
[[nodiscard]] std::string_view name_of(RelationKind v);
/// The value whose name_of() is `name`: `parse_name<Measure>("killed")`.
template <class E>
[[nodiscard]] std::optional<E> parse_name(std::string_view name) {
  for (int i = 0;; ++i) {
    const std::string_view candidate = name_of(static_cast<E>(i));
    if (candidate.empty()) return {};
    if (candidate == name) return static_cast<E>(i);
  }
}

}  // namespace rashomon::mentions
