#include "language/kernels.hpp"
#include "language/kernels_rows.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define RASHOMON_AVX2 __attribute__((target("avx2,fma")))

namespace rashomon::language {
namespace {

// R rows by one panel: 2·R sums in registers, two loads of weights and R of inputs for 2·R multiply-adds.
template <std::size_t R>
RASHOMON_AVX2 inline void tile(const float* x, std::size_t x_stride, const float* w, std::size_t k, float* y,
                               std::size_t y_stride) {
  __m256 low[R];
  __m256 high[R];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) low[r] = high[r] = _mm256_setzero_ps();
  for (std::size_t i = 0; i < k; ++i, w += kPanel) {
    const __m256 a = _mm256_loadu_ps(w);
    const __m256 b = _mm256_loadu_ps(w + 8);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      const __m256 v = _mm256_broadcast_ss(x + r * x_stride + i);
      low[r] = _mm256_fmadd_ps(v, a, low[r]);
      high[r] = _mm256_fmadd_ps(v, b, high[r]);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
    _mm256_storeu_ps(y + r * y_stride, low[r]);
    _mm256_storeu_ps(y + r * y_stride + 8, high[r]);
  }
}

// One row by P panels, for the scores of one state: enough independent sums to hide the latency of the additions.
template <std::size_t P>
RASHOMON_AVX2 inline void row(const float* x, const float* w, std::size_t k, float* y) {
  __m256 low[P];
  __m256 high[P];
#pragma GCC unroll 8
  for (std::size_t p = 0; p < P; ++p) low[p] = high[p] = _mm256_setzero_ps();
  for (std::size_t i = 0; i < k; ++i, w += kPanel) {
    const __m256 v = _mm256_broadcast_ss(x + i);
#pragma GCC unroll 8
    for (std::size_t p = 0; p < P; ++p) {
      low[p] = _mm256_fmadd_ps(v, _mm256_loadu_ps(w + p * k * kPanel), low[p]);
      high[p] = _mm256_fmadd_ps(v, _mm256_loadu_ps(w + p * k * kPanel + 8), high[p]);
    }
  }
#pragma GCC unroll 8
  for (std::size_t p = 0; p < P; ++p) {
    _mm256_storeu_ps(y + p * kPanel, low[p]);
    _mm256_storeu_ps(y + p * kPanel + 8, high[p]);
  }
}

RASHOMON_AVX2 void multiply_row(const float* x, const PackedMatrix& w, float* y) {
  std::size_t p = 0;
  const auto panel = [&] { return w.data + p * w.k * kPanel; };
  for (; p + 4 <= w.panels; p += 4) row<4>(x, panel(), w.k, y + p * kPanel);
  switch (w.panels - p) {
    case 3: return row<3>(x, panel(), w.k, y + p * kPanel);
    case 2: return row<2>(x, panel(), w.k, y + p * kPanel);
    case 1: return row<1>(x, panel(), w.k, y + p * kPanel);
    default: return;
  }
}

RASHOMON_AVX2 void multiply(const float* x, std::size_t x_stride, std::size_t count, const PackedMatrix& w, float* y,
                            std::size_t y_stride) {
  if (count == 1) return multiply_row(x, w, y);
  for (std::size_t p = 0; p < w.panels; ++p) {
    const float* panel = w.data + p * w.k * kPanel;
    float* out = y + p * kPanel;
    std::size_t r = 0;
    for (; r + 6 <= count; r += 6) tile<6>(x + r * x_stride, x_stride, panel, w.k, out + r * y_stride, y_stride);
    const float* rest = x + r * x_stride;
    float* end = out + r * y_stride;
    switch (count - r) {
      case 5: tile<5>(rest, x_stride, panel, w.k, end, y_stride); break;
      case 4: tile<4>(rest, x_stride, panel, w.k, end, y_stride); break;
      case 3: tile<3>(rest, x_stride, panel, w.k, end, y_stride); break;
      case 2: tile<2>(rest, x_stride, panel, w.k, end, y_stride); break;
      case 1: tile<1>(rest, x_stride, panel, w.k, end, y_stride); break;
      default: break;
    }
  }
}

RASHOMON_SHARED_KERNELS(RASHOMON_AVX2)

}  // namespace

const Kernels* avx2_kernels() {
  static constexpr Kernels kKernels{"avx2", multiply, maxout_norm, window_norm, add_rows, state, choose};
  static const bool usable = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  return usable ? &kKernels : nullptr;
}

}  // namespace rashomon::language
#else
namespace rashomon::language {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace rashomon::language
#endif
