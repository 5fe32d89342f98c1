#pragma once

#include <string_view>

#include "ingest/document.hpp"
#include "ingest/dom.hpp"
#include "ingest/json_ld.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// The publication date of a page by its markup: JSON-LD, meta tags, time elements, elements whose class speaks of a
/// date, the URL, then dates written in the text near the title; modification dates stand in where nothing else is.
/// `basis` names the evidence. Empty where there is none.
[[nodiscard]] Published published_of_page(const Dom& dom, const PageText& text, const LinkedData& linked, std::string_view url, std::string_view language);

}  // namespace rashomon::ingest
