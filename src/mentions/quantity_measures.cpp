#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/quantity_clauses.hpp"

/// From what a number counts to what it measures.
namespace rashomon::mentions {
namespace {

Measured result(const Verdict& v, std::optional<TokenIndex> predicate, std::optional<TokenIndex> group = {}) {
  return {v.measure, predicate, group, false, v.rule};
}

Measured result(const Tally& t, std::optional<TokenIndex> predicate) {
  return {t.verdict.measure, predicate, t.group, false, t.verdict.rule, true};
}

// "a plan to drive thousands out": what is meant to happen has not.
bool is_purpose(const Tree& tree, TokenIndex verb) {
  if (tree[verb].tag != "VB" || !listed(tree[verb].dep, "advcl|acl|relcl")) return false;
  const auto to = tree.child(verb, "aux");
  return to && tree[*to].lemma == "to";
}

// The number or its phrase is object of a preposition.
std::optional<Measured> by_preposition(const Tree& tree, const Counted& c, TokenIndex prep, NounClass kind,
                                       TokenIndex& up) {
  const TokenIndex governor = tree[prep].head;
  const std::string_view word = tree[prep].lemma;
  if (listed(word, "to|at|as|of|from|by|than|reach")) {
    if (tree.is_verb(governor) && word != "of") {
      if (auto t = tally_in_clause(tree, governor)) return result(*t, governor);
      // "bringing the total to 17,000", "put the figure at 40"
      if (!c.noun && listed(tree[governor].lemma, "bring|take|push|raise|put|lift|update|revise"))
        if (const auto what = tree.child(governor, "dobj|nsubjpass"); what && tree.kind(*what) == NounClass::count)
          return Measured{Measure::other, governor, {}, true, "figure given before"};
      // "this was later raised to 82": the figure is that of before
      if (!c.noun && word == "to" &&
          listed(tree[governor].lemma, "update|rise|climb|increase|jump|revise|grow|raise|soar"))
        if (const auto s = tree.child(governor, "nsubj|nsubjpass");
            s && (tree[*s].pos == "PRON" || tree.kind(*s) == NounClass::count))
          return Measured{Measure::other, governor, {}, true, "figure given before"};
      if (tree[governor].dep == "acl" && tree.kind(tree[governor].head) == NounClass::count)
        if (auto t = by_count_noun(tree, tree[governor].head)) return result(*t, governor);
      if (tree[governor].dep == "acl" && !c.noun)  // "the number of miners killed to 53"
        if (auto v = by_verb(tree, governor, Role::object, NounClass::person, tree[governor].head))
          return result(*v, governor, tree[governor].head);
    }
    if (tree.is_noun(governor) || tree[governor].pos == "ADJ") {
      if (tree.kind(governor) == NounClass::count) {
        if (!c.noun || listed(word, "of|at"))
          if (auto t = by_count_noun(tree, governor)) return result(*t, governor);
        if (!c.noun && word == "of" && listed(tree[governor].lemma, "figure|tally|count|total|estimate"))
          return Measured{Measure::other, governor, {}, true, "figure given before"};
        up = governor;
        return {};
      }
      if (word == "of" || word == "to") {
        if (const auto m = measure_in(tree[governor].lemma, Frame::event))
          return result(Verdict{*m, std::string(tree[governor].lemma)}, governor);
        if (word == "of" &&
            listed(tree[governor].lemma, "group|crowd|majority|most|family|crew|wave|body|convoy|team|life"))
          up = governor;
        if (word == "of" && listed(tree[governor].lemma, "life"))
          return Measured{Measure::killed, governor, {}, false, "lives"};
      }
    }
  }
  if (listed(word, "include|including")) {
    Measured part;
    part.inherits = true;
    part.rule = "part of the number before";
    return part;
  }
  if (word == "among" && tree.is_noun(governor)) up = governor;
  if (word == "of" && listed(tree[governor].lemma, "all|most|none"))
    up = governor;  // "most of the 8,000 residents left"
  // "were killed along with six teachers"
  const TokenIndex joined = tree.is_verb(governor) ? governor : tree[governor].head;
  if (word == "with" && prep > 0 && listed(tree[prep - 1].lemma, "along|together") && tree.is_verb(joined))
    if (auto v = by_clause(tree, joined, is_passive(tree, joined) ? Role::object : Role::subject, kind, c.noun, 0))
      return result(*v, joined);
  return {};
}

TokenIndex main_verb(const Tree& tree, TokenIndex verb) {
  return listed(tree[verb].dep, "aux|auxpass") && tree.is_verb(tree[verb].head) ? tree[verb].head : verb;
}

// "as groups of walkers moved on", where the parser took the conjunction for a preposition: a finite verb without a
// subject right behind the phrase.
std::optional<Measured> by_following_verb(const Tree& tree, const Counted& c, NounClass kind, bool joined) {
  if (!c.noun) return {};
  const TokenIndex verb = std::max(tree[c.top].right_edge, *c.noun) + 1;
  if (verb >= tree.size() || tree[verb].sentence != tree[c.top].sentence || verb > c.top + 12) return {};
  if (!listed(tree[verb].tag, "VBD|VBZ|VBP")) return {};
  const TokenIndex main = main_verb(tree, verb);
  const auto subject = tree.child(main, "nsubj|nsubjpass");
  // Joined to the subject, "... and 40 walkers had to turn back", or without any other.
  if (subject && !(joined && tree[*subject].left_edge <= c.top && c.top <= tree[*subject].right_edge)) return {};
  const Role role = is_passive(tree, main) ? Role::object : Role::subject;
  if (auto v = by_clause(tree, main, role, kind, c.noun, 0)) return result(*v, main);
  return {};
}

// "the toll was 33", "the number of miners killed is estimated to be 33", "the figure is 33", "the dead were 33"
std::optional<Measured> by_copula(const Tree& tree, const Counted& c, TokenIndex verb) {
  const TokenIndex raised = tree[verb].dep == "xcomp" ? tree[verb].head : verb;
  if (auto t = tally_in_clause(tree, raised)) return result(*t, verb);
  const auto subject = tree.child(raised, "nsubj|nsubjpass");
  if (!subject) return {};
  if (tree.kind(*subject) == NounClass::count && !c.noun)
    return Measured{Measure::other, verb, {}, true, "figure given before"};
  if (auto v = by_noun(tree, *subject)) return result(*v, subject);
  return {};
}

// The phrase is an argument of `verb` under the label `dep`.
std::optional<Measured> by_argument(const Tree& tree, Counted c, NounClass kind, TokenIndex verb,
                                    std::string_view dep) {
  if (dep == "attr" || (tree[verb].lemma == "be" && !listed(dep, "nsubj|nsubjpass|dobj")))
    if (auto m = by_copula(tree, c, verb)) return m;
  if (!c.noun && listed(dep, "dobj|nummod"))
    if (auto t = tally_in_clause(tree, verb)) return result(*t, verb);
  const bool labelled = dep == "dobj" && c.number > 0 && tree[c.number - 1].lemma == ":";
  if (!c.noun && (labelled || listed(dep, "npadvmod|nummod|dep")))  // "Destroyed houses: 46" read as a clause
    if (const auto what = tree.child(verb, "dobj|nsubj|nsubjpass");
        what && *what < c.number && tree.kind(*what) == NounClass::house) {
      c.noun = what;
      kind = NounClass::house;
    }
  const Role role = listed(dep, "nsubj") ? Role::subject : Role::object;
  if (auto v = by_clause(tree, verb, role, kind, c.noun, 0)) {
    if (is_purpose(tree, verb) && v->measure <= Measure::displaced)
      return Measured{Measure::other, verb, {}, false, "meant to be " + v->rule};
    return result(*v, verb);
  }
  if (tree[verb].lemma == "include" && dep == "dobj")
    return Measured{Measure::other, {}, {}, true, "part of the number before"};
  return {};
}

// "Over 20,000 have fled", where the parser takes the bound for a preposition
bool is_bound_word(const Tree& tree, TokenIndex prep) {
  return tree[prep].pos == "ADP" && listed(tree[prep].lemma, "over|above|about|around|under|below");
}

// "the evacuation of, by the latest count, 17,000 people"
std::optional<Measured> by_dangling_of(const Tree& tree, const Counted& c) {
  TokenIndex k = c.number;
  for (int steps = 0; k > 1 && steps < 14; --k, ++steps) {
    if (tree[k].sentence != tree[c.number].sentence) return {};
    if (tree[k].lemma != "," || tree[k - 1].lemma != "of" || tree.has(k - 1, "pobj")) continue;
    const TokenIndex noun = tree[k - 1].head;
    if (const auto m = measure_in(tree[noun].lemma, Frame::event))
      return result(Verdict{*m, std::string(tree[noun].lemma)}, noun);
  }
  return {};
}

// "10 miners living in huts by the river had moved to safer places": a later verb of the sentence says more than
// "living", also where the parser lost the thread.
std::optional<Measured> by_later_move(const Tree& tree, TokenIndex noun) {
  for (TokenIndex k = noun + 1; k < tree.size() && k < noun + 25 && tree[k].sentence == tree[noun].sentence; ++k) {
    if (tree[k].pos == "NUM") return {};
    if (tree.is_verb(k) && listed(tree[k].lemma, "move|shift|take|transfer|bring|go") && to_safety(tree, k))
      return Measured{Measure::evacuated, k, {}, false, "brought to safety"};
  }
  return {};
}

constexpr std::string_view kArguments =
    "nsubj|nsubjpass|dobj|dative|attr|oprd|ccomp|npadvmod|dep|xcomp|acomp|nummod|advmod";

// Walks up from the phrase to the predicate it is an argument of.
std::optional<Measured> by_predicate(const Tree& tree, Counted c, NounClass kind) {
  TokenIndex x = c.top;
  if (tree[x].dep == "pobj" && is_bound_word(tree, tree[x].head)) {
    const TokenIndex verb = tree[tree[x].head].head;
    if (tree.is_verb(verb) && !tree.has(verb, "nsubj|nsubjpass") && x < verb)
      if (auto v = by_clause(tree, verb, is_passive(tree, verb) ? Role::object : Role::subject, kind, c.noun, 0))
        return result(*v, verb);
  }
  if (tree[x].dep == "conj")
    if (auto m = by_following_verb(tree, c, kind, true)) return m;
  for (int steps = 0; steps < 8; ++steps) {
    const std::string_view dep = tree[x].dep;
    TokenIndex h = tree[x].head;
    if (h == x) return {};
    if (tree.is_verb(h)) h = main_verb(tree, h);  // "remained displaced", "remained" read as an auxiliary
    if (dep == "pobj") {
      TokenIndex up = x;
      if (auto m = by_preposition(tree, c, h, kind, up)) return m;
      if (up == x) return {};
      x = up;
      continue;
    }
    if (tree.is_verb(h) && listed(dep, kArguments)) return by_argument(tree, c, kind, h, dep);
    if (!listed(dep, "conj|appos|nmod|compound|nummod|quantmod|amod|poss|dep|acl|relcl")) return {};
    if (tree.is_noun(h) && dep != "conj")
      if (auto v = by_noun(tree, h); v && c.noun != h && v->measure != Measure::members && !c.part)
        return result(*v, h);
    if (dep == "appos" && !c.noun && tree.is_noun(h)) {  // "Houses destroyed: 46"
      c.noun = h;
      kind = class_of(tree, c.noun);
    }
    x = h;
  }
  return {};
}

// "Of the 52 killed, 14 were children": a part of the number before, and the noun that says who they were.
std::optional<Measured> by_fronted_whole(const Tree& tree, const Counted& c) {
  const TokenIndex verb = tree[c.top].head;
  if (tree[verb].lemma != "be" || tree[c.top].dep != "nsubj") return {};
  const auto what = tree.child(verb, "attr");
  const auto of = tree.child(verb, "prep");
  if (!what || !tree.is_noun(*what) || !of || *of > c.top || tree[*of].lemma != "of") return {};
  return Measured{Measure::other, {}, what, true, "part of the number before"};
}

// "members of one family were killed", "residents of 40 villages": what is said is said of the people, not of the
// families.
bool describes_people(const Tree& tree, const Counted& c) {
  if (!c.noun || tree[c.top].dep != "pobj" || tree[tree[c.top].head].lemma != "of") return false;
  const TokenIndex governor = tree[tree[c.top].head].head;
  return tree.is_noun(governor) && is_person(tree.kind(governor)) && !is_person(tree.kind(*c.noun));
}

// "five of the dead were children": the noun that says who they were.
std::optional<TokenIndex> complement_of_state(const Tree& tree, const Counted& c) {
  const TokenIndex verb = tree[c.top].head;
  if (tree[verb].lemma != "be" || !listed(tree[c.top].dep, "nsubj") || c.noun == c.top) return {};
  const auto what = tree.child(verb, "attr");
  return what && tree.is_noun(*what) ? what : std::nullopt;
}

}  // namespace

Measured measured_by(const Tree& tree, const Counted& c) {
  const NounClass kind = class_of(tree, c.noun);
  if (c.noun) {
    if (c.modifier && tree[*c.noun].lemma != "member" && !listed(tree[*c.noun].tag, "NNS")) {
      if (const auto direct = tree.child(*c.noun, "compound"); direct && tree[*direct].lemma == "member")
        return {Measure::members, *direct, {}, false, "members"};
      return {};
    }
    if (tree[*c.noun].lemma == "member" && c.modifier) return {Measure::members, c.noun, {}, false, "members"};
    const auto modified = by_modifier(tree, *c.noun, kind);
    // "evacuate 300 people living along the coast", "two people wounded on Friday have died"
    const bool faint = modified && (modified->measure == Measure::present || modified->measure == Measure::blocked);
    if (modified && modified->measure == Measure::injured)
      if (auto m = by_predicate(tree, c, kind); m && m->measure == Measure::killed) return *m;
    if (modified && c.part &&
        modified->measure > Measure::arrested) {  // "including three girls fleeing across the river"
      Measured part;
      part.inherits = true;
      part.rule = "part of the number before";
      return part;
    }
    if (modified && !faint) return result(*modified, c.noun);
    if (const auto what = complement_of_state(tree, c)) {
      if (auto v = by_noun(tree, *c.noun)) return result(*v, c.noun, what);
    }
    const bool partitive = *c.noun != c.top;  // "36,000 of the displaced have gone home"
    const bool weak =
        (partitive && listed(lower(tree.form(*c.noun)), "displaced|wounded|injured|missing|homeless")) ||
        listed(tree[*c.noun].lemma, "prisoner|captive|hostage|detainee|member|idp|returnee|evacuee|body|martyr|victim");
    if (!weak)
      if (auto v = by_noun(tree, *c.noun)) return result(*v, c.noun);
    if (auto m = by_predicate(tree, c, kind)) return *m;
    if (weak && tree[*c.noun].lemma != "member")
      if (auto v = by_noun(tree, *c.noun)) return result(*v, c.noun);
    if (auto m = by_later_move(tree, *c.noun); m && faint) return *m;
    if (faint) return result(*modified, c.noun);
    if (tree[*c.noun].lemma == "member" && tree[tree[*c.noun].head].lemma == "have")
      return {Measure::members, c.noun, {}, false, "members"};
  } else {
    if (auto v = by_neighbour(tree, c, kind)) return result(*v, c.number);
    if (auto m = by_fronted_whole(tree, c)) return *m;
    if (auto m = by_predicate(tree, c, kind)) return *m;
  }
  if (describes_people(tree, c)) return {};
  if (auto v = by_neighbour(tree, c, kind)) return result(*v, c.number);
  if (auto m = by_following_verb(tree, c, kind, false)) return *m;
  if (auto v = by_label(tree, c)) return result(*v, c.number);
  if (auto m = by_dangling_of(tree, c)) return *m;
  return {};
}

}  // namespace rashomon::mentions
