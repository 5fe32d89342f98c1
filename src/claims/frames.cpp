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

bool is_quote_mark(const Syntax& syntax, Index i) { return syntax.holds(i) && is_one_of(syntax[i].tag, {"``", "''"}); }

// A clause that may be what is said: finite, or a fragment in quotation marks.
bool may_be_said(const Syntax& syntax, Index i) {
  for (Index c : syntax.children(i)) {  // "asked whether Y", "did not say who did it" ask; they do not say
    if (c > i) break;
    if (is_one_of(syntax[c].tag, {"WRB", "WP", "WDT", "WP$"}) || syntax[c].lemma == "whether") return false;
    if (syntax[c].dep == "mark" && syntax[c].lemma == "if") return false;
  }
  if (is_finite(syntax, i)) return true;
  const TokenRange range = syntax.subtree(i);
  if (is_quote_mark(syntax, range.first) || (range.first > 0 && is_quote_mark(syntax, range.first - 1))) return true;
  return is_predicate(syntax, i) && own_subject(syntax, i) && !has_to(syntax, i) && syntax[i].tag != "VBG";
}

MaybeIndex nearest_predicate(const Syntax& syntax, MaybeIndex i) {
  for (Index steps = 0; i && steps < 64; ++steps, i = syntax.head(*i))
    if (is_predicate(syntax, *i) || !syntax.head(*i)) return i;
  return {};
}

bool is_first_person(const Syntax& syntax, Index i) {
  return in_class("first_person", syntax[i].lemma) && syntax[i].pos == "PRON";
}

bool is_mark_that(const Syntax& syntax, Index clause) {
  const auto mark = syntax.child(clause, {"mark"});
  return mark && syntax[*mark].lemma == "that";
}

bool follows_comma(const Syntax& syntax, Index i) {
  const Index first = syntax.subtree(i).first;
  return first > syntax.range().first && syntax[first - 1].pos == "PUNCT";
}

// "…, the ministry said on Monday": own subject, nothing said after it, and what is said before.
MaybeIndex content_before(const Syntax& syntax, Index verb) {
  const auto subject = own_subject(syntax, verb);
  const auto up = syntax.head(verb);
  if (!subject || !up || syntax.child(verb, {"ccomp", "xcomp", "auxpass"})) return {};
  if (syntax[verb].lemma != "tell" && syntax.child(verb, {"dobj"})) return {};
  const auto& token = syntax[verb];
  const auto mark = syntax.child(verb, {"mark"});
  const bool as_clause = token.dep == "advcl" && mark && syntax[*mark].lemma == "as";
  const bool inserted = !mark && (is_one_of(token.dep, {"parataxis", "dep", "intj"}) ||
                                  (token.dep == "ccomp" && *up < *subject && follows_comma(syntax, *subject)) ||
                                  (token.dep == "advcl" && !syntax.child(verb, {"advmod"})));
  const bool at_end = is_one_of(token.dep, {"relcl", "acl", "conj", "advcl"}) && *up < *subject &&
                      !syntax.child(verb, {"mark", "cc", "xcomp", "acomp", "attr"}) &&
                      !is_one_of(syntax[*subject].tag, {"WDT", "WP"});
  if (!as_clause && !inserted && !at_end) return {};
  if (token.dep == "conj" && syntax.child(*up, {"cc"})) return {};
  const auto content = nearest_predicate(syntax, up);
  if (!as_clause && content && *content > verb) return {};  // "Everything they say is …"
  return content;
}

struct Finder {
  const Syntax& syntax;
  const SpeakerFinder& speakers;

