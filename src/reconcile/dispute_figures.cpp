#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "reconcile/disputes.hpp"
#include "reconcile/evidence.hpp"
#include "reconcile/toll_parts.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::Bound;
using mentions::Measure;
using mentions::WindowKind;

constexpr std::size_t kMostDistinct = 500;  // figures of one tally that are compared pair by pair
constexpr int kStockDays = 180;             // states of a stock further apart are a series in time, no dispute

// A figure that fixes a number, more or less: words like "dozens" agree with anything.
bool is_firm(const Count& c) { return c.bound != Bound::vague && (c.best || (c.low && c.high)); }

std::string question_of(const TallyWithCounts& t) {
  return "How many " + t.tally.group + " " + std::string(mentions::name_of(t.tally.measure)) + " (" + t.tally.scope +
         ")?";
}

// "X launched strikes, killing 16": the clause that the figure's clause hangs on says whose figure it is.
std::vector<std::size_t> with_hosts(const Findings& f, std::vector<std::size_t> items) {
  for (std::size_t n = items.size(), k = 0; k < n; ++k) {
    const std::size_t i = items[k];
    if (i == 0 || f.corpus.items[i - 1].report != f.corpus.items[i].report || f.event_of[i - 1] != f.event_of[i] ||
        f.event_of[i] == kNoItem)
      continue;
    const Item &host = f.corpus.items[i - 1], &item = f.corpus.items[i];
    if (f.origins.of_item[i - 1] != f.origins.of_item[i] || !host.figures.empty() ||
        host.claim->span.end > item.claim->span.begin)
      continue;
    const std::string_view between =
        slice(f.corpus.reports[item.report]->document.text, {host.claim->span.end, item.claim->span.begin});
    if (between.find_first_of(".!?\n") == std::string_view::npos) items.push_back(i - 1);
  }
  return items;
}

std::vector<Position> positions_by_value(const Findings& f, const std::vector<const Count*>& counts) {
  std::map<std::pair<double, std::string>, std::vector<std::size_t>> by_value;
  for (const Count* c : counts) {
    const bool about = c->bound == Bound::about || c->bound == Bound::almost;
    auto& items =
        by_value[{value_of(*c),
                  about                                                                                     ? "about"
                  : c->bound == Bound::exact || c->bound == Bound::at_least || c->bound == Bound::more_than ? ""
                                                                                                            : "bound"}];
    items.insert(items.end(), c->items.begin(), c->items.end());
  }
  std::vector<Position> out;
  for (const auto& [key, items] : by_value) {
    std::string words = fmt_number(key.first);
    for (const Count* c : counts)
      if (value_of(*c) == key.first && std::find(items.begin(), items.end(), c->item) != items.end())
        words = words_of(*c);
    out.push_back(make_position(f, words, with_hosts(f, items)));
  }
  return out;
}

// Both figures can be true at once: an open bound below the other, a rounded figure around it.
bool agree(const Count& a, const Count& b) {
  const auto below = [](const Count& x, const Count& y) {
    return (x.bound == Bound::at_least || x.bound == Bound::more_than) &&
           y.high.value_or(value_of(y)) >= x.low.value_or(0);
  };
  if (value_of(a) == value_of(b) || below(a, b) || below(b, a)) return true;
  return a.low && b.low && a.high && b.high && *a.low <= *b.high && *b.low <= *a.high;
}

// A later report's greater figure may be news; a smaller one, or one of the same day, stands against the other.
bool clash(const Count& a, const Count& b) {
  if (a.origin == b.origin || agree(a, b)) return false;
  if (a.day == b.day) return true;
  const Count &early = a.day < b.day ? a : b, &late = a.day < b.day ? b : a;
  return value_of(late) < value_of(early);
}

// One count for each figure that an origin gives on a day: what is compared pair by pair.
std::vector<const Count*> distinct(const std::vector<const Count*>& counts) {
  std::set<std::tuple<double, Bound, std::size_t, int>> seen;
  std::vector<const Count*> out;
  for (const Count* c : counts)
    if (out.size() < kMostDistinct && seen.emplace(value_of(*c), c->bound, c->origin, c->day).second) out.push_back(c);
  return out;
}

