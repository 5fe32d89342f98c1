#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mentions/calendar.hpp"
#include "mentions/mentions.hpp"
#include "mentions/numbers.hpp"
#include "mentions/scan.hpp"

/// The grammar of times over the words of one segment. Internal to the room.
namespace rashomon::mentions {

enum class TimeClass { none, weekday, month, unit, season, part, day, ref, set, meridiem, zone, lead };

struct TimeEntry {
  TimeClass kind = TimeClass::none;
  std::string_view value;
  explicit operator bool() const { return kind != TimeClass::none; }
};

/// What a lower-case word says of time; a word of two classes ("night", "second") needs the class asked for.
[[nodiscard]] TimeEntry time_word(std::string_view low, TimeClass kind);

/// Whether a time may begin with the word: a numeral, a word of time or of number, or one that leads to such ("the",
/// "last").
[[nodiscard]] bool may_begin_time(const Word& word);

/// Tense of the clause that a time stands in.
enum class Tense { past, present, future };

/// A day that a rule may count from; remembers that it did.
class KnownDay {
 public:
  KnownDay() = default;
  KnownDay(std::optional<Date> day) : day_(day) {}  // NOLINT(google-explicit-constructor): stands for the optional
  explicit operator bool() const { return day_.has_value(); }
  const Date& operator*() const { return used_ = true, *day_; }
  const Date* operator->() const { return used_ = true, &*day_; }
  operator const std::optional<Date>&() const { return used_ = true, day_; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] Date value_or(Date other) const { return day_ ? (used_ = true, *day_) : other; }
  [[nodiscard]] bool used() const { return used_; }
  void forget_use() const { used_ = false; }

 private:
  std::optional<Date> day_;
  mutable bool used_ = false;
};

/// Minutes ahead of UTC where a report is written, in winter and in summer.
struct LocalClock {
  int winter = 0, summer = 0;
};
/// That of a country with one time zone (data/mentions/utc_offsets.tsv).
[[nodiscard]] std::optional<LocalClock> local_clock(std::string_view iso3);
/// The local days of `minutes` after midnight of `day` in a zone so many minutes ahead of UTC: two where summer time
/// decides.
[[nodiscard]] DateRange local_days(Date day, int minutes, int zone, const LocalClock& clock);
/// A whole number with or without a minus; nullopt for anything else.
[[nodiscard]] std::optional<int> signed_number(std::string_view digits);

/// What rules see and remember. Words at and past the end are empty strings.
struct TimeContext {
  std::span<const Word> words;
  const language::Parse& parse;
  KnownDay anchor;
  KnownDay focus;                     ///< the day last spoken of
  std::string quarter;                ///< the quarter last spoken of
  std::string period;                 ///< TimeML value last spoken of
  std::optional<LocalClock> local{};  ///< where the report is written

  [[nodiscard]] std::string_view low(std::size_t i) const {
    return i < words.size() ? std::string_view(words[i].low) : std::string_view();
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return low(i) == word; }
  [[nodiscard]] TimeEntry word(std::size_t i, TimeClass kind) const {
    return i < words.size() ? time_word(words[i].low, kind) : TimeEntry{};
  }
  [[nodiscard]] const language::Token& token(std::size_t i) const { return parse.tokens[words[i].token]; }
  [[nodiscard]] Tense tense(std::size_t i) const;
  /// One of the |-separated words.
  [[nodiscard]] bool any(std::size_t i, std::string_view choices) const;
  /// The whole number 0-9999 in digits at i; -1 otherwise. A numeral with a unit glued to it counts.
  [[nodiscard]] int integer(std::size_t i) const;
  /// The TimeML unit that word i names, empty for none.
  [[nodiscard]] std::string_view unit(std::size_t i) const { return word(i, TimeClass::unit).value; }
  [[nodiscard]] bool plural(std::size_t i) const { return low(i).size() > 3 && low(i).back() == 's'; }
};

/// The number that `digits` begins with; 0 for none.
[[nodiscard]] int whole_number(std::string_view digits);
/// Where a count may begin after "about", "more than", "at least", which belong to the expression; `at` for none.
[[nodiscard]] std::size_t after_bound(const TimeContext& c, std::size_t at);

struct TimeMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  TimeType type = TimeType::date;
  std::string value;
  std::string rule;
  DateRange range{};            ///< where days_of(value) does not give it
  std::string_view hangs_on{};  ///< "focus", "anchor" or "itself"
};

