#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/quantity_grammar.hpp"

namespace rashomon::mentions {
namespace {

enum class Role { subject, object };

struct Verdict {
  Measure measure = Measure::other;
  std::string rule;
};
using MaybeVerdict = std::optional<Verdict>;

bool is_person(NounClass c) { return c == NounClass::person || c == NounClass::force; }

NounClass class_of(const Tree& tree, const std::optional<TokenIndex>& noun) {
  if (!noun) return NounClass::person;
  const NounClass c = noun_class(tree[*noun].lemma);
  if (c == NounClass::thing && listed(tree[*noun].entity, "NORP") && listed(tree[*noun].tag, "NNPS|NNS|NNP")) return NounClass::person;
  return c;
}

bool place_like(const Tree& tree, TokenIndex i) {
  return listed(tree[i].entity, "GPE|LOC|FAC") ||
         listed(tree[i].lemma, "home|house|town|village|city|area|country|region|place|camp|district|province|capital|neighbourhood|neighborhood|land|property|residence|shelter|dwelling|here|there|territory|zone|enclave|island");
}

// What one entry of the lexicon says of a verb whose `role` is the counted noun.
bool frame_fits(const Tree& tree, TokenIndex verb, Role role, NounClass noun, Frame frame, std::string_view lemma, const std::optional<TokenIndex>& counted) {
  const bool object = role == Role::object;
  switch (frame) {
    case Frame::object: return object;
    case Frame::subject: return !object;
    case Frame::both: return true;
    case Frame::people: return object && is_person(noun);
    case Frame::people_subject: return !object && is_person(noun);
    case Frame::lose: {
      const bool life = counted && listed(tree[*counted].lemma, "life|soul");
      return object && (life || (lemma == "lose" && is_person(noun) && counted));
    }
    case Frame::take: return object && counted && place_like(tree, *counted);
    case Frame::leave: {
      const auto what = tree.child(verb, "dobj");
      return !object && (is_person(noun) || noun == NounClass::household) && (!what || place_like(tree, *what) || tree[*what].pos == "PROPN");
    }
    case Frame::drive:
      for (TokenIndex k : tree.children(verb)) {
        if (!object || k < verb) continue;
        if (listed(tree[k].lemma, "from|out|off|into")) return true;
        if (tree[k].dep == "dobj")  // the parser may hang "from" on the object
          for (TokenIndex m : tree.children(k))
            if (m > k && tree[m].lemma == "from") return true;
      }
      return false;
    case Frame::send: return object && (noun == NounClass::force || noun == NounClass::thing);
    case Frame::shelter: return true;
    default: return false;
  }
}

Measure adjusted(Measure m, Frame frame, Role role, NounClass noun) {
  if (frame == Frame::send) return noun == NounClass::force ? Measure::deployed : Measure::moved;
  if (frame == Frame::shelter && role == Role::subject) return Measure::displaced;
  if (m == Measure::destroyed && (noun == NounClass::house || noun == NounClass::household)) return Measure::houses_destroyed;
  if (m == Measure::destroyed && is_person(noun)) return Measure::killed;  // armies "destroy" fighters
  return m;
}

// "take in", "turn back", "seek refuge", "lose home": the verb with a particle, an adverb or its object.
std::vector<std::string> verb_keys(const Tree& tree, TokenIndex verb) {
  std::vector<std::string> keys;
  const std::string lemma(tree[verb].lemma);
  for (TokenIndex k : tree.children(verb))
    if (k > verb && (k - verb < 3 || tree[k].dep == "prt" || tree[k].dep == "dobj" || tree[k].dep == "advmod") &&
        listed(tree[k].dep, "prt|advmod|prep|dobj|oprd|acomp"))
      keys.push_back(lemma + " " + std::string(tree[k].lemma));
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].dep, "dobj") && listed(tree[k].lemma, "prisoner|captive|hostage")) keys.push_back(lemma + " prisoner");
  keys.push_back(lemma);
  return keys;
}

