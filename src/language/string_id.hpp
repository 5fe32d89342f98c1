#pragma once

#include <cstdint>
#include <string_view>

namespace rashomon::language {

/// The number that stands for a string in features and tables: 0 for the empty string, the symbol's own small number
/// for the strings of data/language/symbols.tsv, else MurmurHash64A of its bytes with seed 1.
///
/// Cost O(bytes); thread-safe. Reference: A. Appleby, MurmurHash2, 64-bit version A; spaCy StringStore.
[[nodiscard]] std::uint64_t string_id(std::string_view string);

}  // namespace rashomon::language
