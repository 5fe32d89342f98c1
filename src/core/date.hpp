#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rashomon {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0). No time zone.
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;

  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;        ///< 1–12
  [[nodiscard]] int day() const;          ///< 1–31
  [[nodiscard]] int weekday() const;      ///< 0 Monday … 6 Sunday
  [[nodiscard]] std::string iso() const;  ///< "2020-02-28"
  [[nodiscard]] Date plus(int n) const { return {days + n}; }
};

/// The date of year, month 1–12, day; nullopt where the calendar has no such day.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);
/// Reads the leading "YYYY-MM-DD" of an ISO 8601 date or date-time; nullopt otherwise.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
[[nodiscard]] int days_in_month(int year, int month);
/// `date` moved by whole months, the day clipped to the month's length.
[[nodiscard]] Date add_months(Date date, int months);

/// Inclusive range of days; an open end is nullopt.
struct DateRange {
  std::optional<Date> start;
  std::optional<Date> end;
  auto operator<=>(const DateRange&) const = default;
  [[nodiscard]] bool empty() const { return !start && !end; }
};

/// UCDP GED date precision: 1 day, 2 two to six days, 3 week, 4 month, 5 year or vaguer.
/// Reference: UCDP GED Codebook, `date_prec`.
[[nodiscard]] int ucdp_precision(const DateRange& range);

/// ACLED time precision: 1 day, 2 week or weekend (2 to 7 days), 3 month or vaguer.
/// Reference: ACLED Codebook, `time_precision`.
[[nodiscard]] int acled_precision(const DateRange& range);

/// A resolved time of a claim or an event.
struct TimeSpan {
  DateRange range;
  int precision = 5;   ///< UCDP 1–5
  std::string anchor;  ///< what it hangs on: "text", "dateline", "published", "event", …
  auto operator<=>(const TimeSpan&) const = default;
};

}  // namespace rashomon
