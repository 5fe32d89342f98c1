#include "claims/clauses.hpp"

#include <algorithm>

#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;

bool has_complement(const Syntax& syntax, Index predicate) {
  return syntax
      .child(predicate, {"dobj", "attr", "acomp", "ccomp", "xcomp", "prep", "agent", "oprd", "advmod", "npadvmod",
                         "dative", "advcl"})
      .has_value();
}

class Cutter {
 public:
  Cutter(const Syntax& syntax, TokenRange sentence, const std::vector<Frame>& frames, bool headline)
      : syntax_(syntax),
        sentence_(sentence),
        headline_(headline),
        kinds_(sentence.last - sentence.first, ClauseKind::none) {
    for (const Frame& frame : frames) mark_frame(frame);
  }

  std::vector<Clause> cut() {
    walk();
    give_back_subjects();
    std::vector<Clause> out;
    std::vector<std::size_t> index(kinds_.size(), 0);
    for (Index i = sentence_.first; i < sentence_.last; ++i) {
      if (kind(i) == ClauseKind::none) continue;
      index[i - sentence_.first] = out.size();
      out.push_back({i, kind(i), {sentence_.last, sentence_.first}, {}});
    }
    for (Clause& clause : out)
      if (const auto up = syntax_.head(clause.head); up && sentence_.contains(*up) && is_owned(*up))
        clause.parent = index[owner_[*up - sentence_.first] - sentence_.first];
    for (Index i = sentence_.first; i < sentence_.last; ++i) {
      if (!is_owned(i) || !counts(i)) continue;
      TokenRange& range = out[index[owner_[i - sentence_.first] - sentence_.first]].range;
      range = {std::min(range.first, i), std::max(range.last, i + 1)};
    }
    for (Clause& clause : out)
      if (const auto mark = syntax_.child(clause.head, {"mark"});  // "said, after a meeting, that Y"
          mark && syntax_[*mark].lemma == "that" && clause.range.contains(*mark) && *mark < clause.head)
        clause.range.first = *mark + 1;
    for (Clause& clause : out)
      if (clause.range.empty()) clause.range = {clause.head, clause.head + 1};
    return out;
  }

 private:
  ClauseKind& kind(Index i) { return kinds_[i - sentence_.first]; }

  void mark_frame(const Frame& frame) {
    if (frame.kind == Frame::Kind::act) return;
    if (frame.attached) {
      if (sentence_.contains(frame.token)) kind(frame.token) = ClauseKind::frame;
      return;
    }
    if (syntax_[frame.token].pos != "NOUN" && sentence_.contains(frame.token)) kind(frame.token) = ClauseKind::frame;
    for (Index c : frame.contents)
      if (sentence_.contains(c) && kind(c) == ClauseKind::none) kind(c) = ClauseKind::content;
  }

  // Heads before their dependents (words whose heads run in a ring are nobody's and left out), so that a conjunct knows
  // what it is joined to.
  void walk() {
    owner_.assign(kinds_.size(), sentence_.last);
    std::vector<Index> stack;
    for (Index i = sentence_.last; i-- > sentence_.first;)
      if (const auto up = syntax_.head(i); !up || !sentence_.contains(*up)) stack.push_back(i);
    while (!stack.empty()) {
      const Index i = stack.back();
      stack.pop_back();
      if (kind(i) == ClauseKind::none) kind(i) = judge(i);
      const auto up = syntax_.head(i);
      const bool root = !up || !sentence_.contains(*up);
      owner_[i - sentence_.first] = kind(i) != ClauseKind::none || root ? i : owner_[*up - sentence_.first];
      if (const auto verb = root ? true_predicate(i) : std::nullopt) {
        kind(i) = ClauseKind::none;
        kind(*verb) = ClauseKind::main;
        owner_[i - sentence_.first] = *verb;
      }
      for (Index c : syntax_.children(i))
        if (sentence_.contains(c)) stack.push_back(c);
    }
  }

