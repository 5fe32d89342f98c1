#pragma once

#include "ingest/article.hpp"
#include "ingest/document.hpp"
#include "ingest/page_facts.hpp"

namespace rashomon::ingest {

/// Notes what a finished document's facts rest on: what its giver said, what the page states and shows, what the text
/// tells. `facts`: of the page; nullptr for plain text. Cost: as many candidates as the page has days and titles.
void explain(Document& document, const Given& given, const Findings& findings, const PageFacts* facts);

}  // namespace rashomon::ingest