bool is_passive(const Tree& tree, TokenIndex verb) { return tree.has(verb, "auxpass|nsubjpass"); }

MaybeVerdict by_verb(const Tree& tree, TokenIndex verb, Role role, NounClass noun, const std::optional<TokenIndex>& counted) {
  for (const std::string& key : verb_keys(tree, verb)) {
    for (const MeasureEntry& e : measure_entries(key)) {
      Role r = role;
      // Headlines leave out "were": "Two miners killed in blast".
      const bool bare = role == Role::subject && listed(tree[verb].tag, "VBD|VBN") && !tree.has(verb, "dobj|ccomp|xcomp|aux");
      if (e.frame == Frame::object && bare) r = Role::object;
      if (frame_fits(tree, verb, r, noun, e.frame, tree[verb].lemma, counted)) return Verdict{adjusted(e.measure, e.frame, r, noun), key};
    }
  }
  return {};
}

MaybeVerdict by_state(const Tree& tree, TokenIndex word, NounClass noun) {
  auto m = measure_in(tree[word].lemma, Frame::state);
  if (!m && tree[word].tag == "VBN") {
    for (const MeasureEntry& e : measure_entries(tree[word].lemma))
      if (e.frame == Frame::object || e.frame == Frame::both || (e.frame == Frame::people && is_person(noun))) m = e.measure;
  }
  if (!m) return {};
  return Verdict{adjusted(*m, Frame::state, Role::object, noun), std::string(tree[word].lemma)};
}

bool in_camps(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].lemma, "in|at|inside")) {
      const auto where = tree.child(k, "pobj");
      if (where && listed(tree[*where].lemma, "camp|shelter|site|tent|school|centre|center|settlement|hall|mosque|church|displacement")) return true;
    }
  return false;
}

// "moved to safer places", "taken to shelters"
bool to_safety(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].lemma, "to|into"))
      if (const auto where = tree.child(k, "pobj")) {
        if (listed(tree[*where].lemma, "safety|shelter|camp|evacuation")) return true;
        for (TokenIndex m : tree.children(*where))
          if (listed(tree[m].lemma, "safe|safer|high|higher|emergency|temporary|evacuation|relief|community")) return true;
      }
  return false;
}

MaybeVerdict by_noun(const Tree& tree, TokenIndex noun);
MaybeVerdict by_modifier(const Tree& tree, TokenIndex noun, NounClass kind);

