#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon::ingest {

/// Boosted decision trees of a table in data/ingest, as tools/train_content.py and tools/train_dates.py write it.
class Forest {
 public:
  /// `names`: of the columns of the rows that will be scored. Cost: reads the table, some ms.
  Forest(std::string_view path, std::span<const std::string> names);
  ~Forest();
  Forest(const Forest&) = delete;
  Forest& operator=(const Forest&) = delete;

  /// Log-odds: for each row a sum over the trees, in their order. Ordinal near zero, not calibrated. Cost O(rows ×
  /// splits), sixteen rows at once.
  [[nodiscard]] std::vector<double> scores(std::span<const std::vector<float>> rows) const;

 private:
  struct Trees;
  class Reader;
  class Scorer;
  std::unique_ptr<Trees> trees_;
};

}  // namespace rashomon::ingest
