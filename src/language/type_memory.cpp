#include "language/type_memory.hpp"

#include <algorithm>

#include "core/check.hpp"

namespace rashomon::language {

void TypeMemory::forget() {
  slot_of_.clear();
  used_ = 0;
}

TypeMemory::Lookup TypeMemory::look_up(std::span<const TypeKey> keys) {
  RASHOMON_CHECK(keys.size() <= capacity_);
  if (used_ + keys.size() > capacity_) forget();
  float* const all = floats_.reserve(capacity_ * kEntry);
  const std::size_t before = used_;
  entries_.clear();
  new_at_.clear();
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (keys[i] >= slot_of_.size()) slot_of_.resize(std::max<std::size_t>(keys[i] + 1, 2 * slot_of_.size()), kNone);
    std::uint32_t& slot = slot_of_[keys[i]];
    if (slot == kNone) {
      slot = static_cast<std::uint32_t>(used_++);
      new_at_.push_back(i);
    }
    entries_.push_back(all + slot * kEntry);
  }
  return {entries_, all + before * kEntry, new_at_};
}

}  // namespace rashomon::language
