#include "language/tok2vec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace rashomon::language {
namespace {

constexpr std::size_t kBlock = 48;  // rows whose sums stay in the cache between product and normalisation

std::uint64_t mixed(std::uint64_t k) {
  k ^= k >> 33;
  k *= 0xff51afd7ed558ccdU;
  k ^= k >> 33;
  k *= 0xc4ceb9fe1a85ec53U;
  return k ^ (k >> 33);
}

}  // namespace

std::array<std::uint32_t, 4> embedding_keys(std::uint64_t value, std::uint32_t seed) {
  std::uint64_t h1 = std::rotl(value * 0x87c37b91114253d5U, 31) * 0x4cf5ad432745937fU;
  h1 ^= seed;
  h1 ^= 8;
  std::uint64_t h2 = seed ^ 8U;
  h1 += h2;
  h2 += h1;
  h1 = mixed(h1);
  h2 = mixed(h2);
  h1 += h2;
  h2 += h1;
  return {static_cast<std::uint32_t>(h1), static_cast<std::uint32_t>(h1 >> 32), static_cast<std::uint32_t>(h2),
          static_cast<std::uint32_t>(h2 >> 32)};
}

Result<Tok2Vec> Tok2Vec::read(const ModelFile& model, const std::string& prefix, std::size_t columns) {
  Tok2Vec net;
  Error error;
  bool good = true;
  const auto floats = [&](const std::string& name, std::size_t count) -> const float* {
    const auto array = model.array<float>(prefix + "." + name, count);
    if (array) return array->data();
    if (good) error = array.error();
    good = false;
    return nullptr;
  };
  const auto layer = [&](const std::string& name, std::size_t inputs) {
    return Layer{{floats(name + ".w", kSums * inputs), inputs, kSums / kPanel},
                 {floats(name + ".b", kSums), floats(name + ".scale", kWidth), floats(name + ".shift", kWidth)}};
  };
  const auto shape = model.array<EmbedColumn>(prefix + ".columns", columns);
  if (!shape) return tl::unexpected(shape.error());
  net.columns_.assign(shape->begin(), shape->end());
  for (std::size_t c = 0; c < columns; ++c) {
    if (net.columns_[c].rows == 0) return fail(ErrorCode::damaged_model, model.path() + ": has an empty table");
    net.tables_.push_back(floats(fmt::format("embed{}", c), net.columns_[c].rows * kWidth));
  }
  net.mixer_ = layer("mixer", columns * kWidth);
  for (std::size_t d = 0; d < kDepth; ++d) net.encoder_[d] = layer(fmt::format("layer{}", d + 1), kWindow);
  if (!good) return tl::unexpected(error);
  return net;
}

// The columns' vectors side by side, then the mixer.
void Tok2Vec::embed(std::span<const FeatureRow> tokens, const Kernels& math, float* out) const {
  const std::size_t inputs = columns_.size() * kWidth;
  std::vector<float> joined(kBlock * inputs);
  std::vector<float> sums(kBlock * kSums);
  for (std::size_t begin = 0; begin < tokens.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, tokens.size() - begin);
    for (std::size_t r = 0; r < count; ++r)
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const auto keys = embedding_keys(tokens[begin + r][c], columns_[c].seed);
        const auto at = [&](std::size_t i) { return tables_[c] + keys[i] % columns_[c].rows * kWidth; };
        math.add_four(at(0), at(1), at(2), at(3), joined.data() + r * inputs + c * kWidth);
      }
    math.multiply(joined.data(), inputs, count, mixer_.weights, sums.data(), kSums);
    math.maxout_norm(sums.data(), count, mixer_.norm, nullptr, out + begin * kWidth);
  }
}

std::vector<float> Tok2Vec::vectors(std::span<const FeatureRow> tokens, const Kernels& math) const {
  if (tokens.empty()) return {};
  // Four rows of zeros stand before and after the text. They go through the layers as tokens do, and only as many of
  // them as a token can still see.
  const std::size_t count = tokens.size() + 2 * kDepth;
  std::vector<float> now(count * kWidth, 0.0F);
  std::vector<float> next(count * kWidth);
  std::vector<float> sums(kBlock * kSums);
  embed(tokens, math, now.data() + kDepth * kWidth);
  for (std::size_t d = 0; d < kDepth; ++d) {
    const std::size_t end = count - (d + 1);
    for (std::size_t begin = d + 1; begin < end; begin += kBlock) {
      const std::size_t rows = std::min(kBlock, end - begin);
      math.multiply(now.data() + (begin - 1) * kWidth, kWidth, rows, encoder_[d].weights, sums.data(), kSums);
      math.maxout_norm(sums.data(), rows, encoder_[d].norm, now.data() + begin * kWidth, next.data() + begin * kWidth);
    }
    std::swap(now, next);
  }
  return {now.begin() + kDepth * kWidth, now.end() - static_cast<std::ptrdiff_t>(kDepth * kWidth)};
}

}  // namespace rashomon::language
