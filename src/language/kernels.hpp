#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "language/layout.hpp"

/// The arithmetic of the English networks, in one place.
///
/// Every function gives the same bits on every CPU and whatever other rows are in the call: a product sums over k in
/// ascending order with one fused multiply-add a step, starting from zero, and is vectorised over outputs only; sums
/// over a vector run in eight interleaved lanes that are added as a fixed tree.
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
  const char* name;
  /// y[r][o] = Σ_k x[r][k]·w[k][o]; rows begin every x_stride and y_stride floats (rows of x may overlap).
  void (*multiply)(const float* x, std::size_t x_stride, std::size_t rows, const PackedMatrix& w, float* y,
                   std::size_t y_stride);
  /// out[r] = residual[r] + LayerNorm(max over pieces of sums[r] + bias); residual null for none. Population variance
  /// plus 1e-8. Rows of sums have kSums floats, of residual and out kWidth.
  void (*maxout_norm)(const float* sums, std::size_t rows, const MaxoutNorm& layer, const float* residual, float* out);
  /// out = ((a + b) + c) + d, kWidth floats.
  void (*add_four)(const float* a, const float* b, const float* c, const float* d, float* out);
  /// hidden[o] = max over the two pieces of Σ slots + bias, slots of kStateSums floats summed in order, kHidden results.
  void (*state)(const float* const* slots, std::size_t count, const float* bias, float* hidden);
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
