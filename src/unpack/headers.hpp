#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rashomon::unpack {

/// Lines "Name: value" as HTTP, WARC and mail have them. Names are without regard to case; a line that begins with a
/// blank goes on with the one before.
class Headers {
 public:
  /// Reads lines up to the first empty one, or to the end. Lines without a colon are left out.
  static Headers parse(std::string_view lines);

  /// The first value under a name; empty if none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  ///< names in lower case
};

/// Where the empty line behind the headers ends: one past its line feed; nullopt where there is none.
[[nodiscard]] std::optional<std::size_t> headers_end(std::string_view bytes);

/// The value before its first ";", in lower case and without blanks: the type of a Content-Type.
[[nodiscard]] std::string main_value(std::string_view value);

/// The value of a parameter ("charset", "boundary") without its quotation marks; empty if none.
[[nodiscard]] std::string parameter(std::string_view value, std::string_view name);

}  // namespace rashomon::unpack
