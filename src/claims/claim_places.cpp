#include "claims/claim_places.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "claims/coding_tables.hpp"
#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

struct Candidate {
  std::uint32_t relation = 0;  ///< 0 where the event is, higher the less so
  std::uint32_t steps = 0;     ///< to the predicate
  std::uint32_t place = 0;     ///< index
};

constexpr std::uint32_t kNoPlace = 9;

// The token of the place whose head lies outside it.
std::uint32_t head_of(const Reading& reading, std::uint32_t i) {
  const std::uint32_t place = reading.place_at(i);
  for (int step = 0; step < 8; ++step) {
    const auto head = reading.words().syntax().head(i);
    if (!head || reading.place_at(*head) != place) break;
    i = *head;
  }
  return i;
}

// "such as those in X", "unlike in X", "like X", "than in X"
bool is_compared(const Words& words, std::uint32_t i) {
  for (int step = 0; step < 5; ++step) {
    const std::string_view lemma = words.lemma(i);
    if (words[i].pos == "ADP" || words[i].pos == "SCONJ") {
      if (is_one_of(lemma, {"like", "unlike", "than"})) return true;
      if (lemma == "as" && i > 0 && words.lemma(i - 1) == "such") return true;
    }
    const auto head = words.syntax().head(i);
    if (!head) return false;
    i = *head;
  }
  return false;
}

bool is_area_noun(std::string_view lemma) {
  return WordClasses::get().has("@territory", lemma) ||
         is_one_of(lemma, {"north",       "south",     "east",        "west",       "northeast",   "northwest",
                           "southeast",   "southwest", "outskirt",    "coast",      "edge",        "centre",
                           "center",      "side",      "governorate", "department", "state",       "county",
                           "strait",      "sea",       "gulf",        "river",      "shore",       "vicinity",
                           "countryside", "peninsula", "corner",      "heart",      "municipality"});
}

std::uint32_t relation_of_preposition(const Words& words, std::uint32_t preposition) {
  const std::string_view lemma = words.lemma(preposition);
  if (is_one_of(lemma, {"in", "at", "near", "around", "outside", "inside", "across", "throughout", "off", "along",
                        "within", "over", "above", "beside", "behind", "amid", "between"}))
    return 0;
  if (lemma == "on") return 1;
  if (is_one_of(lemma, {"into", "through", "to", "toward", "towards", "from", "via"})) return 3;
  if (lemma == "of") {
    const auto head = words.syntax().head(preposition);
    if (head && is_area_noun(words.lemma(*head))) return 0;
    return 2;
  }
  if (lemma == "against") return 5;
  return kNoPlace;
}

// How a place stands to its clause: by preposition, as object of taking or hitting, as a modifier.
std::uint32_t relation_of(const Reading& reading, std::uint32_t i, const CodedEvent* event) {
  const Words& words = reading.words();
  const auto head = words.syntax().head(i);
  if (!head) return kNoPlace;
  const std::string_view dep = words[i].dep;
  if (is_one_of(dep, {"conj", "appos"}) && *head != i) {
    const std::uint32_t outer = is_noun(words[*head]) ? *head : i;
    if (outer == i) return kNoPlace;
    if (dep == "conj") return relation_of(reading, outer, event);
    return 2;
  }
  if (dep == "pobj") return relation_of_preposition(words, *head);
  const bool violent = event && event->plover == "ASSAULT";
  if (is_one_of(dep, {"dobj", "nsubjpass"})) return violent ? 1 : 4;
  if (is_one_of(dep, {"compound", "nmod", "poss", "amod"})) {
    if (is_area_noun(words.lemma(*head))) return 1;
    if (reading.actor_at(i) != Reading::kNone && (dep != "compound" || reading.actor_at(*head) != Reading::kNone))
      return kNoPlace;
    return event && *head == event->trigger ? 2 : 4;
  }
  if (dep == "npadvmod") return 1;
  return kNoPlace;
}

int precision(mentions::PlaceLevel level) {
  switch (level) {
    case mentions::PlaceLevel::settlement: return 0;
    case mentions::PlaceLevel::other: return 1;
    case mentions::PlaceLevel::admin2: return 2;
    case mentions::PlaceLevel::admin1: return 3;
    case mentions::PlaceLevel::country: return 4;
  }
  return 4;
}

bool is_above(const Reading& reading, std::uint32_t i, std::uint32_t p, std::uint32_t predicate) {
  const Words& words = reading.words();
  for (int step = 0; step < 8; ++step) {
    const auto head = words.syntax().head(i);
    if (!head) return false;
    i = *head;
    if (!is_predicate(words.syntax(), i)) continue;
    if (reading.propositions()[p].cue_token == i || find_cue_verb(words.lemma(i))) return false;
    return reading.steps_up(predicate, i).has_value();
  }
  return false;
}

void collect(const Reading& reading, std::uint32_t p, std::uint32_t predicate, const CodedEvent* event, bool own,
             std::vector<Candidate>& out) {
  const Words& words = reading.words();
  const auto& sentence = reading.analysis().parse.sentences[words[predicate].sentence];
  const Proposition& proposition = reading.propositions()[p];
  const std::uint32_t first = own ? std::max(sentence.begin, proposition.first) : sentence.begin;
  const std::uint32_t last = own ? std::min(sentence.end, proposition.last) : sentence.end;
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t place = reading.place_at(i);
    if (place == Reading::kNone || (i > first && reading.place_at(i - 1) == place)) continue;
    const std::uint32_t head = head_of(reading, i);
    if (own != (reading.owner(head) == p)) continue;
    if (!own && !is_above(reading, head, p, predicate)) continue;
    const std::uint32_t relation = relation_of(reading, head, event);
    if (relation >= (own ? kNoPlace : 1U) || is_compared(words, head)) continue;
    out.push_back({relation, reading.steps_up(head, predicate).value_or(32), place});
  }
}

}  // namespace

FoundPlaces find_claim_places(const Reading& reading, std::uint32_t p, std::uint32_t predicate,
                              const CodedEvent* event) {
  std::vector<Candidate> candidates;
  FoundPlaces out;
  collect(reading, p, predicate, event, true, candidates);
  out.rule = "place in the clause";
  if (candidates.empty()) {
    collect(reading, p, predicate, event, false, candidates);
    out.rule = "place of the clause above";
  }
  const auto& places = reading.mentions().places;
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    return std::tuple(a.relation, precision(places[a.place].level), a.steps, a.place) <
           std::tuple(b.relation, precision(places[b.place].level), b.steps, b.place);
  });
  for (const Candidate& candidate : candidates) out.places.push_back(places[candidate.place]);
  out.located = !candidates.empty() && candidates.front().relation <= 2;
  if (out.places.empty()) out.rule.clear();
  return out;
}

}  // namespace rashomon::claims
