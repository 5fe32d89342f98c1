#include "claims/trigger.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "claims/coding_tables.hpp"
#include "claims/lexicon.hpp"
#include "core/check.hpp"

namespace rashomon::claims {
namespace {

using Kind = Condition::Kind;
using Key = std::pair<std::string_view, char>;

constexpr std::array<std::string_view, 11> kActs = {"-",      "light",    "happen", "appeal", "demand", "intend",
                                                    "refuse", "threaten", "stop",   "accuse", "topic"};
constexpr std::array<std::string_view, 10> kKinds = {"obj", "subj", "pp",    "prt",     "comp",
                                                     "mod", "has",  "noobj", "passive", "neg"};

constexpr std::uint32_t kWindow = 60;  // tokens on each side that "has:" looks at

Condition read_condition(std::string_view text) {
  Condition out;
  if (text.starts_with('!')) out.inverted = true, text.remove_prefix(1);
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  const auto kind = std::find(kKinds.begin(), kKinds.end(), name);
  RASHOMON_CHECK(kind != kKinds.end());
  out.kind = static_cast<Kind>(kind - kKinds.begin());
  std::string_view words = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  if (out.kind == Kind::oblique) {
    const std::size_t equals = words.find('=');
    out.prepositions = parts_of(words.substr(0, equals));
    words = equals == std::string_view::npos ? std::string_view{} : words.substr(equals + 1);
  }
  if (words != "*") out.words = parts_of(words);
  return out;
}

TriggerRow read_row(const std::vector<std::string_view>& cells) {
  TriggerRow row;
  row.frame = value_of(cells[2]);
  for (const std::string_view condition : parts_of(row.frame, ' ')) row.conditions.push_back(read_condition(condition));
  const auto act = std::find(kActs.begin(), kActs.end(), cells[3]);
  RASHOMON_CHECK(act != kActs.end());
  row.act = static_cast<Act>(act - kActs.begin());
  row.code = value_of(cells[4]);
  const std::string_view plover = value_of(cells[5]);
  const std::size_t dot = plover.find('.');
  row.plover = plover.substr(0, dot);
  row.mode = dot == std::string_view::npos ? std::string_view{} : plover.substr(dot + 1);
  return row;
}

std::map<Key, std::vector<TriggerRow>> read_rows() {
  std::map<Key, std::vector<TriggerRow>> rows;
  for (const auto& cells : claim_table("triggers.tsv", 6))
    for (const std::string_view word : parts_of(cells[0])) rows[{word, cells[1].front()}].push_back(read_row(cells));
  return rows;
}

// "a_b": the head is b and a stands among its modifiers.
bool matches_compound(const Words& words, std::uint32_t i, std::string_view word) {
  const std::size_t bar = word.rfind('_');
  if (bar == std::string_view::npos || words.lemma(i) != word.substr(bar + 1)) return false;
  const std::string_view modifier = word.substr(0, bar);
  for (const std::uint32_t k : words.syntax().children(i))
    if (words.lemma(k) == modifier || modifier.ends_with("_" + std::string(words.lemma(k)))) return true;
  return false;
}

// Names of people and places belong to the classes of their kind.
bool is_named(const language::Token& token, std::string_view name) {
  if (name == "@people")  // "captured five" counts them too
    return (is_one_of(token.entity, {"PERSON", "NORP"}) && token.pos != "ADJ") || token.pos == "NUM";
  if (name == "@migrant") return token.entity == "NORP" && token.pos != "ADJ";
  return name == "@territory" && is_one_of(token.entity, {"GPE", "LOC", "FAC"}) && token.pos == "PROPN";
}

// Classes hold words and, as "a_b", compounds.
bool in_word_class(const Words& words, std::uint32_t i, std::string_view name) {
  const auto& classes = WordClasses::get();
  if (classes.has(name, words.lemma(i))) return true;
  for (const std::uint32_t k : words.syntax().children(i))
    if (is_one_of(words[k].dep, {"compound", "amod"}) &&
        classes.has(name, std::string(words.lemma(k)) + "_" + std::string(words.lemma(i))))
      return true;
  return false;
}

bool matches_word(const Words& words, std::uint32_t i, const std::vector<std::string_view>& wanted) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
    if (word.front() == '@') return in_word_class(words, i, word) || is_named(words[i], word);
    return word == words.lemma(i) || matches_compound(words, i, word);
  });
}

bool any_matches(const Words& words, const std::vector<std::uint32_t>& tokens,
                 const std::vector<std::string_view>& wanted) {
  return std::any_of(tokens.begin(), tokens.end(), [&](std::uint32_t i) {
    return matches_word(words, i, wanted) || (counted(words, i) != i && matches_word(words, counted(words, i), wanted));
  });
}

