#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "language/layout.hpp"

namespace rashomon::language {

/// What the attribute rules look at of one token.
struct RulerToken {
  std::uint32_t tag = 0;   ///< index into "tagger.labels"
  std::uint32_t dep = 0;   ///< index into "parser.labels"
  std::uint32_t word = 0;  ///< AttributeRuler::word_number() of its lower-case form
  bool space = false;
};

/// What the rules say of one token: indices into AttributeRuler::values(), kAny where no rule says anything.
struct RulerValues {
  std::uint32_t tag = kAny;
  std::uint32_t pos = kAny;
  std::uint32_t morph = kAny;
  std::uint32_t lemma = kAny;
  std::uint32_t dep = kAny;
};

/// Rules that turn tags, words and dependency labels into parts of speech, features and lemmas. All rules are matched
/// against the tokens as they are given; of those that hit, later rules overwrite what earlier ones set.
///
/// Reference: spaCy 3.8 AttributeRuler.
class AttributeRuler {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<AttributeRuler> read(const ModelFile& model);

  /// A number for each lower-case form that a rule names; 0 for the others.
  [[nodiscard]] std::uint32_t word_number(std::string_view lower) const;
  [[nodiscard]] const std::vector<std::string_view>& values() const { return values_; }

  /// The values of all tokens of one text. Cost O(tokens · rules that name the token's tag or word); thread-safe.
  [[nodiscard]] std::vector<RulerValues> apply(std::span<const RulerToken> tokens) const;

 private:
  [[nodiscard]] bool passes(const TokenTest& test, const RulerToken& token) const;
  [[nodiscard]] bool is_sound(const AttributeRule& rule) const;
  void index_rules();

  std::vector<std::string_view> values_;
  std::span<const AttributeRule> rules_;
  std::span<const std::uint32_t> word_lists_;
  std::unordered_map<std::string_view, std::uint32_t> words_;
  std::vector<std::vector<std::uint32_t>> by_word_;  // rules whose first test names the word, ascending
  std::vector<std::vector<std::uint32_t>> by_tag_;   // rules whose first test names no word and allows the tag
};

}  // namespace rashomon::language
