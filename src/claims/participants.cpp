#include "claims/participants.hpp"

#include <algorithm>

#include "claims/coding_tables.hpp"
#include "mentions/countries.hpp"

namespace rashomon::claims {
namespace {

using Tokens = std::vector<std::uint32_t>;

constexpr std::size_t kMost = 8;  // participants a side

Participant from_actor(const mentions::Actor& actor) {
  return {actor.span, actor.name, actor.actor_id, actor.kind, actor.country, actor.role, actor.code};
}

void add(Participant participant, std::vector<Participant>& out) {
  for (const Participant& other : out)
    if (other.span == participant.span || (!participant.actor_id.empty() && other.actor_id == participant.actor_id))
      return;
  if (out.size() < kMost) out.push_back(std::move(participant));
}

bool is_people(const Words& words, std::uint32_t i) {
  return is_noun(words[i]) && WordClasses::get().has("@people", words.lemma(i));
}

// Country that a modifier names: "Bolivian", "Bolivia's".
std::string country_of_modifiers(const Words& words, std::uint32_t i, std::string_view text) {
  for (const std::uint32_t k : words.syntax().children(i)) {
    if (!is_one_of(words[k].dep, {"amod", "compound", "poss", "nmod"})) continue;
    if (const auto hit = mentions::Countries::get().find(slice(text, words[k].span)))
      return std::string(mentions::iso3_of(*hit.country));
  }
  return {};
}

mentions::ActorKind kind_of_people(std::string_view lemma) {
  const auto& classes = WordClasses::get();
  if (!classes.has("@people", lemma) && !classes.has("@force", lemma)) return mentions::ActorKind::other;
  if (classes.has("@force", lemma)) return mentions::ActorKind::armed_force;
  if (classes.has("@police", lemma)) return mentions::ActorKind::police;
  static constexpr std::string_view kArmed[] = {"militant",  "rebel",    "insurgent", "gunman",
                                                "terrorist", "jihadist", "fighter"};
  if (std::find(std::begin(kArmed), std::end(kArmed), lemma) != std::end(kArmed))
    return mentions::ActorKind::armed_group;
  return mentions::ActorKind::civilians;
}

// A noun phrase of people that no actor mention covers.
Participant from_noun(const Reading& reading, std::uint32_t i) {
  const Words& words = reading.words();
  const std::string_view text = reading.analysis().document.text;
  Participant out;
  std::uint32_t first = i;
  for (const std::uint32_t k : words.syntax().children(i))
    if (k < first && is_one_of(words[k].dep, {"amod", "compound"})) first = k;
  out.span = hull(words[first].span, words[i].span);
  out.name = std::string(slice(text, out.span));
  out.kind = kind_of_people(words.lemma(i));
  out.country = country_of_modifiers(words, i, text);
  return out;
}

// A country or its demonym as a participant where the actors' room made no mention of it.
bool add_country(const Reading& reading, std::uint32_t i, std::vector<Participant>& out) {
  const Words& words = reading.words();
  const std::string_view form = slice(reading.analysis().document.text, words[i].span);
  const auto hit = mentions::Countries::get().find(form);
  if (!hit || form.empty() || form.front() < 'A' || form.front() > 'Z') return false;
  Participant out_one;
  out_one.span = words[i].span;
  out_one.name = std::string(hit.country->name);
  out_one.kind = mentions::ActorKind::government;
  out_one.country = std::string(mentions::iso3_of(*hit.country));
  out_one.code = out_one.country + "GOV";
  add(std::move(out_one), out);
  return true;
}

// Actors among a noun's modifiers: "regime" of "regime forces", "Russia" of "Russia's aircraft".
bool add_modifiers(const Reading& reading, std::uint32_t i, std::vector<Participant>& out) {
  const Words& words = reading.words();
  bool found = false;
  for (const std::uint32_t k : words.syntax().children(i)) {
    if (!is_one_of(words[k].dep, {"poss", "compound", "amod", "nmod"})) continue;
    if (const std::uint32_t a = reading.actor_at(k); a != Reading::kNone) {
      add(from_actor(reading.mentions().actors[a]), out);
      found = true;
    } else if (words[k].dep != "compound" && add_country(reading, k, out)) {
      found = true;
    }
  }
  return found;
}

// "Chadian and Nigerien officials" are two sides, of which the mention names one.
void add_coordinated_demonyms(const Reading& reading, std::uint32_t i, std::vector<Participant>& out) {
  const Words& words = reading.words();
  for (const std::uint32_t k : words.syntax().children(i)) {
    if (words[k].dep != "amod" || words[k].entity != "NORP") continue;
    const auto demonyms = conjuncts_of(words.syntax(), k);
    if (demonyms.size() < 2) continue;
    for (const std::uint32_t d : demonyms) {
      std::vector<Participant> one;
      if (!add_country(reading, d, one)) continue;
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Participant& p) { return p.country == one[0].country; });
      if (!known) add(std::move(one[0]), out);
    }
  }
}

