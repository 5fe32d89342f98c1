#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/date.hpp"

namespace rashomon::mentions {

/// A feast of data/mentions/feasts.tsv.
struct Feast {
  enum class Calendar { fixed, thursday, easter, orthodox, islamic };
  Calendar calendar = Calendar::fixed;
  int month = 0;
  int day = 0;     ///< of easter and orthodox: days from Easter Sunday
  int length = 1;  ///< days
};

/// The feasts of a name in lower case without hyphens: one of "eid al fitr", two of "eid".
[[nodiscard]] std::span<const Feast> find_feasts(std::string_view name);

/// Its first day in a Gregorian year; the first of two where an Islamic one falls twice. nullopt where it falls never
/// or the year is beyond 1 to 9998. Reference: Easter by Meeus's anonymous Gregorian and Julian rules; Islamic dates by
/// the tabular calendar of 30-year cycles, civil epoch.
[[nodiscard]] std::optional<Date> feast_in(const Feast& feast, int year);

}  // namespace rashomon::mentions
