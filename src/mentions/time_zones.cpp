#include <charconv>
#include <map>

#include "mentions/tables.hpp"
#include "mentions/time_rules.hpp"

namespace rashomon::mentions {
namespace {

constexpr int kDay = 24 * 60;  // minutes

int floored(int minutes) { return minutes >= 0 ? minutes / kDay : -((kDay - 1 - minutes) / kDay); }

const std::map<std::string_view, LocalClock>& clocks() {
  static const auto kClocks = [] {
    std::map<std::string_view, LocalClock> out;
    for (const auto& row : mention_table("utc_offsets.tsv", 3))
      for (const std::string_view iso3 : list_of(row[2]))
        out[iso3] = {signed_number(row[0]).value_or(0), signed_number(row[1]).value_or(0)};
    return out;
  }();
  return kClocks;
}

}  // namespace

std::optional<int> signed_number(std::string_view digits) {
  int n = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? std::optional(n) : std::nullopt;
}

std::optional<LocalClock> local_clock(std::string_view iso3) {
  const auto found = clocks().find(iso3);
  return found == clocks().end() ? std::nullopt : std::optional(found->second);
}

DateRange local_days(Date day, int minutes, int zone, const LocalClock& clock) {
  const int winter = floored(minutes - zone + clock.winter), summer = floored(minutes - zone + clock.summer);
  return {day.plus(std::min(winter, summer)), day.plus(std::max(winter, summer))};
}

}  // namespace rashomon::mentions
