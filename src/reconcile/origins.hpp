#pragma once

#include <vector>

#include "reconcile/copies.hpp"
#include "reconcile/corpus.hpp"

/// Who first said what a claim says: what independence is counted by.
namespace rashomon::reconcile {

/// The origins of all claims, in order of id, and each item's index among them. Sets `origin` of the claims.
///
/// Rule, first that applies: the first speaker who is no relay and not the outlet (an unnamed monitor is the monitor
/// that the report, or its copies' story, names; an unnamed person or group is one a report); the agency or outlet
/// whose text the report copies; the agency credited; the outlet; the report.
struct Origins {
  std::vector<Origin> list;
  std::vector<std::size_t> of_item;
  std::vector<bool> is_own_voice;  ///< by origin: an agency's or outlet's own words
};
[[nodiscard]] Origins find_origins(Corpus& corpus, const Copies& copies, const LikenessTable& likeness);

}  // namespace rashomon::reconcile
