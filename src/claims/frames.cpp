#include "claims/frames.hpp"

#include <algorithm>

#include "claims/frame_contents.hpp"
#include "claims/speech_acts.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;
using MaybeIndex = std::optional<Index>;

bool is_first_person(const Syntax& syntax, Index i) {
  return in_class("first_person", syntax[i].lemma) && syntax[i].pos == "PRON";
}

struct Finder {
  const Syntax& syntax;
  const SpeakerFinder& speakers;

  bool may_speak(Index i) const { return can_speak(syntax, speakers, i); }

  // "saying" in "quoted X as saying"
  MaybeIndex saying_of(Index verb) const {
    for (Index as : syntax.children(verb)) {
      if (syntax[as].lemma != "as") continue;
      for (Index c : syntax.children(as))
        if (is_one_of(syntax[c].dep, {"pcomp", "pobj", "advcl"}) && syntax[c].tag == "VBG") return c;
    }
    return {};
  }

  std::vector<Index> quoted_contents(Index verb, Index saying) const {
    auto out = contents_below(syntax, saying, false);
    if (!out.empty()) return out;
    for (Index c : contents_below(syntax, verb, false))
      if (c < verb) out.push_back(c);
    const auto up = nearest_predicate(syntax, syntax.head(verb));
    if (out.empty() && up && *up < verb) out.push_back(*up);
    return out;
  }

  // "Y quoted X as saying that Z", "Z, Y quoted X as saying": X speaks, Y relays, and the two verbs are one frame.
  std::optional<Frame> quoting(Index verb) const {
    if (!is_one_of(syntax[verb].lemma, {"cite", "quote"})) return {};
    const auto saying = saying_of(verb);
    if (!saying) return {};
    Frame frame;
    frame.token = verb;
    frame.saying = saying;
    frame.contents = quoted_contents(verb, *saying);
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
      if (candidate && may_speak(*candidate)) return candidate;
      above = nearest_predicate(syntax, syntax.head(*above));
    }
    return subject;
  }

  // "… near the lake said the rescue service", the service taken for an object.
  MaybeIndex turned_subject(const Frame& frame) const {
    if (!frame.trailing || own_subject(syntax, frame.token) || !is_one_of(syntax[frame.token].lemma, {"say", "add"}))
      return {};
    const auto object = syntax.child(frame.token, {"dobj"});
    return object && *object > frame.token && may_speak(*object) ? object : MaybeIndex{};
  }

  void set_speaker(Frame& frame) const {
    const Index verb = frame.token;
    if (is_passive(syntax, verb)) {
      if (const auto agents = agents_of(syntax, verb); !agents.empty()) frame.speaker = agents.front();
      frame.unspoken = !frame.speaker;
    } else if (const auto turned = turned_subject(frame)) {
      frame.speaker = turned;
    } else {
      frame.speaker = subject_that_speaks(verb);
    }
    frame.direct_person = frame.speaker && is_first_person(syntax, *frame.speaker);
  }

  void find_contents(Frame& frame, const CueVerb& cue) const {
    if (!cue.takes("that") && !cue.takes("quote")) return;
    frame.contents = contents_below(syntax, frame.token, !cue.takes("that"));
    frame.trailing = !frame.contents.empty() && frame.contents.front() < frame.token;
    if (!frame.contents.empty() || !cue.takes("that")) return;
    frame.contents = contents_before(syntax, frame.token);
    frame.attached = frame.trailing = !frame.contents.empty();
    if (!frame.contents.empty()) return;
    if (const auto astray = content_astray(syntax, frame.token)) frame.contents.push_back(*astray);
  }

  std::optional<Frame> act(Frame frame, const CueVerb& cue) const {
    frame.kind = Frame::Kind::act;
    frame.contents = {frame.token};
    if (is_hearsay(syntax, frame.token)) {
      frame.modality = is_one_of(cue.lemma, {"say", "report"}) ? "-" : "possible";
      return frame;
    }
    if (!frame.speaker || !may_speak(*frame.speaker) || !is_speech_act(syntax, speakers, cue, frame.token)) return {};
    if (cue.takes("name") && syntax.child(frame.token, {"oprd"})) frame.modality = "-";  // "called it a crime"
    return frame;
  }

  std::optional<Frame> verb(Index i) const {
    const CueVerb* cue = find_cue_verb(syntax[i].lemma);
    if (cue == nullptr || !is_predicate(syntax, i)) return {};
    const bool reduced = syntax[i].dep == "acl" && syntax[i].tag == "VBN";  // "the figures reported"
    if (reduced && agents_of(syntax, i).empty()) return {};
    Frame frame;
    frame.token = i;
    frame.modality = cue->modality;
    frame.force = cue->force;
    find_contents(frame, *cue);
    set_speaker(frame);
    if (!frame.contents.empty()) return frame;
    return act(std::move(frame), *cue);
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

  // Who is named after "according to".
  MaybeIndex authority(Index to) const {
    if (const auto object = syntax.child(to, {"pobj"})) return object;
    MaybeIndex last;  // the parse took the next sentence's subject
    for (Index k = to + 1; k < syntax.line(to).last && k < to + 6; ++k)
      if (is_one_of(syntax[k].pos, {"NOUN", "PROPN"})) last = k;
    return last;
  }

  // The predicate that "according to" goes for.
  Index reported_by(Index according, Index predicate) const {
    // "A fell, according to X, and B rose": what stands before "and" is X's too.
    const auto subject = own_subject(syntax, predicate);
    if (syntax[predicate].dep == "conj" && subject && according < *subject)
      predicate = first_conjunct(syntax, predicate);
    // At the end, after a comma, it goes for the whole sentence ("It was the worst since shells hit the port, according
    // to X"); so it does in a text without commas.
    if (predicate > according) return predicate;
    const Index whole = whole_of(predicate);
    return follows_comma(syntax, according) || !has_comma(whole) ? whole : predicate;
  }

  // "according to X", attached anywhere in what X says.
  std::optional<Frame> according(Index i) const {
    if (syntax[i].lemma != "accord" && syntax[i].lemma != "according") return {};
    const auto to = syntax.child(i, {"prep"});
    const auto nearest = nearest_predicate(syntax, syntax.head(i));
    if (!to || !nearest || syntax[*to].lemma != "to") return {};
    Frame frame;
    frame.token = i;
    frame.speaker = authority(*to);
    if (!frame.speaker) return {};
    frame.attached = true;
    const Index predicate = reported_by(i, *nearest);
    frame.trailing = predicate < i;
    // "A killed six and injured ten, according to X": all that stands before is X's.
    if (frame.trailing)
      for (Index member : conjuncts_of(syntax, predicate))
        if (member < i) frame.contents.push_back(member);
    if (frame.contents.empty()) frame.contents = {predicate};
    return frame;
  }

  // "X rejected Z's claim that Y", "X voiced hope that Y": X speaks of Y.
  void put_aside(Frame& frame, Index verb) const {
    const auto* cue = find_cue_verb(syntax[verb].lemma);
    if (cue == nullptr || !(cue->takes("obj") || cue->takes("noun"))) return;
    const auto subject = subject_of(syntax, verb);
    if (!subject || !may_speak(*subject) || (frame.speaker && cue->force == Force::asserts)) return;
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
