#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "reconcile/corpus.hpp"

/// How alike the texts of reports are.
namespace rashomon::reconcile {

/// A pair of reports, first < second, with the cosine of their word vectors.
struct Likeness {
  std::size_t a = 0, b = 0;
  double cosine = 0;
};

/// Cosine of reports by tf-idf over stems of their read blocks (titles count twice, at most 6,000 bytes are read),
/// looked up by pair.
class LikenessTable {
 public:
  explicit LikenessTable(const Corpus& corpus);
  /// 0 for pairs that share next to nothing; 1 for a report and itself.
  [[nodiscard]] double of(std::size_t a, std::size_t b) const;
  /// Reports of at least the cosine `least` with `report`, itself first, then ascending. Cost O(their number).
  [[nodiscard]] std::vector<std::size_t> alike(std::size_t report, double least) const;
  /// Pairs of at least 0.05, by (a, b).
  [[nodiscard]] const std::vector<Likeness>& pairs() const { return pairs_; }

 private:
  std::vector<Likeness> pairs_;
  std::vector<std::vector<std::pair<std::size_t, double>>> near_;  ///< by report, ascending
};

}  // namespace rashomon::reconcile
