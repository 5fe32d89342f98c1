#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/layout.hpp"

/// The arithmetic of the English networks, in one place.
///
/// Every function gives the same bits on every CPU and whatever other rows are in the call: a product sums over k in
/// ascending order with one fused multiply-add a step, starting from zero, and is vectorised over outputs only; rows
/// are added in the order given; sums over a vector run in eight interleaved lanes that are added as a fixed tree.
/// Reasons and measurements: docs/adr/0010-kernels.md.
namespace rashomon::language {

/// A matrix of k inputs by 16·panels outputs: for each panel, for each input, 16 weights. Outputs past the real ones
/// have zero weights.
struct PackedMatrix {
  const float* data = nullptr;
  std::size_t k = 0;
  std::size_t panels = 0;
  [[nodiscard]] std::size_t outputs() const { return panels * kPanel; }
};

/// Packs weight(output, input) for `outputs` outputs (any number) and k inputs.
template <class Weight>
[[nodiscard]] std::vector<float> pack_matrix(std::size_t outputs, std::size_t k, Weight weight) {
  const std::size_t panels = (outputs + kPanel - 1) / kPanel;
  std::vector<float> out(panels * k * kPanel, 0.0F);
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t i = 0; i < k; ++i) out[(o / kPanel * k + i) * kPanel + o % kPanel] = weight(o, i);
  return out;
}

/// Parameters after the product of a maxout layer; sums lie piece by piece (all outputs of piece 0 first).
struct MaxoutNorm {
  const float* bias = nullptr;   ///< kSums
  const float* scale = nullptr;  ///< kWidth, of the layer normalisation
  const float* shift = nullptr;  ///< kWidth
};

struct Kernels {
  std::string_view name;
  /// y[r][o] = Σ_k x[r][k]·w[k][o]; rows begin every x_stride and y_stride floats (rows of x may overlap).
  void (*multiply)(const float* x, std::size_t x_stride, std::size_t rows, const PackedMatrix& w, float* y,
                   std::size_t y_stride);
  /// out[r] = residual[r] + LayerNorm(max over pieces of sums[r] + bias); residual null for none. Population variance
  /// plus 1e-8. Rows of sums have kSums floats, of residual kWidth; rows of out begin every out_stride floats.
  void (*maxout_norm)(const float* sums, std::size_t rows, const MaxoutNorm& layer, const float* residual, float* out,
                      std::size_t out_stride);
  /// The same for one row whose sums are (a + b) + c.
  void (*window_norm)(const float* a, const float* b, const float* c, const MaxoutNorm& layer, const float* residual,
                      float* out);
  /// out = rows[0] + rows[1] + …, in order; kSums floats each.
  void (*add_rows)(const float* const* rows, std::size_t count, float* out);
  /// hidden[o] = max over the two pieces of Σ slots + bias, slots of kStateSums floats summed in order, kHidden
  /// results.
  void (*state)(const float* const* slots, std::size_t count, const float* bias, float* hidden);
  /// The first index of the greatest (scores + bias) + mask of `count` floats, a multiple of kPanel; masks are 0 for
  /// what may be chosen and −∞ for what may not. `count` if nothing may.
  std::size_t (*choose)(const float* scores, const float* bias, const float* mask, std::size_t count);
};

/// Plain C++, for every CPU.
[[nodiscard]] const Kernels& portable_kernels();
/// AVX2 and FMA; nullptr where the CPU or the compiler has none.
[[nodiscard]] const Kernels* avx2_kernels();
/// AVX-512 (F, VL, DQ, BW); nullptr where the CPU or the compiler has none.
[[nodiscard]] const Kernels* avx512_kernels();
/// Those this CPU runs, the slowest first.
[[nodiscard]] std::vector<const Kernels*> all_kernels();
/// The fastest this CPU runs; chosen once.
[[nodiscard]] const Kernels& kernels();

}  // namespace rashomon::language
