#include "claims/attribution.hpp"

#include <algorithm>

#include "claims/trailing.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;

// Reports of what was not, or not yet, said: the clause is about the saying itself.
bool is_unreal(const Syntax& syntax, Index verb) {
  if (is_negated(syntax, verb) || is_question(syntax, verb)) return true;
  for (Index c : syntax.children(verb)) {
    const auto& token = syntax[c];
    if (token.dep == "aux" && token.tag == "MD" && token.lemma != "can") return true;
    if (token.dep == "mark" && in_class("condition_mark", token.lemma)) return true;
    if (token.tag == "TO" && is_one_of(syntax[verb].dep, {"advcl", "acl", "relcl", "csubj"})) return true;
  }
  return false;
}

// "…, citing officials", "…, quoting a doctor": the one cited speaks, the one who cites relays.
std::optional<Index> cited_by(const Syntax& syntax, Index verb) {
  for (Index c : syntax.children(verb))
    if (syntax[c].dep == "advcl" && is_one_of(syntax[c].lemma, {"cite", "quote"}) && syntax[c].tag == "VBG")
      return syntax.child(c, {"dobj"});
  return {};
}

class Attributor {
 public:
  Attributor(const Syntax& syntax, SentenceReading& reading, SpeakerFinder& speakers)
      : syntax_(syntax), reading_(reading), speakers_(speakers) {}

  void run() {
    const std::size_t count = reading_.clauses.size();
    context_.assign(count, {});
    reading_.said.assign(count, {});
    reading_.acts.assign(count, nullptr);
    for (std::size_t f = 0; f < reading_.frames.size(); ++f) {
      const Frame& frame = reading_.frames[f];
      if (frame.kind == Frame::Kind::content)
        for (Index content : frame.contents) reports_.emplace_back(content, f);
      else if (const auto i = clause_at(frame.token)) reading_.acts[*i] = &frame;
    }
    std::sort(reports_.begin(), reports_.end());
    for (std::size_t i : parents_first()) read(i);
    for (std::size_t i = 0; i < count; ++i) {
      if (reading_.acts[i] != nullptr) add_act(i);
      name_counter(i);
    }
  }

 private:
  std::optional<std::size_t> clause_at(Index head) const {
    const auto& clauses = reading_.clauses;
    const auto it =
        std::lower_bound(clauses.begin(), clauses.end(), head, [](const Clause& c, Index h) { return c.head < h; });
    if (it == clauses.end() || it->head != head) return {};
    return static_cast<std::size_t>(it - clauses.begin());
  }

  std::vector<std::size_t> parents_first() const {
    std::vector<std::size_t> order, stack;
    std::vector<std::vector<std::size_t>> below(reading_.clauses.size());
    for (std::size_t i = reading_.clauses.size(); i-- > 0;) {
      const auto parent = reading_.clauses[i].parent;
      if (parent && *parent != i) below[*parent].push_back(i);
      else stack.push_back(i);
    }
    while (!stack.empty()) {
      const std::size_t i = stack.back();
      stack.pop_back();
      order.push_back(i);
      stack.insert(stack.end(), below[i].begin(), below[i].end());
    }
    return order;
  }

  bool reports(const Frame& frame, Index head) const {
    return frame.kind == Frame::Kind::content &&
           std::find(frame.contents.begin(), frame.contents.end(), head) != frame.contents.end();
  }

  const Frame* frame_at(Index token) const {
    const auto it = std::lower_bound(reading_.frames.begin(), reading_.frames.end(), token,
                                     [](const Frame& f, Index t) { return f.token < t; });
    return it == reading_.frames.end() || it->token != token ? nullptr : &*it;
  }

  void read(std::size_t i) {
    const Clause& clause = reading_.clauses[i];
    Attribution said = inherited(i);
    context_[i] = said;
    for (auto it = std::lower_bound(reports_.begin(), reports_.end(), std::pair(clause.head, std::size_t{0}));
         it != reports_.end() && it->first == clause.head; ++it) {
      const Frame& frame = reading_.frames[it->second];
      if (!passed_down(frame, clause)) said = utter(frame, said);
    }
    reading_.said[i] = said;
  }

