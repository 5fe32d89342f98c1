#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "mentions/tables.hpp"
#include "mentions/time_rules.hpp"

namespace rashomon::mentions {
namespace {

TimeClass class_of(std::string_view name) {
  constexpr std::pair<std::string_view, TimeClass> kNames[] = {
      {"weekday", TimeClass::weekday}, {"month", TimeClass::month}, {"unit", TimeClass::unit},
      {"season", TimeClass::season},   {"part", TimeClass::part},   {"day", TimeClass::day},
      {"ref", TimeClass::ref},         {"set", TimeClass::set},     {"meridiem", TimeClass::meridiem},
      {"zone", TimeClass::zone},       {"lead", TimeClass::lead}};
  for (const auto& [word, kind] : kNames)
    if (word == name) return kind;
  return TimeClass::none;
}

using Table = std::unordered_map<std::string_view, std::vector<TimeEntry>>;  // looked up, never walked through

const Table& table() {
  static const Table kTable = [] {
    Table out;
    for (const auto& row : mention_table("time_words.tsv", 3))
      for (std::string_view word : list_of(row[0])) out[word].push_back({class_of(row[1]), row[2]});
    return out;
  }();
  return kTable;
}

// Verbs whose infinitive lies ahead: "is scheduled to meet Friday".
bool looks_ahead(std::string_view lemma) {
  constexpr std::string_view kVerbs[] = {"plan",  "expect", "schedule", "set", "intend", "hope", "prepare",
                                         "agree", "go",     "slate",    "due", "vow",    "aim"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

bool has_future_mark(const language::Parse& parse, std::uint32_t verb) {
  const auto& v = parse.tokens[verb];
  if (looks_ahead(v.lemma) && v.tag == "VBN" && v.dep != "xcomp")
    for (std::uint32_t k = verb; k-- > v.left_edge && verb - k < 6;)
      if (parse.tokens[k].head == verb && (parse.tokens[k].tag == "VBZ" || parse.tokens[k].tag == "VBP")) return true;
  bool modal = false;
  for (std::uint32_t k = verb; k-- > v.left_edge && verb - k < 12;) {
    const auto& t = parse.tokens[k];
    if (t.head != verb || t.dep != "aux") continue;
    if (t.lemma == "have") return false;  // "could have met Friday"
    if (t.lemma == "will" || t.lemma == "shall" || t.lemma == "'ll") return true;
    if (t.lemma == "to" && looks_ahead(parse.tokens[v.head].lemma)) return true;
    modal = modal || t.tag == "MD";
  }
  return modal;
}

// "a rally scheduled for Friday", "planned a march on Friday", "postponed until Friday"
bool puts_ahead(std::string_view lemma) {
  constexpr std::string_view kVerbs[] = {"plan", "schedule", "slate", "postpone", "delay", "adjourn", "reschedule"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

}  // namespace

TimeEntry time_word(std::string_view low, TimeClass kind) {
  const auto it = table().find(low);
  if (it == table().end()) return {};
  for (const TimeEntry& e : it->second)
    if (e.kind == kind) return e;
  return {};
}

bool may_begin_time(const Word& word) {
  if (word.kind == WordKind::digits || word.low == "'") return true;
  if (word.kind != WordKind::letters) return false;
  if (table().find(word.low) != table().end() || number_word(word.low).kind != NumberWord::none) return true;
  // "Mondays"
  return word.capital && word.low.back() == 's' &&
         time_word(std::string_view(word.low).substr(0, word.low.size() - 1), TimeClass::weekday);
}

Tense TimeContext::tense(std::size_t i) const {
  if (i >= words.size()) return Tense::past;
  std::uint32_t t = words[i].token;
  if (i > 0 && is(i - 1, "since")) return Tense::past;
  if (i > 1 && any(i - 1, "until|till|by") && !words[i].opens) return Tense::future;
  if (i > 2 && is(i - 1, "as") && any(i - 2, "early|soon") && is(i - 3, "as")) return Tense::future;
  for (int steps = 0; steps < 12; ++steps) {
    const auto& token = parse.tokens[t];
    if (token.pos == "VERB" || token.pos == "AUX") {
      if (has_future_mark(parse, t) || puts_ahead(token.lemma)) return Tense::future;
      if (token.tag == "VBD" || token.tag == "VBN") return Tense::past;
      if (token.tag == "VBZ" || token.tag == "VBP") return Tense::present;
    }
    // "Friday's strike will ..." says nothing of Friday: what hangs on a subject or owner is not of the verb's time.
    if (token.head == t || token.dep == "nsubj" || token.dep == "nsubjpass" || token.dep == "poss") break;
    t = token.head;
  }
  return Tense::present;
}

bool TimeContext::any(std::size_t i, std::string_view choices) const {
  const std::string_view w = low(i);
  if (w.empty()) return false;
  for (std::size_t k = 0; k <= choices.size();) {
    const std::size_t j = std::min(choices.find('|', k), choices.size());
    if (choices.substr(k, j - k) == w) return true;
    k = j + 1;
  }
  return false;
}

int TimeContext::integer(std::size_t i) const {
  if (i >= words.size() || words[i].kind != WordKind::digits || words[i].span.size() > 4) return -1;
  int n = 0;
  for (char ch : words[i].low) {
    if (ch < '0' || ch > '9') return -1;
    n = n * 10 + (ch - '0');
  }
  return n;
}

namespace {

// "and a half", "1/2" after a number.
void take_half(const TimeContext& c, Count& count) {
  if (c.is(count.end, "and") && c.any(count.end + 1, "a|one") && c.is(count.end + 2, "half")) {
    count.n += 0.5;
    count.end += 3;
  } else if (c.is(count.end, "1") && c.is(count.end + 1, "/") && c.is(count.end + 2, "2")) {
    count.n += 0.5;
    count.end += 3;
  }
}

// "two or three", "33 to 36": the second number is the count's.
void take_alternative(const TimeContext& c, Count& count) {
  if (!c.any(count.end, "or|to|-")) return;
  if (c.is(count.end, "or") && c.is(count.end + 1, "so")) return;
  if (const auto second = read_number(c.words, count.end + 1);
      second && second->value > count.n && second->value < 1e6) {
    count.n = second->value;
    count.end = second->end;
  }
}

}  // namespace

int whole_number(std::string_view digits) {
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

std::size_t after_bound(const TimeContext& c, std::size_t at) {
  if (c.any(at, "about|around|nearly|almost|roughly|approximately|over|some|just|barely|only|exactly|another"))
    return at + 1;
  if (c.any(at, "more|less|fewer") && c.is(at + 1, "than")) return at + 2;
  if (c.is(at, "no") && c.any(at + 1, "more|less") && c.is(at + 2, "than")) return at + 3;
  if (c.is(at, "at") && c.any(at + 1, "least|most")) return at + 2;
  if (c.any(at, "up|close") && c.is(at + 1, "to")) return at + 2;
  if (c.is(at, "as") && c.any(at + 1, "many|much|long") && c.is(at + 2, "as")) return at + 3;
  return at;
}

std::optional<Count> read_count(const TimeContext& c, std::size_t at) {
  std::size_t i = at;
  if (c.is(i, "a") && c.any(i + 1, "few|handful")) return Count{0, true, false, i + (c.is(i + 2, "of") ? 3 : 2)};
  if (c.is(i, "a") && c.is(i + 1, "couple")) return Count{2, false, false, i + (c.is(i + 2, "of") ? 3 : 2)};
  if (c.is(i, "couple") && c.is(i + 1, "of")) return Count{2, false, false, i + 2};
  if (c.any(i, "several|few|many|some|numerous|countless")) return Count{0, true, false, i + 1};
  if (const NumberEntry e = number_word(c.low(i), NumberWord::vague); e.kind == NumberWord::vague && c.is(i + 1, "of"))
    return Count{0, true, false, i + 2};
  if (c.is(i, "half") && c.any(i + 1, "a|an")) return Count{0.5, false, false, i + 2};
  if (c.any(i, "a|an") && c.is(i + 1, "half") && c.is(i + 2, "-")) return Count{0.5, false, false, i + 3};
  if (const auto n = read_number(c.words, i); n && n->value < 1e6) {
    Count count{n->value, false, false, n->end};
    take_half(c, count);
    take_alternative(c, count);
    return count;
  }
  if (c.any(i, "a|an")) return Count{1, false, true, i + 1};
  // A number past all calendars is a number still.
  if (i < c.words.size() && c.words[i].kind == WordKind::digits && c.words[i].span.size() > 6)
    return Count{0, true, false, i + 1};
  return {};
}

std::string duration_value(const Count& count, std::string_view unit) {
  if (unit == "FN") return duration_value({count.n * 2, count.vague, false, 0}, "W");
  if (unit == "WE") return count.vague ? "PXWE" : fmt::format("P{}WE", count.n);
  if (unit == "NI") return count.vague ? "PXNI" : fmt::format("P{}NI", count.n);
  const bool clock = unit.size() == 2;  // TH, TM, TS
  const std::string prefix = clock ? "PT" : "P";
  const std::string letter(clock ? unit.substr(1) : unit);
  if (count.vague) return letter == "C" ? "PXC" : letter == "E" ? "PXE" : prefix + "X" + letter;
  if (letter == "E") return fmt::format("P{}Y", count.n * 10);
  if (letter == "C") return fmt::format("P{}Y", count.n * 100);
  const double whole = std::floor(count.n);
  if (whole == count.n) return fmt::format("{}{}{}", prefix, whole, letter);
  if (count.n - whole != 0.5) return fmt::format("{}{}{}", prefix, count.n, letter);
  const std::string_view half = letter == "Y" ? "6M" : letter == "H" ? "30M" : letter == "M" && clock ? "30S" : "";
  if (half.empty()) return fmt::format("{}{}{}", prefix, count.n, letter);
  if (whole == 0) return prefix + std::string(half);
  return fmt::format("{}{}{}{}", prefix, whole, letter, half);
}

std::optional<std::string> shifted_value(Date date, std::string_view unit, int n) {
  if (n < -100000 || n > 100000) return {};
  if (unit == "FN") return shifted_value(date, "W", 2 * n);
  if (const Date moved = date.plus(unit.front() == 'W'           ? 7 * n
                                   : unit == "D" || unit == "NI" ? n
                                                                 : 0);
      moved.year() < 2 || moved.year() > 9998)
    return {};
  if (unit == "D" || unit == "NI") return date.plus(n).iso();
  if (unit == "W") return week_value(date.plus(7 * n));
  if (unit == "WE") return week_value(date.plus(7 * n)) + "-WE";
  const int year = date.year();
  if (unit == "M") {
    const int months = year * 12 + date.month() - 1 + n;
    if (months < 12 || months >= 120000) return {};
    return month_value(months / 12, months % 12 + 1);
  }
  if (unit == "Q") {
    const int quarters = year * 4 + (date.month() - 1) / 3 + n;
    if (quarters < 4 || quarters >= 40000) return {};
    return quarter_value(quarters / 4, quarters % 4 + 1);
  }
  if (unit == "Y") return year_value(year + n);
  if (unit == "E" && (n < -1 || n > 1)) return year_value(year + 10 * n);
  if (unit == "E") {
    const auto value = year_value(year + 10 * n);
    return value ? std::optional(value->substr(0, 3)) : std::nullopt;
  }
  if (unit == "C") {
    const auto value = year_value(year + 100 * n);
    return value ? std::optional(value->substr(0, 2)) : std::nullopt;
  }
  return {};
}

Date nearest_weekday(Date anchor, int weekday, Tense tense) {
  const int back = (anchor.weekday() - weekday + 7) % 7;
  if (tense == Tense::future && back != 0) return anchor.plus(7 - back);
  return anchor.plus(-back);
}

int year_for(Date anchor, int month, int day, Tense tense) {
  const int distance = (anchor.year() * 12 + anchor.month()) - (anchor.year() * 12 + month);  // months back
  const bool later = distance < 0 || (distance == 0 && day > anchor.day());
  if (tense == Tense::future)
    return anchor.year() + (distance > 0 || (distance == 0 && day != 0 && day < anchor.day()) ? 1 : 0);
  // A month that follows the anchor's at once is the one to come, however the clause is put ("until mid-November"):
  // last year's would be "last November". The same holds for a day of the next two months.
  if (!later) return anchor.year() + (distance == 11 || (distance > 8 && tense != Tense::past) ? 1 : 0);
  const bool near = distance >= (day != 0 ? -2 : -1);
  return near ? anchor.year() : anchor.year() - (tense == Tense::past || distance < -3 ? 1 : 0);
}

}  // namespace rashomon::mentions
