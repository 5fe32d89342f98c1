#include <fmt/format.h>

#include <algorithm>

#include "mentions/time_rules.hpp"

/// Times counted in units from the anchor or from the time last spoken of.
namespace rashomon::mentions {
namespace {

// "the end of", "the beginning of", "early", "late in", "mid-", "sometime": where what they narrow begins.
std::size_t after_narrowing(const TimeContext& c, std::size_t at) {
  std::size_t i = at;
  if (c.is(i, "the") && c.any(i + 1, "end|beginning|start|middle|close|turn|rest|remainder") && c.is(i + 2, "of"))
    return i + 3;
  if (c.any(i, "mid|late|early") && c.is(i + 1, "-")) return i + 2;
  if (c.is(i, "the") && c.any(i + 1, "early|late|mid")) ++i;
  if (c.any(i, "late|early|earlier|later|sometime|mid|midway")) {
    ++i;
    if (c.is(i, "-")) ++i;
    if (c.any(i, "in|on")) ++i;
    return i;
  }
  return at;
}

// -1 for last, 0 for this, 1 for next; 2 where it is none of them.
int step_at(const TimeContext& c, std::size_t i) {
  if (c.any(i, "last|past|previous|preceding")) return -1;
  if (c.any(i, "next|coming|following|upcoming")) return 1;
  return c.any(i, "this|current|same") ? 0 : 2;
}

MaybeTime month_with_step(const TimeContext& c, std::size_t begin, std::size_t i, int step) {
  const TimeEntry month = c.word(i, TimeClass::month);
  if (!month || !c.words[i].capital || !c.anchor) return {};
  const int m = whole_number(month.value);
  int year = year_for(*c.anchor, m, 0, step < 0 ? Tense::past : step > 0 ? Tense::future : c.tense(i));
  if (step < 0 && m == c.anchor->month()) --year;
  if (step == 0) year = c.anchor->year();
  if (const int day = c.integer(i + 1); day >= 1 && day <= days_in_month(year, m))
    return TimeMatch{begin, i + 2, TimeType::date, fmt::format("{:04}-{:02}-{:02}", year, m, day),
                     "month counted from the anchor"};
  return TimeMatch{begin, i + 1, TimeType::date, month_value(year, m), "month counted from the anchor"};
}

// The days of "the rest of the week", "recent weeks" and the like are not those of the whole unit; the value is.
MaybeTime unit_with_step(const TimeContext& c, std::size_t begin, std::size_t i, int step, bool from_focus) {
  const std::string_view unit = c.unit(i);
  if (unit.empty() || c.plural(i) || unit == "D" || unit == "NI" || unit.front() == 'T') return {};
  std::optional<Date> base = c.anchor;
  if (from_focus)
    if (const auto named = days_of(c.period).start) base = named;
  if (!base) return {};
  const auto value = shifted_value(*base, unit, step);
  if (!value) return {};
  return TimeMatch{begin, i + 1, TimeType::date, *value, "unit counted from the anchor"};
}

}  // namespace

MaybeTime match_relative(TimeContext& c, std::size_t at) {
  std::size_t i = after_narrowing(c, at);
  const bool narrowed = i != at;
  bool article = false;
  if (c.is(i, "the") || c.is(i, "that")) {
    article = true;
    ++i;
  }
  const int step = step_at(c, i);
  if (step != 2) {
    const bool from_focus = c.any(i, "previous|preceding|following|same");
    std::size_t k = i + 1;
    if (c.any(k, "coming|past|current|same")) ++k;
    if (c.is(i, "last") && article && !narrowed && !c.unit(k).empty() && c.is(k + 1, "of")) return {};
    if (auto found = month_with_step(c, at, k, step)) return found;
    if (c.is(k, "calendar") || c.is(k, "fiscal")) ++k;
    auto found = unit_with_step(c, at, k, step, from_focus);
    // "the past year" is a year's length up to now, "the last week of" belongs to what follows.
    if (found && article && c.is(i, "past") && !narrowed) return {};
    return found;
  }
  if (c.is(at, "that") && c.any(i, "year|month|week|quarter|weekend|decade") && c.focus)
    return unit_with_step(c, at, i, 0, true);
  if (narrowed && article && c.any(i, "year|month|week|weekend|quarter|decade|century"))
    return unit_with_step(c, at, i, 0, false);
  if (narrowed && !article) {
    if (auto date = match_date(c, i)) {
      date->begin = at;
      return date;
    }
    if (auto year = match_year(c, i)) {
      year->begin = at;
      return year;
    }
    if (c.any(i, "week|month|year|decade") && c.is(i - 1, "-")) return unit_with_step(c, at, i, 0, false);
  }
  if (article && c.is(i, "weekend") && c.anchor) {
    // On a weekday, "the weekend" is the one that was, unless the clause looks ahead.
    const bool ahead = c.tense(i) == Tense::future || c.anchor->weekday() >= 5;
    return TimeMatch{at, i + 1, TimeType::date, *shifted_value(*c.anchor, "WE", ahead ? 0 : -1),
                     "weekend nearest to the anchor"};
  }
  if (c.is(i, "year") &&
      (c.is(i + 1, "end") || (c.is(i + 1, "-") && c.is(i + 2, "end")) || (c.is(i + 1, "'s") && c.is(i + 2, "end"))) &&
      c.anchor) {
    const std::size_t end = i + (c.is(i + 1, "end") ? 2 : 3);
    return TimeMatch{
        at, end, TimeType::date,
        fmt::format("{:04}-12-31", c.anchor->year() - (c.anchor->month() < 4 && c.tense(i) == Tense::past ? 1 : 0)),
        "end of the year"};
  }
  return {};
}

namespace {

std::optional<std::string> ago_value(const TimeContext& c, Date base, const Count& count, std::string_view unit,
                                     int sign) {
  if (unit.front() == 'T') {
    if (count.vague || count.n > 100000) return {};
    const int hours = unit == "TH" ? static_cast<int>(count.n) : 0;
    return base.plus(sign * (hours >= 24 ? hours / 24 : 0)).iso();
  }
  if (count.vague) return sign < 0 ? "PAST_REF" : "FUTURE_REF";
  if (count.n > 100000) return {};
  if (count.n == 0.5 && unit == "Y") return shifted_value(base, "M", sign * 6);
  if (unit == "Y" && count.n == 1 && !c.quarter.empty() && c.period.find('Q') != std::string::npos) {
    const int year = whole_number(c.quarter.substr(0, 4));
    return fmt::format("{:04}{}", year + sign, c.quarter.substr(4));
  }
  return shifted_value(base, unit, sign * static_cast<int>(count.n));
}

}  // namespace

MaybeTime match_ago(TimeContext& c, std::size_t at) {
  if (!c.anchor) return {};
  const std::size_t i = after_bound(c, at);
  auto count = read_count(c, i);
  std::size_t k = count ? count->end : i;
  // "weeks earlier", "months ago", "year-ago", "year-earlier"
  const bool bare = !count;
  if (c.any(k, "more|short|full|-")) ++k;
  const std::string_view unit = c.unit(k);
  if (unit.empty()) return {};
  if (bare && !c.plural(k) && !c.is(k + 1, "-")) return {};
  const bool bare_plural = bare && c.plural(k);
  std::size_t end = k + 1;
  if (c.is(end, "or") && c.is(end + 1, "so")) end += 2;
  if (c.is(end, "-")) ++end;
  const bool from_focus =
      c.any(end, "before|earlier|later|after|afterwards|previously") && !(c.is(end, "earlier") && bare && !bare_plural);
  int sign = 0;
  if (c.any(end, "ago|earlier|previously")) sign = -1;
  else if (c.is(end, "before") && (!c.is(end + 1, "the") || unit == "D")) sign = -1;
  else if (c.any(end, "later|hence|afterwards")) sign = 1;
  else if (c.is(end, "from") && c.any(end + 1, "now|today")) sign = 1;
  if (sign == 0) return {};
  if (c.is(end, "before") && !(end + 1 >= c.words.size() || c.any(end + 1, ",|.|;|and|but|when|in|at|)"))) return {};
  if (c.is(end, "from")) ++end;
  if (bare_plural) count = Count{0, true, false, k};
  if (bare && !bare_plural) count = Count{1, false, true, k};
  const Date base = from_focus ? c.focus.value_or(*c.anchor) : *c.anchor;
  const auto value = ago_value(c, base, *count, unit, sign);
  if (!value) return {};
  TimeMatch found{at, end + 1, TimeType::date, *value, "counted from the anchor"};
  if (*value == "PAST_REF") found.range = {std::nullopt, base};
  return found;
}

namespace {

// "third quarter", "third-quarter", "fiscal second-quarter": number and end.
std::optional<std::pair<int, std::size_t>> quarter_at(const TimeContext& c, std::size_t i) {
  if (c.is(i, "fiscal")) ++i;
  if (c.is(i, "-")) ++i;
  const auto n = read_ordinal(c.words, i);
  if (!n || n->value < 1 || n->value > 4) return {};
  std::size_t k = n->end;
  if (c.is(k, "fiscal")) ++k;
  if (c.is(k, "-")) ++k;
  if (!c.is(k, "quarter")) return {};
  return std::pair{static_cast<int>(n->value), k + 1};
}

}  // namespace

MaybeTime match_quarter(TimeContext& c, std::size_t at) {
  if (!c.anchor) return {};
  std::size_t i = at;
  int year = 0;
  if (c.any(i, "this|last|next") && c.is(i + 1, "year") && c.is(i + 2, "'s")) {
    year = c.anchor->year() + (c.is(i, "last") ? -1 : c.is(i, "next") ? 1 : 0);
    i += 3;
  }
  if (c.is(i, "the")) ++i;
  if (c.integer(i) > 1900 && c.integer(i) < 2200) year = c.integer(i), ++i;
  const bool year_ago = c.is(i, "year") && c.is(i + 1, "-") && c.any(i + 2, "ago|earlier");
  if (year_ago) i += 3;
  const auto q = quarter_at(c, i);
  if (!q) {
    // "the quarter", "the latest quarter", "the year-ago period": the one last spoken of.
    const bool latest = c.any(i, "latest|recent") || (c.is(i, "most") && c.is(i + 1, "recent"));
    if (latest) i += c.is(i, "most") ? 2 : 1;
    if (i == at || c.quarter.empty() || !(c.is(i, "quarter") || (c.is(i, "period") && (latest || year_ago)))) return {};
    const int base = whole_number(std::string_view(c.quarter).substr(0, 4)) - (year_ago ? 1 : 0);
    return TimeMatch{at, i + 1, TimeType::date, fmt::format("{:04}{}", base, c.quarter.substr(4)),
                     "quarter last named"};
  }
  std::size_t end = q->second;
  if (year == 0 && c.is(end, "of") && c.integer(end + 1) > 1900) {
    year = c.integer(end + 1);
    end += 2;
  } else if (year == 0 && c.is(end, "of") && c.any(end + 1, "this|last|next") && c.is(end + 2, "year")) {
    year = c.anchor->year() + (c.is(end + 1, "last") ? -1 : c.is(end + 1, "next") ? 1 : 0);
    end += 3;
  }
  if (year == 0) {
    const int now = (c.anchor->month() + 2) / 3;
    year = c.anchor->year() - (q->first > now && c.tense(at) != Tense::future ? 1 : 0);
  }
  return TimeMatch{at, end, TimeType::date, quarter_value(year - (year_ago ? 1 : 0), q->first),
                   year_ago ? "quarter a year before" : "quarter"};
}

MaybeTime match_season(TimeContext& c, std::size_t at) {
  if (!c.anchor) return {};
  std::size_t i = after_narrowing(c, at);
  int step = 2;
  if (c.is(i, "the")) ++i;
  if (step_at(c, i) != 2) {
    step = step_at(c, i);
    ++i;
    if (c.any(i, "past|coming")) step = c.is(i, "past") ? -1 : 1, ++i;
  }
  const TimeEntry season = c.word(i, TimeClass::season);
  if (!season) return {};
  if (c.any(i, "spring|fall") && c.token(i).pos != "NOUN" && c.token(i).pos != "PROPN") return {};
  std::size_t end = i + 1;
  int year = 0;
  if (const std::size_t y = c.is(end, "of") ? end + 1 : end; c.integer(y) > 1000 && c.integer(y) < 2200) {
    year = c.integer(y);
    end = y + 1;
  }
  if (year == 0) {
    // Bare names need an article, a preposition or a step: "spring" is also a well.
    if (step == 2 && i == at && !(i > 0 && c.any(i - 1, "in|by|since|until|during|of|for|every|each"))) return {};
    const int first = season.value == "SP" ? 3 : season.value == "SU" ? 6 : season.value == "FA" ? 9 : 12;
    const int month = c.anchor->month();
    year = c.anchor->year();
    const bool winter_now = season.value == "WI" && month < 3;
    if (step == -1) year -= month < first + 3 || season.value == "WI" ? 1 : 0;
    else if (winter_now || (step == 2 && month < first && c.tense(i) == Tense::past)) year -= 1;
    else if (step == 1 && month >= first) year += 1;
  }
  return TimeMatch{at, end, TimeType::date, fmt::format("{:04}-{}", year, season.value), "season"};
}

}  // namespace rashomon::mentions
