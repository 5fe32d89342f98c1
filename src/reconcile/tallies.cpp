#include "reconcile/tallies.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "core/hash.hpp"
#include "reconcile/toll_parts.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::Measure;
using mentions::WindowKind;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_tallied(Measure m) { return m < Measure::other && m != Measure::members; }

// The window that a figure counts over; one that says none counts the happening if it is a toll, else the day it is
// told.
WindowKind window_kind(const mentions::Quantity& q) {
  if (q.window) return q.window->kind == WindowKind::day ? WindowKind::incident : q.window->kind;
  return q.measure == Measure::hosted || q.measure == Measure::present ? WindowKind::stock : WindowKind::incident;
}

// Tens of thousands of dead count a war, whatever window the sentence gives.
bool counts_a_war(const mentions::Quantity& q) {
  return q.measure == Measure::killed && q.low && *q.low >= 20000 && window_kind(q) == WindowKind::incident;
}

std::vector<std::string> report_countries(const Corpus& corpus) {
  std::vector<std::string> out;
  for (std::size_t r = 0; r < corpus.reports.size(); ++r) {
    std::map<std::string, int> votes;
    for (std::size_t i = corpus.first[r]; i < corpus.first[r + 1]; ++i)
      for (const auto& p : corpus.items[i].claim->places)
        if (!p.country.empty()) ++votes[p.country];
    std::string best;
    for (const auto& [country, n] : votes)
      if (best.empty() || n > votes[best]) best = country;
    out.push_back(best);
  }
  return out;
}

bool counts_as_fact(const Item& item) {
  return item.claim->polarity == claims::Polarity::asserts && item.claim->modality == claims::Modality::actual;
}

bool is_number(const std::optional<double>& value) { return !value || std::isfinite(*value); }

std::optional<Range> coded(const mentions::Profile* profile, const mentions::Quantity& q) {
  if (profile == nullptr) return {};
  const mentions::CodedRange range = profile->code(q);
  return Range{range.low, range.best, range.high};
}

std::vector<Count> all_counts(const Corpus& corpus, const Origins& origins) {
  std::vector<Count> out;
  for (std::size_t i = 0; i < corpus.items.size(); ++i) {
    if (!counts_as_fact(corpus.items[i])) continue;
    const auto day = published_day(corpus.reports[corpus.items[i].report]->document);
    for (const Figure& f : corpus.items[i].figures) {
      const mentions::Quantity& q = *f.quantity;
      if (!is_number(q.low) || !is_number(q.best) || !is_number(q.high)) continue;
      if (!is_tallied(q.measure) || counts_a_war(q) || (!q.low && !q.best && !q.high)) continue;
      out.push_back({i,
                     origins.of_item[i],
                     &q,
                     q.measure,
                     f.group,
                     q.group,
                     q.bound,
                     q.low,
                     q.best,
                     q.high,
                     day ? day->days : 0,
                     f.part,
                     f.further,
                     {i},
                     coded(corpus.profile, q)});
    }
  }
  return out;
}

std::string label_of(const std::vector<Count>& counts) {
  std::map<std::string, int> votes;
  for (const Count& c : counts)
    if (!c.phrase.empty()) ++votes[c.phrase];
  std::string best;
  const auto rank = [&](const std::string& phrase) {
    return std::make_tuple(!group_of(phrase).nation.empty(), votes[phrase], -static_cast<int>(phrase.size()));
  };
  for (const auto& [phrase, n] : votes)
    if (best.empty() || rank(phrase) > rank(best)) best = phrase;
  return best.empty() ? "people" : best;
}

TallyWithCounts make_tally(std::vector<Count> counts, const Corpus& corpus, const Origins& origins,
                           std::string_view key) {
  TallyWithCounts out;
  Tally& t = out.tally;
  t.id = {content_id("t", {key})};
  t.measure = counts.front().measure;
  t.group = label_of(counts);
  const Merged merged = merge_counts(counts, origins, corpus.profile);
  t.range = merged.range;
  t.open_high = merged.open_high;
  t.status = merged.status;
  t.rule = merged.rule;
  for (std::size_t o : merged.origins) t.origins.push_back(origins.list[o].id);
  std::set<ClaimId> claims;
  std::map<std::string, int> places;
  for (const Count& c : counts)
    for (std::size_t i : c.items) {
      claims.insert(corpus.items[i].claim->id);
      for (const auto& p : corpus.items[i].claim->places)
        if (p.level != mentions::PlaceLevel::country) ++places[p.name];
    }
  t.claims.assign(claims.begin(), claims.end());
  for (const auto& [name, n] : places)
    if (t.place.empty() || n > places[t.place]) t.place = name;
  out.counts = std::move(counts);
  return out;
}

