#include <cstdlib>

#include "mentions/feasts.hpp"
#include "mentions/time_rules.hpp"

/// Times named by feasts.
namespace rashomon::mentions {
namespace {

struct NamedFeast {
  std::span<const Feast> feasts;
  std::size_t end = 0;
};

// The longest feast name at i; hyphens do not count. "Eid" alone is either.
std::optional<NamedFeast> feast_at(const TimeContext& c, std::size_t i) {
  if (i >= c.words.size() || !c.words[i].capital) return {};
  std::optional<NamedFeast> found;
  std::string name;
  for (std::size_t k = i; k < c.words.size() && k < i + 6; ++k) {
    if (c.is(k, "-")) continue;
    name += (name.empty() ? "" : " ") + c.words[k].low;
    if (const auto feasts = find_feasts(name); !feasts.empty()) found = NamedFeast{feasts, k + 1};
  }
  return found;
}

/// A feast's first day, and which feast.
struct Day {
  Date date;
  const Feast* feast;
};

// The day that the clause means: the last one before the anchor, the next one, or the nearest.
std::optional<Day> nearest_feast(std::span<const Feast> feasts, Date anchor, Tense tense) {
  std::optional<Day> best;
  for (const Feast& feast : feasts)
    for (int year = anchor.year() - 1; year <= anchor.year() + 1; ++year) {
      const auto day = feast_in(feast, year);
      if (!day) continue;
      const int distance = day->days - anchor.days;
      if ((tense == Tense::past && distance > 1) || (tense == Tense::future && distance < -1)) continue;
      if (!best || std::abs(distance) < std::abs(best->date.days - anchor.days)) best = Day{*day, &feast};
    }
  return best;
}

std::optional<Day> feast_of_year(std::span<const Feast> feasts, int year) {
  if (feasts.size() != 1) return {};
  const auto day = feast_in(feasts[0], year);
  return day ? std::optional(Day{*day, &feasts[0]}) : std::nullopt;
}

/// What part of a feast is meant: "the first day of", "the last week of", "the eve of".
struct Part {
  std::size_t end = 0;
  int number = 0;  ///< from 1; -1 the last, 0 the eve
  int days = 1;    ///< of a part
};

std::optional<Part> part_at(const TimeContext& c, std::size_t i) {
  if (c.is(i, "the")) ++i;
  if (c.is(i, "eve") && c.is(i + 1, "of")) return Part{i + 2, 0, 1};
  Part part;
  if (c.any(i, "last|final")) part.number = -1, part.end = i + 1;
  else if (const auto n = read_ordinal(c.words, i); n && n->value >= 1 && n->value <= 30)
    part.number = static_cast<int>(n->value), part.end = n->end;
  else return {};
  if (!c.any(part.end, "day|night|week") || !c.is(part.end + 1, "of")) return {};
  part.days = c.is(part.end, "week") ? 7 : 1;
  part.end += 2;
  return part;
}

DateRange days_of_part(const Day& day, const Part& part) {
  if (part.number == 0) return {day.date.plus(-1), day.date.plus(-1)};
  const Date first =
      part.number < 0 ? day.date.plus(day.feast->length - part.days) : day.date.plus((part.number - 1) * part.days);
  return {first, first.plus(part.days - 1)};
}

}  // namespace

MaybeTime match_feast(TimeContext& c, std::size_t at) {
  const auto part = part_at(c, at);
  std::size_t i = part ? part->end : at;
  Tense tense = c.tense(i);
  if (c.any(i, "last|next|this")) {
    tense = c.is(i, "last") ? Tense::past : c.is(i, "next") ? Tense::future : Tense::present;
    ++i;
  }
  const auto named = feast_at(c, i);
  if (!named || c.any(named->end, "week|weekend|season|holiday|holidays")) return {};
  std::size_t end = named->end;
  std::size_t stop = end;
  const int year = year_at(c, end, stop);
  if (year == 0 && !c.anchor) return {};
  const auto day = year != 0 ? feast_of_year(named->feasts, year) : nearest_feast(named->feasts, *c.anchor, tense);
  if (!day) return {};
  if (year != 0) end = stop;
  const int slack = day->feast->calendar == Feast::Calendar::islamic ? 1 : 0;
  const DateRange days =
      part ? days_of_part(*day, *part) : DateRange{day->date, day->date.plus(day->feast->length - 1)};
  if (days.start->days > days.end->days) return {};
  const bool week = part && part->days > 1;
  TimeMatch found{at, end, TimeType::date, week ? week_value(*days.start) : days.start->iso(),
                  part ? "part of a feast" : "feast"};
  found.range = {days.start->plus(-slack), days.end->plus(slack)};
  return found;
}

}  // namespace rashomon::mentions
