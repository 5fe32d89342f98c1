#pragma once

#include <vector>

#include "core/span.hpp"
#include "ingest/document.hpp"

namespace rashomon::app {

/// The most characters that the language engine reads as one unit (as spaCy's `nlp.max_length`).
inline constexpr std::size_t kLongestUnit = 1'000'000;

/// What the language engine reads as texts of their own: the blocks that are read further, longer ones cut at the last
/// paragraph end (else line end, else space) within `longest` characters. Cost O(bytes).
[[nodiscard]] std::vector<Span> units_of(const ingest::Document& document, std::size_t longest = kLongestUnit);

}  // namespace rashomon::app
