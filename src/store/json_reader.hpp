#pragma once

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/result.hpp"
#include "core/span.hpp"

namespace rashomon::store {

/// A JSON object as our own writer made it, read member by member. A missing member or one of another type reads as
/// nothing; `complete` in read() tells whether the text was JSON at all.
class Reader {
 public:
  explicit Reader(const rapidjson::Value& value) : value_(&value) {}

  [[nodiscard]] const rapidjson::Value* find(const char* name) const {
    if (!value_->IsObject()) return nullptr;
    const auto it = value_->FindMember(name);
    return it == value_->MemberEnd() || it->value.IsNull() ? nullptr : &it->value;
  }
  [[nodiscard]] std::string text(const char* name) const {
    const auto* v = find(name);
    return v != nullptr && v->IsString() ? std::string(v->GetString(), v->GetStringLength()) : std::string();
  }
  [[nodiscard]] std::optional<double> number(const char* name) const {
    const auto* v = find(name);
    return v != nullptr && v->IsNumber() ? std::optional(v->GetDouble()) : std::nullopt;
  }
  [[nodiscard]] std::int64_t integer(const char* name, std::int64_t otherwise = 0) const {
    const auto* v = find(name);
    return v != nullptr && v->IsInt64() ? v->GetInt64() : otherwise;
  }
  [[nodiscard]] bool boolean(const char* name) const {
    const auto* v = find(name);
    return v != nullptr && v->IsBool() && v->GetBool();
  }
  [[nodiscard]] std::optional<Date> date(const char* name) const { return parse_date(text(name)); }
  [[nodiscard]] DateRange dates(const char* start, const char* end) const { return {date(start), date(end)}; }
  [[nodiscard]] Span span() const {
    return {static_cast<std::uint32_t>(integer("begin")), static_cast<std::uint32_t>(integer("end"))};
  }
  template <class Kind>
  [[nodiscard]] Kind id(const char* name) const {
    return Kind{text(name)};
  }
  template <class Kind>
  [[nodiscard]] std::optional<Kind> optional_id(const char* name) const {
    Kind found{text(name)};
    return found.empty() ? std::nullopt : std::optional(std::move(found));
  }
  /// read(Reader) of the object `name`; nullopt where it is null.
  template <class Read>
  [[nodiscard]] auto object(const char* name, Read read) const -> std::optional<decltype(read(*this))> {
    const auto* v = find(name);
    if (v == nullptr || !v->IsObject()) return std::nullopt;
    return read(Reader(*v));
  }
  /// read(Reader) of each object in the array `name`.
  template <class Read>
  [[nodiscard]] auto list(const char* name, Read read) const -> std::vector<decltype(read(*this))> {
    std::vector<decltype(read(*this))> out;
    if (const auto* v = find(name); v != nullptr && v->IsArray())
      for (const auto& each : v->GetArray()) out.push_back(read(Reader(each)));
    return out;
  }
  [[nodiscard]] std::vector<std::string> strings(const char* name) const {
    return list(name, [](const Reader& r) {
      return r.value_->IsString() ? std::string(r.value_->GetString(), r.value_->GetStringLength()) : std::string();
    });
  }
  template <class Kind>
  [[nodiscard]] std::vector<Kind> ids(const char* name) const {
    std::vector<Kind> out;
    for (std::string& value : strings(name)) out.push_back(Kind{std::move(value)});
    return out;
  }
  [[nodiscard]] const rapidjson::Value& value() const { return *value_; }

 private:
  const rapidjson::Value* value_;
};

/// Parses `json` and reads the object; record_unreadable where it is no JSON object.
template <class Read>
[[nodiscard]] auto read_object(std::string_view json, Read read) -> Result<decltype(read(std::declval<Reader>()))> {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject())
    return fail(ErrorCode::record_unreadable, "the record holds a row that is no JSON object");
  return read(Reader(document));
}

}  // namespace rashomon::store