  // One that can speak: a known actor, a name, a person's pronoun, people or bodies.
  bool can_speak(Index i) const {
    const auto& token = syntax[i];
    if (const auto det = syntax.child(i, {"det"}); det && syntax[*det].lemma == "each")
      return false;  // "each side blamed"
    if (token.pos == "PRON") return !is_one_of(token.lemma, {"this", "that", "what", "there", "which"});
    if (token.pos == "PROPN" || speakers.mention_at(i) != nullptr) return true;
    if (is_one_of(token.entity, {"PERSON", "ORG", "NORP", "GPE"})) return true;
    for (Index c : syntax.children(i))
      if (syntax[c].dep == "appos" && (syntax[c].pos == "PROPN" || speakers.mention_at(c) != nullptr)) return true;
    return in_class("monitor_noun", token.lemma) || in_class("media_noun", token.lemma);
  }

  // "said, after a meeting with the envoys, that Y" where the parse hangs Y on the meeting.
  void content_astray(Frame& frame) const {
    const TokenRange range = syntax.subtree(frame.token);
    const Index stop = std::min(range.last, frame.token + 40);
    for (Index i = frame.token + 1; i < stop; ++i) {
      if (!is_mark_that(syntax, i) || !is_finite(syntax, i) || syntax.head(i) == frame.token) continue;
      if (is_one_of(syntax[i].dep, {"ccomp", "acl", "advcl"}) && !reports_itself(*syntax.head(i))) {
        frame.contents.push_back(i);
        return;
      }
    }
  }

  bool reports_itself(Index i) const {
    const auto* verb = syntax[i].pos == "VERB" ? find_cue_verb(syntax[i].lemma) : nullptr;
    const auto* noun = syntax[i].pos == "NOUN" ? find_claim_noun(syntax[i].lemma) : nullptr;
    return (verb != nullptr && verb->takes("that")) || (noun != nullptr && noun->content);
  }

  void contents_below(Frame& frame, bool quotes_only) const {
    for (Index c : syntax.children(frame.token)) {
      if (quotes_only && !begins_with_mark(c)) continue;
      if (is_fronted(frame.token, c)) frame.contents.push_back(c);
      if (!is_one_of(syntax[c].dep, {"ccomp", "csubj", "parataxis", "dep", "csubjpass"})) continue;
      if (syntax[c].dep == "parataxis" || syntax[c].dep == "dep") {
        if (!is_predicate(syntax, c) || !own_subject(syntax, c)) continue;
        const auto* inner = find_cue_verb(syntax[c].lemma);
        if (inner != nullptr && inner->takes("that") && !syntax.child(c, {"ccomp"})) continue;
      }
      if (may_be_said(syntax, c)) frame.contents.push_back(c);
    }
    // "State-run TV said Y": words before the verb without a comma are its subject's, when there is content after it.
    if (frame.contents.size() > 1 && frame.contents.front() < frame.token && frame.contents.back() > frame.token)
      std::erase_if(frame.contents, [&](Index c) { return c < frame.token && !ends_with_comma(c); });
    frame.trailing = !frame.contents.empty() && frame.contents.front() < frame.token;
  }

  bool ends_with_comma(Index c) const {
    const Index next = syntax.subtree(c).last;
    return (syntax.holds(next) && syntax[next].pos == "PUNCT") || syntax[next - 1].pos == "PUNCT";
  }

  // "Nine died in the raid, police said", the first half taken for an adverbial clause.
  bool is_fronted(Index verb, Index c) const {
    const auto subject = own_subject(syntax, verb);
    if (syntax[c].dep != "advcl" || !subject || c > *subject || !is_finite(syntax, c) || !own_subject(syntax, c))
      return false;
    if (syntax.child(c, {"mark"}) || !ends_with_comma(c)) return false;
    for (Index k : syntax.children(c))
      if (k < c && syntax[k].tag == "WRB") return false;
    return !syntax.child(verb, {"ccomp", "dobj"}) || is_one_of(syntax[verb].lemma, {"cite", "quote", "tell"});
  }

  bool begins_with_mark(Index i) const {
    const TokenRange range = syntax.subtree(i);
    return is_quote_mark(syntax, range.first) ||
           (range.first > syntax.range().first && is_quote_mark(syntax, range.first - 1));
  }

