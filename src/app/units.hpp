#pragma once

#include <vector>

#include "core/span.hpp"
#include "ingest/document.hpp"

namespace rashomon::app {

/// The most characters that the language engine reads as one unit (as spaCy's `nlp.max_length`).
inline constexpr std::size_t kLongestUnit = 1'000'000;
/// The most characters of the pieces of a longer one.
inline constexpr std::size_t kPiece = 100'000;

/// What the language engine reads as texts of their own: the blocks that are read further; those of more than `longest`
/// characters are cut into pieces of at most `piece`, each at its last paragraph end (else line end, else space).
/// Cost O(bytes).
[[nodiscard]] std::vector<Span> units_of(const ingest::Document& document, std::size_t longest = kLongestUnit,
                                         std::size_t piece = kPiece);

}  // namespace rashomon::app
