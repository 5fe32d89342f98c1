#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace rashomon {

/// One row of a CSV table.
struct CsvRow {
  std::size_t line = 0;  ///< where it begins, from 1; fields in quotation marks may hold line feeds
  std::vector<std::string> fields;
};

/// Reads comma-separated values row by row. Blank lines and a UTF-8 byte order mark are left out; lines end with LF, CR
/// LF or CR; a field in quotation marks keeps separators, line ends and doubled quotation marks ("" is one). A
/// quotation mark inside an unquoted field is kept as it is, as spreadsheets do.
///
/// Errors    malformed_input for a row whose quotation marks do not pair; the message names the line, `where` the
/// bytes.
///           Reading goes on with the line after it.
/// Cost      O(bytes) for the whole table, whatever its errors; one row in memory.
/// Reference RFC 4180.
class CsvReader {
 public:
  /// `bytes` must outlive the reader; they begin at line `line` of their file.
  explicit CsvReader(std::string_view bytes, char separator = ',', std::size_t line = 1);

  /// The next row, or nullopt after the last one.
  [[nodiscard]] std::optional<Result<CsvRow>> next();

  /// Bytes read so far.
  [[nodiscard]] std::size_t position() const { return at_; }
  /// The line at which reading goes on, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }
  /// True if the last row may be cut off: it went to the end of the bytes.
  [[nodiscard]] bool ran_out() const { return ran_out_; }

 private:
  enum class After { field, row };
  [[nodiscard]] bool at_line_end() const;
  void skip_line_end();
  void skip_line();
  Result<After> read_field(CsvRow& row);
  Result<void> read_quoted(std::string& field, std::size_t line);

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_;
  bool ran_out_ = false;
};

}  // namespace rashomon