  // A noun taken for the root of a sentence whose verb hangs on it: "Chad, which borders it, called for a truce".
  std::optional<Index> true_predicate(Index root) const {
    if (is_predicate(syntax_, root)) return {};
    for (Index c : syntax_.children(root)) {
      const auto& token = syntax_[c];
      if (token.dep == "acl" && c > root && is_one_of(token.tag, {"VBD", "VBZ", "VBP"})) return c;
      if (token.dep == "amod" && own_subject(syntax_, c) && syntax_.child(c, {"aux", "auxpass"})) return c;
    }
    return {};
  }

  // "they shut the gate as groups of people moved on", "groups" taken for the object of "as".
  bool take_from_preposition(Index i) {
    const Index begin = syntax_.subtree(i).first;
    if (begin <= sentence_.first || !is_finite(syntax_, i)) return false;
    std::optional<Index> noun = begin - 1;
    for (int steps = 0; noun && steps < 6; ++steps) {
      const auto up = syntax_.head(*noun);
      if (up && syntax_[*noun].dep == "pobj" && in_class("time_mark", syntax_[*up].lemma)) {
        for (Index k = *up + 1; k < begin; ++k) owner_[k - sentence_.first] = i;
        kind(i) = ClauseKind::adverbial;
        return true;
      }
      noun = up;
    }
    return false;
  }

  // "A will leave the town and B will open the road", B taken for another town: B is the subject of what follows it.
  void give_back_subjects() {
    for (Index i = sentence_.first; i < sentence_.last; ++i) {
      if (own_subject(syntax_, i)) continue;
      if (kind(i) == ClauseKind::content && take_from_preposition(i)) continue;
      if (kind(i) != ClauseKind::conjunct) continue;
      const Index begin = syntax_.subtree(i).first;
      if (begin <= sentence_.first + 1 || syntax_[begin].dep != "aux") continue;
      const Index noun = begin - 1;
      if (syntax_[noun].dep != "conj" || is_predicate(syntax_, noun)) continue;
      const Index first = noun_phrase(syntax_, noun).first;
      for (Index k = first; k <= noun; ++k) owner_[k - sentence_.first] = i;
    }
  }

  bool introduces_absolute(Index with) const {
    for (Index c : syntax_.children(with))
      if (sentence_.contains(c) && kinds_[c - sentence_.first] == ClauseKind::absolute) return true;
    return false;
  }

  bool is_owned(Index i) const {
    const Index owner = owner_[i - sentence_.first];
    return sentence_.contains(owner) && kinds_[owner - sentence_.first] != ClauseKind::none;
  }

  bool counts(Index i) const {
    const auto& token = syntax_[i];
    if (token.pos == "PUNCT" || token.pos == "SPACE" || token.dep == "punct" || syntax_.is_hidden(i)) return false;
    if (is_one_of(token.dep, {"cc", "preconj"})) return false;
    const Index owner = owner_[i - sentence_.first];
    if (token.lemma == "with" && introduces_absolute(i)) return false;
    // A preposition that has lost its object is a mark.
    const bool bare = token.dep == "prep" && i + 1 < sentence_.last && owner_[i + 1 - sentence_.first] != owner &&
                      in_class("time_mark", token.lemma);
    return !(token.dep == "mark" && token.head == owner) && !bare;
  }

  ClauseKind judge(Index i) {
    const auto& token = syntax_[i];
    const auto up = syntax_.head(i);
    if (!up || !sentence_.contains(*up)) return ClauseKind::main;
    if (token.dep == "conj") return conjunct(i);
    if (token.dep == "relcl") return relative(i);
    if (token.dep == "advcl") return adverbial(i);
    if (token.dep == "acl") return participle(i);
    if (token.dep == "pcomp") return absolute(i, *up);
    if (is_one_of(token.dep, {"parataxis", "dep", "ccomp"})) return loose(i, *up);
    if (token.dep == "amod" && own_subject(syntax_, i) && syntax_.child(i, {"aux", "auxpass"}))
      return ClauseKind::conjunct;
    return ClauseKind::none;
  }

