#include "claims/trailing.hpp"

#include <algorithm>
#include <string>

#include "mentions/fold.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;
constexpr Index kAfterVerb = 8;  // words that may follow the verb: "told reporters in the capital on Monday"

bool is_noun_word(const Syntax& syntax, Index i) {
  const auto& token = syntax[i];
  if (is_one_of(token.entity, {"DATE", "TIME", "CARDINAL", "QUANTITY"})) return false;
  if (token.tag == "VBN" && token.dep == "amod") return true;  // "state-run"
  return is_one_of(token.tag, {"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "PRP$", "VBG", "$"}) &&
         !is_one_of(token.dep, {"advcl", "ROOT"});
}

bool is_title(const Syntax& syntax, Index i, const SpeakerFinder& speakers) {
  const std::string word = mentions::lower(syntax[i].lemma);
  return in_class("speaker_title", word) || in_class("monitor_noun", word) || in_class("media_noun", word) ||
         speakers.mention_at(i) != nullptr;
}

bool joins_name(const Syntax& syntax, Index i, Index first) {
  return i > first && is_one_of(syntax[i].lemma, {"for", "of"}) && syntax[i - 1].pos == "PROPN" &&
         syntax[i + 1].pos == "PROPN";
}

// First token of the noun phrase that ends at `last`, by tags.
Index begin_of_noun_phrase(const Syntax& syntax, Index last, Index first, const SpeakerFinder& speakers) {
  Index i = last;
  while (i > first) {
    const Index before = i - 1;
    if (syntax[before].tag == "DT" || syntax[before].tag == "PRP$") return before;
    if (joins_name(syntax, before, first)) {
      i = before - 1;
      continue;
    }
    if (!is_noun_word(syntax, before)) break;
    // "people Police Chief Lee": a common noun before a name belongs to it only as a title.
    const bool common = is_one_of(syntax[before].tag, {"NN", "NNS"});
    if (common && syntax[i].pos == "PROPN" && !is_title(syntax, before, speakers)) break;
    i = before;
  }
  return i;
}

// A verb of saying with tense that nothing said follows.
bool ends_report(const Syntax& syntax, Index i) {
  const auto& token = syntax[i];
  if (!in_class("trailing_verb", token.lemma) || is_passive(syntax, i)) return false;
  for (Index c : syntax.children(i))
    if (c > i && token.lemma != "tell" && is_one_of(syntax[c].dep, {"dobj", "ccomp"})) return false;
  if (token.tag == "VBN") return syntax.child(i, {"aux"}).has_value();
  return is_one_of(token.tag, {"VBD", "VBZ", "VBP"});
}

std::optional<Index> final_verb(const Syntax& syntax, TokenRange sentence) {
  Index seen = 0;
  for (Index i = sentence.last; i-- > sentence.first && seen <= kAfterVerb;) {
    const auto& token = syntax[i];
    if (token.pos == "PUNCT" || token.pos == "SPACE") continue;
    if (token.pos == "VERB" || token.pos == "AUX") return ends_report(syntax, i) ? std::optional(i) : std::nullopt;
    if (is_one_of(token.tag, {"WDT", "WP", "WRB", "CC"})) return {};
    ++seen;
  }
  return {};
}

bool has_finite_verb(const Syntax& syntax, TokenRange range) {
  for (Index i = range.first; i < range.last; ++i)
    if (is_one_of(syntax[i].tag, {"VBD", "VBZ", "VBP", "MD"}) || (syntax[i].tag == "VBN" && syntax.child(i, {"dobj"})))
      return true;
  return false;
}

Index depth(const Syntax& syntax, Index i) {
  Index out = 0;
  for (auto up = syntax.head(i); up && out < 64; up = syntax.head(*up)) ++out;
  return out;
}

// The predicate of words that the parse hangs together wrongly: a verb nearest to the root.
std::optional<Index> best_predicate(const Syntax& syntax, TokenRange range) {
  std::optional<Index> best;
  for (Index i = range.first; i < range.last; ++i) {
    const auto& token = syntax[i];
    if (token.pos != "VERB" && token.pos != "AUX") continue;
    if (is_one_of(token.dep, {"aux", "auxpass", "amod", "compound", "relcl"}) || token.tag == "VBG" ||
        token.tag == "VB")
      continue;
    if (!best || depth(syntax, i) < depth(syntax, *best)) best = i;
  }
  return best;
}

bool is_top(const std::vector<Clause>& clauses, const Clause& clause, Index begin) {
  return !clause.parent || clauses[*clause.parent].head >= begin;
}

void insert(std::vector<Clause>& clauses, const Clause& clause) {
  const auto at = std::lower_bound(clauses.begin(), clauses.end(), clause.head,
                                   [](const Clause& c, Index h) { return c.head < h; });
  const auto position = static_cast<std::size_t>(at - clauses.begin());
  clauses.insert(at, clause);
  for (Clause& c : clauses)
    if (c.parent && *c.parent >= position) ++*c.parent;
}

}  // namespace

namespace {
// "…, its director, Ann Lee, said by telephone"
std::optional<TrailingSpeaker> title_and_name(const Syntax& syntax, Index verb, TokenRange sentence,
                                              const SpeakerFinder& speakers) {
  if (verb < sentence.first + 6 || syntax[verb - 1].lemma != "," || syntax[verb - 2].pos != "PROPN") return {};
  Index comma = verb - 2;
  while (comma > sentence.first && syntax[comma].pos == "PROPN") --comma;
  if (syntax[comma].lemma != "," || comma < sentence.first + 3 || !is_title(syntax, comma - 1, speakers)) return {};
  const Index begin = begin_of_noun_phrase(syntax, comma - 1, sentence.first, speakers);
  if (!has_finite_verb(syntax, {sentence.first, begin})) return {};
  return TrailingSpeaker{.verb = verb, .speaker = verb - 2, .leads = false, .begin = begin};
}

// "… on Monday said the mission head Ann Lee."
std::optional<TrailingSpeaker> turned_round(const Syntax& syntax, Index verb, TokenRange sentence,
                                            const SpeakerFinder& speakers) {
  if (!is_one_of(syntax[verb].lemma, {"say", "add"}) || syntax[verb].tag != "VBD")
    return {};  // these take no such object
  if (!has_finite_verb(syntax, {sentence.first, verb})) return {};
  std::optional<Index> last;
  bool titled = false;
  for (Index i = verb + 1; i < sentence.last && syntax[i].pos != "PUNCT" && syntax[i].pos != "ADP"; ++i) {
    if (!is_noun_word(syntax, i) && syntax[i].tag != "DT") return {};
    if (syntax[i].pos == "NOUN" || syntax[i].pos == "PROPN") last = i;
    titled = titled || is_title(syntax, i, speakers) || syntax[i].entity == "PERSON";
  }
  if (!last || !titled) return {};
  return TrailingSpeaker{.verb = verb, .speaker = *last, .leads = false, .begin = verb};
}
}  // namespace

std::optional<TrailingSpeaker> find_trailing_speaker(const Syntax& syntax, TokenRange sentence,
                                                     const SpeakerFinder& speakers) {
  const auto verb = final_verb(syntax, sentence);
  if (!verb || *verb <= sentence.first + 2) return {};
  if (const auto named = title_and_name(syntax, *verb, sentence, speakers)) return named;
  if (const auto turned = turned_round(syntax, *verb, sentence, speakers)) return turned;
  Index last = *verb - 1;
  while (last > sentence.first && (syntax[last].pos == "ADV" || syntax[last].pos == "AUX")) --last;
  if (!is_one_of(syntax[last].pos, {"NOUN", "PROPN", "PRON"}) || is_one_of(syntax[last].entity, {"DATE", "TIME"}))
    return {};
  if (is_one_of(syntax[last].tag, {"WDT", "WP"})) return {};
  TrailingSpeaker out{.verb = *verb, .speaker = last, .leads = false, .begin = last};
  if (syntax[last].pos != "PRON") out.begin = begin_of_noun_phrase(syntax, last, sentence.first, speakers);
  for (Index i = last; i > out.begin; --i)
    if (joins_name(syntax, i, out.begin)) out.speaker = i - 1;
  // "the monitoring group the Observatory said"
  if (out.begin > sentence.first && syntax[out.begin].tag == "DT" &&
      in_class("body_noun", syntax[out.begin - 1].lemma)) {
    const Index first = begin_of_noun_phrase(syntax, out.begin - 1, sentence.first, speakers);
    if (syntax[first].tag == "DT") out.begin = first;
  }
  if (!has_finite_verb(syntax, {sentence.first, out.begin})) return {};
  return out;
}

namespace {
constexpr Index kHeadlineName = 6;  // words of a speaker in a headline

bool has_verb(const Syntax& syntax, TokenRange range) {
  for (Index i = range.first; i < range.last; ++i)
    if (syntax[i].pos == "VERB" || syntax[i].pos == "AUX") return true;
  return false;
}

std::optional<Index> headline_name(const Syntax& syntax, TokenRange range, const SpeakerFinder& speakers) {
  if (range.empty() || range.last - range.first > kHeadlineName || has_verb(syntax, range)) return {};
  for (Index i = range.last; i-- > range.first;) {
    if (syntax[i].pos != "NOUN" && syntax[i].pos != "PROPN") continue;
    const bool place = is_one_of(syntax[i].entity, {"GPE", "LOC"}) && range.last - range.first == 1;
    const bool body = is_one_of(syntax[i].entity, {"PERSON", "ORG", "NORP"});
    return !place && (body || is_title(syntax, i, speakers)) ? std::optional(i) : std::nullopt;
  }
  return {};
}
}  // namespace

std::optional<TrailingSpeaker> find_headline_speaker(const Syntax& syntax, TokenRange sentence,
                                                     const SpeakerFinder& speakers) {
  for (Index i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    const bool colon = syntax[i].lemma == ":";
    if (!colon && !is_one_of(syntax[i].lemma, {"-", "–", "—", "--"})) continue;
    const TokenRange before{sentence.first, i}, after{i + 1, sentence.last};
    if (const auto name = headline_name(syntax, after, speakers); name && has_verb(syntax, before))
      return TrailingSpeaker{.verb = i, .speaker = *name, .leads = false, .begin = i};
    if (const auto name = headline_name(syntax, before, speakers); colon && name && has_verb(syntax, after))
      return TrailingSpeaker{.verb = i, .speaker = *name, .leads = true, .begin = i};
  }
  return {};
}

namespace {
void mend_leading_speaker(const Syntax& syntax, const TrailingSpeaker& leading, SentenceReading& reading) {
  Frame frame;
  frame.token = leading.verb;
  frame.speaker = leading.speaker;
  std::erase_if(reading.frames, [&](const Frame& f) { return f.token <= leading.verb; });
  for (Clause& clause : reading.clauses) {
    clause.range.first = std::max(clause.range.first, leading.verb + 1);
    const bool top = !clause.parent || reading.clauses[*clause.parent].head <= leading.verb;
    if (clause.head <= leading.verb) clause.kind = ClauseKind::frame;
    else if (clause.kind != ClauseKind::frame && top) frame.contents.push_back(clause.head);
  }
  if (frame.contents.empty()) {
    const auto predicate = best_predicate(syntax, {leading.verb + 1, reading.range.last});
    if (!predicate) return;
    frame.contents.push_back(*predicate);
    insert(reading.clauses, {*predicate, ClauseKind::content, {leading.verb + 1, reading.range.last}, {}});
  }
  reading.frames.insert(reading.frames.begin(), frame);
}
}  // namespace

namespace {
// Words before `end` that no clause holds, because the parse gave them to the speaker, go to the clause they follow.
void extend_to(const Syntax& syntax, SentenceReading& reading, Index end) {
  std::vector<Clause*> by_end;
  for (Clause& clause : reading.clauses)
    if (clause.kind != ClauseKind::frame && clause.head < end) by_end.push_back(&clause);
  std::sort(by_end.begin(), by_end.end(),
            [](const Clause* a, const Clause* b) { return a->range.last < b->range.last; });
  for (std::size_t k = 0; k < by_end.size(); ++k) {
    Index next = end;
    for (std::size_t n = k + 1; n < by_end.size() && n < k + 4; ++n)
      if (by_end[n]->range.first >= by_end[k]->range.last) next = std::min(next, by_end[n]->range.first);
    const bool inside = k + 1 < by_end.size() && by_end[k + 1]->range.first < by_end[k]->range.last;
    if (inside) continue;
    while (next > by_end[k]->range.last && is_one_of(syntax[next - 1].pos, {"PUNCT", "CCONJ", "SCONJ", "SPACE"}))
      --next;
    by_end[k]->range.last = std::max(by_end[k]->range.last, next);
  }
}
}  // namespace

void mend_trailing_speaker(const Syntax& syntax, const TrailingSpeaker& trailing, SentenceReading& reading) {
  if (trailing.leads) return mend_leading_speaker(syntax, trailing, reading);
  const auto right = [&](const Frame& f) {
    return f.token == trailing.verb && !f.contents.empty() && f.contents.front() < trailing.begin &&
           f.speaker >= trailing.begin;
  };
  const bool known = std::any_of(reading.frames.begin(), reading.frames.end(), right);
  for (Clause& clause : reading.clauses) {
    if (clause.head >= trailing.begin || clause.range.last <= trailing.begin) continue;
    clause.range.last = trailing.begin;
    while (clause.range.last > clause.head + 1 && syntax[clause.range.last - 1].pos == "PUNCT") --clause.range.last;
  }
  extend_to(syntax, reading, trailing.begin);
  if (known) return;
  std::erase_if(reading.frames, [&](const Frame& f) { return f.token >= trailing.begin; });
  Frame frame;
  frame.token = trailing.verb;
  frame.speaker = trailing.speaker;
  frame.trailing = true;
  for (Clause& clause : reading.clauses) {
    if (clause.head >= trailing.begin) clause.kind = ClauseKind::frame;
    else if (clause.kind != ClauseKind::frame && is_top(reading.clauses, clause, trailing.begin))
      frame.contents.push_back(clause.head);
  }
  if (frame.contents.empty()) {
    const auto predicate = best_predicate(syntax, {reading.range.first, trailing.begin});
    if (!predicate) return;
    frame.contents.push_back(*predicate);
    insert(reading.clauses, {*predicate, ClauseKind::content, {reading.range.first, trailing.begin}, {}});
  }
  reading.frames.push_back(frame);
}

}  // namespace rashomon::claims
