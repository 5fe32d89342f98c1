#include "language/string_table.hpp"

#include <fmt/format.h>

#include <cstring>

#include "language/unicode.hpp"

namespace rashomon::language {
namespace {

void put(std::string& out, std::size_t value) {
  const auto v = static_cast<std::uint32_t>(value);
  out.append(reinterpret_cast<const char*>(&v), sizeof v);
}

std::size_t get(std::string_view bytes, std::size_t index) {
  std::uint32_t v = 0;
  std::memcpy(&v, bytes.data() + 4 * index, sizeof v);
  return v;
}

}  // namespace

std::string pack_strings(const std::vector<std::string>& strings) {
  std::string out;
  put(out, strings.size());
  std::size_t at = 0;
  for (const std::string& s : strings) {
    put(out, at);
    at += s.size();
  }
  put(out, at);
  for (const std::string& s : strings) out += s;
  return out;
}

Result<std::vector<std::string_view>> read_strings(const ModelFile& model, std::string_view name) {
  const auto refuse = [&] {
    return fail(ErrorCode::damaged_model, fmt::format("{}: section '{}' is no list of strings; make it again with "
                                                      "`rashomon models build`",
                                                      model.path(), name));
  };
  const std::string_view bytes = model.section(name);
  if (bytes.size() < 8) return refuse();
  const std::size_t count = get(bytes, 0);
  if (count > bytes.size() / 4 || bytes.size() < 4 * (count + 2)) return refuse();
  const std::string_view text = bytes.substr(4 * (count + 2));
  if (!is_utf8(text)) return refuse();
  const auto inside_character = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
  };
  std::vector<std::string_view> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = get(bytes, i + 1);
    const std::size_t end = get(bytes, i + 2);
    if (begin > end || end > text.size() || inside_character(begin) || inside_character(end)) return refuse();
    out.push_back(text.substr(begin, end - begin));
  }
  return out;
}

}  // namespace rashomon::language
