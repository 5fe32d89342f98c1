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

  /// What one thread needs, kept from text to text; `types` bounds the word types remembered (7.7 kB each).
  struct Memory {
    explicit Memory(std::size_t types) : shared(types), own(types) {}
    Tok2Vec::Memory shared;
    Tok2Vec::Memory own;
    StateNet::Memory parser;
    StateNet::Memory entities;
    FloatBuffer tags;
    FloatBuffer vectors;  // of the shared encoder, then of the entity finder's own
    std::vector<TypeKey> spaced;
    /// To be called when word types get new numbers.
    void forget_types();
  };

  /// Reads one text from its tokens' features; `types` numbers them by form and norm (equal numbers, equal features but
  /// for SPACY). White space is the column IS_SPACE. Thread-safe with a memory a thread.
  /// Cost about 1.3 MFLOP a token.
  [[nodiscard]] Reading read_text(std::span<const FeatureRow> tokens, std::span<const TypeKey> types, Memory& memory,
                                  const Kernels& math = kernels()) const;

 private:
  Tok2Vec shared_;
  Tagger tagger_;
  Parser parser_;
  Tok2Vec own_;
  EntityFinder entities_;
};

}  // namespace rashomon::language
