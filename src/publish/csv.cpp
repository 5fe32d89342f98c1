#include "publish/csv.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <vector>

#include "core/data.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_publish();
}

namespace rashomon::publish {
namespace {

struct Column {
  std::string_view table, name, path;
};

const std::vector<Column>& columns() {
  static const std::vector<Column> kColumns = [] {
    std::vector<Column> out;
    for (const auto& row : read_table(find_data(embedded::files_publish(), "publish/csv_columns.tsv")))
      if (row.size() == 3) out.push_back({row[0], row[1], row[2]});
    return out;
  }();
  return kColumns;
}

bool looks_like_formula(std::string_view cell) {
  if (cell.size() < 2 || std::string_view("=+-@").find(cell[0]) == std::string_view::npos) return false;
  const char c = cell[1];
  return cell[0] == '=' || cell[0] == '@' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string quoted(std::string_view cell) {
  std::string text = looks_like_formula(cell) ? "'" + std::string(cell) : std::string(cell);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string scalar(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

// The scalars below `value` along `path`, in order.
void collect(const rapidjson::Value& value, std::string_view path, std::vector<std::string>& out) {
  if (value.IsArray() && (path.empty() || path.starts_with("*"))) {
    if (path.starts_with("*")) path.remove_prefix(std::min<std::size_t>(2, path.size()));
    for (const auto& each : value.GetArray()) collect(each, path, out);
    return;
  }
  if (path.empty()) {
    if (!value.IsNull()) out.push_back(scalar(value));
    return;
  }
  const std::string name(path.substr(0, path.find('.')));
  path.remove_prefix(std::min(path.size(), name.size() + 1));
  if (value.IsArray()) {
    const auto index = static_cast<rapidjson::SizeType>(std::stoul(name));
    if (index < value.Size()) collect(value[index], path, out);
  } else if (value.IsObject()) {
    const auto it = value.FindMember(name.c_str());
    if (it != value.MemberEnd()) collect(it->value, path, out);
  }
}

}  // namespace

std::string csv_header(std::string_view table) {
  std::string line;
  for (const Column& column : columns())
    if (column.table == table) line.append(line.empty() ? "" : ",").append(column.name);
  return line;
}

std::string csv_row(std::string_view table, std::string_view json) {
  rapidjson::Document object;
  object.Parse(json.data(), json.size());
  std::string line;
  bool first = true;
  for (const Column& column : columns()) {
    if (column.table != table) continue;
    std::vector<std::string> cells;
    collect(object, column.path, cells);
    std::string cell;
    for (const std::string& each : cells) cell.append(cell.empty() ? "" : "; ").append(each);
    line.append(first ? "" : ",").append(quoted(cell));
    first = false;
  }
  return line;
}

}  // namespace rashomon::publish