  ClauseKind conjunct(Index i) {
    const Index first = first_conjunct(syntax_, i);
    if (!sentence_.contains(first) || !is_predicate(syntax_, i)) return ClauseKind::none;
    const ClauseKind joined = kind(first);
    if (joined == ClauseKind::none) {
      if (!is_finite(syntax_, i) || !clause_like(first)) return ClauseKind::none;
      const bool beside = own_subject(syntax_, i) || (comma_before_conjunction(i) && syntax_[i].tag != "VB");
      return beside ? ClauseKind::conjunct : ClauseKind::none;
    }
    if (own_subject(syntax_, i) || counts_others(i)) return ClauseKind::conjunct;
    if (joined == ClauseKind::result) return participle(i);
    if (headline_) return ClauseKind::none;
    if (!is_finite(syntax_, i) || (syntax_[i].tag == "VB" && !syntax_.child(i, {"aux"}))) return ClauseKind::none;
    const auto before = syntax_.head(i);
    const bool both =
        has_complement(syntax_, i) && before &&
        (kind(*before) == ClauseKind::frame || has_complement(syntax_, *before) || comma_before_conjunction(i));
    return both ? ClauseKind::conjunct : ClauseKind::none;
  }

  // "…, and brought the total to nine"
  bool comma_before_conjunction(Index i) const {
    const auto cc = conjunction_before(syntax_, i);
    return cc && *cc > sentence_.first && syntax_[*cc - 1].lemma == ",";
  }

  // "ten were killed and twenty more injured": the number before the participle is its subject, whatever its label.
  bool counts_others(Index i) const {
    if (syntax_[i].tag != "VBN" && syntax_[i].tag != "VBD") return false;
    for (Index c : syntax_.children(i)) {
      if (c > i) break;
      if (!is_one_of(syntax_[c].dep, {"npadvmod", "nummod", "dep", "nmod", "advmod"})) continue;
      if (syntax_[c].pos == "NUM" || syntax_.child(c, {"nummod"}) ||
          is_one_of(syntax_[c].lemma, {"other", "dozen", "hundred", "score"}))
        return true;
    }
    return false;
  }

  bool clause_like(Index i) const { return is_predicate(syntax_, i) && is_finite(syntax_, i); }

  // "…, which fell on the town", "in which nine died"; restrictive "that" clauses stay with their noun.
  ClauseKind relative(Index i) {
    if (!is_finite(syntax_, i)) return ClauseKind::none;
    const TokenRange range = syntax_.subtree(i);
    bool wh = false;
    for (Index k = range.first; k < i && k < range.first + 4; ++k)
      wh = wh || (is_one_of(syntax_[k].tag, {"WDT", "WP", "WP$", "WRB"}) && syntax_[k].lemma != "that");
    const bool comma =
        range.first > sentence_.first && is_one_of(syntax_[range.first - 1].lemma, {",", "-", "–", "—", "--"});
    const bool past = is_one_of(syntax_[i].tag, {"VBD", "VBN"});
    return comma || (wh && past) || is_dated(i) ? ClauseKind::relative : ClauseKind::none;
  }

  // "the bridge that was shelled on 4 May": a happening of its own, told with its time.
  bool is_dated(Index i) const {
    if (syntax_[i].tag != "VBD" && syntax_[i].tag != "VBN") return false;
    const auto subject = own_subject(syntax_, i);
    if (!subject || syntax_[*subject].lemma != "that") return false;
    for (Index c : syntax_.children(i)) {
      if (c < i) continue;
      if (syntax_[c].dep == "npadvmod" && syntax_[c].entity == "DATE") return true;
      if (const auto noun = syntax_.child(c, {"pobj"});
          noun && syntax_[c].dep == "prep" && syntax_[*noun].entity == "DATE")
        return true;
    }
    return false;
  }

