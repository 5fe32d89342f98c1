#pragma once

#include <functional>

#include "ingest/article.hpp"
#include "ingest/columns.hpp"
#include "unpack/source.hpp"

namespace rashomon::ingest {

/// True if the first line names columns of a table of reports: a text and at least one more fact.
[[nodiscard]] bool looks_like_csv(std::string_view head);

/// Takes a row's document, or the error in its place, and the line of the file at which the row begins; false stops.
using TakeRow = std::function<bool(std::size_t line, Result<Document>&& document)>;

/// Reads a table of reports, one a row, through a window of a few MB: commas, semicolons, tabs or bars between the
/// cells (whichever makes most names of the header known), the first row names the columns. A row that cannot be read
/// is an error in its place, and the next one is read. A text cell that begins as a page is read as one.
///
/// Errors    malformed_input for a header without a text column or without a column that `options.columns` names;
///           limit_exceeded for a row past 32 MB; those of read_text() and read_html() in each row.
/// Cost      O(bytes).
[[nodiscard]] Result<void> read_csv(unpack::Source& source, const Options& options, const TakeRow& take);

}  // namespace rashomon::ingest
