#include <algorithm>

#include "mentions/countries.hpp"
#include "mentions/fold.hpp"
#include "mentions/quantity_grammar.hpp"

namespace rashomon::mentions {

bool listed(std::string_view word, std::string_view choices) {
  if (word.empty()) return false;
  for (std::size_t k = 0; k <= choices.size();) {
    const std::size_t j = std::min(choices.find('|', k), choices.size());
    if (choices.substr(k, j - k) == word) return true;
    k = j + 1;
  }
  return false;
}

// A head with more dependents than any clause has is a list or a broken parse: the rest is not looked at, so that
// questions stay short.
constexpr std::size_t kMostChildren = 48;

Tree::Tree(const language::Parse& parse, std::string_view text)
    : parse_(parse), text_(text), children_(parse.tokens.size()) {
  for (TokenIndex i = 0; i < parse.tokens.size(); ++i)
    if (const TokenIndex h = parse.tokens[i].head; h != i && children_[h].size() < kMostChildren)
      children_[h].push_back(i);
}

std::optional<TokenIndex> Tree::child(TokenIndex i, std::string_view deps) const {
  for (TokenIndex k : children_[i])
    if (listed(parse_.tokens[k].dep, deps)) return k;
  return {};
}

NounClass Tree::kind(TokenIndex i) const {
  if (const NounClass c = noun_class(parse_.tokens[i].lemma); c != NounClass::thing) return c;
  std::string word = lower(form(i));
  if (const NounClass c = noun_class(word); c != NounClass::thing) return c;
  if (parse_.tokens[i].pos != "PROPN" || word.size() < 4 || word.back() != 's') return NounClass::thing;
  word.pop_back();
  return noun_class(word);
}

bool Tree::is_verb(TokenIndex i) const { return parse_.tokens[i].pos == "VERB" || parse_.tokens[i].pos == "AUX"; }
bool Tree::is_noun(TokenIndex i) const { return parse_.tokens[i].pos == "NOUN" || parse_.tokens[i].pos == "PROPN"; }

namespace {

bool is_space(const language::Token& t) { return t.pos == "SPACE" || t.tag == "_SP"; }

// The token after `i` that is no white space, within the sentence.
std::optional<TokenIndex> next_token(const Tree& tree, TokenIndex i) {
  for (TokenIndex k = i + 1; k < tree.size(); ++k) {
    if (tree[k].sentence != tree[i].sentence) return {};
    if (!is_space(tree[k])) return k;
  }
  return {};
}

// The node of tokens [first, last] that hangs outside of them.
TokenIndex outer(const Tree& tree, TokenIndex first, TokenIndex last) {
  for (TokenIndex k = last + 1; k-- > first;)
    if (const TokenIndex h = tree[k].head;
        (h < first || h > last || h == k) && tree[k].pos != "ADP" && tree[k].dep != "punct")
      return k;
  return last;
}

// A noun right behind the number that the tree has not tied to it: adjectives and nouns only between.
std::optional<TokenIndex> noun_behind(const Tree& tree, TokenIndex last) {
  std::optional<TokenIndex> found;
  auto k = next_token(tree, last);
  for (int steps = 0; k && steps < 6; ++steps, k = next_token(tree, *k)) {
    const auto& t = tree[*k];
    if (t.pos == "NOUN" || t.pos == "PROPN") {
      found = k;
      continue;
    }
    if (found || !(t.pos == "ADJ" || t.tag == "HYPH" || t.tag == "VBN")) break;
    if (t.tag == "VBN" && !listed(t.dep, "amod")) break;
  }
  if (found && listed(tree[*found].entity, "DATE|TIME")) return {};
  return found;
}

std::optional<TokenIndex> object_of(const Tree& tree, TokenIndex prep) { return tree.child(prep, "pobj|pcomp"); }

// "of them", "of the dead", "of its troops" behind the number or the word "more".
bool take_partitive(const Tree& tree, Counted& c, TokenIndex last) {
  auto k = next_token(tree, last);
  if (k && listed(tree[*k].lemma, "more|other|others|additional")) k = next_token(tree, *k);
  if (!k || tree[*k].lemma != "of" || !(tree[*k].head <= *k && tree[*k].head + 3 >= c.top)) return false;
  auto object = object_of(tree, *k);
  if (!object) return false;
  if (listed(tree[*object].lemma, "they|we|which|whom|who|it|you|he|these|those")) {
    c.elided = c.part = true;
    // "two of them children"
    if (const auto after = next_token(tree, *object);
        after && tree.is_noun(*after) && listed(tree[*after].tag, "NNS|NN|NNPS"))
      c.noun = after;
    else if (after && tree[*after].pos == "ADJ")
      if (const auto noun = next_token(tree, *after); noun && tree[*noun].tag == "NNS") c.noun = noun;
    return true;
  }
  // "two of the three boys": the inner phrase is counted
  c.noun = object;
  return true;
}

}  // namespace

// "among them", "including", "of whom" right before the phrase.
bool after_part_word(const Tree& tree, TokenIndex first) {
  for (TokenIndex k = first; k-- > 0 && first - k < 4;) {
    if (listed(tree[k].lemma, "include|including")) return true;
    if (listed(tree[k].lemma, "they|whom|who|which|these|those") && k > 0 && listed(tree[k - 1].lemma, "among|of"))
      return true;
    if (!listed(tree[k].pos, "ADV|ADP|DET|PUNCT|ADJ")) return false;
  }
  return false;
}

namespace {

// "took 12 soldiers prisoner": the soldiers are counted.
std::optional<TokenIndex> before_predicate_noun(const Tree& tree, TokenIndex noun) {
  if (noun == 0 || !listed(tree[noun].lemma, "prisoner|captive|hostage") || tree[noun].tag != "NN") return {};
  return tree[noun - 1].tag == "NNS" ? std::optional(noun - 1) : std::nullopt;
}

}  // namespace

Counted counted_by(const Tree& tree, TokenIndex first, TokenIndex last) {
  Counted c;
  c.part = after_part_word(tree, first);
  c.number = last;
  c.top = outer(tree, first, last);
  const auto behind = next_token(tree, last);
  const bool hyphen = behind && tree[*behind].tag == "HYPH" && tree[*behind].span.begin == tree[last].span.end;
  if (take_partitive(tree, c, last)) {
    if (listed(tree[c.top].dep, "nummod|quantmod|compound|amod") && tree[c.top].head > c.top) c.top = tree[c.top].head;
    return c;
  }
  TokenIndex node = c.top;
  for (int steps = 0;
       steps < 4 && listed(tree[node].dep, "nummod|quantmod|compound|nmod|amod|det|advmod|npadvmod|poss"); ++steps) {
    const TokenIndex h = tree[node].head;
    if (h <= last || tree.is_verb(h)) break;
    node = h;
    if (tree.is_noun(node) && !listed(tree[node].dep, "compound|nmod")) break;
  }
  if (node != c.top || hyphen) {
    c.modifier = hyphen;
    if (hyphen && !tree.is_noun(node)) {
      if (const auto n = noun_behind(tree, *behind)) node = *n;
    }
    if (tree.is_noun(node)) c.noun = before_predicate_noun(tree, node).value_or(node);
    else c.elided = true;
    if (node != c.top) c.top = node;
    if (listed(tree[node].lemma, "more|other|others|additional")) c.elided = true, c.noun.reset();
    return c;
  }
  if (const auto noun = noun_behind(tree, last)) {
    c.noun = noun;
    if (tree[c.top].head == *noun || tree[*noun].head != c.top) c.top = *noun;
    return c;
  }
  c.elided = true;
  if (behind && listed(tree[*behind].lemma, "more|other|others") && tree[*behind].head != *behind &&
      tree[c.top].head == *behind)
    c.top = *behind;
  return c;
}

namespace {

bool drops_from_group(const language::Token& t) {
  return t.dep == "det" || t.dep == "predet" || t.dep == "nummod" || t.dep == "quantmod" || t.pos == "NUM" ||
         t.pos == "DET" || t.pos == "PRON" || is_space(t) || t.dep == "advmod" || t.dep == "cc" || t.pos == "PUNCT" ||
         t.dep == "case" || t.dep == "punct" ||
         listed(t.lemma,
                "more|other|estimated|total|further|additional|another|such|many|several|same|few|own|additional|"
                "record|numerous");
}

// The demonym of a noun that is a country, or an office or force with a demonym: "Norway", "the Norwegian ministry".
std::string demonym_of(const Tree& tree, TokenIndex noun) {
  const CountryHit hit = Countries::get().find(tree.form(noun));
  if (hit && !hit.country->adjectives.empty()) return std::string(hit.country->adjectives.front());
  if (!listed(tree[noun].lemma,
              "army|military|government|ministry|force|troop|command|authority|police|navy|regime|official|"
              "minister|president|spokesman|spokeswoman|officer|leader|defence|defense|side|official"))
    return {};
  for (TokenIndex m : tree.children(noun)) {
    const CountryHit of = Countries::get().find(tree.form(m));
    if (of && of.kind == CountryWord::adjective) return std::string(tree.form(m));
    if (of && tree[m].dep == "poss" && !of.country->adjectives.empty())
      return std::string(of.country->adjectives.front());
  }
  return {};
}

// Whose soldiers "its soldiers" are: the subject of the clause or of the one that reports it.
std::string nation_of(const Tree& tree, TokenIndex pronoun) {
  TokenIndex t = pronoun;
  for (int steps = 0; steps < 16 && tree[t].head != t; ++steps) {
    t = tree[t].head;
    if (!tree.is_verb(t)) continue;
    const auto subject = tree.child(t, "nsubj|nsubjpass");
    if (!subject || *subject > pronoun || tree[*subject].right_edge >= pronoun) continue;
    if (std::string nation = demonym_of(tree, *subject); !nation.empty()) return nation;
    if (tree[*subject].pos == "PRON") continue;
    if (!listed(tree[t].dep, "ccomp|xcomp|conj|advcl")) return {};
  }
  return {};
}

}  // namespace

namespace {

// The end of a list of beings without numbers of their own: "men, women and children", "Tuscans and Umbrians".
TokenIndex last_joined(const Tree& tree, TokenIndex noun) {
  TokenIndex last = noun;
  for (int steps = 0; steps < 8; ++steps) {
    const auto next = tree.child(last, "conj");
    if (!next || *next < last || !tree.is_noun(*next)) break;
    const NounClass kind = tree.kind(*next);
    if (kind != NounClass::person && kind != NounClass::force && tree[*next].entity != "NORP") break;
    if (tree.has(*next, "nummod|quantmod|det|acl|relcl|prep")) break;
    bool counted = false;  // "12 soldiers prisoner and five nuns hostage"
    for (TokenIndex k = last + 1; k < *next && k < last + 8; ++k) counted = counted || tree[k].pos == "NUM";
    if (counted) break;
    last = *next;
  }
  return last;
}

}  // namespace

Group group_of(const Tree& tree, std::string_view text, TokenIndex noun, const Counted& counted) {
  Group g;
  TokenIndex first = noun;
  const TokenIndex edge = std::max(tree[noun].left_edge, noun > 12 ? noun - 12 : 0);
  for (TokenIndex k = noun; k-- > edge;) {
    if (k == counted.number || tree[k].pos == "NUM" || (tree[k].dep == "punct" && tree[k].lemma != ",")) {
      if (tree[k].tag != "HYPH" && slice(text, tree[k].span) != "-") break;
    }
    // "Danish, Finnish and Latvian pilots"
    const bool list = (tree[k].dep == "cc" || tree[k].lemma == ",") && k > edge &&
                      (tree[k - 1].pos == "ADJ" || tree[k - 1].entity == "NORP") &&
                      listed(tree[k - 1].dep, "amod|conj|nmod|compound");
    if (list) continue;
    if (drops_from_group(tree[k]) && tree[k].tag != "HYPH") break;
    if (tree.is_verb(k) && tree[k].dep != "amod") break;
    if (tree[k].dep == "poss" || tree[k].tag == "POS" || tree[k].pos == "ADP") break;
    first = k;
  }
  // "a 12-year-old boy"
  if (tree[first].tag == "HYPH") first += first > 0 && tree[first - 1].span.end == tree[first].span.begin ? -1 : 1;
  g.span = {tree[first].span.begin, tree[last_joined(tree, noun)].span.end};
  if (counted.modifier) {  // "29-member alliance": the alliance
    g.span.begin = tree[noun].span.begin;
    if (tree[noun].lemma == "member" && tree[tree[noun].head].span.begin > tree[noun].span.begin)
      g.span = tree[tree[noun].head].span;
  }
  g.text = std::string(slice(text, g.span));
  if (const auto poss = tree.child(noun, "poss");
      poss && listed(tree[*poss].lemma, "its|their|our|his|her|it|they|we|he|she")) {
    const NounClass kind = tree.kind(noun);
    const std::string nation =
        kind == NounClass::thing || kind == NounClass::force || kind == NounClass::person ? nation_of(tree, *poss) : "";
    if (!nation.empty()) g.text = nation + " " + g.text;
  } else if (poss && tree[*poss].pos == "PROPN") {
    // "Lusatia's soldiers" as "Lusatian soldiers"
    if (const CountryHit hit = Countries::get().find(slice(text, tree[*poss].span));
        hit && !hit.country->adjectives.empty())
      g.text = std::string(hit.country->adjectives.front()) + " " + g.text;
  }
  // "members of one family", "officers of the guard": what they belong to is part of who is counted.
  if (listed(tree[noun].lemma, "member|personnel|staff|crew|group|officer"))
    for (TokenIndex k : tree.children(noun))
      if (k > noun && tree[k].lemma == "of" && tree[k].right_edge < noun + 9) {
        g.span.end = tree[tree[k].right_edge].span.end;
        g.text += std::string(text.substr(tree[noun].span.end, g.span.end - tree[noun].span.end));
        break;
      }
  std::replace(g.text.begin(), g.text.end(), '\n', ' ');
  return g;
}

}  // namespace rashomon::mentions
