#include "mentions/quantity_clauses.hpp"

#include <algorithm>

#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

bool place_like(const Tree& tree, TokenIndex i) {
  return listed(tree[i].entity, "GPE|LOC|FAC") ||
         listed(tree[i].lemma,
                "home|house|town|village|city|area|country|region|place|camp|district|province|capital|neighbourhood|"
                "neighborhood|land|property|residence|shelter|dwelling|here|there|territory|zone|enclave|island");
}

// What one entry of the lexicon says of a verb whose `role` is the counted noun.
bool frame_fits(const Tree& tree, TokenIndex verb, Role role, NounClass noun, Frame frame, std::string_view lemma,
                const std::optional<TokenIndex>& counted) {
  const bool object = role == Role::object;
  switch (frame) {
    case Frame::object: return object;
    case Frame::subject: return !object;
    case Frame::both: return true;
    case Frame::people: return object && is_person(noun);
    case Frame::people_subject: return !object && is_person(noun);
    case Frame::lose: {
      const bool life = counted && listed(tree[*counted].lemma, "life|soul");
      return object && (life || (lemma == "lose" && counted && (is_person(noun) || noun == NounClass::vehicle)));
    }
    case Frame::take: return object && counted && place_like(tree, *counted);
    case Frame::leave: {
      const auto what = tree.child(verb, "dobj");
      return !object && (is_person(noun) || noun == NounClass::household) &&
             (!what || place_like(tree, *what) || tree[*what].pos == "PROPN");
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
    case Frame::send:
      return object && (noun == NounClass::force || noun == NounClass::thing || noun == NounClass::vehicle);
    case Frame::shelter: return true;
    case Frame::houses: return object && noun == NounClass::house;
    default: return false;
  }
}

Measure adjusted(Measure m, Frame frame, Role role, NounClass noun) {
  if (frame == Frame::lose && noun == NounClass::vehicle) return Measure::destroyed;
  if (frame == Frame::send) return noun == NounClass::force ? Measure::deployed : Measure::moved;
  if (frame == Frame::shelter && role == Role::subject) return Measure::displaced;
  if (m == Measure::destroyed && (noun == NounClass::house || noun == NounClass::household))
    return Measure::houses_destroyed;
  if (m == Measure::destroyed && noun == NounClass::force) return Measure::killed;  // armies "destroy" fighters
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
  keys.push_back(lemma);
  return keys;
}

bool in_camps(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].lemma, "in|at|inside")) {
      const auto where = tree.child(k, "pobj");
      if (where && listed(tree[*where].lemma,
                          "camp|shelter|site|tent|school|centre|center|settlement|hall|mosque|church|displacement"))
        return true;
    } else if (tree[k].lemma == "with") {  // "living with host families"
      const auto host = tree.child(k, "pobj");
      if (host && (listed(tree[*host].lemma, "relative|host") ||
                   (tree[*host].lemma == "family" && tree.has(*host, "compound|amod"))))
        return true;
    }
  return false;
}

bool is_home(std::string_view lemma) { return listed(lemma, "home|house|housing|shelter|roof|accommodation|dwelling"); }

// "without homes", "in need of emergency shelter", said with the verb or with the counted noun
bool lacks_home(const Tree& tree, TokenIndex at) {
  for (TokenIndex k : tree.children(at)) {
    if (k < at || !listed(tree[k].lemma, "without|in")) continue;
    const auto what = tree.child(k, "pobj");
    if (!what) continue;
    if (tree[k].lemma == "without" && is_home(tree[*what].lemma)) return true;
    if (tree[*what].lemma != "need") continue;
    if (const auto of = tree.child(*what, "prep"); of && tree[*of].lemma == "of")
      if (const auto need = tree.child(*of, "pobj"); need && is_home(tree[*need].lemma)) return true;
  }
  return false;
}

// "crossed the river to escape the fighting"
bool to_escape(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (k > verb && listed(tree[k].dep, "advcl|xcomp") && listed(tree[k].lemma, "flee|escape")) return true;
  return false;
}

}  // namespace

// "moved to safer places", "taken to shelters"
bool to_safety(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].lemma, "to|into"))
      if (const auto where = tree.child(k, "pobj")) {
        if (listed(tree[*where].lemma, "safety|shelter|camp|evacuation")) return true;
        for (TokenIndex m : tree.children(*where))
          if (listed(tree[m].lemma, "safe|safer|high|higher|emergency|temporary|evacuation|relief|community"))
            return true;
      }
  return false;
}

NounClass class_of(const Tree& tree, const std::optional<TokenIndex>& noun) {
  if (!noun) return NounClass::person;
  const NounClass c = tree.kind(*noun);
  if (c == NounClass::thing && listed(tree[*noun].entity, "NORP") && listed(tree[*noun].tag, "NNPS|NNS|NNP"))
    return NounClass::person;
  return c;
}

bool is_passive(const Tree& tree, TokenIndex verb) { return tree.has(verb, "auxpass|nsubjpass"); }

bool takes_object(const Tree& tree, TokenIndex verb) {
  const auto object = tree.child(verb, "dobj");
  if (!object) return false;
  const bool counted = tree[*object].pos == "NUM" || tree.has(*object, "nummod");
  const bool next_state = *object + 1 < tree.size() && (measure_in(tree[*object + 1].lemma, Frame::state) ||
                                                        measure_in(lower(tree.form(*object + 1)), Frame::state) ||
                                                        measure_in(tree[*object + 1].lemma, Frame::object));
  return !(counted && next_state);
}

