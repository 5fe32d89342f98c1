#include "claims/frame_contents.hpp"

#include <algorithm>

#include "claims/lexicon.hpp"

namespace rashomon::claims {

using Index = std::uint32_t;
using MaybeIndex = std::optional<Index>;

bool is_infinitive(const Syntax& syntax, Index verb) {
  for (Index c : syntax.children(verb))
    if (syntax[c].tag == "TO") return true;
  return false;
}

MaybeIndex nearest_predicate(const Syntax& syntax, MaybeIndex i) {
  for (Index steps = 0; i && steps < 64; ++steps, i = syntax.head(*i))
    if (is_predicate(syntax, *i) || !syntax.head(*i)) return i;
  return {};
}

bool follows_comma(const Syntax& syntax, Index i) {
  const Index first = syntax.subtree(i).first;
  return first > syntax.range().first && syntax[first - 1].pos == "PUNCT";
}

namespace {

bool is_quote_mark(const Syntax& syntax, Index i) { return syntax.holds(i) && is_one_of(syntax[i].tag, {"``", "''"}); }

bool begins_with_mark(const Syntax& syntax, Index i) {
  const Index first = syntax.subtree(i).first;
  return is_quote_mark(syntax, first) || (first > syntax.range().first && is_quote_mark(syntax, first - 1));
}

bool ends_with_comma(const Syntax& syntax, Index i) {
  const Index next = syntax.subtree(i).last;
  return (syntax.holds(next) && syntax[next].pos == "PUNCT") || syntax[next - 1].pos == "PUNCT";
}

// "asked whether Y", "did not say who did it"
bool is_asked(const Syntax& syntax, Index i) {
  for (Index c : syntax.children(i)) {
    if (c > i) return false;
    if (is_one_of(syntax[c].tag, {"WRB", "WP", "WDT", "WP$"}) || syntax[c].lemma == "whether") return true;
    if (syntax[c].dep == "mark" && syntax[c].lemma == "if") return true;
  }
  return false;
}

bool may_be_said(const Syntax& syntax, Index i) {
  if (is_asked(syntax, i)) return false;
  if (is_finite(syntax, i) || begins_with_mark(syntax, i)) return true;
  return is_predicate(syntax, i) && own_subject(syntax, i) && !is_infinitive(syntax, i) && syntax[i].tag != "VBG";
}

bool has_wh_word(const Syntax& syntax, Index clause) {
  for (Index c : syntax.children(clause))
    if (c < clause && syntax[c].tag == "WRB") return true;
  return false;
}

// "Nine died in the raid, police said", the first half taken for an adverbial clause.
bool is_fronted(const Syntax& syntax, Index verb, Index c) {
  const auto subject = own_subject(syntax, verb);
  if (syntax[c].dep != "advcl" || !subject || c > *subject) return false;
  if (!is_finite(syntax, c) || !own_subject(syntax, c)) return false;
  if (syntax.child(c, {"mark"}) || !ends_with_comma(syntax, c) || has_wh_word(syntax, c)) return false;
  return !syntax.child(verb, {"ccomp", "dobj"}) || is_one_of(syntax[verb].lemma, {"cite", "quote", "tell"});
}

// A clause set beside the verb is said if it is no saying itself: "…, he said, …".
bool is_set_beside(const Syntax& syntax, Index c) {
  if (!is_predicate(syntax, c) || !own_subject(syntax, c)) return false;
  const auto* inner = find_cue_verb(syntax[c].lemma);
  return inner == nullptr || !inner->takes("that") || syntax.child(c, {"ccomp"});
}

bool is_content(const Syntax& syntax, Index verb, Index c) {
  if (is_fronted(syntax, verb, c)) return true;
  if (is_one_of(syntax[c].dep, {"parataxis", "dep"})) return is_set_beside(syntax, c) && may_be_said(syntax, c);
  return is_one_of(syntax[c].dep, {"ccomp", "csubj", "csubjpass"}) && may_be_said(syntax, c);
}

bool is_mark_that(const Syntax& syntax, Index clause) {
  const auto mark = syntax.child(clause, {"mark"});
  return mark && syntax[*mark].lemma == "that";
}

bool reports_itself(const Syntax& syntax, Index i) {
  const auto* verb = syntax[i].pos == "VERB" ? find_cue_verb(syntax[i].lemma) : nullptr;
  const auto* noun = syntax[i].pos == "NOUN" ? find_claim_noun(syntax[i].lemma) : nullptr;
  return (verb != nullptr && verb->takes("that")) || (noun != nullptr && noun->content);
}

// "…, he said, …": no conjunction, nothing that ties it to the clause it stands in.
bool is_inserted(const Syntax& syntax, Index verb, Index up, Index subject) {
  const std::string_view dep = syntax[verb].dep;
  if (syntax.child(verb, {"mark"})) return false;
  if (dep == "ccomp") return up < subject && follows_comma(syntax, subject);
  if (dep == "advcl") return !syntax.child(verb, {"advmod"});
  return is_one_of(dep, {"parataxis", "dep", "intj"});
}

bool ends_the_clause(const Syntax& syntax, Index verb, Index up, Index subject) {
  return is_one_of(syntax[verb].dep, {"relcl", "acl", "conj", "advcl"}) && up < subject &&
         !syntax.child(verb, {"mark", "cc", "xcomp", "acomp", "attr"}) &&
         !is_one_of(syntax[subject].tag, {"WDT", "WP"});
}

bool is_as_clause(const Syntax& syntax, Index verb) {
  const auto mark = syntax.child(verb, {"mark"});
  return syntax[verb].dep == "advcl" && mark && syntax[*mark].lemma == "as";
}

}  // namespace

std::vector<Index> contents_below(const Syntax& syntax, Index verb, bool quotes_only) {
  std::vector<Index> out;
  for (Index c : syntax.children(verb))
    if ((!quotes_only || begins_with_mark(syntax, c)) && is_content(syntax, verb, c)) out.push_back(c);
  // "State-run TV said Y": words before the verb without a comma are its subject's, when there is content after it.
  if (out.size() > 1 && out.front() < verb && out.back() > verb)
    std::erase_if(out, [&](Index c) { return c < verb && !ends_with_comma(syntax, c); });
  return out;
}

std::vector<Index> contents_before(const Syntax& syntax, Index verb) {
  const auto subject = own_subject(syntax, verb);
  const auto up = syntax.head(verb);
  if (!subject || !up || syntax.child(verb, {"ccomp", "xcomp", "auxpass"})) return {};
  if (syntax[verb].lemma != "tell" && syntax.child(verb, {"dobj"})) return {};
  const bool as_clause = is_as_clause(syntax, verb);
  if (!as_clause && !is_inserted(syntax, verb, *up, *subject) && !ends_the_clause(syntax, verb, *up, *subject))
    return {};
  if (syntax[verb].dep == "conj" && syntax.child(*up, {"cc"})) return {};
  const auto content = nearest_predicate(syntax, up);
  if (!content || (!as_clause && *content > verb)) return {};  // "Everything they say is …"
  std::vector<Index> out;
  for (Index member : conjuncts_of(syntax, *content))
    if (member == *content || member < verb) out.push_back(member);
  return out;
}

MaybeIndex content_astray(const Syntax& syntax, Index verb) {
  if (syntax.child(verb, {"dobj", "xcomp"})) return {};
  constexpr Index kReach = 40;  // words between the verb and what it says
  const Index stop = std::min(syntax.subtree(verb).last, verb + kReach);
  for (Index i = verb + 1; i < stop; ++i) {
    if (!is_mark_that(syntax, i) || !is_finite(syntax, i) || syntax.head(i) == verb) continue;
    if (is_one_of(syntax[i].dep, {"ccomp", "acl", "advcl"}) && !reports_itself(syntax, *syntax.head(i))) return i;
  }
  return {};
}

}  // namespace rashomon::claims
