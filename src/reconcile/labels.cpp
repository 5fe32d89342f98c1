#include <array>

#include "reconcile/events.hpp"

namespace rashomon::reconcile {
namespace {

std::string_view words_for(std::string_view what) {
  static const auto rows = table("labels.tsv", 2);
  for (const auto& row : rows)
    if (row[0] == what) return row[1];
  return {};
}

std::string_view head_words(const Event& event) {
  const auto& type = event.event_type;
  std::string_view words;
  if (event.weapon && type.plover == "ASSAULT") words = words_for("weapon " + event.weapon->weapon_class);
  if (words.empty()) words = words_for(type.plover + "/" + type.plover_mode);
  if (words.empty()) words = words_for(type.plover);
  return words.empty() ? "Event" : words;
}

std::string day_words(Date d) {
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::to_string(d.day()) + " " + kMonths[static_cast<std::size_t>(d.month() - 1)] + " " +
         std::to_string(d.year());
}

}  // namespace

std::string date_words(const TimeSpan& time) {
  const auto& [start, end] = time.range;
  if (!start && !end) return {};
  if (!start) return "until " + day_words(*end);
  if (!end) return "since " + day_words(*start);
  if (*start == *end) return day_words(*start);
  const bool whole_months = start->day() == 1 && end->day() == days_in_month(end->year(), end->month());
  if (whole_months && start->year() == end->year() && start->month() == end->month())
    return day_words(*start).substr(2);
  if (whole_months && start->year() == end->year() && start->month() == 1 && end->month() == 12)
    return std::to_string(start->year());
  return day_words(*start) + " to " + day_words(*end);
}

std::string label_of(const Event& event) {
  std::string label(head_words(event));
  const bool has_place = !event.places.empty() && !event.places.front().name.empty();
  if (!is_material(family_of_plover(event.event_type.plover)) && !event.actor.empty())
    label += " by " + event.actor.front().name;
  if (has_place) label += ", " + event.places.front().name;
  if (event.time)
    if (const std::string when = date_words(*event.time); !when.empty()) label += ", " + when;
  return label;
}

}  // namespace rashomon::reconcile