bool oblique_holds(const Words& words, const Arguments& arguments, const Condition& condition) {
  const auto& wanted = condition.prepositions;
  return std::any_of(arguments.obliques.begin(), arguments.obliques.end(), [&](const Oblique& oblique) {
    if (condition.words.empty() && is_one_of(words[oblique.object].entity, {"DATE", "TIME"}))
      return false;  // "on Friday"
    return std::find(wanted.begin(), wanted.end(), words.lemma(oblique.preposition)) != wanted.end() &&
           any_matches(words, {oblique.object}, condition.words);
  });
}

bool modifier_holds(const Words& words, std::uint32_t i, const Condition& condition) {
  for (const std::uint32_t k : words.syntax().children(i)) {
    if (!is_one_of(words[k].dep, {"compound", "amod", "nmod", "poss", "nummod", "advmod"})) continue;
    if (matches_word(words, k, condition.words)) return true;
    for (const std::uint32_t m : words.syntax().children(k))  // "roadside-bomb attack", "air and artillery strikes"
      if (is_one_of(words[m].dep, {"compound", "conj", "amod"}) && matches_word(words, m, condition.words)) return true;
  }
  return false;
}

bool has_holds(const Words& words, std::uint32_t i, const Condition& condition) {
  const TokenRange below = words.syntax().subtree(i);
  const std::uint32_t first = std::max(below.first, i > kWindow ? i - kWindow : 0);
  const std::uint32_t last = std::min(below.last, i + kWindow);
  for (std::uint32_t k = first; k < last; ++k)
    if (k != i && matches_word(words, k, condition.words)) return true;
  return false;
}

bool holds(const Words& words, std::uint32_t i, const Arguments& arguments, const Condition& condition) {
  switch (condition.kind) {
    case Kind::object:
      return any_matches(words, arguments.undergoers, condition.words) && !arguments.undergoers.empty();
    case Kind::subject: return any_matches(words, arguments.agents, condition.words);
    case Kind::oblique: return oblique_holds(words, arguments, condition);
    case Kind::particle: return arguments.particle && matches_word(words, *arguments.particle, condition.words);
    case Kind::complement:
      return any_matches(words, arguments.complements, condition.words) ||
             any_matches(words, arguments.purposes, condition.words);
    case Kind::modifier: return modifier_holds(words, i, condition);
    case Kind::has: return has_holds(words, i, condition);
    case Kind::no_object: return arguments.undergoers.empty() || arguments.passive;
    case Kind::passive: return arguments.passive;
    case Kind::negated: return arguments.negated;
  }
  return false;
}

bool fits(const Words& words, std::uint32_t i, const Arguments& arguments, const TriggerRow& row) {
  return std::all_of(row.conditions.begin(), row.conditions.end(), [&](const Condition& condition) {
    return holds(words, i, arguments, condition) != condition.inverted;
  });
}

int specificity(const TriggerRow& row) {
  int sum = 0;
  for (const Condition& condition : row.conditions)
    sum += condition.words.empty() ? 1 : condition.kind == Kind::oblique ? 3 : 2;
  return sum;
}

// Verb rows for verbs, noun rows for nouns; a participle used as an adjective or noun is looked up as what it is first.
std::span<const TriggerRow> rows_for(const Words& words, std::uint32_t i) {
  const auto& token = words[i];
  const char first = is_verb(token) ? 'v' : is_noun(token) ? 'n' : 'a';
  if (const auto rows = trigger_rows(words.lemma(i), first); !rows.empty()) return rows;
  std::string_view lemma = words.lemma(i);
  if (first == 'n' && token.pos == "PROPN" && lemma.ends_with('s')) {  // titles: "Strikes"
    lemma.remove_suffix(1);
    if (const auto rows = trigger_rows(lemma, 'n'); !rows.empty()) return rows;
  }
  if (first == 'v') return trigger_rows(lemma, 'a');
  return {};
}

}  // namespace

std::span<const TriggerRow> trigger_rows(std::string_view lemma, char pos) {
  static const std::map<Key, std::vector<TriggerRow>> rows = read_rows();
  const auto at = rows.find({lemma, pos});
  if (at == rows.end()) return {};
  return at->second;
}

std::vector<const TriggerRow*> match_triggers(const Words& words, std::uint32_t i, const Arguments& arguments) {
  std::vector<const TriggerRow*> out;
  for (const TriggerRow& row : rows_for(words, i))
    if (fits(words, i, arguments, row)) out.push_back(&row);
  std::stable_sort(out.begin(), out.end(),
                   [](const TriggerRow* a, const TriggerRow* b) { return specificity(*a) > specificity(*b); });
  return out;
}

}  // namespace rashomon::claims
