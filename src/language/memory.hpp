#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace rashomon::language {

/// Floats in memory that is aligned to cache lines, reused from text to text. Grows, never shrinks.
class FloatBuffer {
 public:
  /// At least `count` floats; what they held is lost when the buffer grows.
  [[nodiscard]] float* reserve(std::size_t count) {
    if (count > capacity_) {
      constexpr std::size_t kLine = 64;
      const std::size_t bytes = (count * sizeof(float) + kLine - 1) / kLine * kLine;
      data_.reset(static_cast<float*>(std::aligned_alloc(kLine, bytes)));
      if (data_ == nullptr) throw std::bad_alloc();
      capacity_ = count;
    }
    return data_.get();
  }

 private:
  struct Free {
    void operator()(float* p) const { std::free(p); }
  };
  std::unique_ptr<float, Free> data_;
  std::size_t capacity_ = 0;
};

}  // namespace rashomon::language
