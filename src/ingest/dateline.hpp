#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "ingest/dates.hpp"

namespace rashomon::ingest {

/// The opening of a report: where and when it was written, and the agency that sent it.
struct WrittenDateline {
  Span span;  ///< through the dash, the colon or the closing bracket
  Span place;
  std::optional<WrittenDate> date;
  std::vector<std::string> agencies;
};

/// Reads "CITY, Country, Month 5 (Agency) —", "CITY (Agency) -", "(CITY) —", "CITY: ", "City | Agency |",
/// "City, AGENCY –" at the beginning of `paragraph`; nullopt where it opens otherwise.
[[nodiscard]] std::optional<WrittenDateline> find_dateline(std::string_view text, Span paragraph);

}  // namespace rashomon::ingest
