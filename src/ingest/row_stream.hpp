#pragma once

#include <optional>
#include <utility>

#include "core/csv.hpp"
#include "unpack/source.hpp"

namespace rashomon::ingest {

/// Rows of a CSV table of any size, through a window that grows only for a row that does not fit it.
class RowStream {
 public:
  static constexpr std::size_t kWindow = 4 << 20;  ///< bytes
  /// Bytes of a row; a quotation mark that is not closed would take in the whole table.
  static constexpr std::size_t kLargestRow = 32 << 20;

  /// `line`: of the file, at which the source stands.
  RowStream(unpack::Source& source, char separator, std::size_t line)
      : source_(source), separator_(separator), line_(line) {}

  /// The next row or the error in its place, and the line of the file where it begins; nullopt at the end.
  /// Errors: those of CsvReader; limit_exceeded for a row past kLargestRow. Reading goes on with the line after it.
  [[nodiscard]] std::optional<std::pair<std::size_t, Result<CsvRow>>> next();

 private:
  void open();
  void move_on();
  Result<CsvRow> give_up(Result<CsvRow> row);

  unpack::Source& source_;
  char separator_;
  std::size_t line_;  ///< at the beginning of the window
  std::size_t want_ = kWindow;
  std::size_t done_ = 0;       ///< bytes of the window whose rows were given
  std::size_t next_line_ = 0;  ///< of the file, behind them
  bool last_ = false;
  std::optional<CsvReader> reader_;
};

}  // namespace rashomon::ingest
