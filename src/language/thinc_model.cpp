#include "language/thinc_model.hpp"

#include <fmt/format.h>

#include <cstring>

namespace rashomon::language {
namespace {

// {b"nd": true, b"type": "<f4", b"shape": […], b"data": bin}
bool read_array(const MsgValue& value, ThincArray& out) {
  const MsgValue* type = value.find("type");
  const MsgValue* shape = value.find("shape");
  const MsgValue* data = value.find("data");
  if (type == nullptr || type->bytes != "<f4" || shape == nullptr || !shape->is_array() || data == nullptr)
    return false;
  std::size_t count = 1;
  for (const MsgValue& n : shape->items) {
    if (n.kind != MsgValue::Kind::integer || (n.integer != 0 && count > data->bytes.size() / n.integer)) return false;
    out.shape.push_back(n.integer);
    count *= n.integer;
  }
  if (data->bytes.size() != count * sizeof(float)) return false;
  out.values.resize(count);
  std::memcpy(out.values.data(), data->bytes.data(), data->bytes.size());
  return true;
}

// Attributes are MessagePack within MessagePack.
bool read_attributes(const MsgValue& attributes, ThincLayer& layer, ThincModel& model) {
  if (const MsgValue* packed = attributes.find("seed")) {
    const auto seed = read_msgpack(packed->bytes);
    if (!seed) return false;
    layer.seed = seed->integer;
  }
  if (const MsgValue* packed = attributes.find("columns")) {
    const auto columns = read_msgpack(packed->bytes);
    if (!columns) return false;
    for (const MsgValue& c : columns->items) model.columns.emplace_back(c.bytes);
  }
  return true;
}

bool read_layers(const MsgValue& top, ThincModel& model) {
  const MsgValue* nodes = top.find("nodes");
  const MsgValue* attributes = top.find("attrs");
  const MsgValue* params = top.find("params");
  if (nodes == nullptr || attributes == nullptr || params == nullptr || !nodes->is_array() ||
      attributes->size() != nodes->size() || params->size() != nodes->size())
    return false;
  for (std::size_t i = 0; i < nodes->size(); ++i) {
    const MsgValue* name = nodes->items[i].find("name");
    if (name == nullptr || !params->is_array() || !attributes->is_array()) return false;
    ThincLayer layer{std::string(name->bytes), {}, 0};
    if (!read_attributes(attributes->items[i], layer, model)) return false;
    const MsgValue& own = params->items[i];
    for (std::size_t k = 0; own.is_map() && k < own.size(); ++k) {
      if (own.value(k).is_nil()) continue;
      auto& [param, array] = layer.params.emplace_back(std::string(own.key(k).bytes), ThincArray{});
      if (!read_array(own.value(k), array)) return false;
    }
    if (!layer.params.empty()) model.layers.push_back(std::move(layer));
  }
  return true;
}

}  // namespace

const std::vector<float>* ThincLayer::array(std::string_view param, const std::vector<std::size_t>& shape) const {
  for (const auto& [key, value] : params)
    if (key == param && value.shape == shape) return &value.values;
  return nullptr;
}

std::vector<const ThincLayer*> ThincModel::named(std::string_view name) const {
  std::vector<const ThincLayer*> out;
  for (const ThincLayer& layer : layers)
    if (layer.name == name) out.push_back(&layer);
  return out;
}

Result<ThincModel> read_thinc_model(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return fail(ErrorCode::missing_model, file.error().message);
  const auto value = read_msgpack(file->bytes());
  ThincModel model;
  model.path = path;
  if (!value) return fail(ErrorCode::malformed_input, fmt::format("{}: {}", path, value.error().message));
  if (!read_layers(*value, model)) return fail(ErrorCode::malformed_input, fmt::format("{}: is no thinc model", path));
  return model;
}

}  // namespace rashomon::language
