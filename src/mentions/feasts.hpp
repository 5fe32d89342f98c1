#pragma once

#include <optional>
#include <string_view>

#include "core/date.hpp"

namespace rashomon::mentions {

/// A feast of data/mentions/feasts.tsv.
struct Feast {
  enum class Calendar { fixed, thursday, easter, islamic };
  Calendar calendar = Calendar::fixed;
  int month = 0;
  int day = 0;     ///< of easter: days from Easter Sunday
  int length = 1;  ///< days
};

/// The feast of a name in lower case without hyphens, "eid al fitr".
[[nodiscard]] std::optional<Feast> find_feast(std::string_view name);

/// Its first day in a Gregorian year; the first of two where an Islamic one falls twice. nullopt where it falls never
/// or the year is beyond 1 to 9998. Reference: Easter by Meeus's anonymous Gregorian rule; Islamic dates by the tabular
/// calendar of 30-year cycles, civil epoch.
[[nodiscard]] std::optional<Date> feast_in(const Feast& feast, int year);

}  // namespace rashomon::mentions
