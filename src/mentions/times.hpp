#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/extract.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// Finds the TimeML expressions of the read blocks and resolves them against `anchor`. Ascending by span, disjoint.
/// `written_in`: ISO3 of the country whose clocks "local" means, empty if unknown; of clock times in a named zone the
/// days are local ones. Cost O(tokens); thread-safe.
[[nodiscard]] std::vector<Time> find_times(const ingest::Document& document, const language::Parse& parse,
                                           const Anchor& anchor, std::string_view written_in = {});

}  // namespace rashomon::mentions
