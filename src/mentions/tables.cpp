#include "mentions/tables.hpp"

#include <algorithm>

#include "core/check.hpp"
#include "core/data.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_mentions();
}

namespace rashomon::mentions {

std::vector<std::vector<std::string_view>> mention_table(std::string_view file, std::size_t columns) {
  const std::string path = "mentions/" + std::string(file);
  auto rows = read_table(find_data(embedded::files_mentions(), path));
  for (auto& row : rows) RASHOMON_CHECK(row.size() >= columns);
  return rows;
}

std::vector<std::string_view> list_of(std::string_view cell) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i <= cell.size();) {
    const std::size_t j = std::min(cell.find('|', i), cell.size());
    if (j > i) out.push_back(cell.substr(i, j - i));
    i = j + 1;
  }
  return out;
}

WordTable::WordTable(std::string_view file) {
  for (const auto& row : mention_table(file, 2))
    for (std::string_view word : list_of(row[0])) rows_.emplace_back(word, row[1]);
  std::sort(rows_.begin(), rows_.end());
}

std::string_view WordTable::find(std::string_view word) const {
  const auto it = std::lower_bound(rows_.begin(), rows_.end(), word,
                                   [](const auto& row, std::string_view w) { return row.first < w; });
  return it != rows_.end() && it->first == word ? it->second : std::string_view();
}

}  // namespace rashomon::mentions
