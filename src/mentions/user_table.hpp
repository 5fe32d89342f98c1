#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace rashomon::mentions {

/// A row of a user's own table: its cells by the names of the columns, white space around them taken off.
struct UserRow {
  std::size_t line = 0;  ///< of the file, from 1
  std::map<std::string, std::string, std::less<>> cells;

  /// Empty where the table has no such column.
  [[nodiscard]] std::string_view cell(std::string_view column) const;
  /// In lower case, with spaces for underscores: a word of docs/formats.
  [[nodiscard]] std::string word(std::string_view column) const;
  /// The parts between `|`, without empty ones.
  [[nodiscard]] std::vector<std::string> list(std::string_view column) const;
};

/// A CSV file that a user gives beside the tables of the program. A row that cannot be read is left out and told; the
/// others stand.
struct UserTable {
  std::string name;                ///< the file's path as given
  std::string sha256;              ///< of the file's bytes
  std::vector<UserRow> rows;       ///< in the order of the file
  std::vector<Error> broken_rows;  ///< each names file, line and mend

  /// Takes note of a row that does not hold what it should: "FILE:LINE: WHAT".
  void refuse(const UserRow& row, std::string what);
};

/// Reads the table at `path` (UTF-8, RFC 4180, the first row names the columns in any order and case).
///
/// Errors: unreadable_input; malformed_input where the first row lacks one of `required` or names a column that is none
/// of `required` and `optional`, which is more often misspelt than meant.
/// Cost O(bytes).
[[nodiscard]] Result<UserTable> read_user_table(const std::string& path, const std::vector<std::string_view>& required,
                                                const std::vector<std::string_view>& optional);

}  // namespace rashomon::mentions