std::vector<const Count*> firm_counts(const TallyWithCounts& t) {
  std::vector<const Count*> out;
  for (const Count& c : t.counts)
    if (is_firm(c)) out.push_back(&c);
  return out;
}

bool some_origin_changes(const std::vector<const Count*>& counts) {
  std::map<std::size_t, double> said;
  for (const Count* c : counts) {
    const auto [it, fresh] = said.emplace(c->origin, value_of(*c));
    if (!fresh && it->second != value_of(*c)) return true;
  }
  return false;
}

bool some_rise(const std::vector<const Count*>& counts) {
  for (const Count* a : counts)
    for (const Count* b : counts)
      if (a->day != 0 && a->day < b->day && value_of(*a) < value_of(*b)) return true;
  return false;
}

void within_tally(const Findings& f, const TallyWithCounts& t, std::vector<Dispute>& out) {
  const std::vector<const Count*> counts = firm_counts(t);
  std::set<double> values;
  for (const Count* c : counts) values.insert(value_of(*c));
  if (values.size() < 2) {
    if (is_crowd(t.tally.measure) && t.counts.size() > 1) {  // words only: other points, other observers
      std::vector<const Count*> all;
      for (const Count& c : t.counts) all.push_back(&c);
      Dispute d{{},
                DisputeKind::scope,
                question_of(t),
                positions_by_value(f, all),
                "counts of other observers, not to be added",
                {}};
      if (d.positions.size() > 1) out.push_back(std::move(d));
    }
    return;
  }
  const std::vector<const Count*> apart = distinct(counts);
  std::set<std::tuple<double, Bound, std::size_t, int>> at_odds;
  const auto key = [](const Count* c) { return std::make_tuple(value_of(*c), c->bound, c->origin, c->day); };
  bool all_agree = true;
  for (std::size_t i = 0; i < apart.size(); ++i)
    for (std::size_t j = i + 1; j < apart.size(); ++j) {
      if (clash(*apart[i], *apart[j])) at_odds.insert(key(apart[i])), at_odds.insert(key(apart[j]));
      all_agree = all_agree && agree(*apart[i], *apart[j]);
    }
  std::vector<const Count*> clashing;
  for (const Count* c : counts)
    if (at_odds.contains(key(c))) clashing.push_back(c);
  if (is_crowd(t.tally.measure)) {
    out.push_back({{},
                   DisputeKind::scope,
                   question_of(t),
                   positions_by_value(f, counts),
                   "counts of other observers, not to be added",
                   {}});
    return;
  }
  if (!clashing.empty())
    out.push_back({{},
                   DisputeKind::contradiction,
                   question_of(t),
                   positions_by_value(f, clashing),
                   "the speakers stand by different figures",
                   {}});
  if (some_origin_changes(counts) || some_rise(apart))
    out.push_back({{},
                   DisputeKind::update,
                   question_of(t),
                   positions_by_value(f, counts),
                   "the figure changed with time; the latest stands",
                   {}});
  if (out.empty() || (clashing.empty() && all_agree)) {
    const bool rounded = std::any_of(counts.begin(), counts.end(), [](const Count* c) {
      return c->bound == Bound::about || c->bound == Bound::almost;
    });
    if (all_agree && !some_origin_changes(counts) && !some_rise(apart))
      out.push_back({{},
                     rounded ? DisputeKind::rounding : DisputeKind::bound,
                     question_of(t),
                     positions_by_value(f, counts),
                     "the figures are compatible",
                     {}});
  }
}

bool near_reports(const Findings& f, const TallyWithCounts& a, const TallyWithCounts& b) {
  for (const Count& x : a.counts)
    for (const Count& y : b.counts) {
      const std::size_t r = f.corpus.items[x.item].report, s = f.corpus.items[y.item].report;
      if (r != s && f.likeness.of(r, s) >= 0.10) return true;
    }
  return false;
}

std::string country_of(const Findings& f, const TallyWithCounts& t) {
  for (const Count& c : t.counts)
    for (const auto& p : f.corpus.items[c.item].claim->places)
      if (!p.country.empty()) return p.country;
  return {};
}

