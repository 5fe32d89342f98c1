#include "language/tok2vec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace rashomon::language {
namespace {

constexpr std::size_t kBlock = 48;         // rows whose sums stay in the cache between product and normalisation
constexpr std::ptrdiff_t kSegment = 256;   // rows whose word types are looked up together
constexpr std::ptrdiff_t kFirst = kDepth;  // row of a tile's first token
constexpr std::ptrdiff_t kTile = 1'024;    // tokens

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
  const auto norm = [&](const std::string& name) {
    return MaxoutNorm{floats(name + ".b", kSums), floats(name + ".scale", kWidth), floats(name + ".shift", kWidth)};
  };
  const auto shape = model.array<EmbedColumn>(prefix + ".columns", columns);
  if (!shape) return tl::unexpected(shape.error());
  net.columns_.assign(shape->begin(), shape->end());
  for (std::size_t c = 0; c < columns; ++c) {
    if (net.columns_[c].rows == 0) return fail(ErrorCode::damaged_model, model.path() + ": has an empty table");
    net.tables_.push_back(floats(fmt::format("table{}", c), net.columns_[c].rows * kSums));
  }
  net.mixer_ = norm("mixer");
  net.encoder_[0] = {{floats("layer1.w", 3 * kSums * kWidth), kWidth, 3 * kSums / kPanel}, norm("layer1")};
  for (std::size_t d = 1; d < kDepth; ++d) {
    const std::string name = fmt::format("layer{}", d + 1);
    net.encoder_[d] = {{floats(name + ".w", kSums * kWindow), kWindow, kSums / kPanel}, norm(name)};
  }
  if (!good) return tl::unexpected(error);
  return net;
}

// Fills the entries of types met for the first time.
void Tok2Vec::compute_types(std::span<const FeatureRow> tokens, const TypeMemory::Lookup& found, Memory& memory,
                            const Kernels& math) const {
  constexpr std::size_t kEntry = TypeMemory::kEntry;
  float* const sums = memory.sums.reserve(kBlock * kSums);
  for (std::size_t begin = 0; begin < found.new_at.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, found.new_at.size() - begin);
    for (std::size_t r = 0; r < count; ++r) {
      const FeatureRow& features = tokens[found.new_at[begin + r]];
      const float* rows[4 * kMostColumns];
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const auto keys = embedding_keys(features[c], columns_[c].seed);
        for (std::size_t k = 0; k < 4; ++k) rows[4 * c + k] = tables_[c] + keys[k] % columns_[c].rows * kSums;
      }
      math.add_rows(rows, 4 * columns_.size(), sums + r * kSums);
    }
    float* const entry = found.first_new + begin * kEntry;
    math.maxout_norm(sums, count, mixer_, nullptr, entry, kEntry);
    math.multiply(entry, kEntry, count, encoder_[0].weights, entry + kWidth, kEntry);
  }
}

// Layer 1 for the rows from 1 on that a tile needs, of which row 4 is its first token.
void Tok2Vec::first_layer(std::span<const FeatureRow> tokens, std::span<const TypeKey> types, const Tile& tile,
                          Memory& memory, const Kernels& math, float* out) const {
  alignas(64) static constexpr float kNothing[TypeMemory::kEntry] = {};  // a row of zeros has products of zero
  const auto count = static_cast<std::ptrdiff_t>(tokens.size());
  const std::ptrdiff_t last = tile.end + kFirst - 1;
  for (std::ptrdiff_t begin = tile.begin + 1 - kFirst; begin < last; begin += kSegment) {
    const std::ptrdiff_t end = std::min(begin + kSegment, last);
    const std::ptrdiff_t from = std::clamp<std::ptrdiff_t>(begin - 1, 0, count);
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(end + 1, from, count);
    const auto found = memory.types.look_up(types.subspan(from, to - from));
    compute_types(tokens.subspan(from, to - from), found, memory, math);
    const auto entry = [&](std::ptrdiff_t token) {
      return token >= from && token < to ? found.entries[token - from] : kNothing;
    };
    for (std::ptrdiff_t t = begin; t < end; ++t)
      math.window_norm(entry(t - 1) + kWidth, entry(t) + kWidth + kSums, entry(t + 1) + kWidth + 2 * kSums,
                       encoder_[0].norm, entry(t), out + (t - tile.begin + kFirst) * kWidth);
  }
}

