#include "claims/modality.hpp"

#include "claims/frame_contents.hpp"
#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;

struct Cues {
  bool negated = false, condition = false, possible = false, hearsay = false, will = false, would = false, must = false,
       habit = false;
};

bool has_infinitive(const Syntax& syntax, Index predicate) {
  for (Index c : syntax.children(predicate))
    if (is_one_of(syntax[c].dep, {"xcomp", "ccomp"}) && is_infinitive(syntax, c)) return true;
  return false;
}

void read_modal(std::string_view lemma, Cues& cues) {
  if (is_one_of(lemma, {"will", "shall", "'ll", "’ll", "wo", "ll"})) cues.will = true;
  if (is_one_of(lemma, {"would", "'d", "’d"})) cues.would = true;
  if (is_one_of(lemma, {"may", "might", "could"})) cues.possible = true;
  if (in_class("request_modal", lemma)) cues.must = true;
}

bool is_condition(const Syntax& syntax, Index clause) {
  for (Index c : syntax.children(clause))
    if (c < clause && is_one_of(syntax[c].dep, {"mark", "advmod"}) && in_class("condition_mark", syntax[c].lemma))
      return true;
  return is_one_of(syntax[clause].lemma, {"provide", "assume"}) && syntax[clause].dep == "prep";
}

void read_adverb(const Syntax& syntax, Index predicate, Index adverb, Cues& cues) {
  const std::string_view word = syntax[adverb].lemma;
  cues.possible = cues.possible || in_class("possible_adverb", word);
  cues.hearsay = cues.hearsay || in_class("hearsay_adverb", word);
  cues.habit = cues.habit || in_class("habit", word);
  const bool not_yet = word == "yet" && syntax[predicate].lemma == "have" && has_infinitive(syntax, predicate);
  const bool no_longer = is_one_of(word, {"long", "longer"}) && syntax.child(adverb, {"neg"});
  cues.negated = cues.negated || not_yet || no_longer;
}

bool names_a_risk(const language::Token& token) {
  if (token.dep == "acomp") return is_one_of(token.lemma, {"likely", "possible", "probable", "unclear"});
  return is_one_of(token.dep, {"attr", "nsubj", "dobj"}) &&
         is_one_of(token.lemma, {"risk", "danger", "possibility", "likelihood", "prospect"});
}

Cues read_cues(const Syntax& syntax, Index predicate) {
  Cues cues;
  const bool refuses = is_one_of(syntax[predicate].lemma, {"refuse", "decline", "fail"});
  cues.condition = is_condition(syntax, predicate);  // the parse made the "if" clause the main one
  cues.negated = is_negated(syntax, predicate) || (refuses && has_infinitive(syntax, predicate));
  for (Index c : syntax.children(predicate)) {
    const auto& token = syntax[c];
    if (token.dep == "aux" && token.tag == "MD") read_modal(token.lemma, cues);
    if (is_one_of(token.dep, {"advmod", "npadvmod"})) read_adverb(syntax, predicate, c, cues);
    if (is_one_of(token.dep, {"advcl", "prep"}) && is_condition(syntax, c)) cues.condition = true;
    if (names_a_risk(token)) cues.possible = true;
  }
  return cues;
}

// "is expected to", "plans to", "is ready to", "is due on Friday"
bool is_plan(const Syntax& syntax, Index predicate) {
  const auto& token = syntax[predicate];
  if (has_infinitive(syntax, predicate) && token.lemma != "try" && token.lemma != "seek" && token.lemma != "set" &&
      in_class("planned_phrase", token.lemma))
    return token.lemma != "go" || token.tag == "VBG";
  if (is_one_of(token.lemma, {"schedule", "slate"}) || (token.lemma == "set" && has_infinitive(syntax, predicate)))
    return is_passive(syntax, predicate);
  // "Ministers to meet on Friday", as a headline puts it
  if (token.tag == "VB" && is_infinitive(syntax, predicate) && own_subject(syntax, predicate) &&
      !syntax.head(predicate))
    return true;
  if (const auto object = syntax.child(predicate, {"dobj"});
      object && syntax[*object].lemma == "plan" && token.lemma == "have")
    return true;
  for (Index c : syntax.children(predicate)) {
    if (!is_one_of(syntax[c].dep, {"acomp", "xcomp", "prep"})) continue;
    if (in_class("planned_phrase", syntax[c].lemma) && (has_infinitive(syntax, c) || syntax[c].lemma == "due"))
      return true;
  }
  return token.lemma == "be" && has_infinitive(syntax, predicate) && !syntax.child(predicate, {"attr", "acomp"});
}

