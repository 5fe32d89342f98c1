#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/layout.hpp"
#include "language/memory.hpp"

namespace rashomon::language {

/// Numbers a word type (a form with a norm, and what else an encoder sees of a token) in one thread's memory.
using TypeKey = std::uint32_t;

/// What an encoder computed of word types it has met: per type its mixed vector (kWidth floats) and the three products
/// of that vector with the weights of encoder layer 1, one for each place in the window (kSums floats each).
///
/// A value read here and one computed anew have the same bits, so what is remembered never shows in a result. When the
/// memory is full it is emptied: news repeats its words so soon that this costs little (docs/adr/0011-caches.md).
class TypeMemory {
 public:
  static constexpr std::size_t kEntry = kWidth + 3 * kSums;  ///< floats an entry

  explicit TypeMemory(std::size_t capacity) : capacity_(capacity) {}

  /// The entry of each key. Entries that are new lie side by side from `first_new` on and hold nothing yet; `new_at`
  /// has the place in `keys` of each one.
  struct Lookup {
    std::span<float* const> entries;
    float* first_new = nullptr;
    std::span<const std::uint32_t> new_at;
  };
  /// The result is valid until the next call. `keys` may not be longer than the capacity.
  [[nodiscard]] Lookup look_up(std::span<const TypeKey> keys);
  void forget();

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::size_t capacity_;
  std::size_t used_ = 0;
  FloatBuffer floats_;
  std::vector<std::uint32_t> slot_of_;  // by key
  std::vector<float*> entries_;
  std::vector<std::uint32_t> new_at_;
};

}  // namespace rashomon::language