// A name that the actors' room did not take up: of a person or a body, or in a place of the sentence where actors
// stand.
bool may_act(const language::Token& token) {
  if (is_one_of(token.entity, {"PERSON", "ORG", "NORP"})) return true;
  return token.entity.empty() && is_one_of(token.dep, {"nsubj", "nsubjpass", "dobj", "conj"});
}

void add_phrase(const Reading& reading, std::uint32_t head, std::vector<Participant>& out, bool people = true) {
  const Words& words = reading.words();
  for (std::uint32_t i : conjuncts_of(words.syntax(), head)) {
    i = counted(words, i);
    add_coordinated_demonyms(reading, i, out);
    if (const std::uint32_t a = reading.actor_at(i); a != Reading::kNone)
      add(from_actor(reading.mentions().actors[a]), out);
    else if (people && is_people(words, i)) add(from_noun(reading, i), out);
    else if (!add_modifiers(reading, i, out) && words[i].pos == "PROPN" && !add_country(reading, i, out) &&
             reading.place_at(i) == Reading::kNone && may_act(words[i]))
      add(from_noun(reading, i), out);
  }
}

bool is_means(const Words& words, std::uint32_t i) {
  const auto& classes = WordClasses::get();
  return classes.has("@arms", words.lemma(i)) || classes.has("@fire", words.lemma(i)) ||
         classes.has("@explosive", words.lemma(i));
}

// The sides of a noun that names an event: "Peru's raid on the rebels", "talks between Peru and Chile".
void read_noun(const Reading& reading, std::uint32_t i, Participants& out) {
  const Words& words = reading.words();
  std::vector<Participant> before;
  for (const std::uint32_t k : words.syntax().children(i)) {
    const std::string_view dep = words[k].dep;
    if (is_one_of(dep, {"poss", "compound", "amod", "nmod"})) {
      if (const std::uint32_t a = reading.actor_at(k); a != Reading::kNone)
        add(from_actor(reading.mentions().actors[a]), out.actor);
      else if (dep == "amod" || dep == "poss") add_country(reading, k, out.actor);
      if (!out.actor.empty() && out.actor_rule.empty()) out.actor_rule = "modifier of the event noun";
    }
    if (dep != "prep" && dep != "agent") continue;
    const auto object = words.syntax().child(k, {"pobj"});
    if (!object) continue;
    const std::string_view preposition = words.lemma(k);
    if (is_one_of(preposition, {"by", "from", "between", "among"})) {
      add_phrase(reading, *object, out.actor);
      if (out.actor_rule.empty() && !out.actor.empty())
        out.actor_rule = std::string(preposition) + " phrase of the event noun";
    } else if (is_one_of(preposition, {"on", "against", "of", "at", "with", "to", "upon", "into", "for"}) &&
               out.recipient.empty()) {
      add_phrase(reading, *object, out.recipient);
      if (!out.recipient.empty()) out.recipient_rule = std::string(preposition) + " phrase of the event noun";
    }
  }
}

