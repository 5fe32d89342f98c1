#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/parse.hpp"

namespace rashomon::language {

/// Parses of units met before, so that copied paragraphs are read once. A unit's parse depends on its bytes alone, so
/// a parse from memory is the one that would be made anew. Thread-safe; emptied when it is full.
class UnitMemory {
 public:
  /// `most_bytes` of texts and tokens; 0 remembers nothing.
  explicit UnitMemory(std::size_t most_bytes = 0) : most_bytes_(most_bytes) {}

  /// Appends the parse of `unit`, which begins at byte `begin` of its text; false if the unit has not been met.
  [[nodiscard]] bool append(std::string_view unit, std::uint32_t begin, Parse& out) const;

  /// Where a parse ended before a unit was appended to it.
  struct Mark {
    std::size_t tokens = 0;
    std::size_t sentences = 0;
    std::size_t entities = 0;
  };
  [[nodiscard]] static Mark mark(const Parse& parse) {
    return {parse.tokens.size(), parse.sentences.size(), parse.entities.size()};
  }
  /// Remembers what `parse` holds from `from` on as the parse of `unit`.
  void keep(std::string_view unit, std::uint32_t begin, const Parse& parse, const Mark& from);

 private:
  struct Entry {
    std::string unit;
    Parse parse;  // as if the unit were the whole text
  };
  mutable std::mutex mutex_;
  std::unordered_map<std::uint64_t, Entry> entries_;  // by checksum of the unit
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
};

}  // namespace rashomon::language
