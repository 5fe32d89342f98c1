#pragma once

#include <string>
#include <string_view>

/// Transfer encodings of mail. Reference: RFC 2045 §6.
namespace rashomon::ingest {

/// Bytes of base64 text; what is no base64 is left out, as mail programs do. Cost O(bytes).
[[nodiscard]] std::string base64_decoded(std::string_view text);

/// Bytes of quoted-printable text; escapes that are none stay as they are. `header`: "_" is a blank (RFC 2047 §4.2).
/// Cost O(bytes).
[[nodiscard]] std::string quoted_printable_decoded(std::string_view text, bool header = false);

/// By the name of the encoding, lower case; 7bit, 8bit, binary and unknown names give the bytes as they are.
[[nodiscard]] std::string transfer_decoded(std::string_view body, std::string_view encoding);

}  // namespace rashomon::ingest
