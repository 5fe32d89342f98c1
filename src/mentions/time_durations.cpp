#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mentions/time_rules.hpp"

/// Lengths of time, repeated times, and references to past, present and future.
namespace rashomon::mentions {
namespace {

// Days of a length that ends or begins at the anchor.
DateRange anchored(const TimeContext& c, const Count& count, std::string_view unit, int direction) {
  if (!c.anchor || direction == 0) return {};
  if (count.vague) return direction < 0 ? DateRange{std::nullopt, c.anchor} : DateRange{c.anchor, std::nullopt};
  if (unit.front() == 'T') {  // "the past 48 hours" may touch two days and a part of one
    const double hours = unit == "TH" ? std::min(count.n, 1e5) : 0;
    const int days = direction * static_cast<int>(std::ceil(hours / 24));
    return direction < 0 ? DateRange{c.anchor->plus(days), c.anchor} : DateRange{c.anchor, c.anchor->plus(days)};
  }
  const double days = unit == "D" || unit == "NI" ? 1 : unit == "W" || unit == "WE" ? 7 : unit == "FN" ? 14 : 0;
  const double months = unit == "M"   ? 1
                        : unit == "Q" ? 3
                        : unit == "Y" ? 12
                        : unit == "E" ? 120
                        : unit == "C" ? 1200
                                      : 0;
  const double n = std::min(count.n, 1e4);
  const Date end =
      days > 0 ? c.anchor->plus(direction * static_cast<int>(n * days))
               : add_months(*c.anchor, std::clamp(direction * static_cast<int>(n * months),
                                                  -12 * (c.anchor->year() - 2), 12 * (9990 - c.anchor->year())));
  if ((direction < 0) != (end < *c.anchor)) return {};  // past the calendar's ends
  return direction < 0 ? DateRange{end, c.anchor} : DateRange{c.anchor, end};
}

// "the past", "the last", "the next", "the first", "these past", "recent", "coming" before a length.
struct Lead {
  std::size_t end = 0;
  int direction = 0;
  bool any = false;
};

Lead lead_at(const TimeContext& c, std::size_t at) {
  Lead lead{at, 0, false};
  std::size_t i = at;
  if (c.any(i, "the|these|those|its|his|her|their")) ++i;
  if (c.any(i, "past|last|previous|preceding|recent")) lead.direction = -1, ++i;
  else if (c.any(i, "next|coming|following|upcoming")) lead.direction = 1, ++i;
  else if (c.any(i, "first|final|latest|initial|early|full") && i > at) ++i;
  else if (i == at || !c.any(at, "the")) return lead;
  lead.end = i;
  lead.any = true;
  return lead;
}

// What follows a length and makes it no length: an age, a rate's denominator is a set of its own.
bool is_age(const TimeContext& c, std::size_t end) {
  return (c.is(end, "old") || (c.is(end, "-") && c.is(end + 1, "old")) || (c.is(end, "of") && c.is(end + 1, "age")));
}

MaybeTime bare_plural(const TimeContext& c, std::size_t at) {
  // "for weeks", "in recent weeks", "weeks of fighting", "the coming days", "decades-long"
  std::size_t i = at;
  const Lead lead = lead_at(c, at);
  if (lead.any) i = lead.end;
  else if (c.any(i, "recent|coming|past|previous")) i = at + 1;
  const std::string_view unit = c.unit(i);
  if (unit.empty() || !c.plural(i) || c.any(i, "seconds|minutes|nights|quarters")) return {};
  if (c.is(i, "centuries") && i > at) return {};
  const int direction = c.any(i - (i > at ? 1 : 0), "recent|past|previous|last") ? -1
                        : c.any(i - (i > at ? 1 : 0), "coming|next|following")   ? 1
                                                                                 : 0;
  if (lead.any && direction == 0) return {};
  const Count count{0, true, false, i};
  std::size_t end = i + 1;
  if (c.is(end, "or") && !c.unit(end + 1).empty()) end += 2;
  return TimeMatch{at,
                   end,
                   TimeType::duration,
                   duration_value(count, unit),
                   "length without a count",
                   anchored(c, count, unit, direction)};
}

}  // namespace

MaybeTime match_duration(TimeContext& c, std::size_t at) {
  if (c.any(at, "some|just|barely|only")) return {};  // stay outside of a length
  std::size_t i = after_bound(c, at);
  const Lead lead = lead_at(c, i);
  if (lead.any) i = lead.end;
  if (i == at && at > 0 && c.words[at].glued && c.any(at - 1, "-|$|/")) return {};
  auto count = read_count(c, i);
  if (!count) {
    // "the past year", "the past decade"
    if (const std::string_view unit = c.unit(i); lead.any && lead.direction != 0 && !unit.empty() && !c.plural(i) &&
                                                 c.any(i - 1, "past|last|next|coming") && unit != "NI")
      return TimeMatch{at,
                       i + 1,
                       TimeType::duration,
                       duration_value({1, false, false, 0}, unit),
                       "length up to the anchor",
                       anchored(c, {1, false, false, 0}, unit, lead.direction)};
    return bare_plural(c, at);
  }
  std::size_t k = count->end;
  if (c.is(k, "-") && c.words[k].glued) ++k;
  while (c.any(k,
               "more|full|straight|consecutive|whole|trading|working|business|additional|long|short|further|successive|"
               "further") &&
         k < count->end + 2)
    ++k;
  const std::string_view unit = c.unit(k);
  if (unit.empty() || is_age(c, k + 1)) return {};
  if (count->spelled_a && c.is(at, "a") && (c.is(k, "second") || (k > 0 && c.is(k - 1, "-")))) return {};
  if (c.is(k, "second") && c.token(k).pos != "NOUN") return {};
  if (unit == "Q" && c.is(k - 1, "-")) return {};  // "three-quarters" is a fraction
  if (unit == "NI" && count->spelled_a) return {};
  if (unit == "Q" && count->spelled_a && c.is(k + 1, "of")) return {};  // "a quarter of the town"
  if (c.any(i, "some|many|few") && !c.plural(k)) return {};
  std::size_t end = k + 1;
  if (c.is(end, "or") && c.is(end + 1, "so")) end += 2;
  if (c.is(end, "and") && c.is(end + 1, "a") && c.is(end + 2, "half")) {
    count->n += 0.5;
    end += 3;
  }
  TimeMatch found{
      at, end, TimeType::duration, duration_value(*count, unit), "length", anchored(c, *count, unit, lead.direction)};
  // "a day" after a number or a price is how often, not how long.
  if (count->spelled_a && i == at && at > 0 &&
      (c.words[at - 1].kind == WordKind::digits ||
       c.any(at - 1, "times|barrels|people|tons|tonnes|million|thousand|hundreds|twice|once"))) {
    found.type = TimeType::set;
    found.rule = "rate";
  }
  return found;
}

MaybeTime match_set(TimeContext& c, std::size_t at) {
  if (const TimeEntry e = c.word(at, TimeClass::set)) {
    return TimeMatch{at, at + 1, TimeType::set, std::string(e.value), "set word"};
  }
  if (c.any(at, "every|each")) {
    std::size_t i = at + 1;
    if (c.is(i, "other")) ++i;
    if (const TimeEntry day = c.word(i, TimeClass::weekday); day && c.words[i].capital) {
      std::size_t end = i + 1;
      std::string value = fmt::format("XXXX-WXX-{}", static_cast<char>(day.value[0] + 1));
      if (const TimeEntry part = c.word(end, TimeClass::part)) value += "T" + std::string(part.value), ++end;
      return TimeMatch{at, end, TimeType::set, value, "repeated weekday"};
    }
    if (const TimeEntry month = c.word(i, TimeClass::month); month && c.words[i].capital)
      return TimeMatch{at, i + 1, TimeType::set, fmt::format("XXXX-{:0>2}", month.value), "repeated month"};
    if (const TimeEntry part = c.word(i, TimeClass::part))
      return TimeMatch{at, i + 1, TimeType::set, fmt::format("XXXX-XX-XXT{}", part.value), "repeated part of day"};
    if (c.is(i, "few") && !c.unit(i + 1).empty())
      return TimeMatch{at, i + 2, TimeType::set, duration_value({0, true, false, 0}, c.unit(i + 1)), "set"};
    auto count = read_count(c, i);
    const std::size_t k = count ? count->end : i;
    if (const std::string_view unit = c.unit(k); !unit.empty()) {
      const Count one{c.is(at + 1, "other") ? 2.0 : 1.0, false, false, 0};
      return TimeMatch{at, k + 1, TimeType::set, duration_value(count ? *count : one, unit), "set"};
    }
  }
  // "Tuesday nights", "Mondays"
  if (at < c.words.size() && c.words[at].capital) {
    std::string singular(c.low(at));
    if (!singular.empty() && singular.back() == 's' && singular.size() > 6) singular.pop_back();
    const TimeEntry day = time_word(singular, TimeClass::weekday);
    if (day && c.is(at + 1, "nights"))
      return TimeMatch{at, at + 2, TimeType::set, fmt::format("XXXX-WXX-{}TNI", static_cast<char>(day.value[0] + 1)),
                       "repeated weekday"};
    if (day && singular.size() != c.low(at).size())
      return TimeMatch{at, at + 1, TimeType::set, fmt::format("XXXX-WXX-{}", static_cast<char>(day.value[0] + 1)),
                       "repeated weekday"};
  }
  return {};
}

MaybeTime match_reference(TimeContext& c, std::size_t at) {
  const auto ref = [&](std::size_t end, std::string value) {
    DateRange range;
    if (c.anchor && value == "PAST_REF") range = {std::nullopt, c.anchor};
    if (c.anchor && value == "FUTURE_REF") range = {c.anchor, std::nullopt};
    if (c.anchor && value == "PRESENT_REF") range = {c.anchor, c.anchor};
    return TimeMatch{at, end, TimeType::date, std::move(value), "reference", range};
  };
  if (const TimeEntry e = c.word(at, TimeClass::ref)) {
    if (c.is(at, "soon") && (c.is(at + 1, "after") || c.is(at + 1, "as") || (at > 0 && c.is(at - 1, "as")))) return {};
    return ref(at + 1, std::string(e.value));
  }
  if (c.is(at, "right") && c.is(at + 1, "now")) return ref(at + 2, "PRESENT_REF");
  if (c.is(at, "these") && c.is(at + 1, "days")) return ref(at + 2, "PRESENT_REF");
  if (c.is(at, "the") && c.is(at + 1, "future")) return ref(at + 2, "FUTURE_REF");
  if (c.is(at, "the") && c.any(at + 1, "near|foreseeable") && c.any(at + 2, "future|term"))
    return ref(at + 3, "FUTURE_REF");
  if (c.is(at, "the") && c.is(at + 1, "past") && at + 2 <= c.words.size() && c.token(at + 1).pos == "NOUN")
    return ref(at + 2, "PAST_REF");
  if (c.is(at, "current") && c.token(at).pos == "ADJ" && c.unit(at + 1).empty()) return ref(at + 1, "PRESENT_REF");
  if (c.is(at, "more") && c.is(at + 1, "recently")) return ref(at + 2, "PAST_REF");
  if (c.is(at, "recent") && c.token(at).pos == "ADJ" && c.any(at - (at > 0 ? 1 : 0), "a|the|about"))
    return ref(at + 1, "PAST_REF");
  if (c.is(at, "the") && c.is(at + 1, "year") && c.any(at + 2, "ended|ending"))
    return TimeMatch{at, at + 2, TimeType::duration, "P1Y", "length to a named end"};
  if (c.is(at, "at") && c.is(at + 1, "present")) return ref(at + 2, "PRESENT_REF");
  return {};
}

}  // namespace rashomon::mentions
