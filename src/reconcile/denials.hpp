#pragma once

#include <vector>

#include "reconcile/corpus.hpp"
#include "reconcile/likeness.hpp"
#include "reconcile/sketch.hpp"

/// Which claim a denial denies.
namespace rashomon::reconcile {

inline constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

/// A denial and what it denies.
struct DenialLink {
  std::size_t denial = 0;  ///< item
  std::size_t target = kNoItem;
  double score = 0;
};

/// Links of claims with polarity `denies`, ascending by item; sets `denies` of the claims. The target is the claim of
/// another speaker that shares most of the denial's rare words, event family, figures and accused side: in the same
/// report or one alike. A denial that only points back ("denied this", "rejected the accusation") takes the last claim
/// of another speaker before it. `event_of` is each item's event (or kNoItem), as far as known.
[[nodiscard]] std::vector<DenialLink> link_denials(Corpus& corpus, const LikenessTable& likeness,
                                                   const std::vector<std::size_t>& event_of);

}  // namespace rashomon::reconcile
