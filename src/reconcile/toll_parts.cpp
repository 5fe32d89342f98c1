#include "reconcile/toll_parts.hpp"

#include <algorithm>

namespace rashomon::reconcile {
namespace {

constexpr std::size_t kMostCompared = 3000;  // figures of one event and measure; no real event comes near

bool is_firm_count(const Count& c) { return c.bound != mentions::Bound::vague && c.bound != mentions::Bound::at_most; }

bool names_other_settlement(const claims::Claim& c, const claims::Claim& whole) {
  for (const auto& p : c.places) {
    if (p.level != mentions::PlaceLevel::settlement && p.level != mentions::PlaceLevel::other) continue;
    const bool shared =
        std::any_of(whole.places.begin(), whole.places.end(), [&](const auto& q) { return q.name == p.name; });
    if (!shared) return true;
  }
  return false;
}

}  // namespace

bool is_crowd(mentions::Measure m) {
  using enum mentions::Measure;
  return m == gathered || m == blocked || m == moved || m == present;
}

// A smaller figure of a narrower group in a report is part of the wider one there.
void mark_parts(std::vector<Count>& counts, const Corpus& corpus) {
  if (is_crowd(counts.front().measure) || counts.size() > kMostCompared) return;
  for (Count& c : counts)
    for (const Count& whole : counts)
      if (&c != &whole && !whole.part && corpus.items[c.item].report == corpus.items[whole.item].report &&
          is_part_of(c.group, whole.group) && value_of(c) < value_of(whole))
        c.part = true;
  // A smaller figure from the same mouth, after the whole: the toll of one place or hour of it.
  for (Count& c : counts)
    for (const Count& whole : counts)
      if (!c.part && !whole.part && whole.item < c.item && (whole.origin == c.origin || c.further) &&
          corpus.items[c.item].report == corpus.items[whole.item].report && !are_disjoint(c.group, whole.group) &&
          is_firm_count(whole) && value_of(c) < value_of(whole))
        c.part = true;
  // A smaller figure for a place that the whole does not name: the toll of that place.
  for (Count& c : counts)
    for (const Count& whole : counts)
      if (!c.part && !whole.part && whole.item < c.item &&
          corpus.items[c.item].report == corpus.items[whole.item].report && is_firm_count(whole) &&
          !are_disjoint(c.group, whole.group) && 1.5 * value_of(c) < value_of(whole) &&
          names_other_settlement(*corpus.items[c.item].claim, *corpus.items[whole.item].claim))
        c.part = true;
  // A woman or a child of one report is part of the civilians that another counts.
  for (Count& c : counts)
    for (const Count& whole : counts)
      if (!c.part && !whole.part && is_part_of(c.group, whole.group) && is_part_of(c.group, {"civilians", "", true}) &&
          value_of(c) < value_of(whole))
        c.part = true;
}

}  // namespace rashomon::reconcile
