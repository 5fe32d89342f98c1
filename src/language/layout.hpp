#pragma once

#include <cstddef>
#include <cstdint>

/// The shape of the English networks and of `english.model`. The compiler of the package refuses every other shape.
/// Reference: en_core_web_sm 3.8.0 config.cfg; docs/formats/model-file.md.
namespace rashomon::language {

inline constexpr char kModelKind[] = "english";
inline constexpr char kModelName[] = "english.model";
inline constexpr std::uint32_t kModelVersion = 2;  ///< raise when a section changes

inline constexpr std::size_t kWidth = 96;  ///< floats of a token's vector
inline constexpr std::size_t kPieces = 3;  ///< pieces of the encoders' maxout layers
inline constexpr std::size_t kDepth = 4;   ///< encoder layers, each seeing one row to either side
inline constexpr std::size_t kSums = kWidth * kPieces;
inline constexpr std::size_t kWindow = 3 * kWidth;  ///< inputs of an encoder layer
inline constexpr std::size_t kHidden = 64;          ///< floats of a transition system's state
inline constexpr std::size_t kHiddenPieces = 2;
inline constexpr std::size_t kStateSums = kHidden * kHiddenPieces;
inline constexpr std::size_t kParserSlots = 8;
inline constexpr std::size_t kNerSlots = 3;
inline constexpr std::size_t kPanel = 16;  ///< outputs that lie together in a packed matrix
inline constexpr std::size_t kMostColumns = 6;

/// Columns of the feature matrix, in the order of the shared network; the entity network has the first four.
enum class Column : std::uint32_t { norm, prefix, suffix, shape, spacy, is_space };
inline constexpr const char* kColumnNames[kMostColumns] = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};

/// One entry of the sections "tok2vec.columns" and "ner.columns".
struct EmbedColumn {
  std::uint32_t rows;  ///< of the table, section "tok2vec.table0" …
  std::uint32_t seed;
};

/// One class of a transition system, in the order of the score rows: sections "parser.moves" and "ner.moves".
struct Move {
  std::uint32_t action;
  std::uint32_t label;  ///< index into "parser.labels" or "ner.labels"; kNoLabel for none
};
inline constexpr std::uint32_t kNoLabel = 0xffffffff;

/// What a dependency label means once lifted arcs are put back; section "parser.lifted", one a label.
struct Lifted {
  std::uint32_t label;    ///< "relcl" of "relcl||pobj"; the label itself where nothing is lifted
  std::uint32_t towards;  ///< "pobj" of "relcl||pobj"; kNoLabel where nothing is lifted
};

/// One piece of a special case of the tokenizer; section "tokenizer.pieces".
struct SpecialPiece {
  std::uint64_t norm;  ///< string id of its normal form; 0 where the word's own holds
  std::uint64_t size;  ///< bytes
};

/// What the attribute rules ask of one token; part of section "ruler.rules".
struct TokenTest {
  std::uint64_t tags;         ///< bit set over "tagger.labels"
  std::uint64_t deps[2];      ///< bit set over "parser.labels"
  std::uint32_t words_begin;  ///< range of "ruler.word_lists", the lower-case forms allowed; empty for any
  std::uint32_t words_end;
  std::uint32_t space;  ///< kAny, 0 or 1
  std::uint32_t reserved;
};
inline constexpr std::uint32_t kAny = 0xffffffff;

/// One rule of the attribute ruler, in the order of application; section "ruler.rules". Values are indices into
/// "ruler.values"; kAny leaves an attribute as it is.
struct AttributeRule {
  TokenTest tests[2];
  std::uint32_t length;  ///< tokens it looks at, 1 or 2
  std::uint32_t target;  ///< which of them it changes, 0 or 1
  std::uint32_t tag;
  std::uint32_t pos;
  std::uint32_t morph;
  std::uint32_t lemma;
  std::uint32_t dep;
  std::uint32_t reserved;
};

/// Parts of speech, in lower case, that have lemma tables: sections "lemma.noun.rules" and so on.
inline constexpr const char* kLemmaClasses[] = {"adj", "adv", "noun", "punct", "verb"};

}  // namespace rashomon::language
