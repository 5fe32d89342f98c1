#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"
#include "language/layout.hpp"

namespace rashomon::language {

/// The classes of a transition system in the order of its score rows.
struct MoveTable {
  std::vector<Move> moves;
  std::vector<std::string> labels;  ///< also the parts of lifted labels, and "ROOT"
  std::vector<Lifted> lifted;       ///< one a label
};

/// Reads a `moves` file of the package. The order of the classes is: actions by number; within one, labels by falling
/// frequency, ties by falling label. Errors: missing_model, malformed_input.
[[nodiscard]] Result<MoveTable> read_moves(const std::string& path);

/// The labels of `tagger/cfg`. Errors: missing_model, malformed_input.
[[nodiscard]] Result<std::vector<std::string>> read_tagger_labels(const std::string& path);

}  // namespace rashomon::language
