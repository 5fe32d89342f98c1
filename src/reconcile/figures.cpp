#include "reconcile/figures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "reconcile/evidence.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::Bound;

bool is_firm(Bound b) { return b == Bound::exact || b == Bound::at_least || b == Bound::more_than; }
bool is_open(Bound b) { return b == Bound::at_least || b == Bound::more_than || b == Bound::vague; }

bool gives_way(const Count& c, const std::vector<Count>& all) {
  for (const Count& other : all) {
    if (c.bound == Bound::vague && is_firm(other.bound) && other.low && c.low && *other.low >= *c.low) return true;
    if ((c.bound == Bound::about || c.bound == Bound::almost) && other.bound == Bound::exact && other.best && c.low &&
        c.high && *other.best >= *c.low && *other.best <= *c.high)
      return true;
  }
  return false;
}

void take_min(std::optional<double>& to, std::optional<double> value) {
  if (value && (!to || *value < *to)) to = value;
}
void take_max(std::optional<double>& to, std::optional<double> value) {
  if (value && (!to || *value > *to)) to = value;
}

Range range_of(const Count& c) { return c.coded ? *c.coded : Range{c.low, c.best, c.high}; }

// The figure each origin stands by now: of its latest report; within a day the greater, for tolls rise.
std::vector<const Count*> standing(const std::vector<Count>& counts) {
  std::map<std::size_t, const Count*> latest;
  for (const Count& c : counts) {
    const auto best = range_of(c).best;
    if (!best) continue;
    const Count*& kept = latest[c.origin];
    if (kept == nullptr || std::make_tuple(c.day, *best) > std::make_tuple(kept->day, *range_of(*kept).best)) kept = &c;
  }
  std::vector<const Count*> out;
  for (const auto& [origin, c] : latest) out.push_back(c);
  return out;
}

std::optional<double> lowest_of(const std::vector<Count>& counts) {
  std::optional<double> lowest;
  for (const Count* c : standing(counts)) take_min(lowest, range_of(*c).best);
  return lowest;
}

std::optional<double> best_of(const std::vector<Count>& counts, const mentions::Profile* profile) {
  using mentions::WhereFiguresDiffer;
  const auto differ = profile ? profile->where_figures_differ() : WhereFiguresDiffer::most_origins;
  if (differ == WhereFiguresDiffer::none) return {};
  if (differ == WhereFiguresDiffer::lowest) return lowest_of(counts);
  struct Vote {
    int origins = 0, day = 0;
    bool exact = false;
  };
  std::map<double, Vote> votes;
  for (const Count* c : standing(counts)) {
    Vote& v = votes[*range_of(*c).best];
    ++v.origins;
    v.day = std::max(v.day, c->day);
    v.exact = v.exact || c->bound == Bound::exact;
  }
  std::optional<double> best;
  Vote most;
  for (const auto& [value, v] : votes)
    if (!best || std::make_tuple(v.origins, v.day, v.exact) >= std::make_tuple(most.origins, most.day, most.exact))
      best = value, most = v;
  return best;
}

std::vector<std::size_t> independent(const std::vector<Count>& counts, const Origins& origins) {
  std::set<std::size_t> speakers, outlets;
  for (const Count& c : counts) (origins.is_own_voice[c.origin] ? outlets : speakers).insert(c.origin);
  const auto& from = speakers.empty() ? outlets : speakers;
  return {from.begin(), from.end()};
}

bool rises_with_time(const std::vector<Count>& counts) {
  std::vector<std::pair<int, double>> order;
  for (const Count& c : counts) order.emplace_back(c.day, value_of(c));
  std::sort(order.begin(), order.end());
  for (std::size_t i = 1; i < order.size(); ++i)
    if (order[i].second < order[i - 1].second) return false;
  return !order.empty() && order.front().first != order.back().first;
}

std::string status_of(const std::vector<Count>& counts, const Merged& m) {
  std::set<double> values;
  std::set<std::size_t> said_by;
  for (const Count& c : counts) values.insert(value_of(c)), said_by.insert(c.origin);
  if (values.size() > 1) {
    if (said_by.size() == 1 || rises_with_time(counts)) return "updated";
    const bool bounds_only = std::all_of(counts.begin(), counts.end(), [&](const Count& c) {
      return c.bound != Bound::exact || value_of(c) == m.range.best;
    });
    return bounds_only ? "agreed" : "disputed";
  }
  return m.origins.size() > 1 ? "agreed" : "single origin";
}

