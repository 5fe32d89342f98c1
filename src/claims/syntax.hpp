#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/parse.hpp"

namespace rashomon::claims {

/// Half-open range of token indices.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const TokenRange&) const = default;
  [[nodiscard]] bool empty() const { return last <= first; }
  [[nodiscard]] bool contains(std::uint32_t i) const { return first <= i && i < last; }
};

/// The dependency tree over a range of tokens (whole sentences), with the questions that claims ask of it.
///
/// Labels are ClearNLP's as the English pipeline gives them. Indices are those of Parse::tokens; a head outside the
/// range counts as a root. The parse must outlive this. Cost of construction O(tokens of the range); no query climbs or
/// descends further than the tree is deep, whatever the heads are.
class Syntax {
 public:
  explicit Syntax(const language::Parse& parse);
  Syntax(const language::Parse& parse, TokenRange range);
  /// The tree of a document: words of its dateline are nobody's children, and no arc crosses a line feed of the text
  /// (nor an abbreviation that ends a sentence),
  /// since a text read as one unit is parsed across its paragraphs.
  Syntax(const language::Parse& parse, std::string_view text, Span dateline);

  [[nodiscard]] const language::Token& operator[](std::uint32_t i) const { return parse_->tokens[i]; }
  [[nodiscard]] const language::Parse& parse() const { return *parse_; }
  [[nodiscard]] TokenRange range() const { return range_; }
  [[nodiscard]] bool holds(std::uint32_t i) const { return range_.contains(i); }
  [[nodiscard]] bool is_hidden(std::uint32_t i) const { return hidden_.contains(parse_->tokens[i].span); }

  /// Tokens whose head is `i`, ascending.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t i) const;
  /// The first child with one of these labels.
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t i, std::initializer_list<std::string_view> deps) const;
  /// The stretch of tokens that no arc leaves.
  [[nodiscard]] TokenRange line(std::uint32_t i) const;
  /// The head of `i`; nullopt for a root.
  [[nodiscard]] std::optional<std::uint32_t> head(std::uint32_t i) const;
  /// True if `ancestor` is `i` or above it.
  [[nodiscard]] bool is_under(std::uint32_t i, std::uint32_t ancestor) const;
  /// The subject in the predicate's own clause, see own_subject().
  [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t predicate) const;
  /// First to last token below `i`, `i` included.
  [[nodiscard]] TokenRange subtree(std::uint32_t i) const;

 private:
  void index();
  [[nodiscard]] bool same_line(std::uint32_t a, std::uint32_t b) const;

  const language::Parse* parse_;

  TokenRange range_;
  Span hidden_;
  std::vector<TokenRange> lines_;      // of each token; empty where the range is one line
  std::vector<std::uint32_t> starts_;  // of the children of range_.first + k
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> subjects_;  // of range_.first + k
};

/// True if `label` is one of `labels`.
[[nodiscard]] bool is_one_of(std::string_view label, std::initializer_list<std::string_view> labels);

/// A verb or a copula ("was", with what it predicates as a child).
[[nodiscard]] bool is_predicate(const Syntax& syntax, std::uint32_t i);
/// A predicate that carries tense, itself or by an auxiliary: no participle, gerund or infinitive of its own.
[[nodiscard]] bool is_finite(const Syntax& syntax, std::uint32_t predicate);
/// "were killed", "killed by", "got hit"; also a participle after a noun ("soldiers killed in the strike") and a
/// conjunct that shares the auxiliary ("were shot and buried").
[[nodiscard]] bool is_passive(const Syntax& syntax, std::uint32_t predicate);
/// "did not fire", "never fired", "no one fired", "fired no shell", "without firing", "failed to fire".
[[nodiscard]] bool is_negated(const Syntax& syntax, std::uint32_t predicate);

/// "Did they fire?": an auxiliary or the copula stands before the subject.
[[nodiscard]] bool is_question(const Syntax& syntax, std::uint32_t predicate);

/// The subject in the predicate's own clause (nsubj, nsubjpass, csubj), not shared from elsewhere.
[[nodiscard]] std::optional<std::uint32_t> own_subject(const Syntax& syntax, std::uint32_t predicate);
/// Head token of the subject as one reads it: own, else through conjuncts ("X fired and fled"), open complements ("X
/// began to fire", "X asked Y to leave": Y), relative clauses ("shells which fell": shells), participles after nouns
/// and at the edge of a clause ("…, killing nine": the subject of the main clause). For a passive it is the one acted
/// upon.
[[nodiscard]] std::optional<std::uint32_t> subject_of(const Syntax& syntax, std::uint32_t predicate);
/// Head tokens of the "by" agents of a passive.
[[nodiscard]] std::vector<std::uint32_t> agents_of(const Syntax& syntax, std::uint32_t predicate);
/// Head tokens of direct objects, with their conjuncts; for a relative clause that lacks one its antecedent ("the town
/// they lost"). A passive has none.
[[nodiscard]] std::vector<std::uint32_t> objects_of(const Syntax& syntax, std::uint32_t predicate);
/// `i` and the tokens coordinated with it, ascending.
[[nodiscard]] std::vector<std::uint32_t> conjuncts_of(const Syntax& syntax, std::uint32_t i);
/// The first member of the coordination that `i` belongs to; `i` itself if none.
[[nodiscard]] std::uint32_t first_conjunct(const Syntax& syntax, std::uint32_t i);
/// The "and", "but" that stands between a conjunct and the sibling before it.
[[nodiscard]] std::optional<std::uint32_t> conjunction_before(const Syntax& syntax, std::uint32_t conjunct);
/// The noun that a relative clause or participle describes; the relative pronoun's referent.
[[nodiscard]] std::optional<std::uint32_t> antecedent_of(const Syntax& syntax, std::uint32_t predicate);

/// The noun phrase around its head: determiners, modifiers and "of" phrases, without relative clauses, appositions,
/// conjuncts and other trailing matter.
[[nodiscard]] TokenRange noun_phrase(const Syntax& syntax, std::uint32_t noun);

/// Bytes from the first to the last token of a range; empty for an empty range.
[[nodiscard]] Span bytes_of(const language::Parse& parse, TokenRange range);

}  // namespace rashomon::claims
