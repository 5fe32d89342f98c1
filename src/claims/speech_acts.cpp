#include "claims/speech_acts.hpp"

#include "claims/frame_contents.hpp"

namespace rashomon::claims {

using Index = std::uint32_t;

bool can_speak(const Syntax& syntax, const SpeakerFinder& speakers, Index noun) {
  const auto& token = syntax[noun];
  const auto det = syntax.child(noun, {"det"});
  if (det && syntax[*det].lemma == "each") return false;  // "each side blamed the other"
  if (token.pos == "PRON") return !is_one_of(token.lemma, {"this", "that", "what", "there", "which"});
  if (token.pos == "PROPN" || speakers.mention_at(noun) != nullptr) return true;
  if (is_one_of(token.entity, {"PERSON", "ORG", "NORP", "GPE"})) return true;
  for (Index c : syntax.children(noun))
    if (syntax[c].dep == "appos" && (syntax[c].pos == "PROPN" || speakers.mention_at(c) != nullptr)) return true;
  return in_class("monitor_noun", token.lemma) || in_class("media_noun", token.lemma);
}

namespace {

struct Act {
  const Syntax& syntax;
  const SpeakerFinder& speakers;
  const CueVerb& cue;
  Index verb;

  bool takes_clause(Index c) const {
    const auto& token = syntax[c];
    if (token.dep == "xcomp" && token.tag == "VBG") return cue.takes("ger");
    if (!is_one_of(token.dep, {"xcomp", "ccomp", "advcl"})) return false;
    const auto mark = syntax.child(c, {"mark"});
    if (mark && syntax[*mark].lemma == "for" && cue.takes("for")) return true;
    if (!cue.takes("inf") || !is_infinitive(syntax, c)) return false;
    // "called Chad and Peru to stop"; "called a meeting to discuss it" asks nobody.
    const auto asked = syntax.child(verb, {"dobj"});
    return token.dep != "advcl" || cue.lemma != "call" || (asked && can_speak(syntax, speakers, *asked));
  }

  bool takes_object(Index c) const {
    const auto& token = syntax[c];
    if (token.dep == "oprd" && cue.takes("name")) return true;
    if (is_one_of(token.dep, {"dobj", "npadvmod", "oprd"}) && cue.takes("number") && counts(c)) return !is_press();
    if (token.dep != "dobj") return false;
    return cue.takes("obj") || (cue.takes("figure") && in_class("figure_noun", token.lemma)) ||
           (cue.takes("noun") && find_claim_noun(token.lemma) != nullptr);
  }

  bool takes_preposition(Index c) const {
    return is_one_of(syntax[c].dep, {"prep", "prt", "dative"}) && cue.takes(syntax[c].lemma);
  }

  bool counts(Index noun) const {
    if (syntax[noun].pos == "NUM" || syntax[noun].entity == "CARDINAL") return true;
    for (Index c : syntax.children(noun))
      if (syntax[c].dep == "nummod" || syntax[c].pos == "NUM") return true;
    return false;
  }

  // "Our reporter counted four craters" is the outlet's own.
  bool is_press() const {
    const auto subject = subject_of(syntax, verb);
    return subject && in_class("press", syntax[*subject].lemma);
  }
};

}  // namespace

bool is_speech_act(const Syntax& syntax, const SpeakerFinder& speakers, const CueVerb& cue, Index verb) {
  if (is_passive(syntax, verb)) return false;
  const Act act{syntax, speakers, cue, verb};
  for (Index c : syntax.children(verb))
    if (act.takes_clause(c) || act.takes_object(c) || act.takes_preposition(c)) return true;
  return false;
}

bool is_hearsay(const Syntax& syntax, Index verb) {
  if (!is_passive(syntax, verb) || !syntax.child(verb, {"auxpass"}) || !agents_of(syntax, verb).empty()) return false;
  const auto then = syntax.child(verb, {"xcomp", "oprd"});
  return then && is_infinitive(syntax, *then) && in_class("hearsay_verb", syntax[verb].lemma);
}

}  // namespace rashomon::claims
