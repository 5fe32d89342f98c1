#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rashomon::app {

/// The known word that `word` most likely means; empty if none is near (more than a third of its letters differ).
/// Ties go to the first. Cost O(letters²) a word.
/// Reference: optimal string alignment distance (F. Damerau, CACM 7 (1964)).
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

/// "; did you mean 'X'?", or "" where nothing is near.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace rashomon::app
