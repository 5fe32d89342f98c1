#include "language/kernels.hpp"
#include "language/kernels_rows.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define RASHOMON_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma")))

namespace rashomon::language {
namespace {

// A panel is one register wide. R rows by P panels: R·P sums in registers, R + P loads for R·P multiply-adds.
template <std::size_t R, std::size_t P>
RASHOMON_AVX512 inline void tile(const float* x, std::size_t x_stride, const float* w, std::size_t k, float* y,
                                 std::size_t y_stride) {
  __m512 sums[R][P];
#pragma GCC unroll 16
  for (std::size_t r = 0; r < R; ++r)
#pragma GCC unroll 8
    for (std::size_t p = 0; p < P; ++p) sums[r][p] = _mm512_setzero_ps();
  for (std::size_t i = 0; i < k; ++i, w += kPanel) {
    __m512 weights[P];
#pragma GCC unroll 8
    for (std::size_t p = 0; p < P; ++p) weights[p] = _mm512_loadu_ps(w + p * k * kPanel);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r) {
      const __m512 v = _mm512_set1_ps(x[r * x_stride + i]);
#pragma GCC unroll 8
      for (std::size_t p = 0; p < P; ++p) sums[r][p] = _mm512_fmadd_ps(v, weights[p], sums[r][p]);
    }
  }
#pragma GCC unroll 16
  for (std::size_t r = 0; r < R; ++r)
#pragma GCC unroll 8
    for (std::size_t p = 0; p < P; ++p) _mm512_storeu_ps(y + r * y_stride + p * kPanel, sums[r][p]);
}

// All rows by P panels.
template <std::size_t P>
RASHOMON_AVX512 void rows_by(const float* x, std::size_t x_stride, std::size_t count, const float* w, std::size_t k,
                             float* y, std::size_t y_stride) {
  constexpr std::size_t kRows = 12;
  std::size_t r = 0;
  for (; r + kRows <= count; r += kRows) tile<kRows, P>(x + r * x_stride, x_stride, w, k, y + r * y_stride, y_stride);
  const auto rest = [&] { return x + r * x_stride; };
  const auto end = [&] { return y + r * y_stride; };
  if (r + 8 <= count) tile<8, P>(rest(), x_stride, w, k, end(), y_stride), r += 8;
  if (r + 4 <= count) tile<4, P>(rest(), x_stride, w, k, end(), y_stride), r += 4;
  if (r + 2 <= count) tile<2, P>(rest(), x_stride, w, k, end(), y_stride), r += 2;
  if (r < count) tile<1, P>(rest(), x_stride, w, k, end(), y_stride);
}

// One row by all panels, as many at a time as hide the latency of the additions.
RASHOMON_AVX512 void multiply_row(const float* x, const PackedMatrix& w, float* y) {
  std::size_t p = 0;
  const auto panel = [&] { return w.data + p * w.k * kPanel; };
  for (; p + 8 <= w.panels; p += 8) tile<1, 8>(x, 0, panel(), w.k, y + p * kPanel, 0);
  switch (w.panels - p) {
    case 7: return tile<1, 7>(x, 0, panel(), w.k, y + p * kPanel, 0);
    case 6: return tile<1, 6>(x, 0, panel(), w.k, y + p * kPanel, 0);
    case 5: return tile<1, 5>(x, 0, panel(), w.k, y + p * kPanel, 0);
    case 4: return tile<1, 4>(x, 0, panel(), w.k, y + p * kPanel, 0);
    case 3: return tile<1, 3>(x, 0, panel(), w.k, y + p * kPanel, 0);
    case 2: return tile<1, 2>(x, 0, panel(), w.k, y + p * kPanel, 0);
    case 1: return tile<1, 1>(x, 0, panel(), w.k, y + p * kPanel, 0);
    default: return;
  }
}

RASHOMON_AVX512 void multiply(const float* x, std::size_t x_stride, std::size_t count, const PackedMatrix& w, float* y,
                              std::size_t y_stride) {
  if (count == 1) return multiply_row(x, w, y);
  std::size_t p = 0;
  for (; p + 2 <= w.panels; p += 2)
    rows_by<2>(x, x_stride, count, w.data + p * w.k * kPanel, w.k, y + p * kPanel, y_stride);
  if (p < w.panels) rows_by<1>(x, x_stride, count, w.data + p * w.k * kPanel, w.k, y + p * kPanel, y_stride);
}

RASHOMON_SHARED_KERNELS(RASHOMON_AVX512)

}  // namespace

const Kernels* avx512_kernels() {
  static constexpr Kernels kKernels{"avx512", multiply, maxout_norm, window_norm, add_rows, state, choose};
  static const bool usable = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
                             __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                             __builtin_cpu_supports("fma") != 0;
  return usable ? &kKernels : nullptr;
}

}  // namespace rashomon::language
#else
namespace rashomon::language {
const Kernels* avx512_kernels() { return nullptr; }
}  // namespace rashomon::language
#endif
