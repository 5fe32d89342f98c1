#include "language/string_pool.hpp"

namespace rashomon::language {

std::string_view StringPool::keep(std::string_view string) {
  if (string.empty()) return {};
  Shard& shard = shards_[Hash{}(string) / 64 % shards_.size()];
  const std::scoped_lock lock(shard.mutex);
  const auto found = shard.strings.find(string);
  return found != shard.strings.end() ? *found : *shard.strings.emplace(string).first;
}

}  // namespace rashomon::language