  // The clause hangs on the frame's word, so inherited() has told already.
  bool passed_down(const Frame& frame, const Clause& clause) const {
    const auto up = syntax_.head(clause.head);
    return clause.parent && reading_.clauses[*clause.parent].kind == ClauseKind::frame && up && *up == frame.token;
  }

  Attribution inherited(std::size_t i) {
    const Clause& clause = reading_.clauses[i];
    if (!clause.parent || *clause.parent == i) return {};
    const Clause& parent = reading_.clauses[*clause.parent];
    if (parent.kind != ClauseKind::frame) {
      if (clause.kind == ClauseKind::frame) return context_of_parent(clause);
      return is_outlets_own(clause, *clause.parent) ? around(*clause.parent) : reading_.said[*clause.parent];
    }
    const Frame* frame = frame_at(parent.head);
    if (frame == nullptr || frame->kind == Frame::Kind::act) return context_[*clause.parent];
    // "…, but around 300 were still missing": a bare number goes on counting what X counts.
    const bool follows = frame->trailing && clause.kind == ClauseKind::conjunct && reading_.acts[i] == nullptr &&
                         (!is_contrast(clause.head) || goes_on_counting(clause.head));
    // "Shells fell as troops left, X said": what stands before X is X's, whatever the parse hangs it on.
    const bool before = frame->trailing && !frame->attached && frame->speaker && clause.head < *frame->speaker &&
                        clause.kind != ClauseKind::frame;
    if (before || reports(*frame, clause.head) || goes_with_content(*frame, clause) ||
        clause.kind == ClauseKind::result || clause.kind == ClauseKind::content || follows)
      return utter(*frame, context_[*clause.parent]);
    return context_[*clause.parent];
  }

  // "X said A was wrong because B", "X said A fell when B": the parse may hang B on "said".
  bool goes_with_content(const Frame& frame, const Clause& clause) const {
    if (clause.kind != ClauseKind::adverbial || frame.trailing || frame.contents.empty() ||
        clause.head < frame.contents.back())
      return false;
    const Index first = syntax_.subtree(clause.head).first;
    const bool comma = first > reading_.range.first && syntax_[first - 1].pos == "PUNCT";
    const auto mark = syntax_.child(clause.head, {"mark", "advmod"});
    if (!mark) return false;
    if (in_class("reason_mark", syntax_[*mark].lemma)) return true;
    return !comma && is_one_of(syntax_[*mark].lemma, {"when", "after", "before", "until"});
  }

  // What holds where the report of a clause stands: outside "X said", for a clause that X said.
  const Attribution& around(std::size_t i) const {
    const Frame* frame = reading_.said[i].frame;
    const auto saying = frame == nullptr || frame->attached ? std::optional<std::size_t>() : clause_at(frame->token);
    return context_[saying.value_or(i)];
  }

  // "A fell, according to X, but B held": what is set against it is not X's.
  bool is_contrast(Index head) const {
    const auto up = syntax_.head(head);
    if (!up || syntax_[head].dep != "conj") return false;
    const auto cc = conjunction_before(syntax_, head);
    return cc && is_one_of(syntax_[*cc].lemma, {"but", "yet"});
  }

  bool goes_on_counting(Index head) const {
    const auto subject = own_subject(syntax_, head);
    return subject && (syntax_[*subject].pos == "NUM" || is_one_of(syntax_[*subject].lemma, {"other", "rest"}));
  }

  // Clauses that a reporter hangs on a report: "X said A as B happened", "A, a step which led to B".
  bool is_outlets_own(const Clause& clause, std::size_t parent) const {
    const Attribution& said = reading_.said[parent];
    if (said.frame == nullptr || said.frame->kind == Frame::Kind::act) return false;
    // Who denies the raid in which nine died does not tell of the nine.
    const bool aside = clause.kind == ClauseKind::relative || clause.kind == ClauseKind::adverbial;
    if (aside && said.frame->force != Force::asserts) return true;
    if (said.frame->trailing)
      return clause.kind == ClauseKind::conjunct && said.cue && *said.cue < clause.head && is_contrast(clause.head) &&
             !goes_on_counting(clause.head);
    if (clause.kind == ClauseKind::adverbial) {
      const auto mark = syntax_.child(clause.head, {"mark"});
      return mark && syntax_[*mark].lemma == "as" && clause.head > reading_.clauses[parent].head;
    }
    return clause.kind == ClauseKind::relative && syntax_.head(clause.head) &&
           hangs_on_an_apposition(*syntax_.head(clause.head));
  }

