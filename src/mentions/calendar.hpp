#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace rashomon::mentions {

/// The days that a TimeML value covers: years, months, days (a part of the day counts as its day), ISO weeks and their
/// weekends, quarters, halves, seasons (northern, December winters belong to the year of their December), decades
/// ("198", "198X") and centuries ("19"). Empty for references, durations and sets.
/// Reference: TimeML 1.2.1, ISO 8601.
[[nodiscard]] DateRange days_of(std::string_view value);

/// "2020-W09", the ISO 8601 week that holds `date`.
[[nodiscard]] std::string week_value(Date date);
/// "2020-02"
[[nodiscard]] std::string month_value(int year, int month);
/// "2020"; nullopt outside 1 to 9999.
[[nodiscard]] std::optional<std::string> year_value(int year);
/// "2020-Q1"
[[nodiscard]] std::string quarter_value(int year, int quarter);
/// The first day of the ISO week.
[[nodiscard]] Date monday_of(Date date);

}  // namespace rashomon::mentions
