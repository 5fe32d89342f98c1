#pragma once

#include <string>
#include <string_view>

namespace rashomon::publish {

/// The header line of a table's CSV; empty for an unknown table.
[[nodiscard]] std::string csv_header(std::string_view table);
/// One row of a table's CSV from its JSON object. Reference: RFC 4180. Cells that a spreadsheet would run as a formula
/// (leading = or @, or + or - before a letter) are led by an apostrophe.
[[nodiscard]] std::string csv_row(std::string_view table, std::string_view json);

}  // namespace rashomon::publish
