#include "claims/clause_event.hpp"

#include <algorithm>

#include "claims/coding_tables.hpp"
#include "claims/lexicon.hpp"
#include "mentions/quantities.hpp"

namespace rashomon::claims {
namespace {

bool is_toll(const mentions::Quantity& quantity) {
  using mentions::Measure;
  const bool people = quantity.measure == Measure::killed || quantity.measure == Measure::injured ||
                      quantity.measure == Measure::casualties;
  return people && (!quantity.window || quantity.window->kind == mentions::WindowKind::incident);
}

// Words of accident and disease: a toll of theirs is no attack.
bool speaks_of_disaster(const Reading& reading, std::uint32_t p) {
  const Proposition& proposition = reading.propositions()[p];
  const auto last = std::min<std::uint32_t>(proposition.last, reading.words().size());
  for (std::uint32_t i = proposition.first; i < last; ++i)
    if (WordClasses::get().has("@disaster", reading.words().lemma(i))) return true;
  return false;
}

std::optional<CodedEvent> complement_event(const Reading& reading, std::uint32_t p, const Arguments& arguments) {
  for (const std::uint32_t i : arguments.complements)
    if (reading.owner(i) == p)
      if (auto event = code_event_word(reading.words(), i)) return event;
  return {};
}

// Deeds of which a clause that has them as its subject goes on telling.
bool acts_on_its_own(std::string_view plover) {
  return is_one_of(plover, {"ASSAULT", "REJECT", "SANCTION", "COERCE", "PROTEST"});
}

// Verbs of the clause that are no claims of their own: "… and will resign", "on the day that the envoys met".
std::optional<CodedEvent> other_verb_event(const Reading& reading, std::uint32_t p) {
  const Words& words = reading.words();
  const Proposition& proposition = reading.propositions()[p];
  const auto last = std::min<std::uint32_t>({proposition.last, words.size(), proposition.first + 80});
  for (std::uint32_t i = proposition.first; i < last; ++i) {
    if (i == proposition.head || reading.owner(i) != p || !is_predicate(words.syntax(), i)) continue;
    if (!is_one_of(words[i].dep, {"conj", "pcomp", "ccomp", "xcomp", "relcl", "acl", "advcl", "ROOT"})) continue;
    auto event = code_event_word(words, i);
    const bool background = words[i].dep == "acl" && words[i].tag == "VBN";  // "the deal agreed in May"
    if (event && (!background || acts_on_its_own(event->plover))) return event;
  }
  return {};
}

bool may_name_event(std::string_view preposition) {
  return is_one_of(preposition, {"in", "during", "under", "by", "with", "through", "from", "at", "for", "on", "of"});
}

bool names_actor(const Reading& reading, std::uint32_t i) {
  const std::uint32_t a = reading.actor_at(i);
  if (a == Reading::kNone || reading.mentions().actors[a].token != i) return false;
  return reading.mentions().actors[a].form != mentions::ActorForm::role ||
         trigger_rows(reading.words().lemma(i), 'n').empty();
}

std::optional<CodedEvent> argument_event(const Reading& reading, std::uint32_t p, const Arguments& arguments) {
  const Words& words = reading.words();
  std::vector<std::uint32_t> nouns = arguments.undergoers;
  for (const Oblique& oblique : arguments.obliques)
    if (may_name_event(words.lemma(oblique.preposition))) nouns.push_back(oblique.object);
  const std::size_t objects = nouns.size();
  nouns.insert(nouns.end(), arguments.agents.begin(), arguments.agents.end());
  for (std::size_t k = 0; k < nouns.size(); ++k) {
    const std::uint32_t i = nouns[k];
    if (reading.owner(i) != p || !is_noun(words[i]) || names_actor(reading, i)) continue;
    if (auto event = code_event_word(words, i)) {
      const bool open = reading.propositions()[p].modality == Modality::possible && event->plover == "CONSULT";
      if (k >= objects && !open && !acts_on_its_own(event->plover)) continue;  // "the pact was meant to"
      event->rule += ", noun of the clause";
      return event;
    }
  }
  return {};
}

std::optional<CodedEvent> toll_event(const Reading& reading, std::uint32_t p) {
  for (const auto& quantity : find_claim_quantities(reading, p)) {
    if (!is_toll(quantity)) continue;
    CodedEvent event;
    event.predicate = reading.propositions()[p].head;
    event.trigger = std::min<std::uint32_t>(quantity.token, reading.words().size() - 1);
    event.code = "190";
    event.plover = "ASSAULT";
    event.rule = "a toll of one incident: " + quantity.text;
    return event;
  }
  return {};
}

// Spoken by somebody who takes part, not by the outlet, a reporter or an observer.
bool is_party(const Proposition& proposition) {
  if (proposition.speakers.empty() || proposition.speakers.front().role == "outlet") return false;
  const auto kind = proposition.speakers.front().kind;
  return kind != mentions::ActorKind::media && kind != mentions::ActorKind::monitor &&
         kind != mentions::ActorKind::civilians;
}

// "the strikes were carried out by the army", said by another: who did a known deed is what is said.
bool is_blame(const Reading& reading, std::uint32_t p, const CodedEvent& event) {
  const Words& words = reading.words();
  const Proposition& proposition = reading.propositions()[p];
  if (event.plover != "ASSAULT" || proposition.modality != Modality::actual || !is_party(proposition)) return false;
  if (!is_noun(words[event.trigger]) || words[event.trigger].dep != "nsubjpass") return false;
  if (agents_of(words.syntax(), proposition.head).empty()) return false;
  const auto determiner = words.syntax().child(event.trigger, {"det"});
  return determiner && is_one_of(words.lemma(*determiner), {"the", "this", "these", "that"});
}

// "had not told Peru where its patrols were", said by Peru: an allegation.
bool is_reproach(const Reading& reading, std::uint32_t p, const CodedEvent& event) {
  const Proposition& proposition = reading.propositions()[p];
  if (proposition.modality != Modality::negated && !event.negated) return false;
  if (!event.code.starts_with("06") && !event.code.starts_with("057") && event.topic != "diplomatic") return false;
  return is_party(proposition);
}

bool is_speech_act(Act act) {
  return act == Act::appeal || act == Act::demand || act == Act::intend || act == Act::threaten || act == Act::accuse;
}

// True if the predicate at `i` is what the cue puts forward itself, not a clause within it.
bool is_content_of(const Words& words, std::uint32_t i, std::uint32_t cue) {
  for (int step = 0; step < 4; ++step) {
    const auto head = words.syntax().head(i);
    if (!head) return false;
    if (*head == cue) return !is_one_of(words[i].dep, {"relcl", "advcl"});
    if (words[i].dep != "conj") return false;
    i = *head;
  }
  return false;
}

// The verb that puts the clause forward, where that is the act: "demanded that", "threatened that".
std::optional<CodedEvent> cue_event(const Reading& reading, std::uint32_t p) {
  const auto cue = reading.propositions()[p].cue_token;
  if (!cue || *cue >= reading.words().size()) return {};
  if (!is_content_of(reading.words(), reading.propositions()[p].head, *cue)) return {};
  auto event = code_event_word(reading.words(), *cue);
  if (!event || event->predicate != *cue || !is_speech_act(event->act)) return {};
  return event;
}

// A clause that is asked for, threatened or denied is an act even where what it says is none.
std::optional<CodedEvent> bare_act(const Reading& reading, std::uint32_t p) {
  const Proposition& proposition = reading.propositions()[p];
  CodedEvent event;
  event.predicate = event.trigger = proposition.head;
  if (proposition.polarity == Polarity::denies) {
    if (proposition.cue_token && *proposition.cue_token < reading.words().size())
      event.trigger = *proposition.cue_token;
    event.act = Act::refuse;
    event.of_speaker = true;
    event.code = "016";
    event.plover = "REJECT";
    event.rule = "what is denied";
    return event;
  }
  if (proposition.modality != Modality::requested && proposition.modality != Modality::threatened) return {};
  const bool asks = proposition.modality == Modality::requested;
  event.of_speaker = asks;
  event.act = asks ? Act::appeal : Act::threaten;
  event.code = asks ? "020" : "130";
  event.plover = asks ? "REQUEST" : "THREATEN";
  event.rule = asks ? "what is asked for" : "what is threatened";
  return event;
}

}  // namespace

std::optional<CodedEvent> find_clause_event(const Reading& reading, std::uint32_t p) {
  const Words& words = reading.words();
  const std::uint32_t head = reading.propositions()[p].head;
  if (head >= words.size()) return {};
  if (reading.propositions()[p].polarity != Polarity::denies)
    if (auto event = cue_event(reading, p)) return event;
  auto event = code_event_word(words, head);
  if (!event) {
    const Arguments arguments = arguments_of(words, head);
    event = complement_event(reading, p, arguments);
    if (!event) event = argument_event(reading, p, arguments);
    if (!event) event = other_verb_event(reading, p);
    if (!event) event = toll_event(reading, p);
  }
  if (!event) return bare_act(reading, p);
  if (event->code == "190" && speaks_of_disaster(reading, p)) return {};
  if (is_reproach(reading, p, *event)) {
    event->of_speaker = true;
    event->code = "112";
    event->plover = "ACCUSE";
    event->mode = "allege";
    event->rule += ", denied by others of its subject";
  }
  if (is_blame(reading, p, *event)) {
    event->of_speaker = true;
    event->code = "1123";
    event->plover = "ACCUSE";
    event->mode = "allege";
    event->rule += ", laid to its agent";
  }
  return event;
}

namespace {

// Whether the figure is the proposition's: its words are, or it stands in its clause and outside the one whose words
// they are ("..., as groups of pilgrims moved on", where the parser hangs the groups on the verb before).
bool has_figure(const Reading& reading, std::uint32_t p, const mentions::Quantity& quantity) {
  const std::uint32_t owner = reading.owner(quantity.token);
  if (owner == p) return true;
  if (quantity.measure >= mentions::Measure::other) return false;
  const auto& all = reading.propositions();
  return all[p].span.contains(quantity.span) && (owner >= all.size() || !all[owner].span.contains(quantity.span));
}

}  // namespace

std::vector<mentions::Quantity> find_claim_quantities(const Reading& reading, std::uint32_t p) {
  std::vector<mentions::Quantity> out;
  const Proposition& proposition = reading.propositions()[p];
  const auto& quantities = reading.mentions().quantities;
  auto at = std::lower_bound(quantities.begin(), quantities.end(), proposition.span.begin,
                             [](const mentions::Quantity& q, std::uint32_t begin) { return q.span.begin < begin; });
  for (; at != quantities.end() && at->span.begin < proposition.span.end; ++at)
    if (at->token < reading.words().size() && has_figure(reading, p, *at) && !mentions::is_length_of_time(*at))
      out.push_back(*at);
  return out;
}

}  // namespace rashomon::claims