// "is considering a pause", "looks into the possibility"
bool is_weighed(const Syntax& syntax, Index predicate) {
  if (is_one_of(syntax[predicate].lemma, {"consider", "weigh", "mull", "contemplate"})) return true;
  for (Index c : syntax.children(predicate)) {
    if (syntax[c].dep != "prep" && syntax[c].dep != "dobj") continue;
    const auto noun = syntax[c].dep == "dobj" ? std::optional(c) : syntax.child(c, {"pobj"});
    if (noun && is_one_of(syntax[*noun].lemma, {"possibility", "prospect", "option"}))
      return is_one_of(syntax[predicate].lemma, {"look", "explore", "discuss", "examine", "study", "raise"});
  }
  return false;
}

bool is_to_clause(const Syntax& syntax, std::optional<Index> verb) { return verb && is_infinitive(syntax, *verb); }

bool is_asked(const Syntax& syntax, Index predicate, const ModalContext& context) {
  const auto& token = syntax[predicate];
  for (Index c : syntax.children(predicate))  // "has yet to be found"
    if (syntax[c].lemma == "yet") return false;
  if (is_one_of(token.lemma, {"need", "have"}) && has_infinitive(syntax, predicate) &&
      !syntax.child(predicate, {"dobj"}))
    return true;
  if (token.lemma == "be")
    if (const auto attr = syntax.child(predicate, {"attr"}); attr && syntax[*attr].lemma == "time")
      return has_infinitive(syntax, predicate) || is_to_clause(syntax, syntax.child(*attr, {"acl", "relcl"}));
  return context.quoted && token.tag == "VB" && !own_subject(syntax, predicate) && !syntax.head(predicate) &&
         !syntax.child(predicate, {"aux"});
}

// "warned that it would close the road": the one who warns will do it himself.
bool warns_of_own_act(const Syntax& syntax, Index predicate, const Frame& frame, const Cues& cues) {
  const bool progressive = syntax[predicate].tag == "VBG";
  if (!cues.will && !cues.would && !progressive) return false;
  const auto subject = own_subject(syntax, predicate);
  if (!subject || !frame.speaker) return false;
  // "If they do not leave, the army will enter the town"
  const bool acts = syntax[*subject].dep == "nsubj" && syntax.child(predicate, {"dobj"});
  if (cues.condition && acts && in_class("monitor_noun", syntax[*subject].lemma)) return true;
  if (is_one_of(syntax[*subject].lemma, {"it", "he", "she", "they", "we", "I"})) return true;
  if (const auto owner = syntax.child(*subject, {"poss"})) return syntax[*owner].pos == "PRON";
  return syntax[*subject].lemma == syntax[*frame.speaker].lemma;
}

ModalReading by_frame(const Syntax& syntax, Index predicate, const Frame& frame, const Cues& cues) {
  if (frame.modality == "threatened") return {Modality::threatened, "the cue threatens"};
  if (frame.modality == "requested") return {Modality::requested, "the cue asks"};
  if (frame.modality == "warned" && warns_of_own_act(syntax, predicate, frame, cues))
    return {Modality::threatened, "warns of an act of one's own"};
  return {};
}

ModalReading weakened_by_frame(const Frame& frame, const Cues& cues) {
  if (frame.modality == "planned") return {Modality::planned, "the cue promises"};
  if (frame.modality == "possible") return {Modality::possible, "the cue leaves it open"};
  if (frame.modality == "warned" && (cues.will || cues.would)) return {Modality::possible, "warned of"};
  return {};
}

ModalReading by_act(const Syntax& syntax, Index predicate, const Frame& act) {
  if (act.modality == "threatened") return {Modality::threatened, "the act threatens"};
  if (act.modality == "requested") return {Modality::requested, "the act asks"};
  if (act.modality == "planned") return {Modality::planned, "the act promises"};
  if (act.modality == "negated") return {Modality::negated, "the act refuses"};
  if (act.modality == "warned" && !syntax.child(predicate, {"dative"})) return {Modality::possible, "warned of"};
  if (act.modality == "possible") return {Modality::possible, "the act leaves it open"};
  if (act.force != Force::asserts) return {};
  // "renewed its call for", "issued a threat"
  for (Index object : objects_of(syntax, predicate)) {
    const auto* noun = find_claim_noun(syntax[object].lemma);
    if (noun == nullptr) continue;
    if (noun->modality == "requested") return {Modality::requested, "the act asks"};
    if (noun->modality == "threatened") return {Modality::threatened, "the act threatens"};
  }
  return {};
}

}  // namespace

