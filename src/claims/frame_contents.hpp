#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/syntax.hpp"

namespace rashomon::claims {

/// True if the verb has "to" before it.
[[nodiscard]] bool is_infinitive(const Syntax& syntax, std::uint32_t verb);
/// `i`, or the first predicate above it, or the root.
[[nodiscard]] std::optional<std::uint32_t> nearest_predicate(const Syntax& syntax, std::optional<std::uint32_t> i);
/// True if a mark of punctuation stands before what hangs on `i`.
[[nodiscard]] bool follows_comma(const Syntax& syntax, std::uint32_t i);

/// Heads of the clauses below a reporting verb that it reports, ascending: finite, or a fragment in quotation marks;
/// not what is asked ("whether Y", "who did it"). With `quotes_only` those that begin with a quotation mark.
[[nodiscard]] std::vector<std::uint32_t> contents_below(const Syntax& syntax, std::uint32_t verb, bool quotes_only);
/// Heads of the clauses that stand before a reporting verb hung into them: "…, the ministry said on Monday", "as X
/// said".
[[nodiscard]] std::vector<std::uint32_t> contents_before(const Syntax& syntax, std::uint32_t verb);
/// The "that" clause that the parse hangs on a word between: "said, after a meeting with the envoys, that Y".
[[nodiscard]] std::optional<std::uint32_t> content_astray(const Syntax& syntax, std::uint32_t verb);

}  // namespace rashomon::claims
