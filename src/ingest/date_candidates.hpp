#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/dates.hpp"
#include "ingest/dom.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// A date that a page shows or hides in an attribute, with what speaks for it as the date of publication.
struct DateCandidate {
  Date date;
  double score = 0;      ///< higher is likelier; ordinal
  bool element = false;  ///< from a time element or an attribute, not from the words
};

/// The likeliest of the dates a page shows: near the headline, in a part named for dates, beside words like
/// "published", not in comments, side columns or running text. nullopt where it shows none.
/// `titles`: word keys of the page's titles. `url_dates`: what the URL says, which favours dates that agree.
[[nodiscard]] std::optional<DateCandidate> likeliest_date(const Dom& dom, const PageText& text,
                                                          const std::vector<std::string>& titles,
                                                          const DateRange& url_dates, DayOrder order);

}  // namespace rashomon::ingest
