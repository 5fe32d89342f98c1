#pragma once

#include <cmath>
#include <cstddef>

#include "language/kernels.hpp"

// Bodies that every set of kernels shares. They are inlined into functions compiled for a CPU, which may widen them but
// not reorder them.
namespace rashomon::language::rows {

#define RASHOMON_INLINE inline __attribute__((always_inline))

inline constexpr std::size_t kLanes = 8;

// The lanes of a sum, added as a tree.
RASHOMON_INLINE float tree(const float* v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

RASHOMON_INLINE void normalise(const float* v, const MaxoutNorm& layer, const float* residual, float* out) {
  constexpr float kCount = kWidth;
  float lanes[kLanes] = {};
  for (std::size_t i = 0; i < kWidth; i += kLanes)
    for (std::size_t j = 0; j < kLanes; ++j) lanes[j] += v[i + j];
  const float mean = tree(lanes) / kCount;
  float squares[kLanes] = {};
  for (std::size_t i = 0; i < kWidth; i += kLanes)
    for (std::size_t j = 0; j < kLanes; ++j) squares[j] += (v[i + j] - mean) * (v[i + j] - mean);
  const float inverse = 1.0F / std::sqrt(tree(squares) / kCount + 1e-8F);
  for (std::size_t i = 0; i < kWidth; ++i) out[i] = (v[i] - mean) * inverse * layer.scale[i] + layer.shift[i];
  if (residual != nullptr)
    for (std::size_t i = 0; i < kWidth; ++i) out[i] = residual[i] + out[i];
}

RASHOMON_INLINE void maxout_norm(const float* sums, std::size_t count, const MaxoutNorm& layer, const float* residual,
                                 float* out) {
  for (std::size_t r = 0; r < count; ++r) {
    const float* s = sums + r * kSums;
    float best[kWidth];
    for (std::size_t i = 0; i < kWidth; ++i) {
      const float a = s[i] + layer.bias[i];
      const float b = s[kWidth + i] + layer.bias[kWidth + i];
      const float c = s[2 * kWidth + i] + layer.bias[2 * kWidth + i];
      const float ab = a > b ? a : b;
      best[i] = ab > c ? ab : c;
    }
    normalise(best, layer, residual == nullptr ? nullptr : residual + r * kWidth, out + r * kWidth);
  }
}

RASHOMON_INLINE void add_four(const float* a, const float* b, const float* c, const float* d, float* out) {
  for (std::size_t i = 0; i < kWidth; ++i) out[i] = ((a[i] + b[i]) + c[i]) + d[i];
}

RASHOMON_INLINE void state(const float* const* slots, std::size_t count, const float* bias, float* hidden) {
  float sums[kStateSums] = {};
  for (std::size_t s = 0; s < count; ++s)
    for (std::size_t i = 0; i < kStateSums; ++i) sums[i] += slots[s][i];
  for (std::size_t i = 0; i < kStateSums; ++i) sums[i] += bias[i];
  for (std::size_t i = 0; i < kHidden; ++i) hidden[i] = sums[i] > sums[kHidden + i] ? sums[i] : sums[kHidden + i];
}

}  // namespace rashomon::language::rows
