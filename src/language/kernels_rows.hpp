#pragma once

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>

#include "language/kernels.hpp"

// Bodies that every set of kernels shares. They are inlined into functions compiled for a CPU, which may carry out an
// operation on 16 floats in one, two or four instructions but not reorder them.
namespace rashomon::language::rows {

#define RASHOMON_INLINE inline __attribute__((always_inline))

// Sixteen floats, a panel; never a parameter or a result, as those would differ by CPU.
using Floats = float __attribute__((vector_size(64)));
using Lanes = float __attribute__((vector_size(32)));

template <class Vector>
RASHOMON_INLINE void load(Vector& v, const float* from) {
  std::memcpy(&v, from, sizeof v);
}

template <class Vector>
RASHOMON_INLINE void store(float* to, const Vector& v) {
  std::memcpy(to, &v, sizeof v);
}

// The lanes of a sum, added as a tree.
RASHOMON_INLINE float tree(const Lanes& v) { return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])); }

// v is normalised; residual may be null.
RASHOMON_INLINE void normalise(const float* v, const MaxoutNorm& layer, const float* residual, float* out) {
  constexpr float kCount = kWidth;
  constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(float);
  Lanes sum = {};
  Lanes part;
  for (std::size_t i = 0; i < kWidth; i += kLanes) {
    load(part, v + i);
    sum += part;
  }
  const float mean = tree(sum) / kCount;
  Lanes squares = {};
  for (std::size_t i = 0; i < kWidth; i += kLanes) {
    load(part, v + i);
    part -= mean;
    squares += part * part;
  }
  const float inverse = 1.0F / std::sqrt(tree(squares) / kCount + 1e-8F);
  for (std::size_t i = 0; i < kWidth; i += kPanel) {
    Floats x;
    Floats scale;
    Floats shift;
    load(x, v + i);
    load(scale, layer.scale + i);
    load(shift, layer.shift + i);
    x = (x - mean) * inverse * scale + shift;
    if (residual != nullptr) {
      Floats before;
      load(before, residual + i);
      x = before + x;
    }
    store(out + i, x);
  }
}

// sums_at(sums, o) gives the 16 sums from output o on.
template <class SumsAt>
RASHOMON_INLINE void maxout_row(SumsAt sums_at, const MaxoutNorm& layer, const float* residual, float* out) {
  float best[kWidth];
  for (std::size_t i = 0; i < kWidth; i += kPanel) {
    Floats most;
    Floats bias;
    sums_at(most, i);
    load(bias, layer.bias + i);
    most += bias;
    for (std::size_t piece = 1; piece < kPieces; ++piece) {
      Floats other;
      sums_at(other, piece * kWidth + i);
      load(bias, layer.bias + piece * kWidth + i);
      other += bias;
      most = most > other ? most : other;
    }
    store(best + i, most);
  }
  normalise(best, layer, residual, out);
}

RASHOMON_INLINE void maxout_norm(const float* sums, std::size_t count, const MaxoutNorm& layer, const float* residual,
                                 float* out, std::size_t out_stride) {
  for (std::size_t r = 0; r < count; ++r)
    maxout_row([&](Floats& v, std::size_t o) __attribute__((always_inline)) { load(v, sums + r * kSums + o); }, layer,
               residual == nullptr ? nullptr : residual + r * kWidth, out + r * out_stride);
}

RASHOMON_INLINE void window_norm(const float* a, const float* b, const float* c, const MaxoutNorm& layer,
                                 const float* residual, float* out) {
  maxout_row(
      [&](Floats& v, std::size_t o) __attribute__((always_inline)) {
        Floats part;
        load(v, a + o);
        load(part, b + o);
        v += part;
        load(part, c + o);
        v += part;
      },
      layer, residual, out);
}

RASHOMON_INLINE void add_rows(const float* const* rows, std::size_t count, float* out) {
  for (std::size_t o = 0; o < kSums; o += kPanel) {
    Floats sum;
    load(sum, rows[0] + o);
    for (std::size_t r = 1; r < count; ++r) {
      Floats part;
      load(part, rows[r] + o);
      sum += part;
    }
    store(out + o, sum);
  }
}

RASHOMON_INLINE void state(const float* const* slots, std::size_t count, const float* bias, float* hidden) {
  for (std::size_t o = 0; o < kHidden; o += kPanel) {
    Floats first = {};
    Floats second = {};
    Floats part;
    for (std::size_t s = 0; s < count; ++s) {
      load(part, slots[s] + o);
      first += part;
      load(part, slots[s] + kHidden + o);
      second += part;
    }
    load(part, bias + o);
    first += part;
    load(part, bias + kHidden + o);
    second += part;
    store(hidden + o, first > second ? first : second);
  }
}

RASHOMON_INLINE void total(Floats& v, const float* scores, const float* bias, const float* mask, std::size_t o) {
  Floats part;
  load(v, scores + o);
  load(part, bias + o);
  v += part;
  load(part, mask + o);
  v += part;
}

RASHOMON_INLINE std::size_t choose(const float* scores, const float* bias, const float* mask, std::size_t count) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  Floats most;
  Floats v;
  total(most, scores, bias, mask, 0);
  for (std::size_t o = kPanel; o < count; o += kPanel) {
    total(v, scores, bias, mask, o);
    most = most > v ? most : v;
  }
  float best = most[0];
  for (std::size_t i = 1; i < kPanel; ++i) best = best > most[i] ? best : most[i];
  if (best == kNever) return count;
  for (std::size_t o = 0; o < count; o += kPanel) {
    total(v, scores, bias, mask, o);
    for (std::size_t i = 0; i < kPanel; ++i)
      if (v[i] == best) return o + i;
  }
  return count;
}

}  // namespace rashomon::language::rows

// The functions of a set of kernels that are the bodies above, compiled as ATTRIBUTE says.
#define RASHOMON_SHARED_KERNELS(ATTRIBUTE)                                                                         \
  ATTRIBUTE void maxout_norm(const float* sums, std::size_t count, const MaxoutNorm& layer, const float* residual, \
                             float* out, std::size_t out_stride) {                                                 \
    rows::maxout_norm(sums, count, layer, residual, out, out_stride);                                              \
  }                                                                                                                \
  ATTRIBUTE void window_norm(const float* a, const float* b, const float* c, const MaxoutNorm& layer,              \
                             const float* residual, float* out) {                                                  \
    rows::window_norm(a, b, c, layer, residual, out);                                                              \
  }                                                                                                                \
  ATTRIBUTE void add_rows(const float* const* from, std::size_t count, float* out) {                               \
    rows::add_rows(from, count, out);                                                                              \
  }                                                                                                                \
  ATTRIBUTE void state(const float* const* slots, std::size_t count, const float* bias, float* hidden) {           \
    rows::state(slots, count, bias, hidden);                                                                       \
  }                                                                                                                \
  ATTRIBUTE std::size_t choose(const float* scores, const float* bias, const float* mask, std::size_t count) {     \
    return rows::choose(scores, bias, mask, count);                                                                \
  }
