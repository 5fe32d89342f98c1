#include <algorithm>
#include <map>
#include <set>

#include "mentions/fold.hpp"
#include "reconcile/disputes.hpp"

namespace rashomon::reconcile {
namespace {

bool can_do_violence(const claims::Participant& p) {
  using enum mentions::ActorKind;
  return p.kind == armed_force || p.kind == police || p.kind == government || p.kind == armed_group ||
         p.kind == coalition || (p.kind == person && !p.country.empty());
}

struct Side {
  std::map<std::string, int> names;
  std::vector<std::size_t> items;
  std::set<std::size_t> origins;
  bool actual = false;
};

std::string name_of_side(const Side& side) {
  std::string best;
  int most = 0;
  for (const auto& [name, n] : side.names)
    if (n > most) best = name, most = n;
  return best;
}

// Sides that one claim names together are allies in the deed, not rivals for it.
std::set<std::pair<std::string, std::string>> allies(const Findings& f, const EventWithItems& e) {
  std::set<std::pair<std::string, std::string>> out;
  for (std::size_t i : e.items)
    for (const auto& p : f.corpus.items[i].claim->actor)
      for (const auto& q : f.corpus.items[i].claim->actor) out.emplace(side_of(p), side_of(q));
  return out;
}

void take_sides(const Findings& f, const EventWithItems& e, std::map<std::string, Side>& sides,
                std::map<std::string, Side>& denied) {
  for (std::size_t i : e.items) {
    const Item& item = f.corpus.items[i];
    const claims::Claim& c = *item.claim;
    using claims::Modality;
    if (c.modality != Modality::actual && c.modality != Modality::possible && c.modality != Modality::hypothetical &&
        c.modality != Modality::negated)
      continue;
    const bool denies = c.polarity == claims::Polarity::denies || c.modality == Modality::negated;
    const auto put = [&](std::map<std::string, Side>& to, const std::string& key, const std::string& name) {
      Side& s = to[key];
      ++s.names[name];
      if (s.items.empty() || s.items.back() != i) s.items.push_back(i);
      s.origins.insert(f.origins.of_item[i]);
      s.actual = s.actual || c.modality == Modality::actual;
    };
    // Of a denial the denied doer, of an accusation the accused: the claim's own actor where it is coded by content.
    const auto* speaker = first_speaker(c);
    if (c.polarity == claims::Polarity::denies && c.actor.empty() && speaker != nullptr)
      put(denied, side_of(*speaker), speaker->name);
    const bool accuses = c.event_type.plover == "ACCUSE";
    const auto& doers = accuses ? c.recipient : c.actor;
    for (const auto& p : doers)
      if (can_do_violence(p)) put(denies ? denied : sides, side_of(p), p.name);
    if (denies && accuses)
      for (const auto& p : c.actor) put(denied, side_of(p), p.name);
  }
}

}  // namespace

std::vector<Dispute> attribution_disputes(const Findings& f) {
  std::vector<Dispute> out;
  for (const EventWithItems& e : f.events) {
    if (e.family != Family::violence) continue;
    std::map<std::string, Side> sides, denied;
    take_sides(f, e, sides, denied);
    const auto together = allies(f, e);
    bool rivals = false;
    for (const auto& [a, x] : sides)
      for (const auto& [b, y] : sides)
        if (a < b && !together.contains({a, b}) && x.origins != y.origins) rivals = true;
    if (!(rivals && sides.size() > 1) && !(!denied.empty() && !sides.empty())) continue;
    Dispute d{{},
              DisputeKind::attribution,
              "Who did it: " + e.event.label + "?",
              {},
              "recorded as each side says; the record takes none",
              {}};
    for (const auto& [key, side] : sides) d.positions.push_back(make_position(f, name_of_side(side), side.items));
    for (const auto& [key, side] : denied)
      d.positions.push_back(make_position(f, "not " + name_of_side(side), side.items));
    if (d.positions.size() > 1) out.push_back(std::move(d));
  }
  return out;
}

}  // namespace rashomon::reconcile
