#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace rashomon::language {

/// One token as the English pipeline makes it; white-space tokens are ordinary tokens.
///
/// Views point into tables of the engine that made the parse (static labels, the engine's string pool) and stay valid
/// as long as the engine lives.
struct Token {
  Span span;               ///< bytes of the text
  std::string_view tag;    ///< Penn Treebank tag, "VBD"
  std::string_view pos;    ///< Universal Dependencies part of speech, "VERB"
  std::string_view morph;  ///< UD features, "Tense=Past|VerbForm=Fin"; empty for none
  std::string_view lemma;
  std::string_view dep;          ///< ClearNLP dependency label, "nsubj"; "ROOT" for a root
  std::uint32_t head = 0;        ///< index of the head token; itself for a root
  std::uint32_t left_edge = 0;   ///< first token of the subtree
  std::uint32_t right_edge = 0;  ///< last token of the subtree (inclusive)
  std::uint32_t sentence = 0;    ///< index into sentences
  std::string_view entity;       ///< OntoNotes label of the entity it is in, or empty
  bool entity_begin = false;
  bool space_after = false;  ///< one U+0020 follows it
};

struct Sentence {
  Span span;                ///< bytes, first token's begin to last token's end
  std::uint32_t begin = 0;  ///< half-open range of token indices
  std::uint32_t end = 0;
};

struct Entity {
  Span span;
  std::string_view label;   ///< OntoNotes 5 label, "GPE"
  std::uint32_t begin = 0;  ///< half-open range of token indices
  std::uint32_t end = 0;
};

/// The analysis of a text: tokens of all its units in order, heads as indices into `tokens`.
struct Parse {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Entity> entities;

  /// Indices of the tokens whose head is `i`, ascending, `i` itself left out.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t i) const;
  /// Bytes from the first to the last token of the subtree of `i`.
  [[nodiscard]] Span subtree(std::uint32_t i) const;
  /// True if `ancestor` is `i` or above it.
  [[nodiscard]] bool is_under(std::uint32_t i, std::uint32_t ancestor) const;
};

}  // namespace rashomon::language
