#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/span.hpp"

namespace rashomon::ingest {

/// A date as a page prints it. Year 0 where none is written, day 0 where only month and year are.
struct WrittenDate {
  Span span;  ///< with the week day before it and the time of day behind it
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = -1;  ///< 0 Monday … 6 Sunday, -1 not written
  bool with_time = false;
  [[nodiscard]] std::optional<Date> date() const { return make_date(year, month, day); }
  auto operator<=>(const WrittenDate&) const = default;
};

/// Which number of "5/7/2016" is the day.
enum class DayOrder { day_first, month_first };

/// Dates written in `text`, in order, not overlapping: "2016-07-05", "05.07.2016", "July 5, 2016", "Tue 05 Jul 2016",
/// "5 juillet 2016", "February 28", "(February 27th)". Years from 1990 to 2100.
/// Cost O(bytes).
[[nodiscard]] std::vector<WrittenDate> find_dates(std::string_view text, DayOrder order = DayOrder::month_first);

/// The year nearest after or at `from` (at most 6 later) in which the written month and day fall on its week day.
[[nodiscard]] std::optional<Date> fit_year(const WrittenDate& written, int from);

/// Days and months of a URL's path: "/2016/07/05/", "/2016-07-05-title", "/20160705/"; a month alone gives a range.
[[nodiscard]] DateRange date_of_url(std::string_view url);

}  // namespace rashomon::ingest