// The counted noun is subject or object of `verb`: its own sense, then that of the verb it controls, then a state.
MaybeVerdict by_clause(const Tree& tree, TokenIndex verb, Role role, NounClass noun, const std::optional<TokenIndex>& counted, int depth) {
  if (role == Role::subject && listed(tree[verb].lemma, "live|stay|be|remain|sleep|reside|shelter") && is_person(noun) && in_camps(tree, verb))
    return Verdict{Measure::displaced, "in camps or shelters"};
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].dep, "acomp|oprd|attr|advcl|xcomp|ccomp") && k > verb)
      if (listed(tree[k].dep, "acomp|oprd") || (tree[k].dep != "attr" && !tree.has(k, "nsubj|nsubjpass|aux") && tree[k].tag != "VBG" && listed(tree[verb].lemma, "leave|be|remain|render|make|become|report|find|confirm|presume|fear|declare|pronounce|feel|go|list")))
        if (auto v = by_state(tree, k, noun)) return v;
  if (is_person(noun) || noun == NounClass::household)
    if (listed(tree[verb].lemma, "move|shift|take|transfer|bring|go") && to_safety(tree, verb)) return Verdict{Measure::evacuated, "brought to safety"};
  if (auto v = by_verb(tree, verb, role, noun, counted)) return v;
  if (depth > 2) return {};
  // "were affected and evacuated"
  for (TokenIndex k : tree.children(verb))
    if (tree[k].dep == "conj" && tree.is_verb(k) && !tree.has(k, "nsubj|nsubjpass|dobj"))
      if (role == Role::subject || is_passive(tree, verb) || is_passive(tree, k))
        if (auto v = by_verb(tree, k, role == Role::subject && tree[k].tag == "VBN" && is_passive(tree, verb) ? Role::object : role, noun, counted)) return v;
  const bool passive = is_passive(tree, verb);
  for (TokenIndex k : tree.children(verb)) {
    if (!listed(tree[k].dep, "xcomp|ccomp|acl") || !tree.is_verb(k) || k < verb) continue;
    const bool controls = role == Role::object || passive || tree[k].dep == "xcomp";
    if (!controls || (tree.has(k, "nsubj|nsubjpass") && tree[k].dep != "xcomp")) continue;
    if (auto v = by_clause(tree, k, is_passive(tree, k) ? Role::object : Role::subject, noun, counted, depth + 1)) return v;
  }
  if (tree[verb].lemma == "be" && role == Role::subject)
    for (TokenIndex k : tree.children(verb))
      if (listed(tree[k].lemma, "in|at|inside"))
        if (const auto where = tree.child(k, "pobj")) {
          if (listed(tree[*where].lemma, "hospital|condition") && is_person(noun)) return Verdict{Measure::injured, "in hospital"};
          if ((place_like(tree, *where) || tree[*where].pos == "PROPN") && is_person(noun)) return Verdict{Measure::present, "in a place"};
        }
  // "they were among the dead", "12 were identified among those killed"
  if (role == Role::subject || is_passive(tree, verb))
    for (TokenIndex k : tree.children(verb))
      if (tree[k].lemma == "among")
        if (const auto of = tree.child(k, "pobj"))
          if (auto v = by_noun(tree, *of) ? by_noun(tree, *of) : by_modifier(tree, *of, class_of(tree, of))) return Verdict{v->measure, "among the counted"};
  return {};
}

// Participles and relative clauses on the noun, adjectives before it: "troops killed", "people who fled", "wounded men".
MaybeVerdict by_modifier(const Tree& tree, TokenIndex noun, NounClass kind) {
  for (TokenIndex k : tree.children(noun)) {
    const auto& t = tree[k];
    if (t.lemma == "among" && k > noun)  // "six nurses among 19 dead"
      if (const auto of = tree.child(k, "pobj"))
        if (auto v = by_noun(tree, *of)) return Verdict{v->measure, "among the counted"};
    if (t.dep == "relcl" && k > noun) {
      const auto subject = tree.child(k, "nsubj|nsubjpass");
      const bool own = !subject || listed(tree[*subject].lemma, "who|that|which");
      const Role role = is_passive(tree, k) || !own ? Role::object : Role::subject;
      if (auto v = by_clause(tree, k, role, kind, noun, 1)) return v;
    }
    if (t.dep == "acl" && k > noun && t.pos == "VERB") {
      const Role role = t.tag == "VBG" ? Role::subject : t.tag == "VB" ? Role::subject : Role::object;
      if (auto v = by_clause(tree, k, role, kind, noun, 1)) return v;
    }
    if (t.dep == "amod" && k < noun)
      if (auto v = by_state(tree, k, kind)) return v;
    if (t.dep == "amod" && k > noun)
      if (auto v = by_state(tree, k, kind)) return v;
  }
  return {};
}

MaybeVerdict by_noun(const Tree& tree, TokenIndex noun) {
  for (const std::string& word : {std::string(tree[noun].lemma), lower(tree.form(noun))})
    if (const auto m = measure_in(word, Frame::noun)) return Verdict{*m, word};
  return {};
}

