#include <array>

#include "mentions/mentions.hpp"

namespace rashomon::mentions {
namespace {

template <class E, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? names[i] : std::string_view{};
}

constexpr std::array<std::string_view, 4> kTimeTypes = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 5> kLevels = {"country", "admin1", "admin2", "settlement", "other"};
constexpr std::array<std::string_view, 3> kPrecisions = {"town", "near", "region"};
constexpr std::array<std::string_view, 3> kForms = {"name", "role", "pronoun"};
constexpr std::array<std::string_view, 12> kActorKinds = {"person",      "armed force", "police",        "government",
                                                          "armed group", "coalition",   "international", "civilians",
                                                          "media",       "monitor",     "company",       "other"};
constexpr std::array<std::string_view, 8> kBounds = {"exact",     "at least", "more than", "at most",
                                                     "less than", "almost",   "about",     "vague"};
constexpr std::array<std::string_view, 31> kMeasures = {
    "killed",   "injured",   "casualties", "missing",     "captured",  "abducted",
    "arrested", "displaced", "returned",   "hosted",      "evacuated", "deployed",
    "moved",    "gathered",  "blocked",    "struck",      "destroyed", "houses_destroyed",
    "members",  "present",   "other",      "money",       "percent",   "length",
    "area",     "mass",      "speed",      "temperature", "age",       "rate",
    "count"};
constexpr std::array<std::string_view, 5> kWindows = {"incident", "since", "during", "day", "stock"};
constexpr std::array<std::string_view, 2> kRelations = {"subset", "partition"};

}  // namespace

std::string_view name_of(TimeType v) { return pick(kTimeTypes, v); }
std::string_view name_of(PlaceLevel v) { return pick(kLevels, v); }
std::string_view name_of(PlacePrecision v) { return pick(kPrecisions, v); }
std::string_view name_of(ActorForm v) { return pick(kForms, v); }
std::string_view name_of(ActorKind v) { return pick(kActorKinds, v); }
std::string_view name_of(Bound v) { return pick(kBounds, v); }
std::string_view name_of(Measure v) { return pick(kMeasures, v); }
std::string_view name_of(WindowKind v) { return pick(kWindows, v); }
std::string_view name_of(RelationKind v) { return pick(kRelations, v); }

}  // namespace rashomon::mentions
