#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rashomon::ingest {

/// Plain text as valid UTF-8. Valid UTF-8 stays byte for byte, a byte order mark and invisible characters included;
/// they are counted in a warning. Else by byte order mark, then by the charset that was declared outside of the text
/// (mail, HTTP; empty if none) where it decodes, then by detection, each with a warning; the few ill-formed sequences
/// of what is UTF-8 otherwise become U+FFFD. Cost O(bytes).
[[nodiscard]] std::string text_of_bytes(std::string_view bytes, std::vector<std::string>& warnings,
                                        std::string_view declared = {});

/// A page as valid UTF-8: by byte order mark, then by UTF-8 being valid, then by the declared charset (`declared` by
/// the transport, else by meta) where it decodes, else by detection. A declaration that was not followed and a
/// detection that was needed are warnings. Cost O(bytes). Reference: WHATWG HTML §13.2.3, Encoding §4.
[[nodiscard]] std::string page_of_bytes(std::string_view bytes, std::vector<std::string>& warnings,
                                        std::string_view declared = {});
/// The same, as a view of `bytes` where they are valid UTF-8, else of `storage`.
[[nodiscard]] std::string_view page_of_bytes(std::string_view bytes, std::string& storage,
                                             std::vector<std::string>& warnings, std::string_view declared);

}  // namespace rashomon::ingest
