#include "mentions/place_resolve.hpp"

#include <algorithm>
#include <bit>

#include "mentions/distance.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::size_t kNeighbours = 40;  // resolved places that a candidate is held against
constexpr std::size_t kReadings = 40;    // entries of a name that are held against another's

// Names that mean one place: the same key and the same holder, if one is named.
struct Group {
  std::vector<std::size_t> members;
  std::vector<std::size_t> holders;  // names that hold a member
  bool area = false, town = false;
  bool holds = false;  // another name lies in it: "X, New York"
  int chosen = -1;
  int lead = 0;  // score of the best above that of the second
};

class Resolver {
 public:
  Resolver(const std::vector<PlaceName>& names, const PlaceEvidence& evidence, const PlaceRanking& ranking)
      : names_(names), evidence_(evidence), w_(ranking) {}
  std::vector<int> run();

 private:
  void group();
  void add_holder(Group& group, std::size_t holder) const;
  [[nodiscard]] const std::vector<GazetteerEntry>& entries(const Group& g) const {
    return names_[g.members[0]].entries;
  }
  [[nodiscard]] int prior(const Group& g, const GazetteerEntry& e) const;
  [[nodiscard]] int country_score(const GazetteerEntry& e) const;
  [[nodiscard]] int holder_score(const Group& g, const GazetteerEntry& e) const;
  [[nodiscard]] int nearness(const Group& g, const GazetteerEntry& e) const;
  [[nodiscard]] bool is_guess(const GazetteerEntry& e) const;
  [[nodiscard]] int pairing(const Group& g, const GazetteerEntry& e) const;
  void choose(Group& g, bool with_neighbours);
  [[nodiscard]] int chosen_among(const Group& g, const std::vector<GazetteerEntry>& own) const;
  void collect_neighbours();

  const std::vector<PlaceName>& names_;
  const PlaceEvidence& evidence_;
  const PlaceRanking& w_;
  std::vector<Group> groups_;
  struct Neighbour {
    const Group* group;
    Point point;
    std::string_view country, admin1;
    int weight;
  };
  std::vector<Neighbour> neighbours_;
};

void Resolver::add_holder(Group& group, std::size_t holder) const {
  constexpr std::size_t kHolders = 8;
  const bool known = std::any_of(group.holders.begin(), group.holders.end(),
                                 [&](std::size_t h) { return names_[h].key == names_[holder].key; });
  if (!known && group.holders.size() < kHolders) group.holders.push_back(holder);
}

void Resolver::group() {
  // The holder's key parts namesakes: "Paris, Texas" and "Paris, France" in one report. A name without a holder joins
  // the latest group of its key.
  std::map<std::pair<std::string, std::string>, std::size_t> index;
  std::map<std::string, std::size_t> latest;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto& n = names_[i];
    std::string holder;
    if (n.within >= 0) holder = names_[static_cast<std::size_t>(n.within)].key;
    std::size_t g = groups_.size();
    const auto known = index.find({n.key, holder});
    if (known != index.end()) {
      g = known->second;
    } else if (const auto last = latest.find(n.key); holder.empty() && last != latest.end()) {
      g = last->second;
    } else if (last != latest.end() && groups_[last->second].holders.empty()) {
      g = last->second;  // named bare before, with its holder now
    }
    if (g == groups_.size()) groups_.emplace_back();
    index[{n.key, holder}] = g;
    latest[n.key] = g;
    Group& group = groups_[g];
    group.members.push_back(i);
    if (n.within >= 0) add_holder(group, static_cast<std::size_t>(n.within));
    group.area = group.area || n.area;
    group.town = group.town || n.town;
  }
  std::vector<char> holds(names_.size(), 0);
  for (const auto& n : names_)
    if (n.within >= 0) holds[static_cast<std::size_t>(n.within)] = 1;
  for (auto& g : groups_)
    g.holds = std::any_of(g.members.begin(), g.members.end(), [&](std::size_t i) { return holds[i] != 0; });
}

bool is_federal(std::string_view country) { return country == "USA" || country == "CAN" || country == "AUS"; }