MaybeVerdict by_verb(const Tree& tree, TokenIndex verb, Role role, NounClass noun,
                     const std::optional<TokenIndex>& counted) {
  for (const std::string& key : verb_keys(tree, verb)) {
    for (const MeasureEntry& e : measure_entries(key)) {
      Role r = role;
      // Headlines leave out "were": "Two miners killed in blast".
      const bool bare = role == Role::subject && listed(tree[verb].tag, "VBD|VBN") &&
                        !tree.has(verb, "ccomp|xcomp|aux") && !takes_object(tree, verb);
      if (e.frame == Frame::object && bare) r = Role::object;
      if (frame_fits(tree, verb, r, noun, e.frame, tree[verb].lemma, counted))
        return Verdict{adjusted(e.measure, e.frame, r, noun), key};
    }
  }
  return {};
}

MaybeVerdict by_state(const Tree& tree, TokenIndex word, NounClass noun) {
  auto m = measure_in(tree[word].lemma, Frame::state);
  if (!m && tree.is_verb(word)) m = measure_in(lower(tree.form(word)), Frame::state);
  if (!m && tree[word].tag == "VBN") {
    for (const MeasureEntry& e : measure_entries(tree[word].lemma))
      if (e.frame == Frame::object || e.frame == Frame::both || (e.frame == Frame::people && is_person(noun)))
        m = e.measure;
  }
  if (!m) return {};
  return Verdict{adjusted(*m, Frame::state, Role::object, noun), std::string(tree[word].lemma)};
}

// The counted noun is subject or object of `verb`: its own sense, then that of the verb it controls, then a state.
MaybeVerdict by_clause(const Tree& tree, TokenIndex verb, Role role, NounClass noun,
                       const std::optional<TokenIndex>& counted, int depth) {
  if (role == Role::subject && listed(tree[verb].lemma, "live|stay|be|remain|sleep|reside|shelter") &&
      is_person(noun) && in_camps(tree, verb))
    return Verdict{Measure::displaced, "in camps or shelters"};
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].dep, "acomp|oprd|attr|advcl|xcomp|ccomp") && k > verb)
      if (listed(tree[k].dep, "acomp|oprd") ||
          (tree[k].dep != "attr" && !tree.has(k, "nsubj|nsubjpass|aux") && tree[k].tag != "VBG" &&
           listed(
               tree[verb].lemma,
               "leave|be|remain|render|make|become|report|find|confirm|presume|fear|declare|pronounce|feel|go|list")))
        if (auto v = by_state(tree, k, noun)) return v;
  if (is_person(noun) || noun == NounClass::household) {
    if (listed(tree[verb].lemma, "move|shift|take|transfer|bring|go") && to_safety(tree, verb))
      return Verdict{Measure::evacuated, "brought to safety"};
    if (lacks_home(tree, verb) || (counted && role == Role::object && lacks_home(tree, *counted)))
      return Verdict{Measure::displaced, "without a home"};
  }
  if (auto v = by_verb(tree, verb, role, noun, counted)) {
    if (v->measure == Measure::moved && role == Role::subject && to_escape(tree, verb))
      return Verdict{Measure::displaced, v->rule + " to escape"};
    return v;
  }
  if (tree[verb].lemma == "have" && role == Role::object && noun == NounClass::force &&
      counted)  // "has 900 troops there"
    for (TokenIndex k : tree.children(*counted))
      if (k > *counted && listed(tree[k].lemma, "in|on|at|along|inside|there"))
        return Verdict{Measure::deployed, "has forces"};
  if (depth > 2) return {};
  // "were affected and evacuated"
  for (TokenIndex k : tree.children(verb))
    if (tree[k].dep == "conj" && tree.is_verb(k) && !tree.has(k, "nsubj|nsubjpass|dobj"))
      if (role == Role::subject || is_passive(tree, verb) || is_passive(tree, k))
        if (auto v = by_verb(
                tree, k, role == Role::subject && tree[k].tag == "VBN" && is_passive(tree, verb) ? Role::object : role,
                noun, counted))
          return v;
  const bool passive = is_passive(tree, verb);
  for (TokenIndex k : tree.children(verb)) {
    if (!listed(tree[k].dep, "xcomp|ccomp|acl") || !tree.is_verb(k) || k < verb) continue;
    const bool controls = role == Role::object || passive || tree[k].dep == "xcomp";
    if (!controls || (tree.has(k, "nsubj|nsubjpass") && tree[k].dep != "xcomp")) continue;
    if (auto v = by_clause(tree, k, is_passive(tree, k) ? Role::object : Role::subject, noun, counted, depth + 1))
      return v;
  }
  if (tree[verb].lemma == "be" && role == Role::subject)
    for (TokenIndex k : tree.children(verb))
      if (listed(tree[k].lemma, "in|at|inside"))
        if (const auto where = tree.child(k, "pobj")) {
          if (listed(tree[*where].lemma, "hospital|condition") && is_person(noun))
            return Verdict{Measure::injured, "in hospital"};
          if ((place_like(tree, *where) || tree[*where].pos == "PROPN") && is_person(noun))
            return Verdict{Measure::present, "in a place"};
        }
  // "they were among the dead", "12 were identified among those killed"
  if (role == Role::subject || is_passive(tree, verb))
    for (TokenIndex k : tree.children(verb))
      if (tree[k].lemma == "among")
        if (const auto of = tree.child(k, "pobj"))
          if (auto v = by_noun(tree, *of) ? by_noun(tree, *of) : by_modifier(tree, *of, class_of(tree, of)))
            return Verdict{v->measure, "among the counted"};
  return {};
}

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

}  // namespace rashomon::mentions
