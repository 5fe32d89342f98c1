#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/dates.hpp"
#include "ingest/dom.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// A date in the machine-readable parts of a page.
struct StatedDate {
  Date date;
  bool utc = false;      ///< of a time stamp in UTC, whose day may be the next one of the outlet's own clock
  std::size_t rank = 0;  ///< of the name in its list, 0 the most trusted
};

/// The date of a value; nullopt for what is none or lies outside 1990 to 2100.
[[nodiscard]] std::optional<StatedDate> stated_date(std::string_view value, DayOrder order);

/// Dates of meta tags that have one of the names, in the page's order.
[[nodiscard]] std::vector<StatedDate> meta_dates(const Dom& dom, const std::vector<std::string_view>& names);

/// The date of the first script that carries one under a name like "publishDate"; pages built in the browser have it
/// nowhere else.
[[nodiscard]] std::optional<Date> script_date(const Dom& dom);

/// The day in the path of the picture that stands for the page (og:image).
[[nodiscard]] std::optional<Date> picture_date(const Dom& dom);

/// The latest year of the page's copyright lines; 0 without one.
[[nodiscard]] int copyright_year(const PageText& text);

}  // namespace rashomon::ingest
