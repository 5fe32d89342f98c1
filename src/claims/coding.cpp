#include "claims/coding.hpp"

#include <optional>
#include <string>
#include <utility>

#include "claims/claim_places.hpp"
#include "claims/claim_time.hpp"
#include "claims/clause_event.hpp"
#include "claims/mechanism.hpp"
#include "claims/participants.hpp"
#include "claims/weapons.hpp"
#include "core/hash.hpp"
#include "mentions/extract.hpp"

namespace rashomon::claims {
namespace {

struct Draft {
  Claim claim;
  std::optional<CodedEvent> event;
  bool located = false;  ///< the clause says where, so that others may borrow it
};

void explain(Claim& claim, std::string_view field, std::string_view rule, std::string_view input) {
  claim.reasons.push_back({std::string(field), std::string(rule), std::string(input)});
}

Claim from_proposition(const mentions::Analysis& analysis, const Proposition& proposition) {
  Claim claim;
  claim.document = analysis.document.id;
  claim.span = proposition.span;
  claim.quote = std::string(slice(analysis.document.text, proposition.span));
  claim.speakers = proposition.speakers;
  claim.cue = proposition.cue;
  claim.voice = proposition.voice;
  claim.polarity = proposition.polarity;
  claim.modality = proposition.modality;
  claim.reasons = proposition.reasons;
  const std::string where = std::to_string(claim.span.begin) + "-" + std::to_string(claim.span.end);
  claim.id.value = content_id("c", {claim.document.value, where, claim.quote});
  return claim;
}

mentions::ActorKind kind_of(const std::vector<Participant>& side) {
  return side.empty() ? mentions::ActorKind::other : side.front().kind;
}

std::string names_of(const std::vector<Participant>& side) {
  std::string out;
  for (const Participant& p : side) out += (out.empty() ? "" : "; ") + p.name;
  return out;
}

void fill_participants(const Reading& reading, const CodedEvent& event, Claim& claim) {
  Participants found = find_participants(reading, event);
  claim.actor = std::move(found.actor);
  claim.recipient = std::move(found.recipient);
  if (!claim.actor.empty()) explain(claim, "actor", found.actor_rule, names_of(claim.actor));
  if (!claim.recipient.empty()) explain(claim, "recipient", found.recipient_rule, names_of(claim.recipient));
}

Participant from_speaker(const Speaker& speaker) {
  return {speaker.span, speaker.name, speaker.actor_id, speaker.kind, speaker.country, speaker.role, {}};
}

// A clause that is asked for, denied or held against its subject is an act of its speaker; who was to act is addressed.
void give_to_speaker(const Proposition& proposition, const CodedEvent& event, Claim& claim) {
  const bool own = proposition.cue_token == event.predicate || proposition.speakers.empty() ||
                   proposition.speakers.front().role == "outlet";
  if (own || !event.of_speaker) return;
  Participant speaker = from_speaker(proposition.speakers.front());
  std::vector<Participant> others;
  for (const auto* list : {&claim.actor, &claim.recipient})
    for (const Participant& p : *list)
      if (p.actor_id.empty() || p.actor_id != speaker.actor_id) others.push_back(p);
  if (event.code != "016") claim.recipient = std::move(others);
  claim.actor = {std::move(speaker)};
  explain(claim, "actor", "speaker of what is asked, denied or alleged", claim.actor.front().name);
}

void fill_event(const Reading& reading, std::uint32_t p, Draft& draft) {
  Claim& claim = draft.claim;
  CodedEvent& event = *draft.event;
  if (auto weapon = find_weapon(reading, p, event)) {
    apply_weapon(event, *weapon);
    if (event.plover == "ASSAULT" || event.plover == "MOBILIZE" || event.plover == "AID") {
      explain(claim, "weapon", "weapon of the clause: " + weapon->weapon.weapon_class, weapon->weapon.text);
      claim.weapon = std::move(weapon->weapon);
    }
  }
  fill_participants(reading, event, claim);
  apply_modality(event, claim.modality, claim.polarity, auxiliary(reading.words(), event.predicate));
  give_to_speaker(reading.propositions()[p], event, claim);
  claim.event_type.plover = event.plover;
  claim.event_type.plover_mode = event.mode;
  claim.event_type.cameo = event.code;
  claim.trigger = reading.words()[event.trigger].span;
  claim.trigger_lemma = std::string(reading.words().lemma(event.trigger));
  if (claim.polarity != Polarity::denies)
    fill_acled(claim.event_type, claim.trigger_lemma, kind_of(claim.actor), kind_of(claim.recipient));
  explain(claim, "event_type", event.rule, slice(reading.analysis().document.text, *claim.trigger));
}

// A clause that is no event still has those who act in it.
CodedEvent untyped(std::uint32_t head) {
  CodedEvent event;
  event.predicate = event.trigger = head;
  return event;
}

// A figure that counts over a period dates its claim.
std::optional<FoundTime> time_of_window(const Claim& claim) {
  for (const auto& quantity : claim.quantities) {
    if (!quantity.window || quantity.window->kind == mentions::WindowKind::incident || quantity.window->range.empty())
      continue;
    FoundTime out;
    out.time = {quantity.window->range, ucdp_precision(quantity.window->range), "text"};
    out.rule = "window of the figure";
    out.words = quantity.text;
    return out;
  }
  return {};
}

void set_time(Claim& claim, const FoundTime& found) {
  claim.time = found.time;
  explain(claim, "time", found.rule, found.words);
}

// Acts of speaking happen when they are spoken.
bool is_speech(const EventType& type) {
  return type.plover == "REQUEST" || type.plover == "THREATEN" || type.plover == "REJECT" || type.plover == "ACCUSE" ||
         type.plover == "SUPPORT";
}

Draft code_one(const Reading& reading, std::uint32_t p, const mentions::Anchor& anchor) {
  Draft draft;
  const Proposition& proposition = reading.propositions()[p];
  draft.claim = from_proposition(reading.analysis(), proposition);
  Claim& claim = draft.claim;
  if (proposition.head >= reading.words().size()) return draft;
  claim.quantities = find_claim_quantities(reading, p);
  draft.event = find_clause_event(reading, p);
  if (draft.event) fill_event(reading, p, draft);
  else fill_participants(reading, untyped(proposition.head), claim);
  const std::uint32_t predicate = draft.event ? draft.event->predicate : proposition.head;
  const EventWords words{p, proposition.head, draft.event ? draft.event->trigger : proposition.head,
                         is_speech(claim.event_type)};
  if (auto time = time_in_sentence(reading, words, anchor)) set_time(claim, *time);
  else if (auto window = time_of_window(claim)) set_time(claim, *window);
  FoundPlaces places = find_claim_places(reading, p, predicate, draft.event ? &*draft.event : nullptr);
  claim.places = std::move(places.places);
  draft.located = places.located;
  if (!claim.places.empty()) explain(claim, "places", places.rule, claim.places.front().name);
  return draft;
}

// "…, killing nine": an attack named by its outcome has the means of the clause that it hangs on.
void inherit_means(const Reading& reading, std::vector<Draft>& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    if (!drafts[i].event || drafts[i].claim.event_type.cameo != "190" || drafts[i].claim.weapon) continue;
    const std::uint32_t predicate = drafts[i].event->predicate;
    for (std::size_t k = i; k-- > 0 && i - k <= 2;) {
      const auto& main = drafts[k];
      if (!main.event || main.claim.event_type.plover != "ASSAULT" || main.claim.event_type.plover_mode.empty())
        continue;
      if (!reading.steps_up(predicate, main.event->predicate)) continue;
      Claim& claim = drafts[i].claim;
      claim.event_type = main.claim.event_type;
      if (claim.actor.empty()) claim.actor = main.claim.actor;
      explain(claim, "event_type", "means of the clause that it hangs on", main.claim.quote);
      break;
    }
  }
}

bool is_material(const EventType& type) {
  return type.plover == "ASSAULT" || type.plover == "COERCE" || type.plover == "MOBILIZE" || type.plover == "PROTEST" ||
         type.plover == "RETREAT" || type.plover == "SANCTION";
}

// One happening told in two clauses: same type, no two different means.
bool may_be_same(const Claim& a, const Claim& b) {
  const auto& x = a.event_type;
  const auto& y = b.event_type;
  if (x.plover != y.plover || !is_material(x)) return false;
  return x.plover_mode == y.plover_mode || x.plover_mode.empty() || y.plover_mode.empty();
}

// The nearest neighbour that tells of the same happening and has what `wanted` asks: those before first, then the first
// after.
template <class Wanted>
const Claim* neighbour(const std::vector<Draft>& drafts, std::size_t i, Wanted wanted) {
  constexpr std::size_t kReach = 12;  // claims to either side
  for (std::size_t k = i; k > 0 && i - k < kReach; --k)
    if (const Claim& other = drafts[k - 1].claim; may_be_same(drafts[i].claim, other) && wanted(drafts[k - 1]))
      return &other;
  for (std::size_t k = i + 1; k < drafts.size() && k - i <= kReach; ++k)
    if (const Claim& other = drafts[k].claim; may_be_same(drafts[i].claim, other) && wanted(drafts[k])) return &other;
  return nullptr;
}

// What a clause leaves unsaid: the time and place of the happening that it goes on about.
struct Borrowed {
  std::optional<FoundTime> time;
  std::optional<mentions::Place> place;
};

// Look-backs do not date what is reported now.
bool is_recent(const TimeSpan& time, const mentions::Anchor& anchor) {
  constexpr int kDays = 45;
  return time.precision <= 3 &&
         (!anchor.date || (time.range.start && anchor.date->days - time.range.start->days <= kDays));
}

Borrowed borrow(const std::vector<Draft>& drafts, std::size_t i, const mentions::Anchor& anchor) {
  const auto dated = [&](const Draft& draft) {
    const Claim& c = draft.claim;
    return c.time && c.time->anchor == "text" && c.modality == Modality::actual && is_recent(*c.time, anchor);
  };
  const auto placed = [](const Draft& draft) { return draft.located; };
  const Claim& claim = drafts[i].claim;
  Borrowed out;
  if (!claim.time && claim.modality == Modality::actual)
    if (const Claim* other = neighbour(drafts, i, dated)) {
      out.time = FoundTime{*other->time, "time of the event", other->quote};
      out.time->time.anchor = "event";
    }
  if (claim.places.empty() && is_material(claim.event_type))
    if (const Claim* other = neighbour(drafts, i, placed)) out.place = other->places.front();
  return out;
}

// All lending comes before any filling, so that nothing is passed on twice; what is left undated is of the anchor's
// day.
void fill_from_neighbours(std::vector<Draft>& drafts, const mentions::Anchor& anchor) {
  std::vector<Borrowed> borrowed;
  borrowed.reserve(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) borrowed.push_back(borrow(drafts, i, anchor));
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Claim& claim = drafts[i].claim;
    if (borrowed[i].time) set_time(claim, *borrowed[i].time);
    if (!claim.time)
      if (const auto time = time_from_anchor(anchor, claim.modality, is_speech(claim.event_type)))
        set_time(claim, *time);
    if (!borrowed[i].place) continue;
    claim.places.push_back(std::move(*borrowed[i].place));
    explain(claim, "places", "place of the event in focus", claim.places.front().name);
  }
}

}  // namespace

std::vector<Claim> code_propositions(const mentions::Analysis& analysis, std::span<const Proposition> propositions) {
  const Reading reading(analysis, propositions);
  const mentions::Anchor anchor = mentions::anchor_of(analysis.document, analysis.parse);
  std::vector<Draft> drafts;
  drafts.reserve(propositions.size());
  for (std::uint32_t p = 0; p < propositions.size(); ++p) drafts.push_back(code_one(reading, p, anchor));
  inherit_means(reading, drafts);
  fill_from_neighbours(drafts, anchor);
  std::vector<Claim> claims;
  claims.reserve(drafts.size());
  for (std::uint32_t p = 0; p < drafts.size(); ++p) {
    fill_mechanism(reading, p, drafts[p].claim);
    claims.push_back(std::move(drafts[p].claim));
  }
  return claims;
}

Claim code_proposition(const mentions::Analysis& analysis, const Proposition& proposition) {
  return std::move(code_propositions(analysis, {&proposition, 1}).front());
}

}  // namespace rashomon::claims