std::string rule_of(const std::vector<Count>& left, std::size_t dropped, const Merged& m,
                    const mentions::Profile* profile) {
  std::string rule = left.size() == 1
                         ? "one figure, " + words_of(left.front())
                         : "low and high are the least and greatest of " + std::to_string(left.size()) + " figures";
  const bool lowest = profile && profile->where_figures_differ() == mentions::WhereFiguresDiffer::lowest;
  if (m.range.best && left.size() > 1)
    rule += lowest ? "; best is the lowest that an origin stands by"
                   : "; best is the figure most origins stand by, of ties the latest";
  if (m.status == "updated") rule += "; earlier figures were updated";
  if (dropped > 0)
    rule += "; " + std::to_string(dropped) + " vague or rounded figure" + (dropped > 1 ? "s give" : " gives") +
            " way to an exact one";
  if (m.open_high) rule += "; somebody says \"at least\" or \"more than\"";
  if (profile) rule += "; numbers as profile " + profile->name() + " codes the words";
  return rule;
}

}  // namespace

double value_of(const Count& c) { return c.best ? *c.best : c.low ? *c.low : c.high.value_or(0); }

std::string words_of(const Count& c) {
  if (c.quantity != nullptr && !c.quantity->text.empty()) return c.quantity->text;
  if (c.low && c.high && *c.low != *c.high) return fmt_number(*c.low) + " to " + fmt_number(*c.high);
  return (is_open(c.bound) ? "at least " : "") + fmt_number(value_of(c));
}

Merged merge_counts(std::vector<Count> counts, const Origins& origins, const mentions::Profile* profile) {
  std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) {
    return std::make_tuple(a.item, value_of(a), a.bound) < std::make_tuple(b.item, value_of(b), b.bound);
  });
  Merged m;
  std::vector<Count> left;
  for (const Count& c : counts)
    if (!gives_way(c, counts)) left.push_back(c);
  if (left.empty()) left = counts;

  std::optional<double> closed, open;
  bool exact = false;
  for (const Count& c : left) {
    const Range range = range_of(c);
    take_min(m.range.low, range.low);
    take_max(closed, range.high);
    if (is_open(c.bound)) m.open_high = true;
    if (is_open(c.bound) && !(c.coded && range.high)) take_max(open, range.low);
    exact = exact || c.bound == Bound::exact;
  }
  m.range.best = best_of(left, profile);
  if (closed && (!open || (exact && *closed >= *open))) m.range.high = closed;
  m.origins = independent(counts, origins);
  m.status = status_of(left, m);
  m.rule = rule_of(left, counts.size() - left.size(), m, profile);
  return m;
}

Count sum_of(const std::vector<Count>& parts) {
  Count sum = parts.front();
  sum.quantity = nullptr;
  sum.group = {};
  sum.phrase = "people";
  sum.low = sum.best = sum.high = 0;
  if (sum.coded) sum.coded = Range{0, 0, 0};
  sum.items.clear();
  const auto add = [](std::optional<double>& to, std::optional<double> value) {
    to = to && value ? std::optional(*to + *value) : std::nullopt;
  };
  for (const Count& p : parts) {
    add(sum.low, p.low ? p.low : std::optional(0.0));
    add(sum.best, p.best);
    add(sum.high, p.high);
    if (sum.coded && p.coded) {
      add(sum.coded->low, p.coded->low ? p.coded->low : std::optional(0.0));
      add(sum.coded->best, p.coded->best);
      add(sum.coded->high, p.coded->high);
    }
    if (p.bound != Bound::exact) sum.bound = is_open(p.bound) ? Bound::at_least : p.bound;
    sum.items.insert(sum.items.end(), p.items.begin(), p.items.end());
    sum.item = std::min(sum.item, p.item);
  }
  return sum;
}

}  // namespace rashomon::reconcile