// `lent` takes whom an event that is the subject was against: "a strike on the town killed three" has an object of its
// own.
void read_subjects(const Reading& reading, const Tokens& subjects, Participants& out, Participants& lent) {
  const Words& words = reading.words();
  for (const std::uint32_t i : subjects) {
    const bool means = is_means(words, i);
    const bool event_noun = is_noun(words[i]) && reading.actor_at(i) == Reading::kNone && !means &&
                            !trigger_rows(words.lemma(i), 'n').empty() && !is_people(words, i);
    if (event_noun) {
      Participants inner;
      read_noun(reading, i, inner);
      for (auto& a : inner.actor) add(std::move(a), out.actor);
      if (!out.actor.empty()) out.actor_rule = "subject, an event: its own actor";
      if (lent.recipient.empty())
        lent.recipient = std::move(inner.recipient), lent.recipient_rule = "subject, an event: its own recipient";
    } else {
      add_phrase(reading, i, out.actor, !means);
      if (out.actor_rule.empty() && !out.actor.empty()) out.actor_rule = "subject";
    }
  }
}

// Aid and cooperation go to somebody; what is given is no recipient.
bool benefits(const CodedEvent& event) {
  return event.code.starts_with("07") || event.code.starts_with("03") || event.code.starts_with("06");
}

void read_obliques(const Reading& reading, const Arguments& arguments, std::initializer_list<std::string_view> order,
                   Participants& out) {
  for (const std::string_view wanted : order)
    for (const Oblique& oblique : arguments.obliques) {
      if (!out.recipient.empty() || reading.words().lemma(oblique.preposition) != wanted) continue;
      add_phrase(reading, oblique.object, out.recipient);
      if (!out.recipient.empty()) out.recipient_rule = "object of " + std::string(wanted);
    }
}

void read_objects(const Reading& reading, const CodedEvent& event, const Arguments& arguments, Participants& out) {
  if (!out.recipient.empty()) return;
  for (const std::uint32_t i : arguments.undergoers)
    if (i != event.trigger) add_phrase(reading, i, out.recipient);
  if (!out.recipient.empty()) out.recipient_rule = arguments.passive ? "subject of the passive" : "object";
  if (!out.recipient.empty()) return;
  for (const std::uint32_t i : arguments.datives) add_phrase(reading, i, out.recipient);
  if (!out.recipient.empty()) out.recipient_rule = "indirect object";
}

// "were killed in a police raid": the event that the phrase names has an actor.
void read_event_phrase(const Reading& reading, const Arguments& arguments, Participants& out) {
  const Words& words = reading.words();
  for (const Oblique& oblique : arguments.obliques) {
    if (!is_one_of(words.lemma(oblique.preposition), {"in", "during", "by", "from", "to"})) continue;
    if (trigger_rows(words.lemma(oblique.object), 'n').empty() || reading.actor_at(oblique.object) != Reading::kNone)
      continue;
    Participants inner;
    read_noun(reading, oblique.object, inner);
    if (inner.actor.empty()) continue;
    out.actor = std::move(inner.actor);
    out.actor_rule = "actor of the event that the clause names";
    return;
  }
}

// Who is meant by a demand or refusal that names no event: "demanded that Chad yield", "rejected a Chadian plan".
void read_addressed(const Reading& reading, const Arguments& arguments, Participants& out) {
  const Words& words = reading.words();
  for (const std::uint32_t i : arguments.complements) {
    const auto subject = own_subject(words.syntax(), i);
    if (subject && out.recipient.empty()) add_phrase(reading, *subject, out.recipient);
  }
  for (const std::uint32_t i : arguments.undergoers) {
    if (!out.recipient.empty()) break;
    Participants inner;
    read_noun(reading, i, inner);
    out.recipient = inner.actor.empty() ? std::move(inner.recipient) : std::move(inner.actor);
  }
  if (!out.recipient.empty()) out.recipient_rule = "addressed in the object";
}

