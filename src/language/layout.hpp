#pragma once

#include <cstddef>
#include <cstdint>

/// The shape of the English networks and of `english.model`. The compiler of the package refuses every other shape.
/// Reference: en_core_web_sm 3.8.0 config.cfg; docs/formats/model-file.md.
namespace rashomon::language {

inline constexpr char kModelKind[] = "english";
inline constexpr char kModelName[] = "english.model";
inline constexpr std::uint32_t kModelVersion = 1;  ///< raise when a section changes

inline constexpr std::size_t kWidth = 96;    ///< floats of a token's vector
inline constexpr std::size_t kPieces = 3;    ///< pieces of the encoders' maxout layers
inline constexpr std::size_t kDepth = 4;     ///< encoder layers, each seeing one row to either side
inline constexpr std::size_t kSums = kWidth * kPieces;
inline constexpr std::size_t kWindow = 3 * kWidth;  ///< inputs of an encoder layer
inline constexpr std::size_t kHidden = 64;          ///< floats of a transition system's state
inline constexpr std::size_t kHiddenPieces = 2;
inline constexpr std::size_t kStateSums = kHidden * kHiddenPieces;
inline constexpr std::size_t kParserSlots = 8;
inline constexpr std::size_t kNerSlots = 3;
inline constexpr std::size_t kPanel = 16;    ///< outputs that lie together in a packed matrix
inline constexpr std::size_t kMostColumns = 6;

/// Columns of the feature matrix, in the order of the shared network; the entity network has the first four.
enum class Column : std::uint32_t { norm, prefix, suffix, shape, spacy, is_space };
inline constexpr const char* kColumnNames[kMostColumns] = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};

/// One entry of the sections "tok2vec.columns" and "ner.columns".
struct EmbedColumn {
  std::uint32_t rows;  ///< of the table, section "tok2vec.embed0" …
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

}  // namespace rashomon::language
