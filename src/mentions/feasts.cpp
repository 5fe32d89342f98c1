#include "mentions/feasts.hpp"

#include <charconv>
#include <map>
#include <vector>

#include "core/check.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

int number_of(std::string_view text) {
  int n = 0;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return n;
}

Feast::Calendar calendar_of(std::string_view name) {
  if (name == "fixed") return Feast::Calendar::fixed;
  if (name == "thursday") return Feast::Calendar::thursday;
  if (name == "easter") return Feast::Calendar::easter;
  if (name == "orthodox") return Feast::Calendar::orthodox;
  RASHOMON_CHECK(name == "islamic");
  return Feast::Calendar::islamic;
}

const std::map<std::string_view, std::vector<Feast>>& table() {
  static const auto kTable = [] {
    std::map<std::string_view, std::vector<Feast>> out;
    for (const auto& row : mention_table("feasts.tsv", 4)) {
      Feast feast{calendar_of(row[1]), 0, 0, number_of(row[3])};
      if (feast.calendar == Feast::Calendar::easter || feast.calendar == Feast::Calendar::orthodox) {
        feast.day = number_of(row[2]);
      } else {
        feast.month = number_of(row[2].substr(0, 2));
        feast.day = number_of(row[2].substr(3));
      }
      for (std::string_view name : list_of(row[0])) out[name].push_back(feast);
    }
    return out;
  }();
  return kTable;
}

std::optional<Date> easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  return make_date(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

// Given in the Gregorian calendar; the Julian day is 13 behind from 1900 to 2099, and a day more or less a century.
std::optional<Date> orthodox_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19;
  const int d = (19 * c + 15) % 30;
  const int e = (2 * a + 4 * b - d + 34) % 7;
  const auto julian = make_date(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1);
  return julian ? std::optional(julian->plus(year / 100 - year / 400 - 2)) : std::nullopt;
}

Date islamic(int year, int month, int day) {
  constexpr int kEpoch = 1948440 - 385;  // Julian day of the tabular calendar's day zero
  constexpr int kUnixEpoch = 2440588;    // Julian day of 1970-01-01
  return {(11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 + day + kEpoch - kUnixEpoch};
}

}  // namespace

std::span<const Feast> find_feasts(std::string_view name) {
  const auto it = table().find(name);
  return it == table().end() ? std::span<const Feast>() : std::span<const Feast>(it->second);
}

std::optional<Date> feast_in(const Feast& feast, int year) {
  if (year < 1 || year > 9998) return {};
  switch (feast.calendar) {
    case Feast::Calendar::fixed: return make_date(year, feast.month, feast.day);
    case Feast::Calendar::thursday: {
      const auto first = make_date(year, feast.month, 1);
      return first ? std::optional(first->plus((3 - first->weekday() + 7) % 7 + 7 * (feast.day - 1))) : std::nullopt;
    }
    case Feast::Calendar::easter: {
      const auto sunday = easter(year);
      return sunday ? std::optional(sunday->plus(feast.day)) : std::nullopt;
    }
    case Feast::Calendar::orthodox: {
      const auto sunday = orthodox_easter(year);
      return sunday ? std::optional(sunday->plus(feast.day)) : std::nullopt;
    }
    case Feast::Calendar::islamic:
      if (year < 623) return {};
      for (int y = (year - 622) * 33 / 32 - 1, last = y + 4; y <= last; ++y)
        if (const Date date = islamic(y, feast.month, feast.day); y > 0 && date.year() == year) return date;
      return {};
  }
  return {};
}

}  // namespace rashomon::mentions
