#include "reconcile/events.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/hash.hpp"
#include "mentions/fold.hpp"
#include "reconcile/sketch.hpp"

namespace rashomon::reconcile {
namespace {

constexpr std::size_t kMostSides = 4, kMostPlaces = 8;

// The key with most votes, of ties the first in order; empty if none.
std::string most_voted(const std::map<std::string, int>& votes) {
  std::string best;
  int most = 0;
  for (const auto& [key, n] : votes)
    if (n > most) best = key, most = n;
  return best;
}

std::string plover_of(Family family) {
  switch (family) {
    case Family::violence:
    case Family::campaign: return "ASSAULT";
    case Family::displacement: return "SANCTION";
    default: break;
  }
  static const auto rows = table("families.tsv", 3);
  for (const auto& row : rows)
    if (row[1] == name_of(family) && row[0] != "CAMPAIGN" && row[0] != "DISPLACE" && row[0] != "OTHER")
      return std::string(row[0]);
  return {};
}

claims::EventType type_of(const Corpus& corpus, const std::vector<std::size_t>& items, Family family) {
  std::map<std::string, int> types, modes, cameo, acled, acled_sub;
  const std::string fallback = plover_of(family);
  for (std::size_t i : items) {
    const auto& t = corpus.items[i].claim->event_type;
    const Family own = family_of_plover(t.plover);
    if (own == family || (family == Family::campaign && own == Family::violence)) ++types[t.plover];
  }
  claims::EventType out;
  out.plover = types.empty() ? fallback : most_voted(types);
  for (std::size_t i : items) {
    const auto& t = corpus.items[i].claim->event_type;
    if (t.plover != out.plover) continue;
    if (!t.plover_mode.empty()) ++modes[t.plover_mode];
    if (!t.cameo.empty()) ++cameo[t.cameo];
    if (!t.acled.empty()) ++acled[t.acled + "\t" + t.acled_sub];
  }
  out.plover_mode = most_voted(modes);
  out.cameo = most_voted(cameo);
  const std::string both = most_voted(acled);
  out.acled = both.substr(0, both.find('\t'));
  if (both.find('\t') != std::string::npos) out.acled_sub = both.substr(both.find('\t') + 1);
  return out;
}

std::optional<TimeSpan> time_of(const Corpus& corpus, const std::vector<std::size_t>& items) {
  struct Vote {
    int votes = 0;
    TimeSpan time;
  };
  std::map<std::pair<std::optional<Date>, std::optional<Date>>, Vote> votes;
  // A year named in passing ("since 2016") dates an event only where nothing else does.
  for (const int round : {0, 1, 2}) {
    for (std::size_t i : items) {
      const auto& t = corpus.items[i].claim->time;
      if (!t || t->range.empty() || (corpus.items[i].toll_news && round == 0) ||
          corpus.items[i].stated_time != (round != 1) || (round == 0 && t->precision >= 5))
        continue;
      Vote& v = votes[{t->range.start, t->range.end}];
      v.votes += corpus.items[i].about ? 1 : 2;
      if (v.time.range.empty() || t->precision < v.time.precision) v.time = *t;
    }
    if (!votes.empty()) break;
  }
  const Vote* best = nullptr;
  for (const auto& [range, v] : votes)
    if (best == nullptr ||
        std::make_tuple(-v.time.precision, v.votes) > std::make_tuple(-best->time.precision, best->votes))
      best = &v;
  return best == nullptr ? std::nullopt : std::optional(best->time);
}

int fineness(const mentions::Place& p) {
  using enum mentions::PlaceLevel;
  return p.level == settlement ? 4 : p.level == other ? 3 : p.level == admin2 ? 2 : p.level == admin1 ? 1 : 0;
}

std::vector<mentions::Place> ranked_places(const Corpus& corpus, const std::vector<std::size_t>& items) {
  struct Vote {
    int votes = 0;
    mentions::Place place;
    std::size_t order = 0;
  };
  std::map<std::string, Vote> by_name;
  for (std::size_t i : items)
    for (const mentions::Place* named_place : reconcile::places_of(*corpus.items[i].claim)) {
      const mentions::Place& p = *named_place;
      const std::string key =
          mentions::is_resolved(p) ? mentions::entry_key(p) : mentions::fold_name(p.name) + "|" + p.country;
      const auto [it, fresh] = by_name.emplace(key, Vote{0, p, by_name.size()});
      // A place that the clause itself names weighs more than one lent by the sentences around.
      const bool named = corpus.items[i].claim->span.contains(p.span);
      it->second.votes += !named ? 1 : corpus.items[i].about ? 2 : 4;
    }
  std::vector<Vote> votes;
  int most = 0;
  for (auto& [key, v] : by_name) votes.push_back(v), most = std::max(most, v.votes);
  // A fine place that a third as many claims name as the commonest one is the event's own; the rest by votes.
  const auto rank = [&](const Vote& v) {
    const bool supported = 3 * v.votes >= most;
    return std::make_tuple(supported ? fineness(v.place) : -1, v.votes, -static_cast<int>(v.order));
  };
  std::sort(votes.begin(), votes.end(), [&](const Vote& a, const Vote& b) { return rank(a) > rank(b); });
  std::vector<mentions::Place> out;
  for (const Vote& v : votes)
    if (out.size() < kMostPlaces) out.push_back(v.place);
  return out;
}

struct SideVote {
  int votes = 0;
  claims::Participant face;  ///< the name that most claims give it
  std::map<std::string, int> names;
};
using SideVotes = std::map<std::string, SideVote>;

SideVotes vote_sides(const Corpus& corpus, const std::vector<std::size_t>& items, Family family, bool actors) {
  SideVotes votes;
  for (std::size_t i : items) {
    const Item& item = corpus.items[i];
    if (item.about && is_material(family))
      continue;  // who is blamed is a claim of its own, not the actor of the blaming
    for (const auto& p : actors ? item.claim->actor : item.claim->recipient) {
      SideVote& v = votes[side_of(p)];
      if (++v.votes == 1) v.face = p;
      if (++v.names[p.name] > v.names[v.face.name]) v.face = p;
    }
  }
  return votes;
}

// Of a violent event: who counts or reports it takes no part in it; civilians are not its doers while another is named;
// a side that most claims put at the other end was misread by the rest.
bool takes_part(const std::string& side, const SideVote& vote, const SideVotes& same, const SideVotes& opposite,
                bool actors) {
  using mentions::ActorKind;
  const ActorKind kind = vote.face.kind;
  if (kind == ActorKind::monitor || kind == ActorKind::media) return false;
  if (actors && kind == ActorKind::civilians && same.size() > 1) return false;
  const auto it = opposite.find(side);
  return it == opposite.end() || it->second.votes < vote.votes || (actors && it->second.votes == vote.votes);
}

std::vector<claims::Participant> rank_sides(const SideVotes& votes, const SideVotes& opposite, Family family,
                                            bool actors) {
  std::vector<const SideVote*> order;
  for (const auto& [side, v] : votes)
    if (!is_material(family) || takes_part(side, v, votes, opposite, actors)) order.push_back(&v);
  std::stable_sort(order.begin(), order.end(),
                   [](const SideVote* a, const SideVote* b) { return a->votes > b->votes; });
  std::vector<claims::Participant> out;
  for (const SideVote* v : order)
    if (out.size() < kMostSides) out.push_back(v->face);
  return out;
}

std::optional<claims::Weapon> weapon_of(const Corpus& corpus, const std::vector<std::size_t>& items) {
  std::map<std::string, int> votes;
  for (std::size_t i : items)
    if (const auto& w = corpus.items[i].claim->weapon; w && !w->weapon_class.empty()) ++votes[w->weapon_class];
  const std::string best = most_voted(votes);
  for (std::size_t i : items)
    if (const auto& w = corpus.items[i].claim->weapon; w && !best.empty() && w->weapon_class == best) return w;
  return std::nullopt;
}

EventStatus status_of(const Corpus& corpus, const std::vector<std::size_t>& items, Family family) {
  using claims::Modality;
  std::map<Modality, int> votes;
  bool asserted = false;
  for (std::size_t i : items) {
    const claims::Claim& c = *corpus.items[i].claim;
    if (c.polarity == claims::Polarity::denies) continue;
    asserted = true;
    ++votes[c.modality];
  }
  if (!asserted) return EventStatus::denied;
  if (family == Family::threat) return EventStatus::threatened;
  if (family == Family::demand) return EventStatus::requested;
  if (votes[Modality::actual] > 0 || votes[Modality::habitual] > 0) return EventStatus::occurred;
  Modality most = Modality::possible;
  for (const auto& [m, n] : votes)
    if (n > votes[most]) most = m;
  switch (most) {
    case Modality::planned: return EventStatus::planned;
    case Modality::threatened: return EventStatus::threatened;
    case Modality::requested: return EventStatus::requested;
    case Modality::negated: return EventStatus::denied;
    default: return EventStatus::hypothetical;
  }
}

}  // namespace

EventWithItems make_event(const Corpus& corpus, Family family, std::vector<std::size_t> items) {
  std::sort(items.begin(), items.end());
  EventWithItems out;
  Event& e = out.event;
  std::set<ClaimId> claims;
  std::set<DocumentId> documents;
  std::set<OriginId> origins;
  for (std::size_t i : items) {
    const claims::Claim& c = *corpus.items[i].claim;
    claims.insert(c.id);
    documents.insert(c.document);
    if (c.origin) origins.insert(*c.origin);
  }
  e.id = {content_id("e", {claims.begin()->value})};
  e.claims.assign(claims.begin(), claims.end());
  e.documents.assign(documents.begin(), documents.end());
  e.origins.assign(origins.begin(), origins.end());
  e.event_type = type_of(corpus, items, family);
  e.time = time_of(corpus, items);
  e.places = ranked_places(corpus, items);
  const SideVotes actors = vote_sides(corpus, items, family, true),
                  recipients = vote_sides(corpus, items, family, false);
  e.actor = rank_sides(actors, recipients, family, true);
  e.recipient = rank_sides(recipients, actors, family, false);
  e.weapon = weapon_of(corpus, items);
  e.status = status_of(corpus, items, family);
  e.label = label_of(e);
  out.family = family;
  out.items = std::move(items);
  return out;
}

}  // namespace rashomon::reconcile
