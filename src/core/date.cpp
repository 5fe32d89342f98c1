#include "core/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace rashomon {
namespace {

std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days}}};
}

// Reads `n` digits of `text` at `at`; -1 if they are not all digits.
int digits(std::string_view text, std::size_t at, std::size_t n) {
  int value = 0;
  for (std::size_t i = at; i < at + n; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }
int Date::weekday() const { return ((days % 7) + 7 + 3) % 7; }  // 1970-01-01 was a Thursday
std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return {};
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return {};
  if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return {};
  return make_date(digits(iso, 0, 4), digits(iso, 5, 2), digits(iso, 8, 2));
}

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

Date add_months(Date date, int months) {
  const int index = date.year() * 12 + date.month() - 1 + months;
  const int year = index / 12;
  const int month = index % 12 + 1;
  return make_date(year, month, std::min(date.day(), days_in_month(year, month))).value_or(date);
}

int acled_precision(const DateRange& range) { return std::min((ucdp_precision(range) + 2) / 2, 3); }

int ucdp_precision(const DateRange& range) {
  if (!range.start || !range.end) return 5;
  const int n = range.end->days - range.start->days + 1;
  if (n <= 1) return 1;
  if (n <= 6) return 2;
  if (n <= 7) return 3;
  return n <= 31 ? 4 : 5;
}

}  // namespace rashomon
