#pragma once

#include <string_view>
#include <vector>

#include "ingest/date_evidence.hpp"
#include "ingest/document.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// Log-odds from which a day is taken for the one of publication; by cross-validation on the development pages.
inline constexpr double kLeastLikely = -4;

/// Log-odds of each day to be the one that the page gives as its date (docs/models/dates.md).
[[nodiscard]] std::vector<double> date_scores(const std::vector<DateEvidence>& days);

/// The publication date of a page: the likeliest of its days; where none is likely the month of the URL, then the year
/// of a copyright line. `basis` names the best evidence. Empty where there is none.
[[nodiscard]] Published published_of_page(const std::vector<DateEvidence>& days, const PageText& text,
                                          std::string_view url);

/// The last day that JSON-LD or meta tags give as that of a change.
[[nodiscard]] Published modified_of_page(const std::vector<DateEvidence>& days);

}  // namespace rashomon::ingest
