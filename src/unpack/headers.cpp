#include "unpack/headers.hpp"

#include <algorithm>

namespace rashomon::unpack {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trim(std::string_view s) {
  const std::size_t from = s.find_first_not_of(kBlanks);
  return from == std::string_view::npos ? std::string_view() : s.substr(from, s.find_last_not_of(kBlanks) - from + 1);
}

std::string lower(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return out;
}

}  // namespace

std::optional<std::size_t> headers_end(std::string_view bytes) {
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string_view::npos; ++at) {
    if (bytes.substr(at + 1, 1) == "\n") return at + 2;
    if (bytes.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return {};
}

Headers Headers::parse(std::string_view lines) {
  Headers out;
  while (!lines.empty()) {
    const std::size_t stop = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, stop);
    lines.remove_prefix(std::min(stop + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if ((line[0] == ' ' || line[0] == '\t') && !out.fields_.empty()) {
      out.fields_.back().second.append(" ").append(trim(line));
    } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      out.fields_.emplace_back(lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
    }
  }
  return out;
}

std::string_view Headers::get(std::string_view name) const {
  const std::string key = lower(name);
  for (const auto& [field, value] : fields_)
    if (field == key) return value;
  return {};
}

std::string main_value(std::string_view value) { return lower(trim(value.substr(0, value.find(';')))); }

std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos;) {
    value.remove_prefix(at + 1);
    const std::size_t equals = value.find('=');
    if (equals == std::string_view::npos) return {};
    const bool found = lower(trim(value.substr(0, equals))) == lower(name);
    value = value.substr(equals + 1);
    value.remove_prefix(std::min(value.find_first_not_of(kBlanks), value.size()));
    std::string content;
    if (value.starts_with('"')) {
      std::size_t i = 1;
      for (; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) ++i;
        content += value[i];
      }
      at = value.find(';', std::min(i, value.size()));
    } else {
      at = value.find(';');
      content = trim(value.substr(0, at));
    }
    if (found) return content;
  }
  return {};
}

}  // namespace rashomon::unpack