// Layer `depth` (from 0) for the rows that a tile needs. Where all that a row sees is the same over and over, it is the
// row one period before it: quotation marks by the thousand, or letters and line feeds by turns, cost no products.
void Tok2Vec::inner_layer(std::size_t depth, const Tile& tile, Memory& memory, const Kernels& math, const float* now,
                          float* next) const {
  const Layer& layer = encoder_[depth];
  const std::size_t reach = depth + 1;  // tokens to either side that this layer's rows see
  const std::size_t end = static_cast<std::size_t>(tile.end - tile.begin) + 2 * kDepth - reach;
  const std::size_t tokens = memory.runs[0].size();
  float* const sums = memory.sums.reserve(kBlock * kSums);
  // The row that `row` repeats, or itself.
  const auto repeated = [&](std::size_t row) {
    const std::size_t last = static_cast<std::size_t>(tile.begin) + row + reach - kDepth;  // wraps before the text
    for (std::size_t p = 1; p <= kPeriods && last < tokens; ++p)
      if (row >= reach + p && memory.runs[p - 1][last] > 2 * reach) return row - p;
    return row;
  };
  for (std::size_t row = reach; row < end;) {
    std::size_t stop = row;
    while (stop < end && stop - row < kBlock && repeated(stop) == stop) ++stop;
    if (stop > row) {
      math.multiply(now + (row - 1) * kWidth, kWidth, stop - row, layer.weights, sums, kSums);
      math.maxout_norm(sums, stop - row, layer.norm, now + row * kWidth, next + row * kWidth, kWidth);
    }
    for (; stop < end && repeated(stop) < stop; ++stop)
      std::copy_n(next + repeated(stop) * kWidth, kWidth, next + stop * kWidth);
    row = stop;
  }
}

std::span<const float> Tok2Vec::vectors(std::span<const FeatureRow> tokens, std::span<const TypeKey> types,
                                        Memory& memory, FloatBuffer& out, const Kernels& math) const {
  if (tokens.empty()) return {};
  for (std::size_t p = 1; p <= kPeriods; ++p) {
    std::vector<std::uint32_t>& runs = memory.runs[p - 1];
    runs.assign(tokens.size(), 0);
    for (std::size_t i = p; i < tokens.size(); ++i) runs[i] = types[i] == types[i - p] ? runs[i - 1] + 1 : 0;
  }
  // Four rows of zeros stand before and after the text. They go through the layers as tokens do, and only as many of
  // them as a token can still see.
  const auto count = static_cast<std::ptrdiff_t>(tokens.size());
  const auto rows = static_cast<std::size_t>(std::min(count, kTile)) + 2 * kDepth;
  float* now = memory.rows[0].reserve(rows * kWidth);
  float* next = memory.rows[1].reserve(rows * kWidth);
  float* const vectors = out.reserve(tokens.size() * kWidth);
  for (Tile tile{0, 0}; tile.begin < count; tile.begin = tile.end) {
    tile.end = std::min(tile.begin + kTile, count);
    first_layer(tokens, types, tile, memory, math, now);
    for (std::size_t depth = 1; depth < kDepth; ++depth) {
      inner_layer(depth, tile, memory, math, now, next);
      std::swap(now, next);
    }
    std::copy_n(now + kDepth * kWidth, static_cast<std::size_t>(tile.end - tile.begin) * kWidth,
                vectors + static_cast<std::size_t>(tile.begin) * kWidth);
  }
  return {vectors, tokens.size() * kWidth};
}

}  // namespace rashomon::language
