#pragma once

#include "ingest/article.hpp"

/// Kinds of the blocks of a plain text, where no markup tells them.
namespace rashomon::ingest {

/// Cuts what was run together at the very beginning: date, title (where it is given), agency, "Posted: date".
void cut_opening(Document& document, Findings& findings);

/// Marks blocks that are furniture, captions or credits by their words; what follows a "Related articles" near the end;
/// paragraphs printed a second time.
void mark_furniture(Document& document, Findings& findings);

/// Finds the title, and between it and the report: mastheads, repeated titles, bylines, outlet, date line, deck.
void mark_head(Document& document, Findings& findings);

/// Marks short lines without a full stop that stand between paragraphs.
void mark_headings(Document& document);

}  // namespace rashomon::ingest
