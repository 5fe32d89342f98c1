#include "reconcile/evidence.hpp"

#include <algorithm>
#include <cmath>

#include "mentions/fold.hpp"

namespace rashomon::reconcile {
namespace {

constexpr double kSameKm = 8, kNearKm = 30, kApartKm = 40;

template <class T>
const T* first_common(const std::vector<T>& a, const std::vector<T>& b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return &a[i];
    const bool left = a[i] < b[j];
    i += left, j += !left;
  }
  return nullptr;
}

// ------------------------------------------------------------------ time
bool meet(const DateRange& a, const DateRange& b) {
  const bool before = a.end && b.start && *a.end < *b.start;
  const bool after = b.end && a.start && *b.end < *a.start;
  return !before && !after;
}

bool is_next_day(const DateRange& a, const DateRange& b) {
  return (a.end && b.start && a.end->days + 1 == b.start->days) ||
         (b.end && a.start && b.end->days + 1 == a.start->days);
}

// Where no text dates its own happening: the days that stand around.
void compare_lent(Evidence& e, const Sketch& a, const Sketch& b) {
  for (const TimeSpan& s : a.lent)
    for (const TimeSpan& t : b.lent)
      if (s.precision <= 2 && t.precision <= 2 && meet(s.range, t.range))
        return e.add("day_near", 0.5, s.range.start ? s.range.start->iso() : "");
}

void compare_times(Evidence& e, const Sketch& a, const Sketch& b) {
  if (a.stated.empty() && b.stated.empty()) return compare_lent(e, a, b);
  if (a.stated.empty() || b.stated.empty()) {
    const Sketch& dated = a.stated.empty() ? b : a;
    const Sketch& other = a.stated.empty() ? a : b;
    const auto when = best_time(dated);
    if (when && !other.lent.empty() && std::none_of(other.lent.begin(), other.lent.end(), [&](const TimeSpan& t) {
          return meet(t.range, when->range) || is_next_day(t.range, when->range);
        }))
      e.add("lent_apart");
    if (other.published && when && when->range.start && when->precision <= 2) {
      const int days = other.published->days - when->range.start->days;
      if (days >= -1 && days <= 7) e.add("day_near", 1, when->range.start->iso());
      if (days > 10) e.add("look_back", 1, when->range.start->iso());
      if (days < -1) e.add("day_to_come", 1, when->range.start->iso());
    }
    return;
  }
  const TimeSpan* x = nullptr;
  bool vague = false;
  for (const TimeSpan& s : a.stated)
    for (const TimeSpan& t : b.stated)
      if (meet(s.range, t.range)) {
        const bool both_vague = s.precision > 3 || t.precision > 3;
        if (x == nullptr || (vague && !both_vague)) x = &s, vague = both_vague;
      }
  if (x == nullptr) {
    const DateRange p = best_time(a)->range, q = best_time(b)->range;
    return e.add(p.start && q.start && is_next_day(p, q) ? "day_next" : "day_apart", 1, p.start ? p.start->iso() : "");
  }
  e.add(vague ? "day_same_vague" : "day_same", 1, x->range.start ? x->range.start->iso() : "");
}

// ------------------------------------------------------------------ place
bool is_area(const mentions::Place& p) {
  return p.level == mentions::PlaceLevel::admin1 || p.level == mentions::PlaceLevel::admin2;
}

// Weight name of how two places lie to each other, best first; empty where nothing can be said.
std::string_view relation(const mentions::Place& a, const mentions::Place& b) {
  using enum mentions::PlaceLevel;
  const bool same_name = mentions::fold_name(a.name) == mentions::fold_name(b.name);
  if (a.country.empty() || b.country.empty()) return same_name ? "place_area" : "";
  if (a.level == country || b.level == country) return a.country == b.country ? "place_country" : "place_other_country";
  if (mentions::same_entry(a, b) || (same_name && a.country == b.country))
    return is_area(a) || is_area(b) ? "place_area" : "place_same";
  if (!is_area(a) && !is_area(b) && a.point && b.point) {
    const double km = kilometres(*a.point, *b.point);
    if (km <= kSameKm) return "place_same";
    if (km <= kNearKm) return "place_near";
    if (km > kApartKm) return a.country == b.country ? "place_apart" : "place_abroad";
  }
  const std::string area_a = mentions::fold_name(is_area(a) && a.admin1.empty() ? a.name : a.admin1);
  const std::string area_b = mentions::fold_name(is_area(b) && b.admin1.empty() ? b.name : b.admin1);
  if (!area_a.empty() && !area_b.empty() && a.country == b.country)
    return area_a == area_b ? "place_area" : "place_apart";
  return a.country == b.country ? "place_country" : "place_abroad";
}

void compare_places(Evidence& e, const Sketch& a, const Sketch& b) {
  constexpr std::string_view kOrder[] = {"place_same",    "place_near",          "place_area",  "place_apart",
                                         "place_country", "place_other_country", "place_abroad"};
  std::size_t best = std::size(kOrder);
  std::string what;
  for (const PlaceVote& x : a.places)
    for (const PlaceVote& y : b.places) {
      const std::string_view r = relation(*x.place, *y.place);
      const auto rank =
          static_cast<std::size_t>(std::find(std::begin(kOrder), std::end(kOrder), r) - std::begin(kOrder));
      if (rank < best) best = rank, what = x.place->name;
    }
  if (best < std::size(kOrder)) e.add(kOrder[best], 1, what);
}

// ------------------------------------------------------------------ figures
void compare_tolls(Evidence& e, const Sketch& a, const Sketch& b) {
  const TollSketch *same = nullptr, *near = nullptr, *apart = nullptr;
  for (const TollSketch& x : a.tolls)
    for (const TollSketch& y : b.tolls) {
      if (x.measure != y.measure ||
          !(same_group(x.group, y.group) || is_part_of(x.group, y.group) || is_part_of(y.group, x.group)))
        continue;
      const double low = std::min(x.value, y.value), high = std::max(x.value, y.value);
      if (low == high && (same == nullptr || high > same->value)) same = &x;
      if (high <= 1.5 * low) near = &x;
      if (high > 3 * low) apart = &x;
    }
  if (same != nullptr) {
    // One or two dead are everywhere; larger figures tell happenings apart.
    e.add("toll_same", same->value <= 2 ? 0.4 : 1, fmt_number(same->value));
    if (same->value >= 10) e.add("toll_same_large", std::min(2.0, log2_of(same->value / 5) / 2));
  } else if (near != nullptr) {
    e.add("toll_close");
  } else if (apart != nullptr) {
    e.add("toll_apart");
  }
}

// ------------------------------------------------------------------ words
void compare_words(Evidence& e, const Sketch& a, const Sketch& b, const Corpus& corpus) {
  double shared = 0, left = 0, right = 0;
  std::uint32_t rarest = 0;
  double rarity = 0;
  for (std::uint32_t w : a.words) left += corpus.rarity[w];
  for (std::uint32_t w : b.words) right += corpus.rarity[w];
  for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
    if (a.words[i] == b.words[j]) {
      const double r = corpus.rarity[a.words[i]];
      shared += r;
      if (r > rarity) rarity = r, rarest = a.words[i];
    }
    const bool l = a.words[i] <= b.words[j], r = b.words[j] <= a.words[i];
    i += l, j += r;
  }
  // A handful of words is no measure: shares are taken of at least twenty bits' worth.
  const double of = std::max(20.0, std::min(left, right));
  if (shared > 0) e.add("words", std::min(1.0, shared / of), corpus.vocabulary.word(rarest));
}

