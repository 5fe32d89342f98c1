#pragma once

#include <string_view>

#include "claims/claim.hpp"
#include "claims/frames.hpp"
#include "claims/syntax.hpp"

namespace rashomon::claims {

/// What modality is read from besides the predicate itself.
struct ModalContext {
  const Frame* frame = nullptr;  ///< that reports the clause; nullptr for own voice
  const Frame* act = nullptr;    ///< of which the predicate is the speech act ("called for")
  bool quoted = false;           ///< in quotation marks
  bool reported = false;         ///< in reported speech, whatever the frame does to it
};

/// Modality with the rule that gave it.
struct ModalReading {
  Modality modality = Modality::actual;
  std::string_view rule;
};

/// Reads how a clause puts its content. Scope is the clause: what a subordinate clause says does not count.
///
/// In this order: speech act or frame that threatens or asks; negation; a condition; may, might, could, fears; will,
/// would in reported speech, plans; words of habit.
[[nodiscard]] ModalReading read_modality(const Syntax& syntax, std::uint32_t predicate, const ModalContext& context);

/// The verb that a claim's modality and negation speak of: "sell" in "plans to sell", "meet" in "is ready to meet",
/// else the predicate itself.
[[nodiscard]] std::uint32_t content_predicate(const Syntax& syntax, std::uint32_t predicate);

/// True if the speaker puts aside what others say: "denied that Y", "rejected the claim", "there is no truth in", "the
/// report is false". A negated denial does not.
[[nodiscard]] bool is_denial(const Syntax& syntax, std::uint32_t predicate, const ModalContext& context);

}  // namespace rashomon::claims
