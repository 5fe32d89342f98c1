#include "mentions/times.hpp"

#include <algorithm>
#include <array>

#include "mentions/time_rules.hpp"

namespace rashomon::mentions {
namespace {

using Rule = MaybeTime (*)(TimeContext&, std::size_t);

// Of matches of one length the first rule wins.
constexpr std::array<Rule, 16> kRules = {match_iso,      match_days,     match_date,      match_within,
                                         match_clock,    match_weekday,  match_day,       match_quarter,
                                         match_ago,      match_relative, match_season,    match_feast,
                                         match_duration, match_set,      match_reference, match_year};

MaybeTime best_match(TimeContext& c, std::size_t at) {
  MaybeTime best;
  for (Rule rule : kRules) {
    c.anchor.forget_use();
    c.focus.forget_use();
    MaybeTime found = rule(c, at);
    if (!found || found->end > c.words.size() || found->end <= at || (best && found->end <= best->end)) continue;
    const bool named = c.focus.used() || found->rule.find("last named") != std::string::npos;
    found->hangs_on = named ? "focus" : c.anchor.used() ? "anchor" : "itself";
    best = std::move(found);
  }
  return best;
}

// What later expressions ("the day before", "a year earlier") hang on.
void remember(TimeContext& c, const Time& time) {
  if (time.type != TimeType::date && time.type != TimeType::time) return;
  if (time.range.start && time.range.start == time.range.end) c.focus = time.range.start;
  if (time.rule == "quarter") c.quarter = time.value;
  if (!time.value.empty() && time.value.find("REF") == std::string::npos) c.period = time.value;
}

Time resolved(const TimeContext& c, TimeMatch&& m, std::string_view basis) {
  Time time;
  time.span = {c.words[m.begin].span.begin, c.words[m.end - 1].span.end};
  time.type = m.type;
  time.range = m.range;
  if (time.range.empty() && (m.type == TimeType::date || m.type == TimeType::time)) time.range = days_of(m.value);
  time.value = std::move(m.value);
  time.rule = std::move(m.rule);
  if (!time.range.empty()) time.anchor = m.hangs_on == "anchor" ? basis : m.hangs_on;
  return time;
}

void read_segment(TimeContext& c, std::string_view basis, std::vector<Time>& out) {
  for (std::size_t i = 0; i < c.words.size();) {
    MaybeTime found = may_begin_time(c.words[i]) ? best_match(c, i) : std::nullopt;
    if (!found) {
      ++i;
      continue;
    }
    i = found->end;
    out.push_back(resolved(c, std::move(*found), basis));
    remember(c, out.back());
  }
}

// The latest day of those that the text writes in full, day, month and year.
std::optional<Date> latest_full_date(const std::vector<Word>& words, const language::Parse& parse) {
  std::optional<Date> latest;
  for (const auto segment : segments_of(words)) {
    TimeContext c{segment, parse, {}, {}, {}, {}};
    for (std::size_t i = 0; i < segment.size(); ++i) {
      MaybeTime found = match_iso(c, i);
      if (!found) found = match_date(c, i);
      if (!found || found->value.size() != 10) continue;
      if (const auto date = parse_date(found->value); date && (!latest || *latest < *date)) latest = date;
      i = found->end - 1;
    }
  }
  return latest;
}

std::vector<Time> read_from(const std::vector<Word>& words, const language::Parse& parse, std::optional<Date> anchor,
                            std::string_view basis, const std::optional<LocalClock>& local) {
  std::vector<Time> out;
  TimeContext c{{}, parse, anchor, {}, {}, {}, local};
  for (const auto segment : segments_of(words)) {
    c.words = segment;
    read_segment(c, basis, out);
  }
  return out;
}

// Where the anchor is known to months only, what hangs on it is known no better: `times` read from its last day and
// `early` from its first agree on what the text dates itself; the others cover both readings.
void loosen(std::vector<Time>& times, const std::vector<Time>& early) {
  auto other = early.begin();
  for (Time& time : times) {
    while (other != early.end() && other->span.begin < time.span.begin) ++other;
    const bool same_words = other != early.end() && other->span == time.span;
    if (same_words && other->range == time.range) continue;
    time.rule += ", of a day not known";
    time.value = "XXXX-XX-XX";
    time.range.start = same_words ? std::min(other->range.start, time.range.start) : std::nullopt;
    if (!time.range.start) time.range.end.reset();
  }
}

}  // namespace

Anchor anchor_of(const ingest::Document& document, const language::Parse& parse) {
  constexpr int kWeek = 7;
  if (document.dateline && document.dateline->date) return {document.dateline->date, "dateline"};
  if (const DateRange& range = document.published.range; range.end) {
    const bool vague = range.start && range.end->days - range.start->days > kWeek;
    return {range.end, "published", vague ? range.start : std::nullopt};
  }
  if (document.published.range.start) return {document.published.range.start, "published"};
  if (const auto date = latest_full_date(scan_words(document, parse), parse)) return {date, "text"};
  return {std::nullopt, "none"};
}

std::vector<Time> find_times(const ingest::Document& document, const language::Parse& parse, const Anchor& anchor,
                             std::string_view written_in) {
  const std::vector<Word> words = scan_words(document, parse);
  const auto local = local_clock(written_in);
  std::vector<Time> out = read_from(words, parse, anchor.date, anchor.basis, local);
  if (anchor.earliest) loosen(out, read_from(words, parse, anchor.earliest, anchor.basis, local));
  return out;
}

}  // namespace rashomon::mentions
