#pragma once

#include <string>
#include <vector>

#include "reconcile/sketch.hpp"

/// Whether two accounts speak of one happening.
namespace rashomon::reconcile {

/// A sum of weights (data/reconcile/weights.tsv). Ordinal, no probability.
struct Evidence {
  double score = 0;
  std::vector<std::string> reasons;  ///< names of the weights that counted, with what they rest on
  bool verbal = false;               ///< both are things said, judged by a threshold of their own

  void add(std::string_view name, double share = 1, std::string_view what = {});
};

/// What the claims themselves say for and against; nothing of where they stand.
/// Cost O(words + places squared + tolls squared) of the two.
[[nodiscard]] Evidence compare(const Sketch& a, const Sketch& b, const Corpus& corpus);

/// True where the families can be one happening at all.
[[nodiscard]] bool compatible(Family a, Family b);

/// "33", "0.5": a figure in words of reasons, labels and positions.
[[nodiscard]] std::string fmt_number(double value);

/// Kilometres between two points on a sphere, within 1 % up to 1,000 km, from sums, products and roots alone.
[[nodiscard]] double kilometres(mentions::Point a, mentions::Point b);

}  // namespace rashomon::reconcile