  bool hangs_on_an_apposition(Index noun) const {
    for (int steps = 0; steps < 6; ++steps) {
      if (syntax_[noun].dep == "appos" || syntax_[noun].dep == "npadvmod")
        return is_one_of(syntax_[noun].lemma,
                         {"move", "step", "incident", "decision", "act", "measure", "event", "development"});
      const auto up = syntax_.head(noun);
      if (!up || is_predicate(syntax_, noun)) return false;
      noun = *up;
    }
    return false;
  }

  // "Y, X said" set into Y: the saying is not part of what is said.
  Attribution context_of_parent(const Clause& clause) const {
    const Frame* frame = frame_at(clause.head);
    const bool inside = frame != nullptr && reports(*frame, reading_.clauses[*clause.parent].head);
    if (inside) return context_[*clause.parent];
    // "A said that Y after B said that Z": the reporter sets B beside A; A does not tell of B.
    const Attribution& said = reading_.said[*clause.parent];
    const auto mark = syntax_.child(clause.head, {"mark"});
    const bool beside = syntax_[clause.head].dep == "advcl" && mark && in_class("time_mark", syntax_[*mark].lemma) &&
                        said.frame != nullptr && !said.frame->trailing && own_subject(syntax_, clause.head);
    return beside ? around(*clause.parent) : said;
  }

  Attribution utter(const Frame& frame, const Attribution& outer) {
    if (frame.direct_person) return outer;
    Attribution out;
    out.cue = frame.carrier.value_or(frame.token);
    out.frame = &frame;
    if (frame.unspoken || !frame.speaker) {
      if (!outer.chain.empty()) out.chain = outer.chain;
      out.unspoken = out.chain.empty();
      out.rule = "reported, nobody named";
      return out;
    }
    out.rule = "reporting words";
    if (const auto cited = cited_by(syntax_, frame.token)) out.chain.push_back(speakers_.find(*cited));
    add(out.chain, speakers_.find(*frame.speaker));
    if (frame.relay) add(out.chain, speakers_.find_relay(*frame.relay));
    add_relays(frame, out.chain);
    for (const Speaker& speaker : outer.chain) add(out.chain, speaker);
    return out;
  }

  static void add(std::vector<Speaker>& chain, Speaker speaker) {
    for (const Speaker& known : chain)
      if (known.name == speaker.name) return;
    if (!chain.empty()) speaker.role = "relay";
    chain.push_back(std::move(speaker));
  }

  // "told Y agency", "quoted by Y", "on Y television".
  void add_relays(const Frame& frame, std::vector<Speaker>& chain) {
    std::vector<Index> open{frame.token};
    if (frame.speaker) open.push_back(*frame.speaker);
    for (std::size_t k = 0; k < open.size() && k < 24; ++k)
      for (Index c : syntax_.children(open[k])) {
        const auto& token = syntax_[c];
        if (std::find(frame.contents.begin(), frame.contents.end(), c) != frame.contents.end()) continue;
        if (is_one_of(token.dep, {"dobj", "dative", "pobj"}) && c != frame.speaker && speakers_.is_media(c) &&
            !in_class("press", token.lemma))
          add(chain, speakers_.find_relay(c));
        if (is_one_of(token.dep, {"prep", "agent", "pobj", "dative", "dobj"}) ||
            (is_one_of(token.dep, {"acl", "advcl"}) && token.tag == "VBN" && in_class("relay_verb", token.lemma)))
          open.push_back(c);
      }
  }

