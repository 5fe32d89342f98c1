#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentions/extract.hpp"
#include "mentions/quantity_numbers.hpp"

/// What a number counts and which predicate says what it measures, read from the dependency tree. Internal to the room.
namespace rashomon::mentions {

using TokenIndex = std::uint32_t;

/// The tree with the questions that rules ask of it. Dependents are found once, so that every question is short.
class Tree {
 public:
  Tree(const language::Parse& parse, std::string_view text);
  [[nodiscard]] const language::Token& operator[](TokenIndex i) const { return parse_.tokens[i]; }
  [[nodiscard]] std::size_t size() const { return parse_.tokens.size(); }
  [[nodiscard]] const std::vector<TokenIndex>& children(TokenIndex i) const { return children_[i]; }
  /// The first dependent of `i` with one of the |-separated labels.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex i, std::string_view deps) const;
  [[nodiscard]] bool has(TokenIndex i, std::string_view deps) const { return child(i, deps).has_value(); }
  [[nodiscard]] bool is_verb(TokenIndex i) const;
  [[nodiscard]] bool is_noun(TokenIndex i) const;
  /// What the noun names; headlines write "Civilians" where the lexicon has "civilian".
  [[nodiscard]] NounClass kind(TokenIndex i) const;
  [[nodiscard]] const language::Parse& parse() const { return parse_; }
  [[nodiscard]] std::string_view form(TokenIndex i) const { return slice(text_, parse_.tokens[i].span); }

 private:
  const language::Parse& parse_;
  std::string_view text_;
  std::vector<std::vector<TokenIndex>> children_;
};

[[nodiscard]] bool listed(std::string_view word, std::string_view choices);

/// What a number counts.
struct Counted {
  TokenIndex top = 0;              ///< where its phrase hangs in the tree
  TokenIndex number = 0;           ///< the number's last token
  std::optional<TokenIndex> noun;  ///< head of the counted noun phrase; none where it is left out
  bool elided = false;             ///< "40 more", "two of them": group and maybe measure from before
  bool part = false;               ///< of those counted before: "eight of them", "among them five children"
  bool modifier = false;           ///< "29-member": counts nothing of its own
};
/// Whether a word right before token `first` makes what follows a part of those counted before: "including", "among
/// them".
[[nodiscard]] bool after_part_word(const Tree& tree, TokenIndex first);
[[nodiscard]] Counted counted_by(const Tree& tree, TokenIndex first, TokenIndex last);

/// What a quantity measures and why.
struct Measured {
  Measure measure = Measure::other;
  std::optional<TokenIndex> predicate;  ///< the word that says it
  std::optional<TokenIndex>
      group;              ///< noun counted, where the predicate names it ("the number of miners killed rose to 5")
  bool inherits = false;  ///< a part of the quantity before ("including two children")
  std::string rule;
  bool tally = false;  ///< said of a noun that stands for a number: "the toll rose to 5"
};
[[nodiscard]] Measured measured_by(const Tree& tree, const Counted& counted);

/// The noun phrase of `noun` without numbers, articles and bound words: "Lusatian miners". Bytes of the text.
struct Group {
  std::string text;
  Span span{};
};
[[nodiscard]] Group group_of(const Tree& tree, std::string_view text, TokenIndex noun, const Counted& counted);

/// The time over which the quantity counts; nullopt for money, lengths and the like.
[[nodiscard]] std::optional<Window> window_of(const Tree& tree, std::string_view text, const Counted& counted,
                                              const Measured& measured, const std::vector<Time>& times,
                                              const Anchor& anchor);

/// The day up to which the quantity was counted: "as of Monday", "had risen to 58 by Thursday evening".
[[nodiscard]] std::optional<Date> as_of_day(const Tree& tree, const Counted& counted, const Measured& measured,
                                            const std::vector<Time>& times, const Anchor& anchor);

}  // namespace rashomon::mentions
