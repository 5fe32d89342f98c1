#include "ingest/columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/data.hpp"
#include "ingest/chars.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {
namespace {

/// Names of each fact, the most trusted first.
std::array<std::vector<std::string>, kFactNames.size()> read_names() {
  std::array<std::vector<std::string>, kFactNames.size()> out;
  for (const auto& row : read_table(find_data(embedded::files_ingest(), "ingest/columns.tsv"))) {
    const auto fact = std::find(kFactNames.begin(), kFactNames.end(), row[0]) - kFactNames.begin();
    for (std::size_t i = 0; i < row[1].size();) {
      const std::size_t stop = std::min(row[1].find('|', i), row[1].size());
      out.at(static_cast<std::size_t>(fact)).emplace_back(row[1].substr(i, stop - i));
      i = stop + 1;
    }
  }
  return out;
}

/// "publishedAt", "published_at" and "Published at" are one.
std::string name_key(std::string_view name) {
  std::string parted;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool hump = i > 0 && name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (hump) parted.push_back(' ');
    parted.push_back(name[i] == '_' ? ' ' : name[i]);
  }
  return words_key(parted);
}

}  // namespace

Result<GivenColumns> read_columns(std::string_view list) {
  GivenColumns out;
  while (!list.empty()) {
    const std::size_t stop = std::min(list.find(','), list.size());
    const std::string_view part = trim(list.substr(0, stop));
    list.remove_prefix(std::min(stop + 1, list.size()));
    const std::size_t equals = part.find('=');
    const std::string_view fact = trim(part.substr(0, equals));
    const auto found = std::find(kFactNames.begin(), kFactNames.end(), fact);
    if (equals == std::string_view::npos || equals + 1 == part.size() || found == kFactNames.end())
      return fail(ErrorCode::usage,
                  fmt::format("'{}' is no FACT=NAME; write for instance text=Body,title=Headline (facts: {})", part,
                              fmt::join(kFactNames, ", ")));
    out.emplace_back(static_cast<Fact>(found - kFactNames.begin()), trim(part.substr(equals + 1)));
  }
  return out;
}

std::size_t Columns::count() const {
  return static_cast<std::size_t>(std::count_if(at.begin(), at.end(), [](std::size_t i) { return i != kNone; }));
}

Columns find_columns(const std::vector<std::string>& header, const GivenColumns& given) {
  static const auto kNames = read_names();
  Columns out;
  std::vector<std::string> keys;
  keys.reserve(header.size());
  for (const std::string& name : header) keys.push_back(name_key(name));
  const auto place = [](const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Columns::kNone : static_cast<std::size_t>(found - names.begin());
  };
  for (std::size_t fact = 0; fact < kNames.size(); ++fact)
    for (const std::string& name : kNames[fact])
      if (out.at[fact] == Columns::kNone) out.at[fact] = place(keys, name);
  for (const auto& [fact, name] : given) {
    std::size_t& at = out.at[static_cast<std::size_t>(fact)];
    at = place(header, name);
    if (at == Columns::kNone) at = place(keys, name_key(name));
  }
  return out;
}

}  // namespace rashomon::ingest
