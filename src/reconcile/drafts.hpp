#pragma once

#include <vector>

#include "reconcile/evidence.hpp"

/// What one report tells of, before reports are compared.
namespace rashomon::reconcile {

/// The happenings of report `report`, in order of first mention. A claim joins the happening that it fits best by
/// compare() and by where it stands: the happening spoken of last, a noun that takes it up, one sentence, one
/// paragraph. Claims that speak of no happening are in none. Cost O(claims x happenings).
[[nodiscard]] std::vector<Sketch> draft_events(const Corpus& corpus, std::size_t report);

}  // namespace rashomon::reconcile
