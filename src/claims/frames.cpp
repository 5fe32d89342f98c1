#include "claims/frames.hpp"

#include <algorithm>

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;
using MaybeIndex = std::optional<Index>;

bool has_to(const Syntax& syntax, Index verb) {
  for (Index c : syntax.children(verb))
    if (syntax[c].tag == "TO") return true;
  return false;
}

bool is_quote_mark(const Syntax& syntax, Index i) {
  return syntax.holds(i) && is_one_of(syntax[i].tag, {"``", "''"});
}

// A clause that may be what is said: finite, or a fragment in quotation marks.
bool may_be_said(const Syntax& syntax, Index i) {
  if (is_finite(syntax, i)) return true;
  const TokenRange range = syntax.subtree(i);
  if (is_quote_mark(syntax, range.first) || (range.first > 0 && is_quote_mark(syntax, range.first - 1))) return true;
  return own_subject(syntax, i) && !has_to(syntax, i) && syntax[i].tag != "VBG";
}

MaybeIndex nearest_predicate(const Syntax& syntax, MaybeIndex i) {
  for (Index steps = 0; i && steps < 64; ++steps, i = syntax.head(*i))
    if (is_predicate(syntax, *i) || !syntax.head(*i)) return i;
  return {};
}

bool is_first_person(const Syntax& syntax, Index i) {
  return in_class("first_person", syntax[i].lemma) && syntax[i].pos == "PRON";
}

// One that can speak: a name, a person's pronoun, people or bodies.
bool can_speak(const Syntax& syntax, Index i) {
  const auto& token = syntax[i];
  if (token.pos == "PROPN" || token.pos == "PRON") return !is_one_of(token.lemma, {"this", "that", "what", "there"});
  if (is_one_of(token.entity, {"PERSON", "ORG", "NORP", "GPE"})) return true;
  return in_class("monitor_noun", token.lemma) || in_class("media_noun", token.lemma);
}

// "…, the ministry said on Monday": own subject, nothing said after it, and what is said before.
MaybeIndex content_before(const Syntax& syntax, Index verb) {
  const auto subject = own_subject(syntax, verb);
  const auto up = syntax.head(verb);
  if (!subject || !up || syntax.child(verb, {"dobj", "ccomp"})) return {};
  const auto& token = syntax[verb];
  const bool as_clause = token.dep == "advcl" && syntax.child(verb, {"mark"}) &&
                         syntax[*syntax.child(verb, {"mark"})].lemma == "as";
  const bool inserted = is_one_of(token.dep, {"parataxis", "dep", "intj", "ccomp"}) ||
                        (token.dep == "advcl" && !syntax.child(verb, {"mark", "advmod"}));
  const bool at_end = is_one_of(token.dep, {"relcl", "acl", "conj", "advcl"}) && *up < *subject &&
                      !syntax.child(verb, {"mark", "cc", "xcomp", "acomp", "attr"}) &&
                      !is_one_of(syntax[*subject].tag, {"WDT", "WP"});
  if (!as_clause && !inserted && !at_end) return {};
  if (token.dep == "conj" && syntax.child(*up, {"cc"})) return {};
  return nearest_predicate(syntax, up);
}

struct Finder {
  const Syntax& syntax;

  void contents_below(Frame& frame) const {
    for (Index c : syntax.children(frame.token)) {
      if (!is_one_of(syntax[c].dep, {"ccomp", "csubj", "parataxis", "dep", "csubjpass"})) continue;
      if (syntax[c].dep == "parataxis" || syntax[c].dep == "dep") {
        if (!is_predicate(syntax, c) || !own_subject(syntax, c)) continue;
        const auto* inner = find_cue_verb(syntax[c].lemma);
        if (inner != nullptr && inner->takes("that") && !syntax.child(c, {"ccomp"})) continue;
      }
      if (may_be_said(syntax, c)) frame.contents.push_back(c);
    }
    frame.trailing = !frame.contents.empty() && frame.contents.front() < frame.token;
  }

  MaybeIndex passive_speaker(Index verb) const {
    const auto agents = agents_of(syntax, verb);
    return agents.empty() ? MaybeIndex{} : MaybeIndex{agents.front()};
  }

  // "Y quoted X as saying that Z": X speaks.
  MaybeIndex quoted_person(Index verb) const {
    const auto as = syntax.head(verb);
    if (syntax[verb].dep != "pcomp" || !as || syntax[*as].lemma != "as") return {};
    const auto quoting = syntax.head(*as);
    if (!quoting) return {};
    if (const auto object = syntax.child(*quoting, {"dobj", "nsubjpass"})) return object;
    return subject_of(syntax, *quoting);
  }

