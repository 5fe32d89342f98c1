#include <fmt/format.h>

#include "mentions/time_rules.hpp"

/// Times written as calendar dates and years.
namespace rashomon::mentions {
namespace {

bool is_year(int n) { return n >= 1000 && n <= 2199; }

// "May" and "March" are months only as names; "Sat", "Sun" and "Mar" have senses of their own.
int month_at(const TimeContext& c, std::size_t i) {
  const TimeEntry e = c.word(i, TimeClass::month);
  if (!e || !c.words[i].capital) return 0;
  if (c.any(i, "may|march")) {
    const auto& t = c.token(i);
    if (t.pos == "AUX" || t.pos == "VERB") return 0;
  }
  // "Jan Novak", "the March for Unity": part of a name, unless a day of the month follows.
  const std::string_view entity = c.token(i).entity;
  if (!entity.empty() && entity != "DATE" && entity != "TIME" && entity != "CARDINAL" && entity != "GPE" &&
      c.integer(i + 1) < 0)
    return 0;
  return whole_number(e.value);
}

// The day of a month at i, "27", "27th", "the 27th", "eighth", and where it ends; 0 for none.
int day_at(const TimeContext& c, std::size_t i, std::size_t& end) {
  if (const auto ordinal = read_ordinal(c.words, i); ordinal && ordinal->value >= 1 && ordinal->value <= 31) {
    end = ordinal->end;
    return static_cast<int>(ordinal->value);
  }
  const int n = c.integer(i);
  if (n < 1 || n > 31) return 0;
  if (i + 1 < c.words.size() && c.words[i + 1].glued && c.words[i + 1].kind == WordKind::letters) return 0;
  if (c.is(i + 1, ":") && c.integer(i + 2) >= 0) return 0;
  end = i + 1;
  return n;
}

// "nineteen ninety-seven", "two thousand [and] five" (the latter after "year" only).
int spoken_year(const TimeContext& c, std::size_t i, std::size_t& end, bool after_year) {
  const NumberEntry first = number_word(c.low(i), NumberWord::small);
  if (first.kind != NumberWord::none && first.value >= 17 && first.value <= 19) {
    const auto rest = read_number(c.words, i + 1);
    if (rest && rest->spelled && !rest->scaled && rest->value >= 10 && rest->value < 100) {
      end = rest->end;
      return static_cast<int>(first.value * 100 + rest->value);
    }
  }
  if (!after_year) return 0;
  const auto n = read_number(c.words, i);
  if (!n || n->value < 1900 || n->value > 2199) return 0;
  end = n->end;
  return static_cast<int>(n->value);
}

}  // namespace

int year_at(const TimeContext& c, std::size_t i, std::size_t& end) {
  if (c.is(i, ",")) ++i;
  if (c.is(i, "of")) ++i;
  if (i >= c.words.size()) return 0;
  if (const int n = c.integer(i); is_year(n) && c.words[i].span.size() == 4) {
    end = i + 1;
    return n;
  }
  if (c.is(i, "'") && c.integer(i + 1) >= 0 && c.words[i + 1].glued && c.words[i + 1].span.size() == 2) {
    end = i + 2;
    return c.integer(i + 1) + (c.integer(i + 1) < 40 ? 2000 : 1900);
  }
  return spoken_year(c, i, end, false);
}

namespace {

std::string day_value(int year, int month, int day) { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

struct Parts {
  int year = 0, month = 0, day = 0;
  std::size_t end = 0;
  bool by_weekday = false;  ///< the year is that in which the weekday fits
};

// "February 27[th][, 2020]", "Feb. 2020", "February"
std::optional<Parts> month_first(const TimeContext& c, std::size_t i) {
  Parts p;
  p.month = month_at(c, i);
  if (p.month == 0) return {};
  p.end = i + 1;
  std::size_t day = p.end;
  if (c.is(day, "the")) ++day;
  p.day = day_at(c, day, p.end);
  p.year = year_at(c, p.end, p.end);
  return p;
}

// "27[th] [of] February[[,] 2020]"
std::optional<Parts> day_first(const TimeContext& c, std::size_t i) {
  Parts p;
  if (c.is(i, "the")) ++i;
  p.day = day_at(c, i, p.end);
  if (p.day == 0) return {};
  if (c.is(p.end, "of")) ++p.end;
  p.month = month_at(c, p.end);
  if (p.month == 0) return {};
  ++p.end;
  p.year = year_at(c, p.end, p.end);
  return p;
}

// A date that no calendar has stays a mention, without a value.
TimeMatch impossible(std::size_t begin, std::size_t end) { return {begin, end, TimeType::date, "", "no such date"}; }

int resolved_year(const TimeContext& c, const Parts& p, std::size_t at) {
  if (p.year != 0) return p.year;
  if (!c.anchor) return 0;
  return year_for(*c.anchor, p.month, p.day, c.tense(at));
}

MaybeTime dated(const TimeContext& c, std::size_t begin, std::size_t at, const Parts& p) {
  const int year = resolved_year(c, p, at);
  if (year == 0) {
    const std::string value =
        p.day != 0 ? fmt::format("XXXX-{:02}-{:02}", p.month, p.day) : fmt::format("XXXX-{:02}", p.month);
    return TimeMatch{begin, p.end, TimeType::date, value, "date without a year"};
  }
  if (p.day == 0) return TimeMatch{begin, p.end, TimeType::date, month_value(year, p.month), "month"};
  if (p.day > days_in_month(year, p.month)) return impossible(begin, p.end);
  return TimeMatch{begin, p.end, TimeType::date, day_value(year, p.month, p.day),
                   p.year != 0 ? "full date" : "date, year from the anchor"};
}

// "Thursday", "Thursday,", "Thursday (" before a date; where the date may begin, and the day of the week.
std::size_t after_weekday(const TimeContext& c, std::size_t at, int& weekday) {
  const TimeEntry named = c.word(at, TimeClass::weekday);
  if (!named) return at;
  weekday = whole_number(named.value);
  std::size_t i = at + 1;
  if (c.any(i, "morning|afternoon|evening|night")) ++i;
  if (c.any(i, ",|(")) ++i;
  return i;
}

// "Friday, February 28": of the years next to the likeliest the one in which that day is a Friday.
void fit_weekday(const TimeContext& c, std::size_t at, int weekday, Parts& p) {
  if (weekday < 0 || p.year != 0 || p.day == 0 || !c.anchor) return;
  const int likeliest = resolved_year(c, p, at);
  for (const int year : {likeliest, likeliest - 1, likeliest + 1})
    if (const auto day = make_date(year, p.month, p.day); day && day->weekday() == weekday) {
      if (year != likeliest) p.year = year, p.by_weekday = true;
      return;
    }
}

bool contradicts(const TimeMatch& found, int weekday) {
  const auto day = parse_date(found.value);
  return day && day->weekday() != weekday;
}

}  // namespace

MaybeTime match_date(TimeContext& c, std::size_t at) {
  int weekday = -1;
  const std::size_t i = after_weekday(c, at, weekday);
  auto parts = month_first(c, i);
  if (parts && parts->day == 0 && i != at) parts.reset();
  if (!parts) parts = day_first(c, i);
  if (!parts) return {};
  // "January this year", "June last year"
  if (parts->year == 0 && c.anchor && c.any(parts->end, "this|last|next") && c.is(parts->end + 1, "year")) {
    parts->year = c.anchor->year() + (c.is(parts->end, "last") ? -1 : c.is(parts->end, "next") ? 1 : 0);
    parts->end += 2;
  }
  fit_weekday(c, at, weekday, *parts);
  auto found = dated(c, at, at, *parts);
  if (found && weekday >= 0 && contradicts(*found, weekday)) found->rule += ", which was another weekday";
  if (found && i > at + 1 && c.is(i - 1, "(") && c.is(found->end, ")")) ++found->end;
  return found;
}

MaybeTime match_iso(TimeContext& c, std::size_t at) {
  const auto joined = [&](std::size_t from, std::string_view mark) {
    return c.is(from, mark) && from + 1 < c.words.size() && c.words[from].glued && c.words[from + 1].glued;
  };
  if (at > 0 && c.words[at].glued && c.any(at - 1, "-|/")) return {};
  const int a = c.integer(at);
  if (a < 0) return {};
  for (std::string_view mark : {"-", "/", "."}) {
    if (!joined(at + 1, mark) || !joined(at + 3, mark)) continue;
    const int b = c.integer(at + 2);
    const int d = c.integer(at + 4);
    if (b < 1 || d < 0) return {};
    if (c.words[at].span.size() == 4 && make_date(a, b, d))
      return TimeMatch{at, at + 5, TimeType::date, day_value(a, b, d), "ISO date"};
    const int year = c.words[at + 4].span.size() == 4 ? d : d < 40 ? 2000 + d : 1900 + d;
    const bool day_leads = a > 12 || mark == ".";
    if (mark == "." && c.words[at + 4].span.size() != 4) return {};
    const int month = day_leads ? b : a;
    const int day = day_leads ? a : b;
    if (a < 32 && make_date(year, month, day))
      return TimeMatch{at, at + 5, TimeType::date, day_value(year, month, day), "numeric date"};
    const bool year_first = c.words[at].span.size() == 4 && is_year(a) && b < 32 && d < 32;
    const bool year_last = c.words[at + 4].span.size() == 4 && is_year(d) && a < 32 && b < 32;
    if (year_first || year_last) return impossible(at, at + 5);
  }
  return {};
}

namespace {

// "1990s", "'80s", "nineties", "eighties": the decade's value and end.
std::optional<std::pair<std::string, std::size_t>> decade_at(const TimeContext& c, std::size_t i) {
  std::size_t k = i;
  if (c.is(k, "'")) ++k;
  const int n = c.integer(k);
  if (n >= 0 && n % 10 == 0 && c.is(k + 1, "s") && c.words[k + 1].glued) {
    if (is_year(n)) return std::pair{fmt::format("{:03}", n / 10), k + 2};
    if (c.words[k].span.size() == 2) return std::pair{fmt::format("19{}", n / 10), k + 2};
  }
  constexpr std::string_view kNames[] = {"twenties", "thirties",  "forties",  "fifties",
                                         "sixties",  "seventies", "eighties", "nineties"};
  for (int d = 0; d < 8; ++d)
    if (c.is(i, kNames[d])) return std::pair{fmt::format("19{}", d + 2), i + 1};
  return {};
}

// Whether four digits are a year: the words around say so, or the entity tagger does and nothing is counted.
bool reads_as_year(const TimeContext& c, std::size_t i) {
  const Word& w = c.words[i];
  if (w.span.size() != 4 || !is_year(c.integer(i))) return false;
  if (i > 0 && w.glued && !c.any(i - 1, "(|-|/|\"|'|,")) return false;
  if (i + 1 < c.words.size() && c.words[i + 1].glued && !c.any(i + 1, ",|)|-|;|:|?|!|'|'s|\"|/|.")) return false;
  if (i > 0 && c.any(i - 1, "$|\xC2\xA3|\xE2\x82\xAC|#|no|number|room|flight|boeing")) return false;
  if (c.any(i + 1, "%|percent|people|dollars|km|miles|feet|meters|metres|troops|soldiers|others")) return false;
  const auto& t = c.token(i);
  if (t.entity == "MONEY" || t.entity == "PERCENT" || t.entity == "QUANTITY") return false;
  if (t.entity == "DATE") return true;
  const bool counted = t.dep == "nummod" && c.parse.tokens[t.head].tag == "NNS";
  if (counted || t.entity == "CARDINAL")
    return i > 0 && c.any(i - 1, "in|since|until|by|year|fiscal|early|late|mid") && !counted;
  return c.integer(i) >= 1700 &&
         (i == 0 ||
          c.any(i - 1,
                "in|of|since|until|till|by|from|during|before|after|the|year|fiscal|early|late|mid|-|(|to|and|,|for"));
}

MaybeTime century(const TimeContext& c, std::size_t begin, std::size_t i) {
  const auto n = read_ordinal(c.words, i);
  if (!n || n->value < 2 || n->value > 22) return {};
  std::size_t end = n->end;
  if (c.is(end, "-")) ++end;
  if (!c.is(end, "century")) return {};
  return TimeMatch{begin, end + 1, TimeType::date, fmt::format("{:02}", static_cast<int>(n->value) - 1), "century"};
}

}  // namespace

MaybeTime match_year(TimeContext& c, std::size_t at) {
  std::size_t i = at;
  if (c.is(i, "the")) ++i;
  if (c.any(i, "early|late|mid")) ++i;
  if (c.is(i, "-") && i > at) ++i;
  if (auto decade = decade_at(c, i)) return TimeMatch{at, decade->second, TimeType::date, decade->first, "decade"};
  if (auto found = century(c, at, i)) return found;
  const bool article = i > at && c.is(at, "the");
  bool named = false;
  if (c.any(i, "year|fiscal")) {
    named = true;
    ++i;
    if (c.is(i, "year")) ++i;
  }
  if (i >= c.words.size()) return {};
  std::size_t end = 0;
  if (const int spoken = spoken_year(c, i, end, named))
    return TimeMatch{at, end, TimeType::date, fmt::format("{:04}", spoken), "year in words"};
  if (article && !named && i == at + 1) return {};  // "the 2016 deal": the year stands without its article
  if (!reads_as_year(c, i)) return {};
  end = i + 1;
  return TimeMatch{at, end, TimeType::date, c.words[i].low, "year"};
}

}  // namespace rashomon::mentions
