#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace rashomon::ingest {

/// Cuts plain text into paragraphs, in order, without white space at their ends.
///
/// An empty line always ends a paragraph. Lines that follow each other are one paragraph only where they were wrapped
/// at a width: each line but the last is so full that the next word would not have fitted. Else each line is one.
/// Cost O(bytes).
[[nodiscard]] std::vector<Span> cut_paragraphs(std::string_view text);

/// Cuts a paragraph where breaks were lost: at a full stop that no white space follows, before a capital, where the
/// word before is no abbreviation, initial or domain ("… of the war.The army said"). A quotation mark at the seam
/// goes to the sentence that opened it. Spans are within `paragraph`, trimmed, in order; one if nothing is glued.
[[nodiscard]] std::vector<Span> cut_glued(std::string_view text, Span paragraph);

/// `span` without white space at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

}  // namespace rashomon::ingest