  MaybeIndex passive_speaker(Index verb) const {
    const auto agents = agents_of(syntax, verb);
    return agents.empty() ? MaybeIndex{} : MaybeIndex{agents.front()};
  }

  // "Y quoted X as saying that Z", "Z, Y quoted X as saying": X speaks, Y relays, and the two verbs are one frame.
  std::optional<Frame> quoting(Index verb) const {
    if (!is_one_of(syntax[verb].lemma, {"cite", "quote"})) return {};
    Frame frame;
    frame.token = verb;
    for (Index as : syntax.children(verb)) {
      if (syntax[as].lemma != "as") continue;
      for (Index saying : syntax.children(as))
        if (is_one_of(syntax[saying].dep, {"pcomp", "pobj", "advcl"}) && syntax[saying].tag == "VBG") {
          Frame said;
          said.token = saying;
          contents_below(said, false);
          frame.contents = said.contents;
          frame.saying = saying;
        }
    }
    if (!frame.saying) return {};
    if (frame.contents.empty()) {
      for (Index c : syntax.children(verb))
        if (c < verb && ((is_one_of(syntax[c].dep, {"ccomp", "parataxis", "dep"}) && may_be_said(syntax, c)) ||
                         is_fronted(verb, c)))
          frame.contents.push_back(c);
      if (frame.contents.empty())
        if (const auto up = nearest_predicate(syntax, syntax.head(verb)); up && *up < verb)
          frame.contents.push_back(*up);
    }
    if (frame.contents.empty()) return {};
    frame.trailing = frame.contents.front() < verb;
    frame.speaker = syntax.child(verb, {"dobj", "nsubjpass"});
    if (!is_passive(syntax, verb)) frame.relay = subject_of(syntax, verb);
    if (!frame.speaker) std::swap(frame.speaker, frame.relay);
    frame.unspoken = !frame.speaker;
    return frame;
  }

  // "said the plane crashed, adding that Y": not the plane adds, but the next one up that can speak.
  MaybeIndex subject_that_speaks(Index verb) const {
    const auto subject = subject_of(syntax, verb);
    if (own_subject(syntax, verb) || syntax[verb].tag != "VBG") return subject;
    const bool told = syntax[verb].dep == "acl" && subject && in_class("press", syntax[*subject].lemma);
    MaybeIndex above =
        told ? nearest_predicate(syntax, subject) : MaybeIndex(verb);  // "told reporters, stressing that"
    for (int steps = 0; steps < 8 && above; ++steps) {
      const auto candidate = subject_of(syntax, *above);
      if (candidate && can_speak(*candidate)) return candidate;
      above = nearest_predicate(syntax, syntax.head(*above));
    }
    return subject;
  }

  // "… near the lake said the rescue service", the service taken for an object.
  MaybeIndex turned_subject(const Frame& frame) const {
    if (!frame.trailing || own_subject(syntax, frame.token) || !is_one_of(syntax[frame.token].lemma, {"say", "add"}))
      return {};
    const auto object = syntax.child(frame.token, {"dobj"});
    return object && *object > frame.token && can_speak(*object) ? object : MaybeIndex{};
  }

  void set_speaker(Frame& frame) const {
    const Index verb = frame.token;
    if (is_passive(syntax, verb)) {
      frame.speaker = passive_speaker(verb);
      frame.unspoken = !frame.speaker;
    } else if (const auto turned = turned_subject(frame)) {
      frame.speaker = turned;
    } else {
      frame.speaker = subject_that_speaks(verb);
    }
    frame.direct_person = frame.speaker && is_first_person(syntax, *frame.speaker);
  }

  // "Our reporter counted four craters" is the outlet's own.
  bool is_press(Index verb) const {
    const auto subject = subject_of(syntax, verb);
    return subject && in_class("press", syntax[*subject].lemma);
  }

