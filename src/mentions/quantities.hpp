#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/extract.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// Finds numbers with the words that bound them, what they measure, who is counted and over which window. Parts of
/// `times` (dates, durations, clock times) are no quantities. Ascending by span.
/// Cost O(tokens); thread-safe.
[[nodiscard]] std::vector<Quantity> find_quantities(const ingest::Document& document, const language::Parse& parse,
                                                    const std::vector<Time>& times, const Anchor& anchor);

}  // namespace rashomon::mentions