// Dead or injured of groups that share nobody: two sides of one fight, or two happenings.
void compare_victims(Evidence& e, const Sketch& a, const Sketch& b) {
  bool disjoint = false, common = false;
  for (const TollSketch& x : a.tolls)
    for (const TollSketch& y : b.tolls) {
      if (x.measure != mentions::Measure::killed || y.measure != x.measure) continue;
      if (are_disjoint(x.group, y.group)) disjoint = true;
      else common = true;
    }
  if (disjoint && !common) e.add("victims_apart");
}

// Who does it in one is the one it is done to in the other.
void compare_roles(Evidence& e, const Sketch& a, const Sketch& b) {
  if (first_common(a.actors, b.actors) != nullptr || first_common(a.recipients, b.recipients) != nullptr) return;
  if (first_common(a.actors, b.recipients) != nullptr || first_common(a.recipients, b.actors) != nullptr)
    e.add("roles_turned");
}

template <class T>
void compare_sides(Evidence& e, const std::vector<T>& a, const std::vector<T>& b, std::string_view same,
                   std::string_view apart) {
  if (a.empty() || b.empty()) return;
  if (const T* common = first_common(a, b)) {
    e.add(same, 1, *common);
  } else if (!apart.empty()) {
    e.add(apart);
  }
}

}  // namespace

