#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "claims/arguments.hpp"
#include "claims/proposition.hpp"

namespace rashomon::claims {

/// A document's analysis indexed for coding: what each token is part of. Built once for all its propositions.
class Reading {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// `analysis` and `propositions` must outlive this. Cost O(tokens + mentions).
  Reading(const mentions::Analysis& analysis, std::span<const Proposition> propositions);

  [[nodiscard]] const mentions::Analysis& analysis() const { return *analysis_; }
  [[nodiscard]] const mentions::Mentions& mentions() const { return analysis_->mentions; }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] std::span<const Proposition> propositions() const { return propositions_; }

  /// Index of the actor whose head is token `i`, else of one that covers it; kNone if there is none.
  [[nodiscard]] std::uint32_t actor_at(std::uint32_t i) const { return actor_at_[i]; }
  /// Index of the place that covers token `i`.
  [[nodiscard]] std::uint32_t place_at(std::uint32_t i) const { return place_at_[i]; }
  /// Index of the innermost proposition that token `i` belongs to: the nearest predicate of one above it.
  [[nodiscard]] std::uint32_t owner(std::uint32_t i) const { return owner_[i]; }
  /// The last token that begins at or before byte `offset`; 0 for none.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t offset) const;
  /// Steps from `i` up to `ancestor`; nullopt if it is not above `i` within 32 steps.
  [[nodiscard]] std::optional<std::uint32_t> steps_up(std::uint32_t i, std::uint32_t ancestor) const;

 private:
  void find_owners();

  const mentions::Analysis* analysis_;
  std::span<const Proposition> propositions_;
  Words words_;
  std::vector<std::uint32_t> actor_at_, place_at_, owner_;
};

}  // namespace rashomon::claims
