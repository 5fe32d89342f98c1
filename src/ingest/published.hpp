#pragma once

#include <string>
#include <string_view>

#include "ingest/dates.hpp"
#include "ingest/document.hpp"

namespace rashomon::ingest {

/// The date of publication that the text itself tells, for documents whose page does not state one:
/// a date line or a dateline's date; a date that opens the text; else the latest day that the report names, its year
/// fitted to the week day and to the years named (copyright line, latest year in the text), moved on to a week day
/// named alone within two days; else the year of the copyright line. Empty where nothing tells.
///
/// `date_line`: bytes of a block found to be a date line, empty if there is none.
[[nodiscard]] Published published_of_text(const Document& document, std::string_view date_line);

}  // namespace rashomon::ingest
