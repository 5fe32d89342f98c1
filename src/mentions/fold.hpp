#pragma once

#include <string>
#include <string_view>

namespace rashomon::mentions {

/// A name evened out for comparison: lower case, no accents or apostrophes, hyphens and dots as spaces, the Arabic
/// article in one spelling ("As-Suwayda", "as Suwayda" give "al suwayda"), "St." as "saint", no leading "the". Letters
/// of other scripts stay as they are. Cost O(bytes); thread-safe.
[[nodiscard]] std::string fold_name(std::string_view name);

/// Lower case of ASCII letters; other bytes as they are.
[[nodiscard]] std::string lower(std::string_view text);

/// True where the first byte is an ASCII capital or the first letter a non-ASCII one that has a lower case.
[[nodiscard]] bool is_capitalised(std::string_view text);

}  // namespace rashomon::mentions
