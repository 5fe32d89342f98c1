#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/frames.hpp"
#include "claims/syntax.hpp"

namespace rashomon::claims {

enum class ClauseKind : std::uint8_t {
  none,
  main,
  conjunct,   ///< a coordinated predicate with content of its own
  content,    ///< what a frame reports
  frame,      ///< the reporting words, no proposition of their own
  adverbial,  ///< "after Y happened"
  result,     ///< "…, killing nine"
  relative,   ///< "which fell on the town"
  absolute    ///< "with Y calling for a truce"
};

struct Clause {
  std::uint32_t head = 0;
  ClauseKind kind = ClauseKind::main;
  TokenRange range;                   ///< from the first to the last word of its own, marks and conjunctions cut off
  std::optional<std::size_t> parent;  ///< index of the clause that its head hangs on
};

/// Cuts a sentence into clauses that may be propositions, ascending by head. Every word belongs to one clause.
/// Headlines are cut at coordination only: "X denies the raid after nine die" says one thing in short. Cost O(tokens x
/// depth of coordination); thread-safe.
[[nodiscard]] std::vector<Clause> find_clauses(const Syntax& syntax, TokenRange sentence,
                                               const std::vector<Frame>& frames, bool headline = false);

}  // namespace rashomon::claims
