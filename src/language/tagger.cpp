#include "language/tagger.hpp"

#include <algorithm>
#include <limits>

#include "language/string_table.hpp"

namespace rashomon::language {

Result<Tagger> Tagger::read(const ModelFile& model) {
  Tagger tagger;
  auto labels = read_strings(model, "tagger.labels");
  if (!labels) return tl::unexpected(labels.error());
  tagger.labels_ = std::move(*labels);
  if (tagger.labels_.empty()) return fail(ErrorCode::damaged_model, model.path() + ": has no tags");
  const std::size_t panels = (tagger.labels_.size() + kPanel - 1) / kPanel;
  const auto weights = model.array<float>("tagger.w", panels * kPanel * kWidth);
  if (!weights) return tl::unexpected(weights.error());
  const auto bias = model.array<float>("tagger.b", panels * kPanel);
  if (!bias) return tl::unexpected(bias.error());
  tagger.weights_ = {weights->data(), kWidth, panels};
  tagger.bias_ = bias->data();
  tagger.mask_.assign(panels * kPanel, -std::numeric_limits<float>::infinity());
  std::fill_n(tagger.mask_.begin(), tagger.labels_.size(), 0.0F);
  return tagger;
}

std::vector<std::uint32_t> Tagger::tags(std::span<const float> vectors, FloatBuffer& memory,
                                        const Kernels& math) const {
  constexpr std::size_t kBlock = 48;
  const std::size_t count = vectors.size() / kWidth;
  float* const scores = memory.reserve(kBlock * weights_.outputs());
  std::vector<std::uint32_t> out(count, 0);
  for (std::size_t begin = 0; begin < count; begin += kBlock) {
    const std::size_t rows = std::min(kBlock, count - begin);
    math.multiply(vectors.data() + begin * kWidth, kWidth, rows, weights_, scores, weights_.outputs());
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t best = math.choose(scores + r * weights_.outputs(), bias_, mask_.data(), mask_.size());
      out[begin + r] = best < labels_.size() ? static_cast<std::uint32_t>(best) : 0;
    }
  }
  return out;
}

}  // namespace rashomon::language
