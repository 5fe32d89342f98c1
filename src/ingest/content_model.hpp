#pragma once

#include <span>

namespace rashomon::ingest {

/// Log-odds that a block with these content_features() is of the report: a sum over the trees of
/// data/ingest/content_model.tsv, in their order. Ordinal near zero, not calibrated. Cost O(trees × depth).
[[nodiscard]] double content_score(std::span<const float> features);

}  // namespace rashomon::ingest
