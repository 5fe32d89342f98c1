#include "language/tagger.hpp"

#include "language/string_table.hpp"

namespace rashomon::language {

Result<Tagger> Tagger::read(const ModelFile& model) {
  Tagger tagger;
  auto labels = read_strings(model, "tagger.labels");
  if (!labels) return tl::unexpected(labels.error());
  tagger.labels_ = std::move(*labels);
  const std::size_t panels = (tagger.labels_.size() + kPanel - 1) / kPanel;
  const auto weights = model.array<float>("tagger.w", panels * kPanel * kWidth);
  if (!weights) return tl::unexpected(weights.error());
  const auto bias = model.array<float>("tagger.b", tagger.labels_.size());
  if (!bias) return tl::unexpected(bias.error());
  tagger.weights_ = {weights->data(), kWidth, panels};
  tagger.bias_ = bias->data();
  return tagger;
}

std::vector<std::uint32_t> Tagger::tags(std::span<const float> vectors, const Kernels& math) const {
  const std::size_t count = vectors.size() / kWidth;
  std::vector<float> scores(count * weights_.outputs());
  math.multiply(vectors.data(), kWidth, count, weights_, scores.data(), weights_.outputs());
  std::vector<std::uint32_t> out(count, 0);
  for (std::size_t t = 0; t < count; ++t) {
    const float* row = scores.data() + t * weights_.outputs();
    float best = row[0] + bias_[0];
    for (std::uint32_t k = 1; k < labels_.size(); ++k)
      if (const float score = row[k] + bias_[k]; score > best) {
        best = score;
        out[t] = k;
      }
  }
  return out;
}

}  // namespace rashomon::language
