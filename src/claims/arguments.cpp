#include "claims/arguments.hpp"

#include <algorithm>
#include <array>

#include "claims/coding_tables.hpp"
#include "claims/trigger.hpp"

namespace rashomon::claims {
namespace {

constexpr std::array<std::string_view, 5> kTitleClasses = {"@people", "@force", "@arms", "@fire", "@building"};
constexpr int kSteps = 8;  // heads looked at above a relative pronoun

void add_with_conjuncts(const Words& words, std::uint32_t i, std::vector<std::uint32_t>& out) {
  for (const std::uint32_t k : conjuncts_of(words.syntax(), referent(words, i)))
    if (std::find(out.begin(), out.end(), k) == out.end()) out.push_back(k);
}

void add_oblique(const Words& words, std::uint32_t preposition, Arguments& out, int depth = 0) {
  for (const std::uint32_t k : words.syntax().children(preposition)) {
    const std::string_view dep = words[k].dep;
    if (dep == "pobj") out.obliques.push_back({preposition, referent(words, k)});
    if (dep == "pcomp") out.complements.push_back(k);
    if (dep == "prep" && depth == 0) add_oblique(words, k, out, 1);  // "out of Anvil"
  }
}

void add_child(const Words& words, std::uint32_t k, Arguments& out) {
  const std::string_view dep = words[k].dep;
  if (dep == "neg") out.negated = true;
  if (dep == "prt" || (dep == "advmod" && words[k].tag == "RB" && !out.particle)) out.particle = k;
  if (dep == "oprd") out.complements.push_back(k);
  if (is_one_of(dep, {"xcomp", "ccomp", "acomp", "attr"})) out.complements.push_back(k);
  if (dep == "advcl" && words[k].tag == "VB") out.purposes.push_back(k);
  if ((dep == "acl" || dep == "relcl") && words[k].tag == "VB") out.complements.push_back(k);
  if (dep == "prep" || (dep == "dative" && words[k].pos == "ADP")) add_oblique(words, k, out);
  else if (dep == "dative") add_with_conjuncts(words, k, out.datives);
}

// What hangs on the object counts for the verb too: "imposed sanctions on", "rejected a call to leave".
void add_of_object(const Words& words, std::uint32_t object, Arguments& out) {
  for (const std::uint32_t k : words.syntax().children(object)) {
    if (words[k].dep == "prep") add_oblique(words, k, out);
    if (words[k].dep == "acl" && words[k].tag == "VB") out.complements.push_back(k);
  }
}

// True if the word without its "s" is one that the tables know.
bool is_known(std::string_view plural) {
  plural.remove_suffix(1);
  const auto& classes = WordClasses::get();
  return !trigger_rows(plural, 'n').empty() || std::any_of(kTitleClasses.begin(), kTitleClasses.end(),
                                                           [&](std::string_view c) { return classes.has(c, plural); });
}

}  // namespace

Words::Words(const language::Parse& parse) : syntax_(parse) {
  lemmas_.reserve(parse.tokens.size());
  for (const auto& token : parse.tokens) {
    std::string lemma(token.lemma);
    for (char& c : lemma)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (token.pos == "PROPN" && lemma.size() > 3 && lemma.ends_with('s') && (token.tag == "NNPS" || is_known(lemma)))
      lemma.pop_back();  // "Peruvians", and "Airstrikes" in titles, keep their plural
    lemmas_.push_back(std::move(lemma));
  }
}

Arguments arguments_of(const Words& words, std::uint32_t i) {
  Arguments out;
  const Syntax& syntax = words.syntax();
  for (const std::uint32_t k : syntax.children(i)) add_child(words, k, out);
  if (!is_predicate(syntax, i) && words[i].pos != "ADJ") return out;
  out.passive = is_passive(syntax, i);
  out.negated = is_negated(syntax, i);
  if (const auto subject = subject_of(syntax, i); subject && *subject != i)
    add_with_conjuncts(words, *subject, out.passive ? out.undergoers : out.agents);
  if (out.passive)
    for (const std::uint32_t k : agents_of(syntax, i)) add_with_conjuncts(words, k, out.agents);
  for (const std::uint32_t k : objects_of(syntax, i)) add_with_conjuncts(words, k, out.undergoers);
  if (const auto object = syntax.child(i, {"dobj"})) add_of_object(words, *object, out);
  return out;
}

std::uint32_t counted(const Words& words, std::uint32_t i) {
  static constexpr std::array<std::string_view, 34> kCounts = {
      "all",    "batch",    "contingent", "couple", "dozen",    "group", "half",   "handful", "hundred",
      "kg",     "kilogram", "litre",      "lot",    "majority", "many",  "member", "million", "most",
      "number", "one",      "part",       "patch",  "rest",     "score", "series", "some",    "string",
      "ten",    "thousand", "ton",        "tonne",  "total",    "wave",  "worth"};
  for (int step = 0; step < 2; ++step) {
    if (words[i].pos != "NUM" && !std::binary_search(kCounts.begin(), kCounts.end(), words.lemma(i))) return i;
    std::optional<std::uint32_t> inner;
    for (const std::uint32_t k : words.syntax().children(i))
      if (words[k].dep == "prep" && words.lemma(k) == "of") inner = words.syntax().child(k, {"pobj"});
    if (!inner) return i;
    i = *inner;
  }
  return i;
}

std::uint32_t referent(const Words& words, std::uint32_t i) {
  if (!is_one_of(words[i].tag, {"WDT", "WP", "WP$"})) return i;
  std::uint32_t k = i;
  for (int step = 0; step < kSteps; ++step) {
    const auto head = words.syntax().head(k);
    if (!head) return i;
    k = *head;
    if (words[k].dep == "relcl") return antecedent_of(words.syntax(), k).value_or(i);
  }
  return i;
}

bool is_verb(const language::Token& token) {
  return token.pos == "VERB" || token.pos == "AUX" || token.tag.starts_with("VB");
}
bool is_noun(const language::Token& token) {
  return token.pos == "NOUN" || token.pos == "PROPN" || token.pos == "PRON";
}

}  // namespace rashomon::claims