// The word right behind the phrase: "33 dead", "40 others injured", "1,200 homeless".
MaybeVerdict by_neighbour(const Tree& tree, const Counted& c, NounClass kind) {
  TokenIndex last = c.number;
  if (c.noun && *c.noun > last && *c.noun < last + 8) last = *c.noun;
  for (TokenIndex k = last + 1; k < tree.size() && k < last + 4; ++k) {
    if (tree[k].sentence != tree[last].sentence) break;
    if (listed(tree[k].lemma, "more|other|others|be|have|people|fatally|seriously|critically|badly|left|leave|render|make|confirm|report|feared")) continue;
    if (listed(tree[k].pos, "PUNCT|ADP|CCONJ") || tree[k].tag == "VBG" || tree[k].tag == "VBZ") break;
    if (auto v = by_state(tree, k, kind); v && !tree.has(k, "dobj")) return v;
    break;
  }
  return {};
}

// Lists and tables: "Displaced: 452", "Destroyed houses (total) 91".
MaybeVerdict by_label(const Tree& tree, const Counted& c, NounClass) {
  bool colon = false;
  bool house = false;
  MaybeVerdict found;
  for (TokenIndex k = c.number; k-- > 0 && c.number - k < 9;) {
    if (tree[k].lemma == ":" || tree[k].lemma == "total") colon = true;
    else if (listed(tree[k].lemma, ";|.|,")) break;
    if (!colon) {
      if (tree[k].pos != "PUNCT" && tree[k].pos != "ADP" && tree[k].pos != "NUM" && tree[k].pos != "SPACE" && tree[k].pos != "ADV") return {};
      continue;
    }
    house = house || noun_class(tree[k].lemma) == NounClass::house || noun_class(lower(tree.form(k))) == NounClass::house;
    if (found) continue;
    for (Frame frame : {Frame::noun, Frame::state, Frame::event, Frame::object, Frame::both})
      if (const auto m = (frame == Frame::object || frame == Frame::both) && tree[k].tag != "VBN" ? std::nullopt : measure_in(tree[k].lemma, frame); m && *m < Measure::other) {
        found = Verdict{*m, "label"};
        break;
      }
  }
  if (found && house && found->measure == Measure::destroyed) found->measure = Measure::houses_destroyed;
  return found;
}

// "the death toll", "the number of miners killed", "the total": what a noun that stands for a number measures.
struct Tally {
  Verdict verdict;
  std::optional<TokenIndex> group;
};

std::optional<Tally> by_count_noun(const Tree& tree, TokenIndex noun) {
  for (TokenIndex k : tree.children(noun)) {
    if (listed(tree[k].dep, "compound|amod|nmod") && k < noun) {
      const auto m = listed(tree[k].lemma, "death|dead|casualty|injury") ? measure_in(tree[k].lemma, Frame::noun) : std::nullopt;
      if (m) return Tally{{*m, std::string(tree[k].lemma) + " count"}, {}};
    }
    if (tree[k].lemma != "of") continue;
    const auto of = tree.child(k, "pobj");
    if (!of) continue;
    if (auto v = by_noun(tree, *of)) return Tally{*v, {}};
    const NounClass kind = class_of(tree, of);
    if (auto v = by_modifier(tree, *of, kind)) return Tally{*v, of};
    if (auto v = by_modifier(tree, noun, kind)) return Tally{*v, of};
  }
  if (auto v = by_modifier(tree, noun, NounClass::person)) return Tally{*v, {}};
  if (tree[noun].lemma == "toll") return Tally{{Measure::killed, "toll"}, {}};
  return {};
}

std::optional<Tally> tally_in_clause(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].dep, "nsubj|nsubjpass|dobj|attr") && noun_class(tree[k].lemma) == NounClass::count)
      if (auto t = by_count_noun(tree, k)) return t;
  return {};
}

Measured result(const Verdict& v, std::optional<TokenIndex> predicate, std::optional<TokenIndex> group = {}) {
  return {v.measure, predicate, group, false, v.rule};
}

