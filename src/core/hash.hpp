#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

/// SHA-256 (FIPS 180-4) of `bytes`, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// A content address: the first 16 hexadecimal digits of the SHA-256 over the parts, each led by its length, so that
/// ("ab","c") and ("a","bc") differ. `prefix` tells the kind ("c" gives "c-0123456789abcdef").
[[nodiscard]] std::string content_id(std::string_view prefix, const std::vector<std::string_view>& parts);

/// XXH3, 64 bits: a fast checksum against damage, not against malice.
[[nodiscard]] std::uint64_t checksum64(std::string_view bytes);

}  // namespace rashomon
