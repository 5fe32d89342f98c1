#include "core/data.hpp"

#include "core/check.hpp"

namespace rashomon {

std::string_view find_data(std::span<const DataFile> files, std::string_view path) {
  for (const DataFile& file : files)
    if (file.path == path) return file.text();
  RASHOMON_CHECK(false && "data file is not embedded");
  return {};
}

std::vector<std::vector<std::string_view>> read_table(std::string_view text) {
  std::vector<std::vector<std::string_view>> rows;
  while (!text.empty()) {
    const std::size_t stop = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, stop);
    text.remove_prefix(std::min(stop + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    auto& row = rows.emplace_back();
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      row.push_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    row.push_back(line);
  }
  return rows;
}

}  // namespace rashomon
