#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/dom.hpp"
#include "ingest/json_ld.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// The publication date of a page: JSON-LD, meta tags, then the likeliest of the dates it shows, the URL; modification
/// dates, the URL's month and the year of a copyright line stand in, in this order, where nothing better is.
/// `basis` names the evidence. Empty where there is none.
[[nodiscard]] Published published_of_page(const Dom& dom, const PageText& text, const LinkedData& linked,
                                          const std::vector<std::string>& titles, std::string_view url,
                                          std::string_view language);

}  // namespace rashomon::ingest
