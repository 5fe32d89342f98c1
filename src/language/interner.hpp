#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace rashomon::language {

/// Strings that live until all are dropped at once.
class StringArena {
 public:
  [[nodiscard]] std::string_view keep(std::string_view string);
  void drop_all();

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_ = 0;
  char* next_ = nullptr;
};

/// Numbers pairs of a string and a tag in the order in which they are first met, from 0. Not thread-safe.
class Interner {
 public:
  struct Entry {
    std::uint32_t number = 0;
    bool is_new = false;
  };
  /// Cost O(bytes).
  [[nodiscard]] Entry intern(std::string_view string, std::uint64_t tag);
  [[nodiscard]] std::string_view string(std::uint32_t number) const { return keys_[number].string; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  void forget();

 private:
  struct Key {
    std::string_view string;
    std::uint64_t tag;
    std::uint64_t hash;
  };
  void grow();
  StringArena strings_;
  std::vector<Key> keys_;
  std::vector<std::uint32_t> table_;  // open addressing over a power of two
};

}  // namespace rashomon::language
