#include "mentions/calendar.hpp"

#include <fmt/format.h>

namespace rashomon::mentions {
namespace {

// The number of `size` digits at `at`; -1 where they are not all digits.
int digits(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return -1;
  int value = 0;
  for (char c : text.substr(at, size)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

DateRange months(int year, int first, int count) {
  const auto start = make_date(year, first, 1);
  if (!start) return {};
  return {start, add_months(*start, count).plus(-1)};
}

DateRange years(int first, int count) { return {make_date(first, 1, 1), make_date(first + count - 1, 12, 31)}; }

DateRange weeks(int year, int week, bool weekend) {
  const auto january4 = make_date(year, 1, 4);
  if (!january4 || week < 1 || week > 53) return {};
  const Date monday = monday_of(*january4).plus((week - 1) * 7);
  return {weekend ? monday.plus(5) : monday, monday.plus(6)};
}

DateRange seasons(int year, std::string_view code) {
  if (code == "SP") return months(year, 3, 3);
  if (code == "SU") return months(year, 6, 3);
  if (code == "FA") return months(year, 9, 3);
  return code == "WI" ? months(year, 12, 3) : DateRange{};
}

}  // namespace

DateRange days_of(std::string_view v) {
  if (v.size() == 2 && digits(v, 0, 2) > 0) return years(digits(v, 0, 2) * 100 + 1, 100);
  if ((v.size() == 3 || (v.size() == 4 && v[3] == 'X')) && digits(v, 0, 3) > 0) return years(digits(v, 0, 3) * 10, 10);
  const int year = digits(v, 0, 4);
  if (year < 1) return {};
  if (v.size() == 4) return years(year, 1);
  if (v[4] != '-' || v.size() < 7) return {};
  if (v[5] == 'W' && digits(v, 6, 2) > 0) return weeks(year, digits(v, 6, 2), v.size() > 9);
  if (v[5] == 'Q' && digits(v, 6, 1) >= 1 && digits(v, 6, 1) <= 4) return months(year, digits(v, 6, 1) * 3 - 2, 3);
  if (v[5] == 'H' && digits(v, 6, 1) >= 1 && digits(v, 6, 1) <= 2) return months(year, digits(v, 6, 1) * 6 - 5, 6);
  const int month = digits(v, 5, 2);
  if (month < 0) return seasons(year, v.substr(5, 2));
  if (month < 1 || month > 12) return {};
  if (v.size() == 7) return months(year, month, 1);
  const auto day = make_date(year, month, digits(v, 8, 2));
  return day && v[7] == '-' ? DateRange{day, day} : DateRange{};
}

Date monday_of(Date date) { return date.plus(-date.weekday()); }

std::string week_value(Date date) {
  const Date thursday = monday_of(date).plus(3);
  const Date january1 = make_date(thursday.year(), 1, 1).value_or(thursday);
  return fmt::format("{:04}-W{:02}", thursday.year(), (thursday.days - january1.days) / 7 + 1);
}

std::string month_value(int year, int month) { return fmt::format("{:04}-{:02}", year, month); }

std::optional<std::string> year_value(int year) {
  if (year < 1 || year > 9999) return {};
  return fmt::format("{:04}", year);
}

std::string quarter_value(int year, int quarter) { return fmt::format("{:04}-Q{}", year, quarter); }

}  // namespace rashomon::mentions
