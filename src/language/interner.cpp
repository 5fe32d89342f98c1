#include "language/interner.hpp"

#include <algorithm>
#include <cstring>

#include "core/hash.hpp"

namespace rashomon::language {
namespace {

constexpr std::size_t kArenaBlock = 64 << 10;
constexpr std::size_t kFirstTable = 4096;
constexpr std::uint32_t kEmpty = 0xffffffff;

}  // namespace

std::string_view StringArena::keep(std::string_view string) {
  if (string.size() > left_) {
    left_ = std::max(kArenaBlock, string.size());
    next_ = blocks_.emplace_back(new char[left_]).get();
  }
  char* const at = next_;
  std::memcpy(at, string.data(), string.size());
  next_ += string.size();
  left_ -= string.size();
  return {at, string.size()};
}

void StringArena::drop_all() {
  blocks_.clear();
  left_ = 0;
}

Interner::Entry Interner::intern(std::string_view string, std::uint64_t tag) {
  if (2 * (keys_.size() + 1) > table_.size()) grow();
  const std::uint64_t hash = checksum64(string) + tag;
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at] != kEmpty; at = (at + 1) & mask) {
    const Key& key = keys_[table_[at]];
    if (key.hash == hash && key.tag == tag && key.string == string) return {table_[at], false};
  }
  table_[at] = static_cast<std::uint32_t>(keys_.size());
  keys_.push_back({strings_.keep(string), tag, hash});
  return {table_[at], true};
}

void Interner::grow() {
  table_.assign(std::max(kFirstTable, 2 * table_.size()), kEmpty);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t number = 0; number < keys_.size(); ++number) {
    std::size_t at = keys_[number].hash & mask;
    while (table_[at] != kEmpty) at = (at + 1) & mask;
    table_[at] = number;
  }
}

void Interner::forget() {
  keys_.clear();
  strings_.drop_all();
  std::fill(table_.begin(), table_.end(), kEmpty);
}

}  // namespace rashomon::language
