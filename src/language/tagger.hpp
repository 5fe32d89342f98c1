#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "language/kernels.hpp"
#include "language/memory.hpp"

namespace rashomon::language {

/// Part-of-speech tags from token vectors: one linear layer, the first best class.
class Tagger {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<Tagger> read(const ModelFile& model);
  /// Penn Treebank tags in the order of the classes.
  [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }
  /// One class a token (kWidth floats each of `vectors`).
  [[nodiscard]] std::vector<std::uint32_t> tags(std::span<const float> vectors, FloatBuffer& memory,
                                                const Kernels& math = kernels()) const;

 private:
  std::vector<std::string_view> labels_;
  PackedMatrix weights_;
  const float* bias_ = nullptr;
  std::vector<float> mask_;  // outputs past the labels are no tags
};

}  // namespace rashomon::language
