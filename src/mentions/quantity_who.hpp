#pragma once

#include <string_view>

#include "mentions/mentions.hpp"

/// Who the words of a counted group name. Internal to the room.
namespace rashomon::mentions {

/// Reads "Lusatian soldiers", "elderly women": nation, status, age, gender and side as data/mentions/who.tsv and the
/// list of countries have them. What the words say twice and differently stays empty. Cost O(bytes).
[[nodiscard]] Who who_of(std::string_view group);

}  // namespace rashomon::mentions
