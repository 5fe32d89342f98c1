#include <fmt/format.h>

#include <algorithm>

#include "mentions/time_rules.hpp"

/// Times written as weekdays, days around the anchor, parts of days and clock times.
namespace rashomon::mentions {
namespace {

// "late", "early", "earlier", "later", "mid-": words that narrow a day and stay within its span.
std::size_t after_shade(const TimeContext& c, std::size_t at) {
  if (c.any(at, "late|early|earlier|later")) return at + 1;
  if (c.is(at, "mid") && c.is(at + 1, "-")) return at + 2;
  return at;
}

TimeMatch part_of(std::size_t begin, std::size_t end, Date day, std::string_view part, std::string rule) {
  return {begin, end, TimeType::time, day.iso() + "T" + std::string(part), std::move(rule)};
}

int weekday_at(const TimeContext& c, std::size_t i) {
  const TimeEntry e = c.word(i, TimeClass::weekday);
  if (!e || !c.words[i].capital) return -1;
  // Short forms are words of their own ("sat", "sun"): trusted as names of days only.
  if (c.low(i).size() <= 4 && !c.any(i, "tues|thur|weds") && c.token(i).entity != "DATE" && c.token(i).entity != "TIME")
    return -1;
  return whole_number(e.value);
}

}  // namespace

MaybeTime match_weekday(TimeContext& c, std::size_t at) {
  std::size_t i = after_shade(c, at);
  if (c.is(i, "on") && i > at) ++i;  // "late on Thursday"
  const bool article = c.is(i, "the");
  if (article && !c.any(i + 1, "previous|following|next|past")) return {};
  if (article) ++i;
  int step = 0;
  bool stepped = false;
  if (c.any(i, "last|past|previous|next|following|this|coming")) {
    stepped = !c.is(i, "this");
    step = c.any(i, "last|past|previous") ? -1 : c.any(i, "next|following|coming") ? 1 : 0;
    ++i;
    if (c.any(i, "past|coming")) {
      step = c.is(i, "past") ? -1 : 1;
      ++i;
    }
  }
  const int weekday = weekday_at(c, i);
  if (weekday < 0) return {};
  if (!c.anchor)
    return TimeMatch{at, i + 1, TimeType::date, fmt::format("XXXX-WXX-{}", weekday + 1), "weekday without an anchor"};
  Tense tense = step < 0 ? Tense::past : step > 0 ? Tense::future : c.tense(i);
  const Date base = c.is(i - (stepped ? 1 : 0), "previous") || c.is(i - (stepped ? 1 : 0), "following")
                        ? c.focus.value_or(*c.anchor)
                        : *c.anchor;
  Date day = nearest_weekday(base, weekday, tense);
  if (step != 0 && day == base) day = day.plus(7 * step);
  std::size_t end = i + 1;
  if (c.is(end, ",") && c.any(end + 1, "midnight|noon")) ++end;
  if (const TimeEntry part = c.word(end, TimeClass::part)) {
    if (c.low(end).back() == 's') return {};  // "Tuesday nights" is a set
    return part_of(at, end + 1, day, part.value, "weekday with part of day");
  }
  return TimeMatch{at, end, TimeType::date, day.iso(),
                   stepped ? "weekday counted from the anchor" : "weekday nearest to the anchor"};
}

namespace {

// "yesterday", "tonight", "last night", "this morning", "overnight"
MaybeTime day_word(const TimeContext& c, std::size_t at, std::size_t i) {
  if (!c.anchor) return {};
  if (const TimeEntry e = c.word(i, TimeClass::day)) {
    const Date day = c.anchor->plus(whole_number(e.value));
    if (c.is(i, "tonight")) return part_of(at, i + 1, day, "NI", "part of the anchor day");
    if (const TimeEntry part = c.word(i + 1, TimeClass::part))
      return part_of(at, i + 2, day, part.value, "day with part");
    return TimeMatch{at, i + 1, TimeType::date, day.iso(), "day counted from the anchor"};
  }
  if (c.is(i, "overnight") && c.token(i).pos != "ADJ")
    return TimeMatch{
        at, i + 1, TimeType::time, c.anchor->iso() + "TNI", "night to the anchor day", {c.anchor->plus(-1), *c.anchor}};
  if (c.is(i, "last") && c.any(i + 1, "night|evening"))
    return part_of(at, i + 2, c.anchor->plus(-1), c.is(i + 1, "night") ? "NI" : "EV",
                   "part of the day before the anchor");
  if (!c.is(i, "this")) return {};
  const std::size_t k = after_shade(c, i + 1);
  const TimeEntry part = c.word(k, TimeClass::part);
  return part ? MaybeTime(part_of(at, k + 1, *c.anchor, part.value, "part of the anchor day")) : MaybeTime();
}

// "the day before", "the same day", "that day", "the next morning": from the day last spoken of.
MaybeTime day_from_focus(const TimeContext& c, std::size_t at) {
  if (!c.focus && !c.anchor) return {};
  const Date base = c.focus.value_or(*c.anchor);
  std::size_t i = at;
  if (c.any(i, "the|that")) ++i;
  else if (!c.any(i, "a")) return {};
  int step = 0;
  if (c.any(i, "same")) ++i;
  else if (c.any(i, "next|following")) step = 1, ++i;
  else if (c.any(i, "previous|preceding")) step = -1, ++i;
  const TimeEntry part = c.word(i, TimeClass::part);
  if (part && i > at + 1)
    return part_of(at, i + 1, base.plus(step), part.value, "part of a day counted from the last one named");
  if (!c.is(i, "day")) return {};
  ++i;
  if (step == 0 && c.any(at, "the|a") && i == at + 2) {
    if (c.any(i, "before|earlier"))
      return TimeMatch{at, i + 1, TimeType::date, base.plus(-1).iso(), "day counted from the last one named"};
    if (c.any(i, "after|later"))
      return TimeMatch{at, i + 1, TimeType::date, base.plus(1).iso(), "day counted from the last one named"};
    return {};
  }
  if (i == at + 1) return {};
  return TimeMatch{at, i, TimeType::date, base.plus(step).iso(), "day counted from the last one named"};
}

}  // namespace

MaybeTime match_day(TimeContext& c, std::size_t at) {
  std::size_t i = after_shade(c, at);
  if (i == at && c.is(at, "day") && c.any(at + 1, "before|after") && c.any(at + 2, "yesterday|tomorrow") && c.anchor)
    return TimeMatch{at, at + 3, TimeType::date, c.anchor->plus(c.is(at + 1, "before") ? -2 : 2).iso(),
                     "day counted from the anchor"};
  if (auto found = day_word(c, at, i)) return found;
  if (i > at && c.is(at, "mid") && c.word(i, TimeClass::part)) {  // "mid-afternoon yesterday"
    if (const TimeEntry e = c.word(i + 1, TimeClass::day); e && c.anchor)
      return part_of(at, i + 2, c.anchor->plus(whole_number(e.value)), c.word(i, TimeClass::part).value,
                     "part of a day");
  }
  if (c.is(at, "the") && c.any(at + 1, "early|small") && c.is(at + 2, "hours")) {
    std::size_t k = at + 3;
    if (c.any(k, "of|on")) ++k;
    if (auto day = match_weekday(c, k)) {
      if (day->value.size() > 10) return {};
      return TimeMatch{at, day->end, TimeType::time, day->value + "TMO", "early hours of a weekday"};
    }
    if (k == at + 3 && c.anchor) return part_of(at, k, *c.anchor, "MO", "early hours of the anchor day");
  }
  return day_from_focus(c, at);
}

namespace {

struct Clock {
  int hour = -1;
  int minute = -1;
  std::size_t end = 0;
};

// "7:15 a.m.", "7 p.m.", "19:15", "0600 GMT", "noon", "10 in the morning", "11 o'clock"
std::optional<Clock> clock_at(const TimeContext& c, std::size_t i) {
  if (c.is(i, "noon") || c.is(i, "midday")) return Clock{12, 0, i + 1};
  if (c.is(i, "midnight")) return Clock{24, 0, i + 1};
  Clock k;
  k.hour = c.integer(i);
  k.end = i + 1;
  const std::string_view w = c.low(i);
  if (const std::size_t dot = w.find('.'); dot != std::string_view::npos) {  // "10.45pm"
    if (w.size() - dot != 3 || dot > 2 || c.words[i].kind != WordKind::digits) return {};
    k.hour = whole_number(w.substr(0, dot));
    k.minute = whole_number(w.substr(dot + 1));
    if (!c.word(k.end, TimeClass::meridiem)) return {};
  } else if (k.hour < 0) {
    const auto n = read_number(c.words, i);
    if (!n || !n->spelled || n->value < 1 || n->value > 12 || n->value != static_cast<int>(n->value)) return {};
    k.hour = static_cast<int>(n->value);
    k.end = n->end;
  } else if (c.words[i].span.size() == 4) {
    if (!c.word(i + 1, TimeClass::zone) && !(c.any(i + 1, "local|hours"))) return {};
    k.minute = k.hour % 100;
    k.hour /= 100;
  } else if (c.any(i + 1, ":|.") && c.integer(i + 2) >= 0 && c.words[i + 2].span.size() == 2 && c.words[i + 1].glued &&
             c.words[i + 2].glued) {
    k.minute = c.integer(i + 2);
    k.end = i + 3;
  }
  if (k.hour > 24 || k.minute > 59) return {};
  const bool bare = k.minute < 0;
  if (c.word(k.end, TimeClass::meridiem)) {
    if (k.hour > 12) return {};
    k.hour = k.hour % 12 + (c.is(k.end, "pm") ? 12 : 0);
    ++k.end;
  } else if (c.is(k.end, "o'clock") || (c.is(k.end, "o") && c.is(k.end + 1, "'"))) {
    k.end += c.is(k.end, "o'clock") ? 1 : 3;
  } else if (c.is(k.end, "in") && c.is(k.end + 1, "the") && c.any(k.end + 2, "morning|afternoon|evening")) {
    k.hour = k.hour % 12 + (c.is(k.end + 2, "morning") ? 0 : 12);
    k.end += 3;
  } else if (bare) {
    return {};
  } else if (c.words[i].span.size() != 4 && !c.word(k.end, TimeClass::zone) &&
             !(i > 0 && c.any(i - 1, "at|by|around|about|until|before|after|since|from|to|,")) &&
             c.token(i).entity != "TIME") {
    return {};
  }
  return k;
}

std::string clock_value(Date day, const Clock& k) {
  if (k.minute < 0) return fmt::format("{}T{:02}", day.iso(), k.hour);
  return fmt::format("{}T{:02}:{:02}", day.iso(), k.hour, k.minute);
}

}  // namespace

MaybeTime match_clock(TimeContext& c, std::size_t at) {
  auto clock = clock_at(c, at);
  if (!clock) return {};
  std::size_t end = clock->end;
  std::optional<int> zone;
  if (c.is(end, "local") && c.is(end + 1, "time")) end += 2;
  else if (const TimeEntry named = c.word(end, TimeClass::zone); named && c.low(end) != "ist")
    zone = signed_number(named.value), ++end;
  if (c.is(end, "(") && c.word(end + 1, TimeClass::zone) && c.is(end + 2, ")")) {
    zone = signed_number(c.word(end + 1, TimeClass::zone).value);
    end += 3;
  }
  if (!c.anchor)
    return TimeMatch{at, end, TimeType::time,
                     fmt::format("XXXX-XX-XXT{:02}:{:02}", clock->hour, std::max(clock->minute, 0)),
                     "clock time without an anchor"};
  Date day = *c.anchor;
  std::size_t k = end;
  if (c.is(k, ",")) ++k;
  if (c.is(k, "on")) ++k;
  MaybeTime named = match_weekday(c, k);
  if (auto date = match_date(c, k); date && (!named || date->end > named->end)) named = date;
  if (!named && c.word(k, TimeClass::day)) named = match_day(c, k);
  if (named && named->value.size() >= 10) {
    if (const auto d = parse_date(named->value.substr(0, 10))) {
      day = *d;
      end = named->end;
    }
  } else if (c.focus && c.focus->days <= c.anchor->days && c.anchor->days - c.focus->days < 7) {
    day = *c.focus;  // "hit at 7:15": the day that is spoken of
  }
  if (clock->minute < 0 && clock->hour >= 0) clock->minute = 0;
  if (clock->hour == 24) return TimeMatch{at, end, TimeType::time, day.iso() + "T24:00", "midnight"};
  TimeMatch found{at, end, TimeType::time, clock_value(day, *clock), "clock time"};
  if (!zone || !c.local) return found;
  // Events are dated by the day where they happen.
  const DateRange local = local_days(day, clock->hour * 60 + clock->minute, *zone, *c.local);
  if (local == DateRange{day, day}) return found;
  found.range = local;
  found.rule = "clock time, day of the reporter's zone";
  return found;
}

}  // namespace rashomon::mentions
