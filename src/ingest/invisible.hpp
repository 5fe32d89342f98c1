#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rashomon::ingest {

/// Characters of a text that are not shown and can reorder or hide what is.
struct Invisible {
  std::size_t bidi = 0;        ///< bidirectional controls
  std::size_t zero_width = 0;  ///< zero-width characters, soft hyphens, tags
  std::size_t control = 0;     ///< C0 and C1 but white space
  auto operator<=>(const Invisible&) const = default;

  /// Counts `c` if it is one of them; false if it is shown or white space.
  bool see(char32_t c);
};

/// Those of `text`, a byte order mark at its beginning left out. Cost O(bytes).
[[nodiscard]] Invisible count_invisible(std::string_view text);

/// What an analyst is told: "The text holds 2 bidirectional controls and 1 control character; they are kept.", or "…;
/// they were left out."; empty where there are none.
[[nodiscard]] std::string warning_of(const Invisible& found, bool kept);

}  // namespace rashomon::ingest