  void set_speaker(Frame& frame) const {
    const Index verb = frame.token;
    if (is_passive(syntax, verb)) {
      frame.speaker = passive_speaker(verb);
      frame.unspoken = !frame.speaker;
    } else if (const auto quoted = quoted_person(verb)) {
      frame.speaker = quoted;
    } else {
      frame.speaker = subject_of(syntax, verb);
    }
    frame.direct_person = frame.speaker && is_first_person(syntax, *frame.speaker);
  }

  bool acts(const CueVerb& cue, Index verb) const {
    if (is_passive(syntax, verb)) return false;
    for (Index c : syntax.children(verb)) {
      const auto& token = syntax[c];
      if (is_one_of(token.dep, {"xcomp", "ccomp", "advcl"}) && has_to(syntax, c) && cue.takes("inf")) return true;
      if (token.dep == "xcomp" && token.tag == "VBG" && cue.takes("ger")) return true;
      if (token.dep == "dobj" && cue.takes("obj")) return true;
      if (is_one_of(token.dep, {"prep", "prt", "dative"}) && cue.takes(token.lemma)) return true;
    }
    return false;
  }

  std::optional<Frame> verb(Index i) const {
    const CueVerb* cue = find_cue_verb(syntax[i].lemma);
    if (cue == nullptr || !is_predicate(syntax, i)) return {};
    Frame frame;
    frame.token = i;
    frame.modality = cue->modality;
    frame.force = cue->force;
    if (cue->takes("that") || cue->takes("quote")) {
      contents_below(frame);
      if (frame.contents.empty()) {
        if (const auto above = content_before(syntax, i); above && cue->takes("that")) {
          frame.contents.push_back(*above);
          frame.trailing = true;
        }
      }
    }
    set_speaker(frame);
    if (!frame.contents.empty()) return frame;
    if (!acts(*cue, i) || !frame.speaker || !can_speak(syntax, *frame.speaker)) return {};
    frame.kind = Frame::Kind::act;
    frame.contents = {i};
    return frame;
  }

  // "according to X", attached anywhere in what X says.
  std::optional<Frame> according(Index i) const {
    if (syntax[i].lemma != "accord" && syntax[i].lemma != "according") return {};
    const auto to = syntax.child(i, {"prep"});
    const auto up = syntax.head(i);
    if (!to || !up || syntax[*to].lemma != "to") return {};
    const auto speaker = syntax.child(*to, {"pobj"});
    const auto predicate = nearest_predicate(syntax, up);
    if (!speaker || !predicate) return {};
    Frame frame;
    frame.token = i;
    frame.speaker = speaker;
    frame.contents = {*predicate};
    frame.trailing = *predicate < i;
    return frame;
  }

  // "X's claim that Y", "speculation that Y".
  std::optional<Frame> noun(Index i) const {
    const ClaimNoun* cue = syntax[i].pos == "NOUN" ? find_claim_noun(syntax[i].lemma) : nullptr;
    if (cue == nullptr || !cue->content) return {};
    Frame frame;
    frame.token = i;
    frame.modality = cue->modality;
    for (Index c : syntax.children(i)) {
      const auto mark = syntax.child(c, {"mark"});
      if (is_one_of(syntax[c].dep, {"acl", "ccomp", "relcl"}) && mark && syntax[*mark].lemma == "that" &&
          is_finite(syntax, c) && own_subject(syntax, c))
        frame.contents.push_back(c);
    }
    if (frame.contents.empty()) return {};
    frame.speaker = syntax.child(i, {"poss"});
    if (!frame.speaker)
      if (const auto by = syntax.child(i, {"prep"}); by && is_one_of(syntax[*by].lemma, {"by", "from"}))
        frame.speaker = syntax.child(*by, {"pobj"});
    frame.unspoken = !frame.speaker;
    return frame;
  }
};

}  // namespace

std::vector<Frame> find_frames(const Syntax& syntax, TokenRange range) {
  std::vector<Frame> out;
  const Finder find{syntax};
  for (Index i = range.first; i < range.last; ++i) {
    auto frame = find.according(i);
    if (!frame) frame = find.verb(i);
    if (!frame) frame = find.noun(i);
    if (frame) out.push_back(std::move(*frame));
  }
  return out;
}

}  // namespace rashomon::claims
