#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace rashomon::claims {

/// Words in quotation marks.
struct Quote {
  Span span;           ///< marks included
  Span inner;          ///< without them
  bool opened = true;  ///< false: the opening mark is missing and the begin is a guess
  bool closed = true;  ///< false: the closing mark is missing, the quotation runs to the end of the block
};

/// Finds quotations in `text[block)`, in order, not overlapping.
///
/// Reads "…", “…”, ‘…’, '…', ''…'', ``…'', «…», marks of one kind closed by another, a closing mark where an opening
/// one belongs ("…wounded.”On Monday"), and quotations that lack a mark. An apostrophe is none. Cost O(bytes);
/// thread-safe.
[[nodiscard]] std::vector<Quote> find_quotes(std::string_view text, Span block);

}  // namespace rashomon::claims
