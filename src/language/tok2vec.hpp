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
  /// What one thread needs to encode, kept from text to text.
  struct Memory {
    explicit Memory(std::size_t capacity) : types(capacity) {}
    TypeMemory types;
    FloatBuffer rows[2];
    FloatBuffer sums;
    std::vector<std::uint32_t> runs;  // for each token, how many of its type end with it
  };

  /// Reads the sections that begin with `prefix` ("tok2vec", "ner"). Errors: damaged_model.
  [[nodiscard]] static Result<Tok2Vec> read(const ModelFile& model, const std::string& prefix, std::size_t columns);

  /// Vectors of all tokens of one text, kWidth floats each; valid until `memory` is used again. `types` numbers the
  /// tokens' features: equal numbers, equal features in the columns of this network.
  /// Cost about 0.5 MFLOP a token, 0.2 more for a type not in memory; thread-safe with a memory a thread.
  [[nodiscard]] std::span<const float> vectors(std::span<const FeatureRow> tokens, std::span<const TypeKey> types,
                                               Memory& memory, const Kernels& math = kernels()) const;

 private:
  struct Layer {
    PackedMatrix weights;
    MaxoutNorm norm;
  };
  void compute_types(std::span<const FeatureRow> tokens, const TypeMemory::Lookup& found, Memory& memory,
                     const Kernels& math) const;
  void first_layer(std::span<const FeatureRow> tokens, std::span<const TypeKey> types, Memory& memory,
                   const Kernels& math, float* out) const;

  void inner_layer(std::size_t depth, std::size_t tokens, Memory& memory, const Kernels& math, const float* now,
                   float* next) const;

  std::vector<EmbedColumn> columns_;
  std::vector<const float*> tables_;  // rows of kSums
  MaxoutNorm mixer_;
  std::array<Layer, kDepth>
      encoder_;  // the weights of the first: 3·kSums outputs, one part for each place in the window
};

}  // namespace rashomon::language
