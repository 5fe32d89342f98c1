#include "publish/words.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace rashomon::publish {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string_view month_name(Date date) { return kMonths[static_cast<std::size_t>(date.month() - 1)]; }

std::string day_words(Date date) { return fmt::format("{} {} {}", date.day(), month_name(date), date.year()); }

std::string month_words(Date date) { return fmt::format("{} {}", month_name(date), date.year()); }

bool is_whole_month(Date start, Date end) {
  return start.day() == 1 && start.year() == end.year() && start.month() == end.month() &&
         end.day() == days_in_month(end.year(), end.month());
}

bool is_whole_year(Date start, Date end) {
  return start.year() == end.year() && start.month() == 1 && start.day() == 1 && end.month() == 12 && end.day() == 31;
}

std::string closed_words(Date start, Date end) {
  if (start == end) return day_words(start);
  if (is_whole_year(start, end)) return std::to_string(start.year());
  if (is_whole_month(start, end)) return month_words(start);
  if (start.year() != end.year()) return fmt::format("{} – {}", day_words(start), day_words(end));
  if (start.month() != end.month()) return fmt::format("{} {} – {}", start.day(), month_name(start), day_words(end));
  return fmt::format("{}–{}", start.day(), day_words(end));
}

}  // namespace

std::string number_words(double value) {
  const double rounded = std::floor(std::fabs(value) * 10 + 0.5) / 10;
  std::string text = fmt::format("{:.1f}", rounded);
  std::string tail = text.substr(text.size() - 2);
  text.resize(text.size() - 2);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return (value < 0 ? "-" : "") + text + (tail == ".0" ? "" : tail);
}

std::string range_words(const reconcile::Range& range, bool open_high) {
  const auto [low, best, high] = range;
  if (low && high && *low == *high) return number_words(*low) + (open_high ? " or more" : "");
  if (low && high) return number_words(*low) + "–" + number_words(*high) + (open_high ? " or more" : "");
  if (low && best && *best > *low) return number_words(*low) + "–" + number_words(*best) + " or more";
  if (low) return number_words(*low) + " or more";
  if (high) return "up to " + number_words(*high);
  return best ? number_words(*best) : "";
}

std::string date_words(const DateRange& range, int precision) {
  if (range.empty()) return "date unknown";
  if (!range.end) return "since " + day_words(*range.start);
  if (!range.start) return "until " + day_words(*range.end);
  if (precision >= 5 && range.start->year() != range.end->year())
    return fmt::format("{}–{}", range.start->year(), range.end->year());
  return closed_words(*range.start, *range.end);
}

std::string time_words(const std::optional<TimeSpan>& time) {
  return time ? date_words(time->range, time->precision) : "date unknown";
}

std::string window_words(const std::optional<mentions::Window>& window) {
  using mentions::WindowKind;
  if (!window) return "";
  const DateRange& range = window->range;
  switch (window->kind) {
    case WindowKind::incident: return "in this incident";
    case WindowKind::since: return range.start ? "since " + day_words(*range.start) : "in all";
    case WindowKind::during: return range.empty() ? "over a period" : "during " + date_words(range, 1);
    case WindowKind::day: return range.empty() ? "in a day" : "on " + date_words(range, 1);
    case WindowKind::stock: return range.empty() ? "at the time" : "as of " + date_words(range, 1);
  }
  return "";
}

std::string measure_words(mentions::Measure measure) {
  std::string words(mentions::name_of(measure));
  for (char& c : words)
    if (c == '_') c = ' ';
  return measure == mentions::Measure::other ? "counted" : words;
}

std::string chain_words(const claims::Claim& claim) {
  std::string out;
  for (const claims::Speaker& speaker : claim.speakers)
    if (!speaker.name.empty()) out += (out.empty() ? "" : " → ") + speaker.name;
  if (!out.empty()) return out;
  return claim.voice == claims::Voice::own ? "the report" : "unattributed";
}

std::string holder_words(const claims::Claim& claim) {
  if (claim.voice == claims::Voice::own && claim.speakers.empty()) return "the report (own account)";
  if (claim.voice == claims::Voice::unattributed || claim.speakers.empty()) return "unattributed";
  const claims::Speaker& first = claim.speakers.front();
  if (first.role == "outlet") return (first.name.empty() ? "the outlet" : first.name) + " (own account)";
  return first.name.empty() ? "unnamed speaker" : first.name;
}

std::string count_words(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number_words(static_cast<double>(count)), count == 1 ? one : many);
}

std::string list_words(const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i)
    out += (i == 0 ? "" : i + 1 == values.size() ? " and " : ", ") + values[i];
  return out;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace rashomon::publish
