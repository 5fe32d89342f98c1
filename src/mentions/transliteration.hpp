#pragma once

#include <string>
#include <string_view>

namespace rashomon::mentions {

/// The consonants of a folded name (fold_name) by which romanisations of Arabic script agree: "deir ezzor" and
/// "dayr al zawr" give "drzr". Empty where fewer than two are left. Cost O(bytes).
[[nodiscard]] std::string consonants_of(std::string_view folded);

/// A folded name without articles and spaces.
[[nodiscard]] std::string joined_name(std::string_view folded);

/// Levenshtein distance, at most `limit` + 1. Cost O(a x b).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// True for countries (ISO3) whose names English reports romanise in many ways from Arabic script.
[[nodiscard]] bool is_romanised(std::string_view iso3);

}  // namespace rashomon::mentions