  // "5,000 were displaced by the UN", as translations have it: a body that counts victims did not make them.
  void name_counter(std::size_t i) {
    const Index head = reading_.clauses[i].head;
    if (!in_class("harm_verb", syntax_[head].lemma) || !is_passive(syntax_, head)) return;
    for (Index agent : agents_of(syntax_, head)) {
      const auto* actor = speakers_.mention_at(agent);
      const bool counts = actor != nullptr && (actor->kind == mentions::ActorKind::international ||
                                               actor->kind == mentions::ActorKind::monitor);
      if (!counts) continue;
      Attribution out;
      out.chain.push_back(speakers_.find(agent));
      out.rule = "counted by, not done by";
      reading_.said[i] = std::move(out);
      return;
    }
  }

  // Speech act and content in one predicate: its subject speaks, unless somebody else tells of the act.
  void add_act(std::size_t i) {
    const Frame& act = *reading_.acts[i];
    Attribution& said = reading_.said[i];
    if (act.direct_person || said.unspoken) return;
    if (!act.speaker) {
      if (!said.chain.empty()) return;
      said.unspoken = true;
      said.cue = act.token;
      said.rule = "reported, nobody named";
      return;
    }
    const bool relayed = !said.chain.empty() && said.chain.front().kind == mentions::ActorKind::media;
    // "X said they stood by Y, with Z calling for a truce": Z's act is the outlet's to tell.
    if (reading_.clauses[i].kind == ClauseKind::absolute && act.modality != "-") said = {};
    if (!said.chain.empty() && !relayed) return;
    Attribution out = said;
    out.chain.clear();
    out.chain.push_back(speakers_.find(*act.speaker));
    add_relays(act, out.chain);
    for (const Speaker& speaker : said.chain) add(out.chain, speaker);
    if (!out.cue) out.cue = act.token;
    out.rule = "speech act";
    said = std::move(out);
  }

  const Syntax& syntax_;
  SentenceReading& reading_;
  SpeakerFinder& speakers_;
  std::vector<std::pair<Index, std::size_t>> reports_;  // content head, index of the frame that reports it; ascending
  std::vector<Attribution> context_;  // of the clause as an utterance, before the frames that report it
};

}  // namespace

namespace {
bool is_head_of(const std::vector<Clause>& clauses, Index i, ClauseKind not_kind) {
  const auto it =
      std::lower_bound(clauses.begin(), clauses.end(), i, [](const Clause& c, Index h) { return c.head < h; });
  return it != clauses.end() && it->head == i && it->kind != not_kind;
}

// The contents of "according to": the clauses that its predicates are, or lie in.
void attach(const Syntax& syntax, const std::vector<Clause>& clauses, Frame& frame) {
  std::vector<Index> heads;
  for (Index content : frame.contents) {
    std::optional<Index> at = content;
    for (int steps = 0; at && steps < 64 && !is_head_of(clauses, *at, ClauseKind::frame); ++steps)
      at = syntax.head(*at);
    if (at && is_head_of(clauses, *at, ClauseKind::frame) && std::find(heads.begin(), heads.end(), *at) == heads.end())
      heads.push_back(*at);
  }
  if (!heads.empty()) frame.contents = std::move(heads);
}
}  // namespace

SentenceReading read_sentence(const Syntax& syntax, TokenRange sentence, SpeakerFinder& speakers, bool headline) {
  SentenceReading reading;
  reading.range = sentence;
  reading.frames = find_frames(syntax, sentence, speakers);
  std::erase_if(reading.frames, [&](const Frame& f) {
    return f.kind == Frame::Kind::content && syntax[f.token].pos != "NOUN" && is_unreal(syntax, f.token);
  });
  reading.clauses = find_clauses(syntax, sentence, reading.frames, headline);
  for (Frame& frame : reading.frames)
    if (frame.attached) attach(syntax, reading.clauses, frame);
  auto trailing = headline ? find_headline_speaker(syntax, sentence, speakers) : std::nullopt;
  if (!trailing) trailing = find_trailing_speaker(syntax, sentence, speakers);
  if (trailing) mend_trailing_speaker(syntax, *trailing, reading);
  Attributor(syntax, reading, speakers).run();
  return reading;
}

}  // namespace rashomon::claims
