#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"

namespace rashomon::app {

/// Unpacks of a wheel (a ZIP archive) the entries that are or lie below one of `wanted`, into `folder`.
///
/// Errors    unreadable_input, malformed_input naming the file: no ZIP, a part outside the file, a name that leaves the
///           folder, a size past 1 GiB, a checksum that differs.
/// Cost      one entry in memory at a time.
/// Reference PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16, without ZIP64; methods 0 and 8 (RFC 1951).
[[nodiscard]] Result<void> unpack_wheel(const std::string& wheel, const std::vector<std::string>& wanted,
                                        const std::string& folder);

}  // namespace rashomon::app
