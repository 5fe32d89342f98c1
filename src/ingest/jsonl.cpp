#include "ingest/jsonl.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <charconv>

#include "ingest/article.hpp"
#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

using Json = rapidjson::Document;
// Iterative: deep nesting must not use up the stack.
constexpr unsigned kFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseStopWhenDoneFlag;

/// A member as text; numbers serve as ids. Empty where absent or null.
Result<std::string> member(const Json& json, const std::string& name) {
  const auto found = json.FindMember(name.c_str());
  if (found == json.MemberEnd() || found->value.IsNull()) return std::string();
  if (found->value.IsString()) return std::string(found->value.GetString(), found->value.GetStringLength());
  if (found->value.IsInt64()) return std::to_string(found->value.GetInt64());
  return fail(ErrorCode::malformed_input, fmt::format("\"{}\" is no string; write it in quotation marks.", name));
}

struct Members {
  std::string text, html;
  Given given;
};

/// The name of a member, as the user gave it for the fact.
std::string member_name(std::string_view fact, const GivenColumns& columns) {
  for (const auto& [given, name] : columns)
    if (kFactNames[static_cast<std::size_t>(given)] == fact) return name;
  return std::string(fact);
}

Result<Members> members_of(const Json& json, const GivenColumns& columns) {
  Members m;
  std::string published;
  for (const auto& [name, to] : {std::pair<std::string_view, std::string*>{"id", &m.given.id},
                                 {"text", &m.text},
                                 {"html", &m.html},
                                 {"title", &m.given.title},
                                 {"outlet", &m.given.outlet},
                                 {"url", &m.given.url},
                                 {"published", &published}}) {
    auto value = member(json, member_name(name, columns));
    if (!value) return tl::unexpected<Error>(value.error());
    *to = std::move(*value);
  }
  if (!published.empty()) {
    m.given.published = parse_date(published);
    if (!m.given.published) return fail(ErrorCode::malformed_input, "\"published\" is no ISO 8601 date (YYYY-MM-DD).");
  }
  return m;
}

std::uint32_t code_unit(std::string_view digits) {
  std::uint32_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return read.ptr == digits.data() + digits.size() ? value : 0;
}

/// Halves of surrogate pairs that stand alone, as some programs write them, become U+FFFD.
std::string without_lone_surrogates(std::string_view line) {
  std::string out(line);
  const auto unit_at = [&](std::size_t i) {
    return i + 6 <= out.size() && out[i] == '\\' && out[i + 1] == 'u'
               ? code_unit(std::string_view(out).substr(i + 2, 4))
               : 0;
  };
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (out[i] != '\\') continue;
    const std::uint32_t unit = unit_at(i), next = unit_at(i + 6);
    if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000) i += 11;
    else if (unit >= 0xD800 && unit < 0xE000) out.replace(i, 6, "\\uFFFD"), i += 5;
    else ++i;  // the character after the backslash begins no escape
  }
  return out;
}

}  // namespace

Result<Document> read_json_line(std::string_view line, const Options& options) {
  Json json;
  json.Parse<kFlags>(line.data(), line.size());
  const bool mended =
      json.HasParseError() && json.GetParseError() == rapidjson::kParseErrorStringUnicodeSurrogateInvalid;
  if (mended) {
    const std::string whole = without_lone_surrogates(line);
    json.Parse<kFlags>(whole.data(), whole.size());
  }
  if (json.HasParseError())
    return fail(ErrorCode::malformed_input,
                fmt::format("The line is no JSON: {} (byte {}); write one JSON object a line.",
                            rapidjson::GetParseError_En(json.GetParseError()), json.GetErrorOffset()),
                {static_cast<std::uint32_t>(json.GetErrorOffset()),
                 static_cast<std::uint32_t>(std::min(line.size(), json.GetErrorOffset() + 1))});
  if (!json.IsObject()) return fail(ErrorCode::malformed_input, "The line is no JSON object; write {\"text\": …}.");
  const auto m = members_of(json, options.columns);
  if (!m) return tl::unexpected<Error>(m.error());
  const std::string text = member_name("text", options.columns), html = member_name("html", options.columns);
  if (m->html.empty() && !json.HasMember(text.c_str()))
    return fail(ErrorCode::malformed_input,
                fmt::format("The object has neither \"{}\" nor \"{}\"; add one of them.", text, html));
  auto document = m->html.empty() ? read_text(m->text, m->given, options) : read_html(m->html, m->given, options);
  if (mended && document)
    document->warnings.push_back("Escapes of half a surrogate pair are no character; each became U+FFFD.");
  return document;
}

bool looks_like_jsonl(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = trim(bytes.substr(0, bytes.find('\n', bytes.find_first_not_of(" \t\r\n"))));
  if (!bytes.starts_with('{')) return false;
  return bytes.find("\"text\"") != std::string_view::npos || bytes.find("\"html\"") != std::string_view::npos;
}

}  // namespace rashomon::ingest
