#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rashomon::ingest {

/// Plain text as valid UTF-8. Valid UTF-8 stays byte for byte, a byte order mark included; UTF-16 and UTF-32 with a
/// byte order mark are converted; ill-formed sequences become U+FFFD. Both changes add a warning.
[[nodiscard]] std::string text_of_bytes(std::string_view bytes, std::vector<std::string>& warnings);

/// A page as valid UTF-8: by byte order mark, then by UTF-8 being valid, then by the declared charset (meta), else
/// windows-1252. Cost O(bytes).
/// Reference: WHATWG Encoding §4, labels through ICU's aliases.
[[nodiscard]] std::string page_of_bytes(std::string_view bytes, std::vector<std::string>& warnings);

}  // namespace rashomon::ingest
