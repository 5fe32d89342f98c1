#pragma once

#include <vector>

#include "ingest/dom.hpp"
#include "ingest/page_blocks.hpp"
#include "ingest/page_facts.hpp"

namespace rashomon::ingest {

/// For each block of the page: true if it is of the report (its text, headings, decks), false if it surrounds it.
[[nodiscard]] std::vector<bool> find_content(const Dom& dom, const PageText& text, const PageFacts& facts);

}  // namespace rashomon::ingest
