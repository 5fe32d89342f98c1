#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "store/store.hpp"

namespace rashomon::publish {

/// Takes one line of output, without its line feed; returns false to stop (the reader went away).
using Sink = std::function<bool(std::string_view)>;

/// Names of the record's tables, in the order of docs/formats.
[[nodiscard]] const std::vector<std::string_view>& table_names();

enum class TableFormat { jsonl, csv };

/// Writes a table of the record line by line. Rows stand in the order of their ids (mentions: document, begin, end;
/// the timeline: time), so the same record gives the same bytes.
/// Errors: usage for an unknown table; the record's.
/// Reference for CSV: RFC 4180, UTF-8, comma, line feed; columns in data/publish/csv_columns.tsv.
[[nodiscard]] Result<void> export_table(const store::Record& record, std::string_view table, TableFormat format,
                                        const Sink& sink);

}  // namespace rashomon::publish
