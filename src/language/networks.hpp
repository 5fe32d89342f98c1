#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/ner.hpp"
#include "language/parser.hpp"
#include "language/tagger.hpp"
#include "language/tok2vec.hpp"

namespace rashomon::language {

/// What the networks say of one text, before any rule.
struct Reading {
  std::vector<std::uint32_t> tags;  ///< one a token, index into Networks::tag_labels
  DependencyTree tree;
  std::vector<EntityRange> entities;
};

/// The four networks of the English model: shared token vectors, tagger, parser, and the entity finder on its own.
class Networks {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<Networks> read(const ModelFile& model);

  [[nodiscard]] const std::vector<std::string_view>& tag_labels() const { return tagger_.labels(); }
  [[nodiscard]] const std::vector<std::string_view>& dep_labels() const { return parser_.labels(); }
  [[nodiscard]] const std::vector<std::string_view>& entity_labels() const { return entities_.labels(); }

  /// Reads one text from its tokens' features. White space is the column IS_SPACE. Thread-safe.
  /// Cost about 2.2 MFLOP and 6 kB a token.
  [[nodiscard]] Reading read_text(std::span<const FeatureRow> tokens, const Kernels& math = kernels()) const;

 private:
  Tok2Vec shared_;
  Tagger tagger_;
  Parser parser_;
  Tok2Vec own_;
  EntityFinder entities_;
};

}  // namespace rashomon::language