// The number or its phrase is object of a preposition.
std::optional<Measured> by_preposition(const Tree& tree, const Counted& c, TokenIndex prep, NounClass kind, TokenIndex& up) {
  const TokenIndex governor = tree[prep].head;
  const std::string_view word = tree[prep].lemma;
  if (listed(word, "to|at|as|of|from|by|than|reach")) {
    if (tree.is_verb(governor) && word != "of") {
      if (auto t = tally_in_clause(tree, governor)) return result(t->verdict, governor, t->group);
      // "this was later raised to 82": the figure is that of before
      if (!c.noun && word == "to" && listed(tree[governor].lemma, "update|rise|climb|increase|jump|revise|grow|raise|soar"))
        if (const auto s = tree.child(governor, "nsubj|nsubjpass"); s && (tree[*s].pos == "PRON" || noun_class(tree[*s].lemma) == NounClass::count))
          return Measured{Measure::other, governor, {}, true, "figure given before"};
      if (tree[governor].dep == "acl" && noun_class(tree[tree[governor].head].lemma) == NounClass::count)
        if (auto t = by_count_noun(tree, tree[governor].head)) return result(t->verdict, governor, t->group);
      if (tree[governor].dep == "acl" && !c.noun)  // "the number of miners killed to 53"
        if (auto v = by_verb(tree, governor, Role::object, NounClass::person, tree[governor].head)) return result(*v, governor, tree[governor].head);
    }
    if (tree.is_noun(governor) || tree[governor].pos == "ADJ") {
      if (noun_class(tree[governor].lemma) == NounClass::count) {
        if (!c.noun || listed(word, "of|at"))
          if (auto t = by_count_noun(tree, governor)) return result(t->verdict, governor, t->group);
        if (!c.noun && word == "of" && listed(tree[governor].lemma, "figure|tally|count|total|estimate")) return Measured{Measure::other, governor, {}, true, "figure given before"};
        up = governor;
        return {};
      }
      if (word == "of" || word == "to") {
        if (const auto m = measure_in(tree[governor].lemma, Frame::event)) return result({*m, std::string(tree[governor].lemma)}, governor);
        if (word == "of" && listed(tree[governor].lemma, "group|crowd|majority|most|family|crew|wave|body|convoy|team|life")) up = governor;
        if (word == "of" && listed(tree[governor].lemma, "life")) return Measured{Measure::killed, governor, {}, false, "lives"};
      }
    }
  }
  // "as groups of walkers moved on": the parser took the conjunction for a preposition
  if (listed(word, "as|after|before|while|since|until") && c.noun) {
    const TokenIndex edge = tree[c.top].right_edge;
    if (edge + 1 < tree.size() && tree[edge + 1].sentence == tree[c.top].sentence && listed(tree[edge + 1].tag, "VBD|VBZ|VBP") && !tree.has(edge + 1, "nsubj|nsubjpass"))
      if (auto v = by_clause(tree, edge + 1, Role::subject, kind, c.noun, 0)) return result(*v, edge + 1);
  }
  if (listed(word, "include|including")) {
    Measured part;
    part.inherits = true;
    part.rule = "part of the number before";
    return part;
  }
  if (word == "among" && tree.is_noun(governor)) up = governor;
  // "were killed along with six teachers"
  if (word == "with" && prep > 0 && listed(tree[prep - 1].lemma, "along|together") && tree.is_verb(governor))
    if (auto v = by_clause(tree, governor, is_passive(tree, governor) ? Role::object : Role::subject, kind, c.noun, 0)) return result(*v, governor);
  return {};
}

