#include "language/compile_moves.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <map>

#include "core/mapped_file.hpp"
#include "language/msgpack.hpp"

namespace rashomon::language {
namespace {

using Frequencies = std::vector<std::pair<std::int64_t, std::string>>;

tl::unexpected<Error> refused(const std::string& path, std::string_view why) {
  return fail(ErrorCode::malformed_input, fmt::format("{}: {}", path, why));
}

std::uint32_t label_index(MoveTable& table, const std::string& label) {
  if (label.empty()) return kNoLabel;
  const auto found = std::find(table.labels.begin(), table.labels.end(), label);
  if (found == table.labels.end()) {
    table.labels.push_back(label);
    return static_cast<std::uint32_t>(table.labels.size() - 1);
  }
  return static_cast<std::uint32_t>(found - table.labels.begin());
}

bool read_frequencies(std::string_view json, std::map<std::string, Frequencies>& out) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) return false;
  for (const auto& action : document.GetObject()) {
    if (!action.value.IsObject()) return false;
    Frequencies& pairs = out[action.name.GetString()];
    for (const auto& label : action.value.GetObject()) {
      // Labels added without examples have negative frequencies and an order of their own; the package has none.
      if (!label.value.IsInt64() || label.value.GetInt64() < 0) return false;
      pairs.emplace_back(label.value.GetInt64(), label.name.GetString());
    }
    std::sort(pairs.rbegin(), pairs.rend());
  }
  return true;
}

void split_lifted_labels(MoveTable& table) {
  label_index(table, "ROOT");
  for (std::size_t i = 0; i < table.labels.size(); ++i) {  // the table grows
    const std::string label = table.labels[i];
    const std::size_t bar = label.find("||");
    Lifted lifted{static_cast<std::uint32_t>(i), kNoLabel};
    if (bar != std::string::npos) {
      lifted.label = label_index(table, label.substr(0, bar));
      lifted.towards = label_index(table, label.substr(bar + 2));
    }
    table.lifted.push_back(lifted);
  }
}

}  // namespace

Result<MoveTable> read_moves(const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file) return fail(ErrorCode::missing_model, file.error().message);
  const auto value = read_msgpack(file->bytes());
  const MsgValue* json = value ? value->find("moves") : nullptr;
  std::map<std::string, Frequencies> frequencies;
  if (json == nullptr || !read_frequencies(json->bytes, frequencies)) return refused(path, "is no table of moves");
  MoveTable table;
  for (const auto& [action, pairs] : frequencies) {
    if (action.size() != 1 || action[0] < '0' || action[0] > '5') return refused(path, "has an unknown action");
    for (const auto& [frequency, label] : pairs)
      table.moves.push_back({static_cast<std::uint32_t>(action[0] - '0'), label_index(table, label)});
  }
  split_lifted_labels(table);
  return table;
}

Result<std::vector<std::string>> read_tagger_labels(const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file) return fail(ErrorCode::missing_model, file.error().message);
  rapidjson::Document document;
  document.Parse(file->bytes().data(), file->bytes().size());
  if (document.HasParseError() || !document.IsObject() || !document.HasMember("labels") ||
      !document["labels"].IsArray() || document["labels"].Empty())
    return refused(path, "has no labels");
  std::vector<std::string> out;
  for (const auto& label : document["labels"].GetArray()) {
    if (!label.IsString()) return refused(path, "has a label that is no string");
    out.emplace_back(label.GetString(), label.GetStringLength());
  }
  return out;
}

}  // namespace rashomon::language
