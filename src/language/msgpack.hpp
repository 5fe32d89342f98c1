#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace rashomon::language {

/// A decoded MessagePack value. Strings are views into the bytes that were read and live as long as those.
struct MsgValue {
  enum class Kind { nil, boolean, integer, real, string, binary, array, map };
  Kind kind = Kind::nil;
  std::uint64_t integer = 0;    ///< integers (two's complement if negative) and booleans (0, 1)
  double real = 0;              ///< floating-point numbers
  std::string_view bytes;       ///< of a string or binary
  std::vector<MsgValue> items;  ///< of an array; of a map key, value, key, value …

  [[nodiscard]] bool is_text() const { return kind == Kind::string || kind == Kind::binary; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  [[nodiscard]] bool is_array() const { return kind == Kind::array; }
  [[nodiscard]] bool is_nil() const { return kind == Kind::nil; }
  /// Elements of an array, pairs of a map, 0 otherwise.
  [[nodiscard]] std::size_t size() const { return is_map() ? items.size() / 2 : items.size(); }
  [[nodiscard]] const MsgValue& key(std::size_t pair) const { return items[2 * pair]; }
  [[nodiscard]] const MsgValue& value(std::size_t pair) const { return items[2 * pair + 1]; }
  /// The value of a string or binary key of a map; nullptr if there is none. Cost O(pairs).
  [[nodiscard]] const MsgValue* find(std::string_view name) const;
  /// The value of an integer key of a map; nullptr if there is none. Cost O(pairs).
  [[nodiscard]] const MsgValue* find(std::uint64_t number) const;
};

/// Decodes one value that fills all of `bytes`.
///
/// Errors    malformed_input: cut short, bytes left over, nested deeper than 64, extension types (0xc7–0xc9, 0xd4–0xd8)
///           or the reserved 0xc1; `where` begins at the offending byte. No input crashes it or makes it allocate more
///           than a fixed multiple of its length.
/// Reference the MessagePack specification, github.com/msgpack/msgpack/blob/master/spec.md.
[[nodiscard]] Result<MsgValue> read_msgpack(std::string_view bytes);

}  // namespace rashomon::language
