#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Values of mail headers. None of them trusts its input: what is malformed is taken as it stands.
namespace rashomon::ingest {

/// A header's value as UTF-8: lines unfolded, encoded words decoded, white space folded.
/// Reference: RFC 5322 §2.2.3, RFC 2047.
[[nodiscard]] std::string header_text(std::string_view raw);

/// "text/html; charset=utf-8; name*=utf-8''a%20b": the value in lower case and the parameters, names in lower case.
/// Reference: RFC 2045 §5.1, RFC 2231 (continuations, charsets).
struct Parameters {
  std::string value;
  std::vector<std::pair<std::string, std::string>> all;
  /// The value of a parameter; empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
};
[[nodiscard]] Parameters read_parameters(std::string_view raw);

/// The first address of a From header: "Ann Example <ann@outlet.example>".
struct Address {
  std::string name;     ///< empty where none is written
  std::string mailbox;  ///< lower case
};
[[nodiscard]] Address read_address(std::string_view raw);

}  // namespace rashomon::ingest
