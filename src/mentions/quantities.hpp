#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/extract.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// Finds numbers with the words that bound them, what they measure, who is counted and over which window. Parts of
/// dates and clock times are no quantities; numbers of lengths of time are, see is_length_of_time(). Ascending by span.
/// Cost O(tokens); thread-safe.
[[nodiscard]] std::vector<Quantity> find_quantities(const ingest::Document& document, const language::Parse& parse,
                                                    const std::vector<Time>& times, const Anchor& anchor);

/// True for "six months" and the like: numbers of time units, which a claim has as its time and not as a toll.
[[nodiscard]] bool is_length_of_time(const Quantity& quantity);

}  // namespace rashomon::mentions