using MaybeTime = std::optional<TimeMatch>;

/// Each rule reads a time that begins at word `at`, or nothing. The longest match wins, the first of equals.
[[nodiscard]] MaybeTime match_date(TimeContext& c,
                                   std::size_t at);                 ///< "10 September 2024", "Thursday (February 27th)"
[[nodiscard]] MaybeTime match_iso(TimeContext& c, std::size_t at);  ///< "2024-09-10", "11/02/89"
[[nodiscard]] MaybeTime match_year(TimeContext& c, std::size_t at);  ///< "2016", "the early 1990s", "the 20th century"
[[nodiscard]] MaybeTime match_weekday(TimeContext& c, std::size_t at);  ///< "late Thursday", "last Friday night"
[[nodiscard]] MaybeTime match_day(TimeContext& c, std::size_t at);    ///< "yesterday", "this morning", "the day before"
[[nodiscard]] MaybeTime match_clock(TimeContext& c, std::size_t at);  ///< "7:15 a.m. Tuesday"
[[nodiscard]] MaybeTime match_relative(TimeContext& c,
                                       std::size_t at);                 ///< "last month", "late next year", "mid-March"
[[nodiscard]] MaybeTime match_ago(TimeContext& c, std::size_t at);      ///< "two days earlier"
[[nodiscard]] MaybeTime match_quarter(TimeContext& c, std::size_t at);  ///< "the third quarter of 2019"
[[nodiscard]] MaybeTime match_season(TimeContext& c, std::size_t at);   ///< "the summer of 2019"
[[nodiscard]] MaybeTime match_duration(TimeContext& c,
                                       std::size_t at);             ///< "two weeks", "the past few years", "two-month"
[[nodiscard]] MaybeTime match_set(TimeContext& c, std::size_t at);  ///< "every Monday", "daily"
[[nodiscard]] MaybeTime match_reference(TimeContext& c, std::size_t at);  ///< "now", "recent", "the future"
[[nodiscard]] MaybeTime match_feast(TimeContext& c, std::size_t at);      ///< "Christmas Eve", "the first day of Eid"
[[nodiscard]] MaybeTime match_days(TimeContext& c, std::size_t at);       ///< "12 to 15 April", "March 3-4"
[[nodiscard]] MaybeTime match_within(TimeContext& c,
                                     std::size_t at);  ///< "the night of 3 March", "the week of March 6"

/// A year at i, or after a comma there, and where it ends; 0 for none.
[[nodiscard]] int year_at(const TimeContext& c, std::size_t i, std::size_t& end);

/// A count of units at i: "two", "a", "several", "a few", "two or three", "2 1/2", "one and a half".
struct Count {
  double n = 0;
  bool vague = false;  ///< TimeML X
  bool spelled_a = false;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<Count> read_count(const TimeContext& c, std::size_t at);
/// The TimeML duration of a count of units, "P2W", "PT1H30M", "PXY".
[[nodiscard]] std::string duration_value(const Count& count, std::string_view unit);
/// `date` moved by n units, as the TimeML value of the unit's own grain ("2020-W09" for weeks).
[[nodiscard]] std::optional<std::string> shifted_value(Date date, std::string_view unit, int n);
/// The day of the calendar nearest to what the tense asks for: `weekday` before or at the anchor, or after it.
[[nodiscard]] Date nearest_weekday(Date anchor, int weekday, Tense tense);
/// The year of a month (and day, 0 if none) written without one.
[[nodiscard]] int year_for(Date anchor, int month, int day, Tense tense);

}  // namespace rashomon::mentions
