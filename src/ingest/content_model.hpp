#pragma once

#include <span>
#include <vector>

namespace rashomon::ingest {

/// Log-odds that blocks with these content_features() are of the report: for each a sum over the trees of
/// data/ingest/content_model.tsv, in their order. Ordinal near zero, not calibrated. Cost O(rows × splits), sixteen
/// rows at once.
[[nodiscard]] std::vector<double> content_scores(std::span<const std::vector<float>> rows);

}  // namespace rashomon::ingest
