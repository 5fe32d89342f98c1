#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The room's lexicons (data/mentions), read once for the program and shared by all threads.
namespace rashomon::mentions {

/// Rows of data/mentions/FILE; every row has at least `columns` cells.
[[nodiscard]] std::vector<std::vector<std::string_view>> mention_table(std::string_view file, std::size_t columns);

/// The parts of `cell` between `|`, empty ones left out.
[[nodiscard]] std::vector<std::string_view> list_of(std::string_view cell);

/// Ascending "word" → value pairs of a two-column table, for binary search.
class WordTable {
 public:
  explicit WordTable(std::string_view file);
  /// The value of `word`, or empty.
  [[nodiscard]] std::string_view find(std::string_view word) const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> rows_;
};

}  // namespace rashomon::mentions