  bool counts(Index noun) const {
    if (syntax[noun].pos == "NUM" || syntax[noun].entity == "CARDINAL") return true;
    for (Index c : syntax.children(noun))
      if (syntax[c].dep == "nummod" || syntax[c].pos == "NUM") return true;
    return false;
  }

  bool acts(const CueVerb& cue, Index verb) const {
    if (is_passive(syntax, verb)) return false;
    for (Index c : syntax.children(verb)) {
      const auto& token = syntax[c];
      // "called Chad and Peru to stop"; "called a meeting to discuss it" asks nobody.
      const auto asked = syntax.child(verb, {"dobj"});
      const bool then = is_one_of(token.dep, {"xcomp", "ccomp"}) ||
                        (token.dep == "advcl" && (cue.lemma != "call" || (asked && can_speak(*asked))));
      if (then && has_to(syntax, c) && cue.takes("inf")) return true;
      if (token.dep == "xcomp" && token.tag == "VBG" && cue.takes("ger")) return true;
      if (token.dep == "dobj" && cue.takes("obj")) return true;
      if (token.dep == "oprd" && cue.takes("name")) return true;
      if (is_one_of(token.dep, {"dobj", "npadvmod", "oprd"}) && cue.takes("number") && counts(c))
        return !is_press(verb);
      if (token.dep == "dobj" && cue.takes("figure") && in_class("figure_noun", token.lemma)) return true;
      if (token.dep == "dobj" && cue.takes("noun") && find_claim_noun(token.lemma) != nullptr) return true;
      if (is_one_of(token.dep, {"ccomp", "advcl", "xcomp"}) && cue.takes("for"))
        if (const auto mark = syntax.child(c, {"mark"}); mark && syntax[*mark].lemma == "for") return true;
      if (is_one_of(token.dep, {"prep", "prt", "dative"}) && cue.takes(token.lemma)) return true;
    }
    return false;
  }

  // "is said to have fled", "are believed to be trapped"
  bool is_hearsay(Index verb) const {
    if (!is_passive(syntax, verb) || !syntax.child(verb, {"auxpass"}) || !agents_of(syntax, verb).empty()) return false;
    const auto then = syntax.child(verb, {"xcomp", "oprd"});
    return then && has_to(syntax, *then) &&
           is_one_of(syntax[verb].lemma,
                     {"say", "report", "believe", "think", "fear", "presume", "understand", "suspect", "allege"});
  }

  std::optional<Frame> verb(Index i) const {
    const CueVerb* cue = find_cue_verb(syntax[i].lemma);
    if (cue == nullptr || !is_predicate(syntax, i)) return {};
    if (syntax[i].dep == "acl" && syntax[i].tag == "VBN" && agents_of(syntax, i).empty())
      return {};  // "the figures reported"
    Frame frame;
    frame.token = i;
    frame.modality = cue->modality;
    frame.force = cue->force;
    if (cue->takes("that") || cue->takes("quote")) {
      contents_below(frame, !cue->takes("that"));
      if (frame.contents.empty() && cue->takes("that")) {
        if (const auto above = content_before(syntax, i)) {
          frame.attached = true;
          frame.trailing = true;
          for (Index member : conjuncts_of(syntax, *above))
            if (member == *above || member < i) frame.contents.push_back(member);
        } else if (!syntax.child(i, {"dobj", "xcomp"})) {
          content_astray(frame);
        }
      }
    }
    set_speaker(frame);
    if (!frame.contents.empty()) return frame;
    if (is_hearsay(i)) {
      frame.kind = Frame::Kind::act;
      frame.contents = {i};
      frame.modality = is_one_of(cue->lemma, {"say", "report"}) ? "-" : "possible";
      return frame;
    }
    if (!acts(*cue, i) || !frame.speaker || !can_speak(*frame.speaker)) return {};
    frame.kind = Frame::Kind::act;
    frame.contents = {i};
    if (cue->takes("name") && syntax.child(i, {"oprd"})) frame.modality = "-";  // "called it a crime" asks for nothing
    return frame;
  }

