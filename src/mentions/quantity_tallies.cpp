#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/quantity_clauses.hpp"

/// Nouns that stand for numbers, words right beside a number, and labels of lists.
namespace rashomon::mentions {

namespace {

// "the number of miners killed", of the dependent `prep` of the count noun
std::optional<Tally> tally_of(const Tree& tree, TokenIndex noun, TokenIndex prep) {
  if (tree[prep].lemma != "of") return {};
  const auto of = tree.child(prep, "pobj");
  if (!of) return {};
  if (auto v = by_noun(tree, *of)) return Tally{*v, {}};
  const NounClass kind = class_of(tree, of);
  if (auto v = by_modifier(tree, *of, kind)) return Tally{*v, of};
  if (auto v = by_modifier(tree, noun, kind)) return Tally{*v, of};
  return {};
}

}  // namespace

std::optional<Tally> by_count_noun(const Tree& tree, TokenIndex noun) {
  for (TokenIndex k : tree.children(noun)) {
    if (k < noun && listed(tree[k].dep, "compound|amod|nmod") && listed(tree[k].lemma, "death|dead|casualty|injury"))
      if (const auto m = measure_in(tree[k].lemma, Frame::noun))
        return Tally{{*m, std::string(tree[k].lemma) + " count"}, {}};
    if (auto t = tally_of(tree, noun, k)) return t;
  }
  if (auto v = by_modifier(tree, noun, NounClass::person)) return Tally{*v, {}};
  if (tree[noun].lemma == "toll") return Tally{{Measure::killed, "toll"}, {}};
  return {};
}

std::optional<Tally> tally_in_clause(const Tree& tree, TokenIndex verb) {
  for (TokenIndex k : tree.children(verb))
    if (listed(tree[k].dep, "nsubj|nsubjpass|dobj|attr") && tree.kind(k) == NounClass::count)
      if (auto t = by_count_noun(tree, k)) return t;
  return {};
}

// The word right behind the phrase: "33 dead", "40 others injured", "1,200 homeless".
MaybeVerdict by_neighbour(const Tree& tree, const Counted& c, NounClass kind) {
  TokenIndex last = c.number;
  if (c.noun && *c.noun > last && *c.noun < last + 8) last = *c.noun;
  for (TokenIndex k = last + 1; k < tree.size() && k < last + 4; ++k) {
    if (tree[k].sentence != tree[last].sentence) break;
    if (listed(tree[k].lemma,
               "more|other|others|be|have|people|fatally|seriously|critically|badly|left|leave|render|make|confirm|"
               "report|feared"))
      continue;
    if (listed(tree[k].pos, "PUNCT|ADP|CCONJ") || tree[k].tag == "VBG" || tree[k].tag == "VBZ") break;
    if (auto v = by_state(tree, k, kind); v && !takes_object(tree, k)) return v;
    break;
  }
  return {};
}

namespace {

// A row of a table, "Displaced people 4,520": a few words, the number last.
bool ends_row(const Tree& tree, const Counted& c) {
  if (c.noun) return false;
  const auto& s = tree.parse().sentences[tree[c.number].sentence];
  TokenIndex last = s.end;
  while (last > s.begin && (tree[last - 1].pos == "SPACE" || tree[last - 1].pos == "PUNCT")) --last;
  return last == c.number + 1 && last - s.begin <= 6;
}

// What the word of a label says is counted.
std::optional<Measure> measure_of_label(const Tree& tree, TokenIndex k) {
  for (const std::string& word : {std::string(tree[k].lemma), lower(tree.form(k))})
    for (Frame frame : {Frame::noun, Frame::state, Frame::event, Frame::object, Frame::both}) {
      const bool verb = frame == Frame::object || frame == Frame::both;
      if (verb && tree[k].tag != "VBN") continue;
      if (const auto m = measure_in(word, frame); m && *m < Measure::other) return m;
    }
  return {};
}

}  // namespace

// Lists and tables: "Displaced: 452", "Destroyed houses (total) 91", "Displaced people 4,520".
MaybeVerdict by_label(const Tree& tree, const Counted& c) {
  bool label = ends_row(tree, c);
  bool house = false;
  MaybeVerdict found;
  const TokenIndex first = c.number - std::min<TokenIndex>(c.number, 8);
  for (TokenIndex k = c.number; k > first;) {
    --k;
    if (tree[k].lemma == ":" || tree[k].lemma == "total") label = true;
    else if (listed(tree[k].lemma, ";|.|,")) break;
    if (!label) {
      if (!listed(tree[k].pos, "PUNCT|ADP|NUM|SPACE|ADV")) return {};
      continue;
    }
    house = house || tree.kind(k) == NounClass::house;
    if (!found)
      if (const auto m = measure_of_label(tree, k)) found = Verdict{*m, "label"};
  }
  if (found && house && found->measure == Measure::destroyed) found->measure = Measure::houses_destroyed;
  return found;
}

}  // namespace rashomon::mentions