// What holds without context.
int Resolver::prior(const Group& g, const GazetteerEntry& e) const {
  int score = w_.population *
              static_cast<int>(std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(e.population, 0))));
  if (e.level == PlaceLevel::country) score += w_.country + (g.area || g.town ? w_.country_as_area : 0);
  if (e.level == PlaceLevel::admin1) {
    score += g.area ? w_.admin1_as_area : is_federal(e.country) ? w_.admin1_federal : w_.admin1;
    if (g.town) score += w_.admin1_as_town;
    // "Washington" is the capital, "New York" the city, unless called a state or named as what holds a town.
    constexpr std::int64_t kCity = 3000000;
    const bool has_city = std::any_of(entries(g).begin(), entries(g).end(), [&](const GazetteerEntry& c) {
      return c.country == e.country && c.level == PlaceLevel::settlement &&
             (c.capital || (c.population > kCity && c.admin1 == e.admin1));
    });
    if (has_city && !g.area && !g.holds) score += w_.admin1_of_capital;
  }
  if (e.level == PlaceLevel::admin2) score += w_.admin2;
  if (e.capital) score += w_.capital;
  // Well-known cities have English names of their own ("Munich"); a village's other name is mostly chance.
  constexpr std::int64_t kKnown = 100000;
  if (e.level == PlaceLevel::settlement && e.population >= kKnown) score += w_.known;
  if (e.alternate) score += e.population < kKnown ? w_.alternate : w_.alternate_known;
  return score;
}

int Resolver::country_score(const GazetteerEntry& e) const {
  if (evidence_.total == 0) return 0;
  const auto c = evidence_.countries.find(e.country);
  int score = c == evidence_.countries.end() ? w_.country_absent
                                             : w_.country_present + w_.country_share * c->second / evidence_.total;
  const auto a = evidence_.areas.find({std::string(e.country), std::string(e.admin1)});
  if (a != evidence_.areas.end()) score += w_.area_present + w_.area_again * std::min(4, a->second - 1);
  // "The U.S." is spoken of everywhere: without its state a town of a federal country gains little by it.
  else if (is_federal(e.country) && e.level == PlaceLevel::settlement && score > 0)
    score = score * w_.federal_percent / 100;
  return score;
}

// A name said to lie in another: entries of that country or area stand far above the rest.
int Resolver::holder_score(const Group& g, const GazetteerEntry& e) const {
  int best = 0;
  for (std::size_t h : g.holders) {
    for (const auto& container : names_[h].entries) {
      if (container.country != e.country || e.level == PlaceLevel::country) continue;
      if (container.level == PlaceLevel::country) best = std::max(best, w_.within_country);
      if (container.admin1 != e.admin1) continue;
      if (container.level == PlaceLevel::admin1 && e.geonames_id != container.geonames_id)
        best = std::max(best, w_.within_area);
      if (container.level >= PlaceLevel::admin2 && squared_kilometres(container.point, e.point) < 100.0 * 100)
        best = std::max(best, w_.within_other);
    }
  }
  return best;
}

int Resolver::nearness(const Group& g, const GazetteerEntry& e) const {
  if (e.level == PlaceLevel::country) return 0;
  int score = 0, same_area = 0;
  for (const auto& n : neighbours_) {
    if (n.group == &g) continue;
    const double d = squared_kilometres(n.point, e.point);
    const int near = d < 40.0 * 40     ? w_.near_40
                     : d < 100.0 * 100 ? w_.near_100
                     : d < 250.0 * 250 ? w_.near_250
                     : d < 600.0 * 600 ? w_.near_600
                                       : 0;
    score += near * n.weight;
    same_area += n.country == e.country && n.admin1 == e.admin1 ? n.weight : 0;
  }
  return std::min(score, w_.near_most) + std::min(w_.same_area * same_area, w_.same_area_most);
}

// A small town of a country that the document, which speaks of others, never mentions.
bool Resolver::is_guess(const GazetteerEntry& e) const {
  constexpr int kSpoken = 4;
  return evidence_.total >= kSpoken && e.own_id.empty() && e.level == PlaceLevel::settlement && !e.capital &&
         !evidence_.countries.contains(e.country) && e.population < 1000 * w_.alone_people;
}