namespace {
// What is to come, or is left open, where nothing stronger was said.
ModalReading by_outlook(const Syntax& syntax, Index predicate, const ModalContext& context, const Cues& cues) {
  const bool comes = cues.will || cues.would;
  if (comes && context.reported && in_class("threat_verb", syntax[predicate].lemma))
    return {Modality::threatened, "will strike"};
  if (cues.will) return {Modality::planned, "will"};
  if (cues.would && context.reported && !context.quoted) return {Modality::planned, "would in reported speech"};
  if (cues.would) return {Modality::hypothetical, "would"};
  if (is_plan(syntax, predicate)) return {Modality::planned, "planned to"};
  if (is_weighed(syntax, predicate)) return {Modality::possible, "is weighed"};
  if (cues.hearsay) return {Modality::possible, "hearsay"};
  if (cues.habit) return {Modality::habitual, "a word of habit"};
  return {Modality::actual, "plain statement"};
}

ModalReading by_mood(const Syntax& syntax, Index predicate, const ModalContext& context, const Cues& cues) {
  if (cues.must || is_asked(syntax, predicate, context)) return {Modality::requested, "must, should, need to"};
  if (cues.condition) return {Modality::hypothetical, "a condition"};
  if (is_question(syntax, predicate)) return {Modality::hypothetical, "a question"};
  if (cues.possible) return {Modality::possible, "may, could, likely, a risk"};
  return context.frame != nullptr ? weakened_by_frame(*context.frame, cues) : ModalReading{};
}
}  // namespace

ModalReading read_modality(const Syntax& syntax, Index predicate, const ModalContext& context) {
  const Cues cues = read_cues(syntax, predicate);
  ModalReading out;
  if (context.frame != nullptr) out = by_frame(syntax, predicate, *context.frame, cues);
  if (out.rule.empty() && cues.negated) out = {Modality::negated, "negation"};
  if (out.rule.empty() && context.act != nullptr) out = by_act(syntax, predicate, *context.act);
  if (out.rule.empty()) out = by_mood(syntax, predicate, context, cues);
  return out.rule.empty() ? by_outlook(syntax, predicate, context, cues) : out;
}

namespace {
// "plans to sell", "is expected to meet": what is planned is the second verb.
bool leads_to_its_complement(const Syntax& syntax, Index predicate) {
  const auto& token = syntax[predicate];
  return in_class("planned_phrase", token.lemma) || token.lemma == "be" ||
         is_one_of(token.lemma, {"appear", "seem", "continue", "begin", "start", "fail", "manage", "refuse", "decline",
                                 "have", "need"});
}

bool is_put_by_others(const Syntax& syntax, Index object) {
  const auto* noun = find_claim_noun(syntax[object].lemma);
  if (noun != nullptr && noun->put) return true;
  return is_one_of(syntax[object].lemma, {"this", "that", "it", "these", "those", "they"});
}

bool contradicts(const Syntax& syntax, Index predicate) {
  if (syntax[predicate].lemma != "be") return false;
  const auto said = syntax.child(predicate, {"attr", "acomp"});
  const auto subject = own_subject(syntax, predicate);
  if (!said) return false;
  if (syntax[*said].lemma == "truth") return is_negated(syntax, predicate);
  if (!subject || is_negated(syntax, predicate)) return false;
  return in_class("false_word", syntax[*said].lemma) && is_put_by_others(syntax, *subject);
}
}  // namespace

std::uint32_t content_predicate(const Syntax& syntax, Index predicate) {
  for (int steps = 0; steps < 4 && leads_to_its_complement(syntax, predicate); ++steps) {
    std::optional<Index> next;
    for (Index c : syntax.children(predicate)) {
      if (syntax[c].dep == "xcomp" && (is_infinitive(syntax, c) || syntax[c].tag == "VBG")) next = c;
      if (syntax[c].dep == "acomp" && !next)
        for (Index x : syntax.children(c))
          if (syntax[x].dep == "xcomp" && is_infinitive(syntax, x)) next = x;
    }
    if (!next) return predicate;
    predicate = *next;
  }
  return predicate;
}

bool is_denial(const Syntax& syntax, Index predicate, const ModalContext& context) {
  if (context.frame != nullptr && context.frame->force != Force::asserts && !is_negated(syntax, context.frame->token))
    return true;
  if (context.act != nullptr && context.act->force != Force::asserts && !is_negated(syntax, predicate)) {
    const auto objects = objects_of(syntax, predicate);
    if (objects.empty()) return context.act->force == Force::denies;
    if (is_put_by_others(syntax, objects.front())) return true;
    // "denied entry to the convoy" refuses; "denied bombing it" and "denied the raid" put a story aside.
    return context.act->force == Force::denies && !syntax.child(predicate, {"dative"}) &&
           !is_one_of(syntax[objects.front()].lemma,
                      {"entry", "access", "permission", "visa", "request", "bail", "aid"});
  }
  return contradicts(syntax, predicate);
}

}  // namespace rashomon::claims
