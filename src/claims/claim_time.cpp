#include "claims/claim_time.hpp"

#include <algorithm>
#include <limits>

#include "claims/lexicon.hpp"
#include "claims/trigger.hpp"

namespace rashomon::claims {
namespace {

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kShared = 50;  // farther than any time of the clause itself

std::uint32_t syntactic_head(const Reading& reading, const mentions::Time& time) {
  // The word of the expression whose head lies outside it.
  const Words& words = reading.words();
  std::uint32_t i = reading.token_at(time.span.begin);
  for (int step = 0; step < 8; ++step) {
    const auto head = words.syntax().head(i);
    if (!head || !time.span.overlaps(words[*head].span)) break;
    i = *head;
  }
  return i;
}

// "late on the evening of 3 May": nouns of time lead on.
bool is_time_noun(const Words& words, std::uint32_t i) { return is_one_of(words[i].entity, {"TIME", "DATE"}); }

// How far the expression hangs from the predicate; kNever if it dates something else: a clause within ("agreed in
// 2018") or a noun that is no event ("the 2016 army").
std::uint32_t rank(const Reading& reading, std::uint32_t head, std::uint32_t predicate) {
  const Words& words = reading.words();
  std::uint32_t i = head;
  for (std::uint32_t steps = 0; steps < 24; ++steps) {
    if (i == predicate) return steps;
    const auto above = words.syntax().head(i);
    if (!above) return kNever;
    if (*above != predicate) {
      const bool dated_noun = is_noun(words[*above]) && trigger_rows(words.lemma(*above), 'n').empty() &&
                              !is_verb(words[i]) && !is_time_noun(words, *above);
      if (dated_noun && (i == head || words[i].dep == "prep")) return kNever;
      if (is_verb(words[*above]) && is_one_of(words[*above].dep, {"relcl", "advcl"})) return kNever;
      const auto outer =
          words.syntax().head(*above);  // "a truce negotiated in May" is dated by it, "the army led in May" is not
      if (words[*above].dep == "acl" && outer && *outer != predicate) return kNever;
    }
    i = *above;
  }
  return kNever;
}

bool is_reporting(const Words& words, std::uint32_t i) {
  return is_verb(words[i]) && find_cue_verb(words.lemma(i)) != nullptr;
}

// "since December" runs to the anchor.
std::string_view preposition_of(const Reading& reading, std::uint32_t head) {
  const Words& words = reading.words();
  const auto above = words.syntax().head(head);
  return words[head].dep == "pobj" && above ? words.lemma(*above) : std::string_view{};
}

TimeSpan span_of(const Reading& reading, const mentions::Time& time, std::uint32_t head,
                 const mentions::Anchor& anchor) {
  TimeSpan out;
  out.range = time.range;
  out.anchor = "text";
  if (preposition_of(reading, head) == "since") out.range.end = anchor.date;
  out.precision = ucdp_precision(out.range);
  return out;
}

bool is_usable(const mentions::Time& time) {
  return (time.type == mentions::TimeType::date || time.type == mentions::TimeType::time) &&
         time.range.start.has_value();
}

// The predicate that the expression hangs on.
std::optional<std::uint32_t> governor(const Words& words, std::uint32_t i) {
  for (int step = 0; step < 8; ++step) {
    if (is_predicate(words.syntax(), i)) return i;
    const auto head = words.syntax().head(i);
    if (!head) return {};
    i = *head;
  }
  return {};
}

bool shares(const Reading& reading, std::uint32_t head, const EventWords& event) {
  const Words& words = reading.words();
  const auto above = governor(words, head);
  if (!above || *above == event.predicate) return above.has_value();
  const bool cue = reading.propositions()[event.proposition].cue_token == above;
  if (cue && event.speech) return true;
  if (cue || is_reporting(words, *above)) return false;
  return reading.steps_up(event.predicate, *above).has_value();
}

}  // namespace

std::optional<FoundTime> time_in_sentence(const Reading& reading, const EventWords& event,
                                          const mentions::Anchor& anchor) {
  const auto& times = reading.mentions().times;
  const Words& words = reading.words();
  const auto& sentence = reading.analysis().parse.sentences[words[event.predicate].sentence].span;
  auto at = std::lower_bound(times.begin(), times.end(), sentence.begin,
                             [](const mentions::Time& t, std::uint32_t begin) { return t.span.begin < begin; });
  std::optional<FoundTime> best;
  std::uint32_t best_rank = kNever;
  for (; at != times.end() && at->span.begin < sentence.end; ++at) {
    if (!is_usable(*at)) continue;
    const std::uint32_t head = syntactic_head(reading, *at);
    const bool own = reading.owner(head) == event.proposition;
    if (!own && !shares(reading, head, event)) continue;
    const std::uint32_t steps =
        own ? std::min(rank(reading, head, event.predicate), rank(reading, head, event.trigger)) : kShared;
    if (steps >= best_rank) continue;
    best_rank = steps;
    best = FoundTime{span_of(reading, *at, head, anchor), own ? "time in the clause" : "time of the clause above",
                     std::string(slice(reading.analysis().document.text, at->span))};
  }
  return best;
}

std::optional<FoundTime> time_from_anchor(const mentions::Anchor& anchor, Modality modality, bool speech) {
  if (!anchor.date) return {};
  FoundTime out;
  out.rule = "not dated: the day of the " + anchor.basis;
  out.time.anchor = anchor.basis;
  out.time.range.start = anchor.earliest ? anchor.earliest : anchor.date;
  const bool open = !speech && (modality == Modality::planned || modality == Modality::threatened ||
                                modality == Modality::hypothetical || modality == Modality::habitual);
  if (!open) out.time.range.end = anchor.date;
  out.time.precision = open ? 5 : anchor.earliest ? ucdp_precision(out.time.range) : 2;
  return out;
}

}  // namespace rashomon::claims