std::string fmt_number(double value) {
  const auto whole = static_cast<long long>(value);
  return static_cast<double>(whole) == value ? std::to_string(whole) : std::to_string(value);
}

void Evidence::add(std::string_view name, double share, std::string_view what) {
  score += weight(name) * share;
  std::string reason(name);
  if (!what.empty()) reason.append(": ").append(what);
  reasons.push_back(std::move(reason));
}

bool compatible(Family a, Family b) {
  if (a == b) return true;
  const auto pair = [&](Family x, Family y) { return (a == x && b == y) || (a == y && b == x); };
  return pair(Family::violence, Family::campaign) || pair(Family::talks, Family::agreement) ||
         pair(Family::campaign, Family::movement);
}

Evidence compare(const Sketch& a, const Sketch& b, const Corpus& corpus) {
  Evidence e;
  if (!compatible(a.family, b.family)) {
    e.score = -100;
    return e;
  }
  e.verbal = !is_material(a.family) && !is_material(b.family);
  if (a.family == b.family) e.add("same_family");
  if ((a.family == Family::campaign) != (b.family == Family::campaign)) e.add("scale_apart");
  if (a.actual != b.actual) e.add("unreal");
  if (a.reprisal && b.reprisal) e.add("reprisal_same");
  if (a.reprisal != b.reprisal) e.add("reprisal_apart");
  if (is_material(a.family)) compare_roles(e, a, b);
  compare_victims(e, a, b);
  compare_times(e, a, b);
  compare_places(e, a, b);
  compare_tolls(e, a, b);
  compare_words(e, a, b, corpus);
  compare_sides(e, a.weapons, b.weapons, "weapon_same", "weapon_apart");
  compare_sides(e, a.actors, b.actors, "actor_same", "");
  compare_sides(e, a.recipients, b.recipients, "recipient_same", "recipient_apart");
  if (e.verbal) compare_sides(e, a.speakers, b.speakers, "speaker_same", "speaker_apart");
  return e;
}

double kilometres(mentions::Point a, mentions::Point b) {
  constexpr double kPerDegree = 111.195;  // mean Earth radius 6,371 km
  const double mean = (a.latitude + b.latitude) / 2 * 0.017453292519943295;
  const double m2 = mean * mean;
  // cos by its series; enough for two digits of a distance.
  const double shrink = 1 - m2 / 2 + m2 * m2 / 24 - m2 * m2 * m2 / 720;
  double across = std::fabs(a.longitude - b.longitude);
  if (across > 180) across = 360 - across;
  const double x = across * shrink, y = a.latitude - b.latitude;
  return kPerDegree * std::sqrt(x * x + y * y);
}

}  // namespace rashomon::reconcile
