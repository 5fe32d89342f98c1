#include "mentions/user_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/csv.hpp"
#include "core/hash.hpp"
#include "core/mapped_file.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

using Names = std::vector<std::string_view>;

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Result<std::vector<std::string>> columns_of(const std::string& path, const CsvRow& head, const Names& required,
                                            const Names& optional) {
  Names known = required;
  known.insert(known.end(), optional.begin(), optional.end());
  std::vector<std::string> columns;
  for (const std::string& cell : head.fields) columns.push_back(lower(trimmed(cell)));
  for (const std::string& column : columns)
    if (!holds(known, column))
      return fail(ErrorCode::malformed_input, fmt::format("{}:{}: there is no column '{}'; the columns are {}", path,
                                                          head.line, column, fmt::join(known, ", ")));
  for (const std::string_view name : required)
    if (std::find(columns.begin(), columns.end(), name) == columns.end())
      return fail(ErrorCode::malformed_input,
                  fmt::format("{}:{}: the column '{}' is missing; the first row names the columns: {}", path, head.line,
                              name, fmt::join(known, ", ")));
  return columns;
}

void add_row(UserTable& table, const std::vector<std::string>& columns, const CsvRow& read) {
  UserRow row{read.line, {}};
  if (read.fields.size() != columns.size())
    return table.refuse(
        row, fmt::format("has {} cells, and the first row has {}; put cells with commas into quotation marks",
                         read.fields.size(), columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) row.cells[columns[i]] = trimmed(read.fields[i]);
  table.rows.push_back(std::move(row));
}

}  // namespace

std::string_view UserRow::cell(std::string_view column) const {
  const auto found = cells.find(column);
  return found == cells.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> UserRow::list(std::string_view column) const {
  std::vector<std::string> out;
  std::string_view rest = cell(column);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (std::string part = trimmed(rest.substr(0, end)); !part.empty()) out.push_back(std::move(part));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string UserRow::word(std::string_view column) const {
  std::string out = lower(cell(column));
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

void UserTable::refuse(const UserRow& row, std::string what) {
  broken_rows.push_back({ErrorCode::malformed_input, fmt::format("{}:{}: {}", name, row.line, what), {}});
}

Result<UserTable> read_user_table(const std::string& path, const Names& required, const Names& optional) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected<Error>(file.error());
  UserTable table;
  table.name = path;
  table.sha256 = sha256_hex(file->bytes());
  CsvReader reader(file->bytes());
  const auto head = reader.next();
  if (!head)
    return fail(ErrorCode::malformed_input,
                fmt::format("{}: is empty; its first row names the columns: {}", path, fmt::join(required, ", ")));
  if (!*head) return fail(ErrorCode::malformed_input, fmt::format("{}: {}", path, head->error().message));
  const auto columns = columns_of(path, **head, required, optional);
  if (!columns) return tl::unexpected<Error>(columns.error());
  while (const auto row = reader.next()) {
    if (*row) add_row(table, *columns, **row);
    else table.broken_rows.push_back({row->error().code, fmt::format("{}: {}", path, row->error().message), {}});
  }
  return table;
}

}  // namespace rashomon::mentions
