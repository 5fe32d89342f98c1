#pragma once

#include <optional>
#include <string>

#include "mentions/quantity_grammar.hpp"

/// What verbs, adjectives and nouns say of those counted. Internal to the room.
namespace rashomon::mentions {

enum class Role { subject, object };

/// A measure and the rule or word that says it.
struct Verdict {
  Measure measure = Measure::other;
  std::string rule;
};
using MaybeVerdict = std::optional<Verdict>;

[[nodiscard]] constexpr bool is_person(NounClass c) { return c == NounClass::person || c == NounClass::force; }
/// The class of a counted noun; a number without a noun counts persons.
[[nodiscard]] NounClass class_of(const Tree& tree, const std::optional<TokenIndex>& noun);
[[nodiscard]] bool is_passive(const Tree& tree, TokenIndex verb);

/// Whether people that the verb moves are brought to safety: "moved to safer places", "taken to shelters".
[[nodiscard]] bool to_safety(const Tree& tree, TokenIndex verb);

/// Whether the verb has an object that is not the next item of a headline, "Two miners killed 5 others injured".
[[nodiscard]] bool takes_object(const Tree& tree, TokenIndex verb);

/// The counted noun is subject or object of `verb`: what the verb itself says.
[[nodiscard]] MaybeVerdict by_verb(const Tree& tree, TokenIndex verb, Role role, NounClass noun,
                                   const std::optional<TokenIndex>& counted);
/// The same with states ("left dead"), verbs that the verb controls ("forced to flee") and verbs joined to it.
[[nodiscard]] MaybeVerdict by_clause(const Tree& tree, TokenIndex verb, Role role, NounClass noun,
                                     const std::optional<TokenIndex>& counted, int depth);
/// An adjective or participle said of the counted: "dead", "missing".
[[nodiscard]] MaybeVerdict by_state(const Tree& tree, TokenIndex word, NounClass noun);
/// Participles and relative clauses on the noun, adjectives before it: "troops killed", "people who fled", "wounded
/// men".
[[nodiscard]] MaybeVerdict by_modifier(const Tree& tree, TokenIndex noun, NounClass kind);
/// A noun that says itself what is counted: "deaths", "the wounded".
[[nodiscard]] MaybeVerdict by_noun(const Tree& tree, TokenIndex noun);

/// What a noun that stands for a number measures.
struct Tally {
  Verdict verdict;
  std::optional<TokenIndex> group;
};
/// "the death toll", "the number of miners killed", "the total".
[[nodiscard]] std::optional<Tally> by_count_noun(const Tree& tree, TokenIndex noun);
/// The same of a subject or object of `verb`.
[[nodiscard]] std::optional<Tally> tally_in_clause(const Tree& tree, TokenIndex verb);

/// The word right behind the phrase: "33 dead", "40 others injured", "1,200 homeless".
[[nodiscard]] MaybeVerdict by_neighbour(const Tree& tree, const Counted& counted, NounClass kind);
/// Lists and tables: "Displaced: 452", "Destroyed houses (total) 91".
[[nodiscard]] MaybeVerdict by_label(const Tree& tree, const Counted& counted);

}  // namespace rashomon::mentions
