#pragma once

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace rashomon::language {

/// Strings that live as long as the pool, each once. Thread-safe; threads rarely meet, as the pool is split by hash.
class StringPool {
 public:
  /// A view of the pool's copy of `string`; equal strings give the same view.
  [[nodiscard]] std::string_view keep(std::string_view string);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_set<std::string, Hash, std::equal_to<>> strings;  // nodes never move
  };
  std::array<Shard, 16> shards_;
};

}  // namespace rashomon::language