class EventTallies {
 public:
  EventTallies(const Corpus& corpus, const Origins& origins, const EventId& id, std::size_t event)
      : corpus_(corpus), origins_(origins), id_(id), event_(event) {}

  // Counts of one measure in one event.
  std::vector<TallyWithCounts> tally(std::vector<Count> counts) {
    mark_parts(counts, corpus_);
    std::vector<Count> wholes, parts;
    for (Count& c : counts) (c.part ? parts : wholes).push_back(std::move(c));
    std::vector<Count> general;  // people in general, or a kind that nothing disjoint stands beside
    std::map<std::string, std::vector<Count>> kinds;
    for (const Count& c : wholes) {
      const bool contested =
          std::any_of(wholes.begin(), wholes.end(), [&](const Count& o) { return are_disjoint(c.group, o.group); });
      if (contested && c.group.kind != "people") {
        kinds[c.group.kind + "|" + c.group.nation].push_back(c);
      } else {
        general.push_back(c);
      }
    }
    join_nationless(kinds);
    for (const Count& sum : sums(kinds, general)) general.push_back(sum);
    std::vector<TallyWithCounts> out;
    if (!general.empty()) out.push_back(finish(std::move(general), "whole", true));
    for (auto& [kind, members] : kinds) out.push_back(finish(std::move(members), kind, false));
    std::map<std::string, std::vector<Count>> inner;
    for (Count& c : parts) inner[c.group.kind].push_back(std::move(c));
    for (auto& [kind, members] : inner) out.push_back(finish(std::move(members), "part " + kind, false));
    return out;
  }

 private:
  // "soldiers" without a nation are the soldiers of the only nation that is named.
  static void join_nationless(std::map<std::string, std::vector<Count>>& kinds) {
    for (auto it = kinds.begin(); it != kinds.end();) {
      const std::string kind = it->first.substr(0, it->first.find('|'));
      auto only = kinds.end();
      int found = 0;
      if (it->first.back() == '|')
        for (auto other = kinds.begin(); other != kinds.end(); ++other)
          if (other != it && other->first.substr(0, other->first.find('|')) == kind) only = other, ++found;
      if (found == 1) {
        only->second.insert(only->second.end(), it->second.begin(), it->second.end());
        it = kinds.erase(it);
      } else {
        ++it;
      }
    }
  }

  // By paragraph of a report that gives no whole: what its groups come to, if it names more than one.
  std::vector<Count> sums(const std::map<std::string, std::vector<Count>>& kinds,
                          const std::vector<Count>& general) const {
    std::map<std::pair<std::size_t, std::size_t>, std::map<std::string, Count>> by_block;
    for (const auto& [kind, members] : kinds)
      for (const Count& c : members) {
        const Item& item = corpus_.items[c.item];
        const auto [it, fresh] = by_block[{item.report, item.block}].emplace(kind, c);
        if (!fresh && value_of(c) > value_of(it->second)) it->second = c;
      }
    std::set<std::size_t> have;
    for (const Count& c : general)
      if (c.group.kind == "people") have.insert(corpus_.items[c.item].report);
    std::vector<Count> out;
    for (const auto& [where, groups] : by_block) {
      if (groups.size() < 2 || have.contains(where.first)) continue;
      std::vector<Count> members;
      for (const auto& [kind, c] : groups) members.push_back(c);
      out.push_back(sum_of(members));
    }
    return out;
  }

  TallyWithCounts finish(std::vector<Count> counts, std::string_view key, bool whole) {
    const std::string name =
        id_.value + "|" + std::string(mentions::name_of(counts.front().measure)) + "|" + std::string(key);
    TallyWithCounts t = make_tally(std::move(counts), corpus_, origins_, name);
    t.tally.event = id_;
    t.tally.window = mentions::Window{WindowKind::incident, {}};
    t.tally.scope = "this incident";
    t.event = event_;
    t.whole = whole;
    return t;
  }

  const Corpus& corpus_;
  const Origins& origins_;
  const EventId& id_;
  std::size_t event_;
};