  ClauseKind adverbial(Index i) {
    if (headline_) return ClauseKind::none;
    if (is_with(i)) return ClauseKind::absolute;
    if (!is_finite(syntax_, i)) return participle(i);
    const auto subject = own_subject(syntax_, i);
    if (!subject || syntax_.child(*subject, {"case"})) return ClauseKind::none;  // "after the leaders' call"
    const auto mark = marker(i);
    if (!mark) return ClauseKind::none;
    const std::string_view word = syntax_[*mark].lemma;
    if (in_class("reason_mark", word)) return ClauseKind::adverbial;
    if (!in_class("time_mark", word)) return ClauseKind::none;
    // "as it seeks to retake the town" says why, not what else happened.
    if (syntax_[*subject].pos == "PRON" && !is_one_of(syntax_[*subject].tag, {"NN", "NNS"})) return ClauseKind::none;
    // "came after the rebels left", "as soon as": the clause is what the main one says.
    const auto up = syntax_.head(i);
    if (up && is_one_of(syntax_[*up].lemma, {"come", "begin", "start", "soon", "long", "be"}) &&
        syntax_[*up].pos != "NOUN" && !preceded_by_comma(i) && !(word == "since" && syntax_.child(i, {"dobj"})))
      return ClauseKind::none;
    if (in_class("condition_mark", word)) return ClauseKind::none;
    // "as the crisis worsens": the backdrop.
    if (word == "as" && is_one_of(syntax_[i].tag, {"VBZ", "VBP"}) &&
        !syntax_.child(i, {"dobj", "xcomp", "ccomp", "prep", "attr", "acomp"}))
      return ClauseKind::none;
    return ClauseKind::adverbial;
  }

  // "…, with the bridge then closed"
  bool is_with(Index i) const {
    const auto mark = syntax_.child(i, {"mark"});
    return mark && syntax_[*mark].lemma == "with" && own_subject(syntax_, i);
  }

  std::optional<Index> marker(Index i) const {
    for (Index c : syntax_.children(i)) {
      if (c > i) break;
      if (syntax_[c].dep == "mark" || (syntax_[c].dep == "advmod" && syntax_[c].tag == "WRB")) return c;
    }
    return {};
  }

  bool preceded_by_comma(Index i) const {
    const TokenRange range = syntax_.subtree(i);
    return range.first > sentence_.first && syntax_[range.first - 1].lemma == ",";
  }

  // "…, killing nine people": what the main clause led to.
  ClauseKind participle(Index i) {
    if (syntax_[i].tag != "VBG" || !in_class("result", syntax_[i].lemma)) return ClauseKind::none;
    if (!syntax_.child(i, {"dobj", "dative", "prep"})) return ClauseKind::none;
    if (syntax_[i].dep == "conj" || preceded_by_comma(i)) return ClauseKind::result;
    // Texts without commas: "shells hit the square in the old town killing nine people".
    const auto up = syntax_.head(i);
    if (!up || !in_class("core_result", syntax_[i].lemma)) return ClauseKind::none;
    if (syntax_[i].dep == "acl" && syntax_[*up].dep == "pobj" && syntax_.child(i, {"dobj"}) &&
        is_one_of(syntax_[i].lemma, {"kill", "wound", "injure", "claim"}))
      return ClauseKind::result;
    if (i > *up + 4 && syntax_.child(i, {"dobj"})) return ClauseKind::result;
    return ClauseKind::none;
  }

  // "…, with Y calling for a truce"
  ClauseKind absolute(Index i, Index up) {
    if (syntax_[up].lemma != "with" || !own_subject(syntax_, i)) return ClauseKind::none;
    return preceded_by_comma(up) ? ClauseKind::absolute : ClauseKind::none;
  }

  // Clauses set beside one another without a conjunction; "ccomp" is often one of a run of two sentences.
  ClauseKind loose(Index i, Index up) {
    if (!is_predicate(syntax_, i) || !is_finite(syntax_, i) || !own_subject(syntax_, i)) return ClauseKind::none;
    if (syntax_[i].dep != "ccomp") return ClauseKind::conjunct;
    if (kind(up) == ClauseKind::frame) return ClauseKind::none;
    return i < up && own_subject(syntax_, up) && *own_subject(syntax_, up) > i ? ClauseKind::conjunct
                                                                               : ClauseKind::none;
  }

  const Syntax& syntax_;
  TokenRange sentence_;
  bool headline_;
  std::vector<ClauseKind> kinds_;
  std::vector<Index> owner_;
};

}  // namespace

std::vector<Clause> find_clauses(const Syntax& syntax, TokenRange sentence, const std::vector<Frame>& frames,
                                 bool headline) {
  if (sentence.empty()) return {};
  return Cutter(syntax, sentence, frames, headline).cut();
}

}  // namespace rashomon::claims
