#pragma once

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/span.hpp"

namespace rashomon {

/// Writes one JSON value as one line of UTF-8. The contract's habits are here: an empty string that means "unknown" is
/// null, whole numbers have no fraction, spans are "begin" and "end".
class JsonWriter {
 public:
  JsonWriter() : writer_(buffer_) {}
  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void null() { writer_.Null(); }
  void string(std::string_view v) { writer_.String(v.data(), static_cast<rapidjson::SizeType>(v.size())); }
  void integer(std::int64_t v) { writer_.Int64(v); }
  void boolean(bool v) { writer_.Bool(v); }
  /// A JSON value that is written already.
  void raw(std::string_view json, rapidjson::Type type) { writer_.RawValue(json.data(), json.size(), type); }
  /// The shortest decimal that reads back as `v`; whole numbers without a fraction; null where not finite.
  void number(double v) {
    constexpr double kExact = 9007199254740992.0;  // 2^53
    if (!std::isfinite(v)) return null();
    if (v == std::floor(v) && std::fabs(v) < kExact) return integer(static_cast<std::int64_t>(v));
    writer_.Double(v);
  }
  void number(const std::optional<double>& v) { v ? number(*v) : null(); }
  /// null where empty.
  void text(std::string_view v) { v.empty() ? null() : string(v); }
  void date(const std::optional<Date>& v) { v ? string(v->iso()) : null(); }

  void text(std::string_view name, std::string_view v) { key(name), text(v); }
  void string(std::string_view name, std::string_view v) { key(name), string(v); }
  void integer(std::string_view name, std::int64_t v) { key(name), integer(v); }
  void boolean(std::string_view name, bool v) { key(name), boolean(v); }
  void number(std::string_view name, const std::optional<double>& v) { key(name), number(v); }
  void date(std::string_view name, const std::optional<Date>& v) { key(name), date(v); }
  /// "begin" and "end"; null for an empty span.
  void span(Span v) {
    key("begin"), v.empty() ? null() : integer(v.begin);
    key("end"), v.empty() ? null() : integer(v.end);
  }
  /// `name`: [write(each) …]
  template <class Range, class Write>
  void array(std::string_view name, const Range& range, Write write) {
    key(name);
    begin_array();
    for (const auto& each : range) write(*this, each);
    end_array();
  }
  /// `name`: {…} with the members that `write` adds.
  template <class Write>
  void object(std::string_view name, Write write) {
    key(name);
    begin_object();
    write(*this);
    end_object();
  }

  [[nodiscard]] std::string take() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  /// What was written since the last forget(); valid until more is written.
  [[nodiscard]] std::string_view written() const { return {buffer_.GetString(), buffer_.GetSize()}; }
  /// Lets go of what was written; the value goes on where it was.
  void forget() {
    const bool large = buffer_.GetSize() > std::size_t{1} << 22;
    buffer_.Clear();
    if (large) buffer_.ShrinkToFit();
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace rashomon