void read_agentive_from(const Reading& reading, const CodedEvent& event, const Arguments& arguments,
                        Participants& out) {
  // "came under fire from", "received aid from": the other side acts.
  const Words& words = reading.words();
  if (!is_one_of(words.lemma(event.predicate), {"come", "receive", "suffer", "face", "get", "sustain"})) return;
  std::swap(out.actor, out.recipient);
  std::swap(out.actor_rule, out.recipient_rule);
  for (const Oblique& oblique : arguments.obliques) {
    if (!is_one_of(words.lemma(oblique.preposition), {"from", "by"})) continue;
    std::vector<Participant> actors;
    add_phrase(reading, oblique.object, actors);
    if (actors.empty()) continue;
    out.actor = std::move(actors);
    out.actor_rule = "object of from";
    return;
  }
  out.actor.clear();
}

// Of a demand or a refusal the one who is to act: "demanded that Peru withdraw", "an appeal by Peru".
void read_content(const Reading& reading, const CodedEvent& event, Participants& out) {
  if (!event.content || !out.recipient.empty()) return;
  const Words& words = reading.words();
  const Arguments inner = arguments_of(words, *event.content);
  Participants sides;
  if (is_verb(words[*event.content])) read_subjects(reading, inner.passive ? Tokens{} : inner.agents, sides, sides);
  else read_noun(reading, *event.content, sides);
  for (auto* list : {&sides.actor, &sides.recipient}) {
    std::erase_if(*list, [&](const Participant& p) {
      return std::any_of(out.actor.begin(), out.actor.end(), [&](const Participant& a) {
        return a.span == p.span || (!a.actor_id.empty() && a.actor_id == p.actor_id);
      });
    });
    if (!list->empty() && out.recipient.empty())
      out.recipient = *list, out.recipient_rule = "participant of the content";
  }
  if (!out.recipient.empty()) return;
  for (const std::uint32_t i : inner.undergoers) add_phrase(reading, i, out.recipient);
  if (out.recipient.empty()) read_obliques(reading, inner, {"against", "with", "on", "to", "of", "from"}, out);
  if (!out.recipient.empty()) out.recipient_rule = "participant of the content";
}

void drop_actors_from_recipients(Participants& out) {
  std::erase_if(out.recipient, [&](const Participant& p) {
    return std::any_of(out.actor.begin(), out.actor.end(), [&](const Participant& a) { return a.span == p.span; });
  });
}

}  // namespace

Participants find_participants(const Reading& reading, const CodedEvent& event) {
  Participants out;
  const Words& words = reading.words();
  Arguments arguments = arguments_of(words, event.predicate);
  const bool verbal = is_verb(words[event.predicate]) || words[event.predicate].pos == "ADJ";
  if (event.act == Act::refuse && arguments.passive && arguments.agents.empty())  // "is opposed to"
    arguments.agents.swap(arguments.undergoers);
  if (verbal) {
    Participants lent;
    read_subjects(reading, arguments.agents, out, lent);
    if (benefits(event)) read_obliques(reading, arguments, {"to", "with", "for"}, out);
    read_objects(reading, event, arguments, out);
    if (out.recipient.empty() && !lent.recipient.empty())
      out.recipient = lent.recipient, out.recipient_rule = lent.recipient_rule;
  }
  if (event.trigger != event.predicate || !verbal) {
    Participants noun;
    if (!is_verb(words[event.trigger])) read_noun(reading, event.trigger, noun);
    if (out.actor.empty()) out.actor = std::move(noun.actor), out.actor_rule = noun.actor_rule;
    if (out.recipient.empty()) out.recipient = std::move(noun.recipient), out.recipient_rule = noun.recipient_rule;
  }
  if (verbal) {
    if (out.actor.empty()) read_event_phrase(reading, arguments, out);
    if (out.recipient.empty())
      read_obliques(reading, arguments,
                    {"against", "with", "on", "to", "at", "of", "from", "into", "upon", "toward", "towards", "for"},
                    out);
  }
  read_agentive_from(reading, event, arguments, out);
  read_content(reading, event, out);
  if (verbal && out.recipient.empty()) read_addressed(reading, arguments, out);
  drop_actors_from_recipients(out);
  return out;
}

}  // namespace rashomon::claims
