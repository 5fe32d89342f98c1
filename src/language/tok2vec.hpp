#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "language/kernels.hpp"
#include "language/memory.hpp"
#include "language/type_memory.hpp"

namespace rashomon::language {

/// The features of one token: string ids of NORM, PREFIX, SUFFIX, SHAPE, then SPACY and IS_SPACE as 0 or 1.
using FeatureRow = std::array<std::uint64_t, kMostColumns>;

/// The four table rows that a feature hashes to, before the modulus: MurmurHash3 x64_128 of the value's eight bytes.
/// Reference: A. Appleby, MurmurHash3; thinc HashEmbed.
[[nodiscard]] std::array<std::uint32_t, 4> embedding_keys(std::uint64_t value, std::uint32_t seed);

/// Token vectors from hashed features and a window of four tokens to either side.
///
/// The mixer is linear before its maximum, so its tables hold the product of every embedding row with the mixer's
/// weights; and a word type's share in layer 1 does not depend on its neighbours, so it is remembered.
/// Reference: spaCy MultiHashEmbed.v2 and MaxoutWindowEncoder.v2.
class Tok2Vec {
 public:
  static constexpr std::size_t kPeriods = 2;  ///< of repetitions that are seen: "((((", "x\nx\nx\n"

  /// What one thread needs to encode, kept from text to text.
  struct Memory {
    explicit Memory(std::size_t capacity) : types(capacity) {}
    TypeMemory types;
    FloatBuffer rows[2];  // of one tile
    FloatBuffer sums;
    std::vector<std::uint32_t> runs[kPeriods];  // for each token, how many up to it equal the one so many before them
  };

  /// Reads the sections that begin with `prefix` ("tok2vec", "ner"). Errors: damaged_model.
  [[nodiscard]] static Result<Tok2Vec> read(const ModelFile& model, const std::string& prefix, std::size_t columns);

  /// Vectors of all tokens of one text, kWidth floats each, in `out`; valid until `out` is used again. `types` numbers
  /// the tokens' features: equal numbers, equal features in the columns of this network.
  /// Cost about 0.5 MFLOP a token, 0.2 more for a type not in memory; 384 bytes a token of `out`, the rest does not
  /// grow with the text. Thread-safe with a memory a thread.
  [[nodiscard]] std::span<const float> vectors(std::span<const FeatureRow> tokens, std::span<const TypeKey> types,
                                               Memory& memory, FloatBuffer& out, const Kernels& math = kernels()) const;

 private:
  /// Tokens whose vectors are computed together, with kDepth more to either side that they see.
  struct Tile {
    std::ptrdiff_t begin = 0;
    std::ptrdiff_t end = 0;
  };
  struct Layer {
    PackedMatrix weights;
    MaxoutNorm norm;
  };
  void compute_types(std::span<const FeatureRow> tokens, const TypeMemory::Lookup& found, Memory& memory,
                     const Kernels& math) const;
  void first_layer(std::span<const FeatureRow> tokens, std::span<const TypeKey> types, const Tile& tile, Memory& memory,
                   const Kernels& math, float* out) const;
  void inner_layer(std::size_t depth, const Tile& tile, Memory& memory, const Kernels& math, const float* now,
                   float* next) const;

  std::vector<EmbedColumn> columns_;
  std::vector<const float*> tables_;  // rows of kSums
  MaxoutNorm mixer_;
  std::array<Layer, kDepth>
      encoder_;  // the weights of the first: 3·kSums outputs, one part for each place in the window
};

}  // namespace rashomon::language
