#include "reconcile/sketch.hpp"

#include <algorithm>
#include <tuple>

#include "mentions/fold.hpp"

namespace rashomon::reconcile {
namespace {

// A text that goes on about one thing for ever must not make each claim dearer than the one before.
constexpr std::size_t kMostWords = 300, kMostPlaces = 24, kMostTolls = 48, kMostOthers = 32;

template <class T>
void insert_unique(std::vector<T>& sorted, T value, std::size_t most = kMostOthers) {
  if (sorted.size() >= most) return;
  const auto it = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (it == sorted.end() || *it != value) sorted.insert(it, std::move(value));
}

std::string side(std::string_view country, mentions::ActorKind kind, const ActorId& id, std::string_view name) {
  using enum mentions::ActorKind;
  const bool state = kind == armed_force || kind == police || kind == government;
  if (state && !country.empty()) return std::string(country);
  if (kind == civilians && !country.empty()) return std::string(country) + " civilians";
  return id.empty() ? mentions::fold_name(name) : id.value;
}

bool same_place(const mentions::Place& a, const mentions::Place& b) {
  if (mentions::is_resolved(a) && mentions::is_resolved(b)) return mentions::same_entry(a, b);
  return a.country == b.country && mentions::fold_name(a.name) == mentions::fold_name(b.name);
}

void add_place(Sketch& sketch, const mentions::Place& place) {
  for (PlaceVote& v : sketch.places)
    if (same_place(*v.place, place)) {
      ++v.votes;
      return;
    }
  if (sketch.places.size() < kMostPlaces) sketch.places.push_back({&place, 1});
}

// A figure over a longer window tells of other happenings too, a part of a figure is no toll of its own.
void add_toll(Sketch& sketch, const Figure& figure) {
  const mentions::Quantity& q = *figure.quantity;
  const bool here =
      !q.window || q.window->kind == mentions::WindowKind::incident || q.window->kind == mentions::WindowKind::day;
  const auto value = q.best ? q.best : q.low;
  if (!here || figure.part || !value || sketch.tolls.size() >= kMostTolls || q.bound == mentions::Bound::vague) return;
  if (q.measure == mentions::Measure::other || q.measure >= mentions::Measure::money) return;
  sketch.tolls.push_back({q.measure, figure.group, *value, q.bound == mentions::Bound::exact});
}

}  // namespace

std::string side_of(const claims::Participant& p) { return side(p.country, p.kind, p.actor_id, p.name); }

std::string side_of(const claims::Speaker& s) {
  const bool person = s.kind == mentions::ActorKind::person;
  return side(s.country, person && !s.country.empty() && !s.role.empty() ? mentions::ActorKind::government : s.kind,
              s.actor_id, s.name);
}

void add_item(Sketch& sketch, const Corpus& corpus, std::size_t index) {
  const Item& item = corpus.items[index];
  const claims::Claim& c = *item.claim;
  sketch.report = item.report;
  sketch.published = published_day(corpus.reports[item.report]->document);
  sketch.items.insert(std::lower_bound(sketch.items.begin(), sketch.items.end(), index), index);
  if (sketch.family == Family::none) sketch.family = item.family;
  if (c.time && !item.toll_news && !c.time->range.empty())
    insert_unique(item.stated_time ? sketch.stated : sketch.lent, *c.time);
  for (const auto* place : places_of(c)) add_place(sketch, *place);
  for (const Figure& f : item.figures) add_toll(sketch, f);
  for (const auto& weapon : item.weapons) insert_unique(sketch.weapons, weapon);
  if (!item.about) {
    for (const auto& p : c.actor) insert_unique(sketch.actors, side_of(p));
    for (const auto& p : c.recipient) insert_unique(sketch.recipients, side_of(p));
  }
  if (const auto* s = first_speaker(c))
    insert_unique(sketch.speakers, s->actor_id.empty() ? mentions::fold_name(s->name) : s->actor_id.value);
  for (std::uint32_t w : item.words) insert_unique(sketch.words, w, kMostWords);
  sketch.reprisal = sketch.reprisal || item.reprisal;
  sketch.actual = sketch.actual || c.modality == claims::Modality::actual;
}

std::optional<TimeSpan> best_time(const Sketch& sketch) {
  std::optional<TimeSpan> best;
  for (const TimeSpan& t : sketch.stated)
    if (!best || t.precision < best->precision) best = t;
  return best;
}

}  // namespace rashomon::reconcile
