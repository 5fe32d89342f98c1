#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/extract.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// Finds the TimeML expressions of the read blocks and resolves them against `anchor`. Ascending by span, disjoint.
/// Cost O(tokens); thread-safe.
[[nodiscard]] std::vector<Time> find_times(const ingest::Document& document, const language::Parse& parse,
                                           const Anchor& anchor);

}  // namespace rashomon::mentions
