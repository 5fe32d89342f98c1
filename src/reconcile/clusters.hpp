#pragma once

#include <string>
#include <vector>

#include "reconcile/evidence.hpp"
#include "reconcile/likeness.hpp"

/// Drafts of all reports that speak of one happening.
namespace rashomon::reconcile {

/// Indices into the drafts, ascending, and why they are together.
struct Cluster {
  std::vector<std::size_t> drafts;
  std::vector<claims::Reason> reasons;
};

/// Joins drafts whose mean evidence reaches the threshold, the strongest pair first (ties: the earlier drafts).
///
/// Only drafts that share a key are compared: likeness of their reports, a day and a place, a large figure, a speaker.
/// Order   by first draft. Cost near linear for unrelated reports, quadratic within one story.
[[nodiscard]] std::vector<Cluster> cluster_drafts(const std::vector<Sketch>& drafts, const Corpus& corpus,
                                                  const LikenessTable& likeness);

}  // namespace rashomon::reconcile