  bool has_comma(Index predicate) const {
    const TokenRange range = syntax.subtree(predicate);
    for (Index k = range.first; k < range.last && k < range.first + 200; ++k)
      if (syntax[k].lemma == ",") return true;
    return false;
  }

  // The main clause above, or what a reporting verb says.
  Index whole_of(Index predicate) const {
    for (int steps = 0; steps < 16; ++steps) {
      const auto up = syntax.head(predicate);
      if (!up || syntax[predicate].dep == "ccomp") return predicate;
      predicate = nearest_predicate(syntax, up).value_or(predicate);
    }
    return predicate;
  }

  // "according to X", attached anywhere in what X says.
  std::optional<Frame> according(Index i) const {
    if (syntax[i].lemma != "accord" && syntax[i].lemma != "according") return {};
    const auto to = syntax.child(i, {"prep"});
    const auto up = syntax.head(i);
    if (!to || !up || syntax[*to].lemma != "to") return {};
    auto speaker = syntax.child(*to, {"pobj"});
    if (!speaker)  // the parse took the next sentence's subject
      for (Index k = *to + 1; k < syntax.line(*to).last && k < *to + 6; ++k)
        if (is_one_of(syntax[k].pos, {"NOUN", "PROPN"})) speaker = k;
    auto predicate = nearest_predicate(syntax, up);
    if (!speaker || !predicate) return {};
    // "A fell, according to X, and B rose": what stands before "and" is X's too.
    const auto subject = own_subject(syntax, *predicate);
    if (syntax[*predicate].dep == "conj" && subject && i < *subject) predicate = first_conjunct(syntax, *predicate);
    // At the end, after a comma, it goes for the whole sentence: "It was the worst since shells hit the port, according
    // to X".
    // So it does in a text without commas.
    if (*predicate < i && (follows_comma(syntax, i) || !has_comma(whole_of(*predicate))))
      predicate = whole_of(*predicate);
    Frame frame;
    frame.attached = true;
    frame.token = i;
    frame.speaker = speaker;
    frame.trailing = *predicate < i;
    // "A killed six and injured ten, according to X": all that stands before is X's.
    if (frame.trailing)
      for (Index member : conjuncts_of(syntax, *predicate))
        if (member < i) frame.contents.push_back(member);
    if (frame.contents.empty()) frame.contents = {*predicate};
    return frame;
  }

  // "X rejected Z's claim that Y", "X voiced hope that Y": X speaks of Y.
  void put_aside(Frame& frame, Index verb) const {
    const auto* cue = find_cue_verb(syntax[verb].lemma);
    if (cue == nullptr || !(cue->takes("obj") || cue->takes("noun"))) return;
    const auto subject = subject_of(syntax, verb);
    if (!subject || !can_speak(*subject) || (frame.speaker && cue->force == Force::asserts)) return;
    frame.speaker = subject;
    frame.force = cue->force;
    frame.carrier = verb;
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
    if (const auto verb = syntax.head(i); verb && syntax[i].dep == "dobj") put_aside(frame, *verb);
    if (!frame.speaker)
      if (const auto by = syntax.child(i, {"prep"}); by && is_one_of(syntax[*by].lemma, {"by", "from"}))
        frame.speaker = syntax.child(*by, {"pobj"});
    frame.unspoken = !frame.speaker;
    return frame;
  }
};

}  // namespace

std::vector<Frame> find_frames(const Syntax& syntax, TokenRange range, const SpeakerFinder& speakers) {
  std::vector<Frame> out;
  const Finder find{syntax, speakers};
  for (Index i = range.first; i < range.last; ++i) {
    const bool told = !out.empty() && out.back().saying == i;
    if (told) continue;
    auto frame = find.according(i);
    if (!frame) frame = find.quoting(i);
    if (!frame) frame = find.verb(i);
    if (!frame) frame = find.noun(i);
    if (frame) out.push_back(std::move(*frame));
  }
  return out;
}

}  // namespace rashomon::claims
