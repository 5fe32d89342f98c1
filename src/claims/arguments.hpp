#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/syntax.hpp"

namespace rashomon::claims {

/// A prepositional dependent: "on Russia" has preposition "on" and object "Russia".
struct Oblique {
  std::uint32_t preposition = 0;
  std::uint32_t object = 0;
};

/// What depends on a predicate, verb, noun or adjective: head tokens, coordinated ones included.
struct Arguments {
  std::vector<std::uint32_t> agents;      ///< who does it: active subject, "by" phrase of a passive
  std::vector<std::uint32_t> undergoers;  ///< to whom: direct object, passive subject
  std::vector<std::uint32_t> datives;
  std::vector<Oblique> obliques;           ///< of the predicate, then of its direct object
  std::vector<std::uint32_t> complements;  ///< predicates of complement clauses, infinitives and what "be" predicates
  std::vector<std::uint32_t> purposes;     ///< infinitives beside it: "withdrew to avoid", also misread complements
  std::optional<std::uint32_t> particle;
  bool passive = false;
  bool negated = false;
};

/// The parse with what coding asks of each token: the tree and lemmas in lower case (titles keep capitals).
class Words {
 public:
  explicit Words(const language::Parse& parse);
  [[nodiscard]] const Syntax& syntax() const { return syntax_; }
  [[nodiscard]] const language::Token& operator[](std::uint32_t i) const { return syntax_[i]; }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return lemmas_[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(lemmas_.size()); }

 private:
  Syntax syntax_;
  std::vector<std::string> lemmas_;
};

/// The arguments of the word at `i`. Cost: its dependents and the heads above it.
[[nodiscard]] Arguments arguments_of(const Words& words, std::uint32_t i);

/// The noun that is meant by a counted or partitive head: "hundreds of migrants" gives "migrants"; else `i` itself.
[[nodiscard]] std::uint32_t counted(const Words& words, std::uint32_t i);

/// `i`, or the noun it stands for if it is a relative pronoun.
[[nodiscard]] std::uint32_t referent(const Words& words, std::uint32_t i);

[[nodiscard]] bool is_verb(const language::Token& token);
[[nodiscard]] bool is_noun(const language::Token& token);

}  // namespace rashomon::claims