// Figures over a longer window that outlets give in their own voice belong to the counter whose series holds the
// figure.
void join_outlets(std::map<std::string, std::vector<Count>>& spans) {
  for (auto it = spans.begin(); it != spans.end();) {
    auto home = spans.end();
    if (it->first.front() == '|')
      for (auto other = spans.begin(); other != spans.end() && home == spans.end(); ++other) {
        if (other == it || other->first.front() == '|' || other->first.substr(other->first.find('|')) != it->first)
          continue;
        for (const Count& c : other->second)
          if (value_of(c) == value_of(it->second.front())) home = other;
      }
    if (home == spans.end()) {
      ++it;
      continue;
    }
    home->second.insert(home->second.end(), it->second.begin(), it->second.end());
    it = spans.erase(it);
  }
}

std::string window_words(const mentions::Window& w) {
  const std::string start = w.range.start ? w.range.start->iso() : "", end = w.range.end ? w.range.end->iso() : "";
  switch (w.kind) {
    case WindowKind::since: return start.empty() ? "since an unstated day" : "since " + start;
    case WindowKind::during: return "from " + start + " to " + end;
    case WindowKind::stock: return end.empty() ? "at the time of the report" : "on " + end;
    default: return "this incident";
  }
}

}  // namespace

std::vector<TallyWithCounts> find_tallies(const Corpus& corpus, const Origins& origins,
                                          const std::vector<std::size_t>& event_of,
                                          const std::vector<EventId>& events) {
  const std::vector<std::string> countries = report_countries(corpus);
  std::map<std::pair<std::size_t, Measure>, std::vector<Count>> incidents;
  std::map<std::string, std::vector<Count>> spans;
  for (Count& c : all_counts(corpus, origins)) {
    const WindowKind kind = window_kind(*c.quantity);
    if (kind == WindowKind::incident) {
      if (event_of[c.item] != kNone) incidents[{event_of[c.item], c.measure}].push_back(std::move(c));
      continue;
    }
    const DateRange range = c.quantity->window ? c.quantity->window->range : DateRange{};
    std::string country;
    for (const auto& p : corpus.items[c.item].claim->places)
      if (country.empty()) country = p.country;
    if (country.empty()) country = countries[corpus.items[c.item].report];
    const auto iso = [](const std::optional<Date>& d) { return d ? d->iso() : std::string("?"); };
    // A stock is of its day, a sum is known by its beginning: two ends are two states of one sum.
    const std::string when = kind == WindowKind::stock ? iso(range.end ? range.end : range.start) : iso(range.start);
    // Series of two counters are two tallies: they differ in what they count.
    const std::string counter =
        origins.is_own_voice[c.origin] || kind == WindowKind::stock ? "" : origins.list[c.origin].id.value;
    spans[counter + "|" + std::string(mentions::name_of(c.measure)) + "|" + c.group.kind + "|" + c.group.nation + "|" +
          std::string(mentions::name_of(kind == WindowKind::during ? WindowKind::since : kind)) + "|" + when + "|" +
          country]
        .push_back(std::move(c));
  }
  std::vector<TallyWithCounts> out;
  for (auto& [key, counts] : incidents) {
    EventTallies maker(corpus, origins, events[key.first], key.first);
    for (TallyWithCounts& t : maker.tally(std::move(counts))) out.push_back(std::move(t));
  }
  join_outlets(spans);
  for (auto& [key, counts] : spans) {
    const auto window = counts.front().quantity->window;
    TallyWithCounts t = make_tally(std::move(counts), corpus, origins, key);
    t.tally.window = window ? *window : mentions::Window{WindowKind::stock, {}};
    t.tally.scope = window_words(*t.tally.window);
    out.push_back(std::move(t));
  }
  return out;
}

Range event_range(const std::vector<const TallyWithCounts*>& of_event, Measure measure) {
  const TallyWithCounts* whole = nullptr;
  std::vector<const TallyWithCounts*> groups;
  for (const TallyWithCounts* t : of_event) {
    if (t->tally.measure != measure) continue;
    const bool part = std::all_of(t->counts.begin(), t->counts.end(), [](const Count& c) { return c.part; });
    if (t->whole) whole = t;
    else if (!part) groups.push_back(t);
  }
  if (whole != nullptr) return whole->tally.range;
  if (groups.empty()) return {};
  // Groups that no paragraph adds up may be two sides, or a happening next to this one: the best attested speaks for
  // it.
  const auto rank = [](const TallyWithCounts* t) {
    return std::make_tuple(t->tally.claims.size(), t->tally.range.low.value_or(0), t->tally.id);
  };
  return (*std::max_element(groups.begin(), groups.end(),
                            [&](const auto* x, const auto* y) { return rank(x) < rank(y); }))
      ->tally.range;
}

}  // namespace rashomon::reconcile