// Two names that may both mean many places mean the two that lie together: "Henderson County" and its county seat.
int Resolver::pairing(const Group& g, const GazetteerEntry& e) const {
  if (e.level == PlaceLevel::country) return 0;
  int score = 0;
  for (const auto& n : neighbours_) {
    if (n.group == &g || n.group->members.empty()) continue;
    const auto& readings = entries(*n.group);
    int best = 0;
    for (std::size_t i = 0; i < std::min(readings.size(), kReadings); ++i) {
      const auto& other = readings[i];
      if (other.country != e.country || other.level == PlaceLevel::country) continue;
      int value = other.admin1 == e.admin1 ? w_.pair_area : 0;
      if (value < w_.pair_40) {
        const double d = squared_kilometres(other.point, e.point);
        value = std::max(value, d < 40.0 * 40 ? w_.pair_40 : d < 100.0 * 100 ? w_.pair_100 : 0);
      }
      best = std::max(best, value);
    }
    score += best;
  }
  return std::min(score, w_.pair_most);
}

void Resolver::choose(Group& g, bool with_neighbours) {
  int best = -1, best_score = 0, second = 0;
  const auto& all = entries(g);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int score = prior(g, all[i]) + country_score(all[i]) + holder_score(g, all[i]) +
                      (with_neighbours ? nearness(g, all[i]) + pairing(g, all[i]) : 0);
    if (best < 0 || score > best_score) {
      second = best < 0 ? score - 100 : best_score;
      best = static_cast<int>(i);
      best_score = score;
    } else {
      second = std::max(second, score);
    }
  }
  g.chosen = best >= 0 && is_guess(all[static_cast<std::size_t>(best)]) ? -1 : best;
  g.lead = best_score - second;
}

// Places that are sure enough to pull others: the surest first.
void Resolver::collect_neighbours() {
  std::vector<const Group*> sure;
  for (const auto& g : groups_)
    if (g.chosen >= 0 && entries(g)[static_cast<std::size_t>(g.chosen)].level != PlaceLevel::country)
      sure.push_back(&g);
  std::stable_sort(sure.begin(), sure.end(), [](const Group* a, const Group* b) { return a->lead > b->lead; });
  if (sure.size() > kNeighbours) sure.resize(kNeighbours);
  neighbours_.clear();
  for (const Group* g : sure) {
    const auto& e = entries(*g)[static_cast<std::size_t>(g->chosen)];
    if (e.level == PlaceLevel::other) continue;
    neighbours_.push_back({g, e.point, e.country, e.admin1, g->lead >= w_.sure_lead ? 2 : 1});
  }
}

std::vector<int> Resolver::run() {
  group();
  for (auto& g : groups_) choose(g, false);
  for (int round = 0; round < 2; ++round) {
    collect_neighbours();
    for (auto& g : groups_) choose(g, true);
  }
  std::vector<int> chosen(names_.size(), -1);
  for (const auto& g : groups_)
    for (std::size_t i : g.members) chosen[i] = chosen_among(g, names_[i].entries);
  return chosen;
}

// Names of one key may have been looked up apart ("D.C." and "Washington D.C."): the choice is that entry in their own
// list.
int Resolver::chosen_among(const Group& g, const std::vector<GazetteerEntry>& own) const {
  if (g.chosen < 0) return -1;
  const auto& e = entries(g)[static_cast<std::size_t>(g.chosen)];
  for (std::size_t k = 0; k < own.size(); ++k)
    if (own[k].geonames_id == e.geonames_id && own[k].own_id == e.own_id && own[k].name == e.name &&
        own[k].level == e.level && own[k].point == e.point)  // counties of one name have no ids
      return static_cast<int>(k);
  return -1;
}

}  // namespace

std::vector<int> resolve_places(const std::vector<PlaceName>& names, const PlaceEvidence& evidence,
                                const PlaceRanking& ranking) {
  return Resolver(names, evidence, ranking).run();
}

}  // namespace rashomon::mentions