// Walks up from the phrase to the predicate it is an argument of.
std::optional<Measured> by_predicate(const Tree& tree, Counted c, NounClass kind) {
  TokenIndex x = c.top;
  for (int steps = 0; steps < 8; ++steps) {
    const TokenIndex h = tree[x].head;
    if (h == x) return {};
    const std::string_view dep = tree[x].dep;
    if (dep == "pobj") {
      TokenIndex up = x;
      if (auto m = by_preposition(tree, c, h, kind, up)) return m;
      if (up == x) return {};
      x = up;
      continue;
    }
    const bool verb = tree.is_verb(h);
    if (verb && listed(dep, "nsubj|nsubjpass|dobj|dative|attr|oprd|ccomp|npadvmod|dep|xcomp|acomp|nummod|advmod")) {
      if (dep == "attr" || (tree[h].lemma == "be" && !listed(dep, "nsubj|nsubjpass|dobj"))) {
        // "the toll was 33", "the number of miners killed is estimated to be 33", "the figure is 33", "the dead were 33"
        const TokenIndex raised = tree[h].dep == "xcomp" ? tree[h].head : h;
        if (auto t = tally_in_clause(tree, raised)) return result(t->verdict, h, t->group);
        if (const auto subject = tree.child(raised, "nsubj|nsubjpass")) {
          if (noun_class(tree[*subject].lemma) == NounClass::count && !c.noun) return Measured{Measure::other, h, {}, true, "figure given before"};
          if (auto v = by_noun(tree, *subject)) return result(*v, subject);
        }
      }
      if (dep == "dobj" || dep == "nummod")
        if (!c.noun)
          if (auto t = tally_in_clause(tree, h)) return result(t->verdict, h, t->group);
      const Role role = listed(dep, "nsubj") ? Role::subject : Role::object;
      if (auto v = by_clause(tree, h, role, kind, c.noun, 0)) return result(*v, h);
      if (listed(tree[h].lemma, "include") && dep == "dobj") {
        Measured part;
        part.inherits = true;
        part.rule = "part of the number before";
        return part;
      }
      if (listed(dep, "nsubj|nsubjpass") && tree[h].dep == "conj" && tree.is_verb(tree[h].head)) return {};
      return {};
    }
    if (listed(dep, "conj|appos|nmod|compound|nummod|quantmod|amod|poss|dep|acl|relcl")) {
      if (tree.is_noun(h) && dep != "conj")
        if (auto v = by_noun(tree, h); v && h != x && c.noun != h && v->measure != Measure::members && !c.part) return result(*v, h);
      if (dep == "appos" && !c.noun && tree.is_noun(h)) {  // "Houses destroyed: 46"
        c.noun = h;
        kind = class_of(tree, c.noun);
      }
      x = h;
      continue;
    }
    return {};
  }
  return {};
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
      if (const auto direct = tree.child(*c.noun, "compound"); direct && tree[*direct].lemma == "member") return {Measure::members, *direct, {}, false, "members"};
      return {};
    }
    if (tree[*c.noun].lemma == "member" && c.modifier) return {Measure::members, c.noun, {}, false, "members"};
    const auto modified = by_modifier(tree, *c.noun, kind);
    // "evacuate 300 people living along the coast", "two people wounded on Friday have died"
    const bool faint = modified && modified->measure == Measure::present;
    if (modified && modified->measure == Measure::injured)
      if (auto m = by_predicate(tree, c, kind); m && m->measure == Measure::killed) return *m;
    if (modified && c.part && modified->measure > Measure::arrested) {  // "including three girls fleeing across the river"
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
    const bool weak = (partitive && listed(lower(tree.form(*c.noun)), "displaced|wounded|injured|missing|homeless")) ||
                      listed(tree[*c.noun].lemma, "prisoner|captive|hostage|detainee|member|idp|returnee|evacuee|body|martyr");
    if (!weak)
      if (auto v = by_noun(tree, *c.noun)) return result(*v, c.noun);
    if (auto m = by_predicate(tree, c, kind)) return *m;
    if (weak && tree[*c.noun].lemma != "member")
      if (auto v = by_noun(tree, *c.noun)) return result(*v, c.noun);
    if (faint) return result(*modified, c.noun);
    if (tree[*c.noun].lemma == "member" && tree[tree[*c.noun].head].lemma == "have") return {Measure::members, c.noun, {}, false, "members"};
  } else {
    if (auto v = by_neighbour(tree, c, kind)) return result(*v, c.number);
    if (auto m = by_predicate(tree, c, kind)) return *m;
  }
  if (auto v = by_neighbour(tree, c, kind)) return result(*v, c.number);
  if (auto v = by_label(tree, c, kind)) return result(*v, c.number);
  return {};
}

}  // namespace rashomon::mentions