// Two tallies of one measure that count other windows, or other groups: how they differ; nothing where they do not
// compare.
std::optional<DisputeKind> relation(const Findings& f, const TallyWithCounts& a, const TallyWithCounts& b) {
  const auto kind = [](const TallyWithCounts& t) {
    return t.tally.window ? t.tally.window->kind : WindowKind::incident;
  };
  if (a.tally.measure != b.tally.measure || kind(a) == WindowKind::incident || kind(b) == WindowKind::incident)
    return {};
  const Group &x = a.counts.front().group, &y = b.counts.front().group;
  const std::string p = country_of(f, a), q = country_of(f, b);
  if (!p.empty() && !q.empty() && p != q) return {};
  if (!near_reports(f, a, b)) return {};
  if (a.tally.place != b.tally.place) return {};
  if (a.tally.window->range.end && b.tally.window->range.end) {
    const int apart = a.tally.window->range.end->days - b.tally.window->range.end->days;
    if (apart > kStockDays || apart < -kStockDays) return {};
  }
  const bool stocks = kind(a) == WindowKind::stock && kind(b) == WindowKind::stock;
  if (same_group(x, y) && a.tally.window == b.tally.window && !stocks) {
    // One window by two counters: exact figures contradict each other, rounded ones come of other ways to count.
    const auto exact = [](const TallyWithCounts& t) {
      return std::all_of(t.counts.begin(), t.counts.end(), [](const Count& c) { return c.bound == Bound::exact; });
    };
    return exact(a) && exact(b) ? DisputeKind::contradiction : DisputeKind::scope;
  }
  if (same_group(x, y)) return stocks ? std::nullopt : std::optional(DisputeKind::scope);
  const auto combatants = [](const Group& g) {
    return g.kind == "soldiers" || g.kind == "fighters" || g.kind == "police";
  };
  if (combatants(x) || combatants(y)) return {};
  if (is_part_of(x, y) || is_part_of(y, x))
    return stocks ? std::optional(DisputeKind::definition) : std::optional(DisputeKind::scope);
  return {};
}

void across_tallies(const Findings& f, std::vector<Dispute>& out) {
  std::vector<const TallyWithCounts*> spans;
  for (const TallyWithCounts& t : f.tallies)
    if (t.event == kNoItem && !firm_counts(t).empty()) spans.push_back(&t);
  // By measure, so that only figures that may compare are compared.
  std::map<Measure, std::vector<const TallyWithCounts*>> by_measure;
  for (const auto* t : spans) by_measure[t->tally.measure].push_back(t);
  for (const auto& [measure, tallies] : by_measure) {
    if (tallies.size() > 300) continue;
    for (std::size_t i = 0; i < tallies.size(); ++i)
      for (std::size_t j = i + 1; j < tallies.size(); ++j) {
        const auto kind = relation(f, *tallies[i], *tallies[j]);
        if (!kind) continue;
        std::vector<Position> positions;
        for (const auto* t : {tallies[i], tallies[j]}) {
          std::vector<std::size_t> items;
          for (const Count& c : t->counts) items.insert(items.end(), c.items.begin(), c.items.end());
          positions.push_back(
              make_position(f, words_of(t->counts.front()) + " " + t->tally.group + ", " + t->tally.scope, items));
        }
        out.push_back({{},
                       *kind,
                       question_of(*tallies[i]),
                       std::move(positions),
                       *kind == DisputeKind::scope ? "other windows or counters: two series, never added"
                                                   : "other groups are counted",
                       {}});
      }
  }
}

}  // namespace

std::vector<Dispute> figure_disputes(const Findings& findings) {
  std::vector<Dispute> out;
  for (const TallyWithCounts& t : findings.tallies) {
    // Parts of a toll ("two women here, four there") differ without being at odds.
    if (t.event != kNoItem && std::all_of(t.counts.begin(), t.counts.end(), [](const Count& c) { return c.part; }))
      continue;
    std::vector<Dispute> mine;
    within_tally(findings, t, mine);
    for (Dispute& d : mine)
      if (d.positions.size() > 1) out.push_back(std::move(d));
  }
  across_tallies(findings, out);
  return out;
}

}  // namespace rashomon::reconcile
