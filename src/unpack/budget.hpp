#pragma once

#include <cstdint>

namespace rashomon::unpack {

/// How much one input may become once it is unpacked: `kFree` bytes, and `kTimes` bytes for each byte of the input.
/// News compresses 3 to 20 times; a bomb a thousand times a layer. All layers of an input share one budget.
class Budget {
 public:
  static constexpr std::uint64_t kFree = 256 << 20, kTimes = 200;

  /// Notes bytes that came from outside.
  void earn(std::uint64_t bytes) { allowed_ += kTimes * bytes; }
  /// Notes bytes that a layer gave; false once they are more than allowed.
  [[nodiscard]] bool spend(std::uint64_t bytes) { return (spent_ += bytes) <= allowed_; }

 private:
  std::uint64_t allowed_ = kFree, spent_ = 0;
};

/// Layers in one another that are unpacked, an archive or a compression each.
inline constexpr unsigned kDeepest = 8;

}  // namespace rashomon::unpack
