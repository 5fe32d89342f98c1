#pragma once

#include <vector>

#include "reconcile/figures.hpp"

/// Which figures of a happening are parts of others.
namespace rashomon::reconcile {

/// Marks as `part` the counts (of one event and measure) that lie within another of their report: of a narrower group,
/// from the same mouth after a greater one, said to be "more", or for a place that the whole does not name. Counts of a
/// crowd overlap at will and are left alone. Cost quadratic, for more than 3,000 counts nothing is done.
void mark_parts(std::vector<Count>& counts, const Corpus& corpus);

/// Counts of a crowd at points and hours ("gathered", "blocked"): they overlap, none is part of another.
[[nodiscard]] bool is_crowd(mentions::Measure measure);

}  // namespace rashomon::reconcile
