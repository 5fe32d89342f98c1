#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "language/kernels.hpp"

namespace rashomon::language {

/// The features of one token: string ids of NORM, PREFIX, SUFFIX, SHAPE, then SPACY and IS_SPACE as 0 or 1.
using FeatureRow = std::array<std::uint64_t, kMostColumns>;

/// The four table rows that a feature hashes to, before the modulus: MurmurHash3 x64_128 of the value's eight bytes.
/// Reference: A. Appleby, MurmurHash3; thinc HashEmbed.
[[nodiscard]] std::array<std::uint32_t, 4> embedding_keys(std::uint64_t value, std::uint32_t seed);

/// Token vectors from hashed features and a window of four tokens to either side.
///
/// Reference: spaCy MultiHashEmbed.v2 and MaxoutWindowEncoder.v2.
class Tok2Vec {
 public:
  /// Reads the sections that begin with `prefix` ("tok2vec", "ner"). Errors: damaged_model.
  [[nodiscard]] static Result<Tok2Vec> read(const ModelFile& model, const std::string& prefix, std::size_t columns);

  /// Vectors of all tokens of one text, kWidth floats each. Cost about 1 MFLOP a token; thread-safe.
  [[nodiscard]] std::vector<float> vectors(std::span<const FeatureRow> tokens, const Kernels& math = kernels()) const;

 private:
  struct Layer {
    PackedMatrix weights;
    MaxoutNorm norm;
  };
  void embed(std::span<const FeatureRow> tokens, const Kernels& math, float* out) const;

  std::vector<EmbedColumn> columns_;
  std::vector<const float*> tables_;
  Layer mixer_;
  std::array<Layer, kDepth> encoder_;
};

}  // namespace rashomon::language
