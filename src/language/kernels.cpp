#include "language/kernels.hpp"

#include "language/kernels_rows.hpp"

namespace rashomon::language {
namespace {

void multiply(const float* x, std::size_t x_stride, std::size_t count, const PackedMatrix& w, float* y,
              std::size_t y_stride) {
  for (std::size_t p = 0; p < w.panels; ++p) {
    const float* panel = w.data + p * w.k * kPanel;
    for (std::size_t r = 0; r < count; ++r) {
      float sums[kPanel] = {};
      for (std::size_t k = 0; k < w.k; ++k)
        for (std::size_t o = 0; o < kPanel; ++o)
          sums[o] = std::fma(x[r * x_stride + k], panel[k * kPanel + o], sums[o]);
      for (std::size_t o = 0; o < kPanel; ++o) y[r * y_stride + p * kPanel + o] = sums[o];
    }
  }
}

RASHOMON_SHARED_KERNELS()

}  // namespace

const Kernels& portable_kernels() {
  static constexpr Kernels kKernels{"portable", multiply, maxout_norm, window_norm, add_rows, state, choose};
  return kKernels;
}

const Kernels& kernels() {
  static const Kernels& chosen = *all_kernels().back();
  return chosen;
}

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> out;
  for (const Kernels* kernels : {&portable_kernels(), avx2_kernels(), avx512_kernels()})
    if (kernels != nullptr) out.push_back(kernels);
  return out;
}

}  // namespace rashomon::language
