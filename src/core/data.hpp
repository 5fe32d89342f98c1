#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Lexicons and tables of `data/`, carried inside the program so that it is one file and cannot lose them.
///
/// A room whose tables lie in data/ROOM declares `std::span<const DataFile> files_ROOM();` in namespace
/// rashomon::embedded and finds them with find_data().
namespace rashomon {

struct DataFile {
  std::string_view path;  ///< below data/, "mentions/months.tsv"
  const char* begin;
  const char* end;
  std::string_view sha256;  ///< lower-case hexadecimal, for the run manifest
  [[nodiscard]] std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

/// The text of `path`; a missing file is a bug of the build, hence an assertion.
[[nodiscard]] std::string_view find_data(std::span<const DataFile> files, std::string_view path);

/// Rows of a tab-separated table: `#` begins a comment line, empty lines are skipped, cells are not trimmed.
/// Views point into `text`. Cost O(bytes).
[[nodiscard]] std::vector<std::vector<std::string_view>> read_table(std::string_view text);

}  // namespace rashomon
