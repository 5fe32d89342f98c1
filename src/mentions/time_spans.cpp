#include <fmt/format.h>

#include "mentions/time_rules.hpp"

/// Days from one to another, and parts of a day or weeks told by a day.
namespace rashomon::mentions {
namespace {

constexpr std::string_view kDash = "-|\xE2\x80\x93|\xE2\x80\x94";

// A day of the month in digits, that is no clock time or part of a longer number.
int bare_day(const TimeContext& c, std::size_t i) {
  const int n = c.integer(i);
  if (n < 1 || n > 31 || c.words[i].span.size() > 2) return 0;
  return i > 0 && c.words[i].glued && !c.any(i - 1, kDash) && !c.is(i - 1, "(") ? 0 : n;
}

std::optional<Date> day_of(const MaybeTime& found) {
  return found && found->value.size() == 10 ? parse_date(found->value) : std::nullopt;
}

TimeMatch from_to(std::size_t begin, std::size_t end, Date first, Date last) {
  return {begin, end, TimeType::date, first.iso() + "/" + last.iso(), "days from one to another", {first, last}};
}

// "12 to 15 April", "3-4 March 2020"; of "14 and 16 April" the first alone, but not behind "between".
MaybeTime days_then_month(TimeContext& c, std::size_t at) {
  const int first = bare_day(c, at);
  if (first == 0) return {};
  std::size_t i = at + 1;
  const bool from = at > 0 && c.any(at - 1, "from|between");
  const bool range = c.any(i, kDash) || c.any(i, "to|through|until|till") || (from && c.is(i, "and"));
  if (!range && !(at > 0 && c.any(at - 1, "on|of|since|until|by|before|after|,|and|dated|the"))) return {};
  while (!range && c.is(i, ",") && bare_day(c, i + 1) > 0) i += 2;
  if (!range && !c.any(i, "and|or|,")) return {};
  auto last = match_date(c, i + 1);
  const auto day = day_of(last);
  if (!day || last->begin != i + 1 || c.integer(i + 1) < 0) return {};
  const auto begin = make_date(day->year(), day->month(), first);
  if (!begin || !(*begin < *day)) return {};
  if (range) return from_to(at, last->end, *begin, *day);
  return TimeMatch{at, at + 1, TimeType::date, begin->iso(), "day of a month named behind"};
}

// "March 3-4", "March 3 to 5, 2020"
MaybeTime month_then_days(TimeContext& c, std::size_t at) {
  if (!c.word(at, TimeClass::month)) return {};
  const auto found = match_date(c, at);
  auto first = day_of(found);
  if (!first) return {};
  std::size_t i = found->end;
  if (!c.any(i, kDash) && !(c.any(i, "to|through") && at > 0 && c.any(at - 1, "from|between|,"))) return {};
  const int day = bare_day(c, i + 1);
  if (day <= first->day()) return {};
  std::size_t end = i + 2;
  if (const int year = year_at(c, end, end); year != 0) first = make_date(year, first->month(), first->day());
  const auto last = first ? make_date(first->year(), first->month(), day) : std::nullopt;
  return last ? MaybeTime(from_to(at, end, *first, *last)) : MaybeTime();
}

// The days that a date, days or a weekday name.
MaybeTime named_days(TimeContext& c, std::size_t i) {
  if (auto days = match_days(c, i)) return days;
  if (auto date = match_date(c, i); day_of(date)) return date;
  auto weekday = match_weekday(c, i);
  return day_of(weekday) ? weekday : MaybeTime();
}

DateRange range_of(const TimeMatch& days) { return days.range.empty() ? days_of(days.value) : days.range; }

// "the week of March 6", "the week ending 12 March", "the weekend of April 15-16"
MaybeTime week_of(TimeContext& c, std::size_t at, std::size_t i) {
  const bool weekend = c.is(i, "weekend"), ending = c.any(i + 1, "ending|ended");
  if (!(c.is(i, "week") || weekend) || !(c.is(i + 1, "of") || ending || c.any(i + 1, "beginning|starting"))) return {};
  const auto days = named_days(c, i + 2);
  if (!days) return {};
  const DateRange named = range_of(*days);
  const std::string value = week_value(*named.start);
  if (weekend)
    return TimeMatch{at, days->end, TimeType::date, value + "-WE", "weekend of a day", days_of(value + "-WE")};
  const DateRange range =
      ending ? DateRange{named.start->plus(-6), named.start} : DateRange{named.start, named.start->plus(6)};
  return TimeMatch{at, days->end, TimeType::date, value, "week of a day", range};
}

}  // namespace

MaybeTime match_days(TimeContext& c, std::size_t at) {
  if (auto found = days_then_month(c, at)) return found;
  return month_then_days(c, at);
}

MaybeTime match_within(TimeContext& c, std::size_t at) {
  const std::size_t i = c.is(at, "the") ? at + 1 : at;
  if (auto found = week_of(c, at, i)) return found;
  const TimeEntry part = c.word(i, TimeClass::part);
  if (!part || c.plural(i) || !c.any(i + 1, "of|on")) return {};
  const auto days = named_days(c, i + 2);
  if (!days) return {};
  const DateRange range = range_of(*days);
  return TimeMatch{
      at, days->end, TimeType::time, range.start->iso() + "T" + std::string(part.value), "part of a named day", range};
}

}  // namespace rashomon::mentions
