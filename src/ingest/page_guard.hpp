#pragma once

#include <string>
#include <string_view>

namespace rashomon::ingest {

/// A page whose tags are harmless to a tree builder: start tags nested deeper than `deepest` open elements are left
/// out (their text stays), so are attributes past `most_attributes` of one tag. Comments, scripts and text stay.
/// NULs become U+FFFD. Cost O(bytes). A page within the limits comes back as it is.
[[nodiscard]] std::string guard_page(std::string_view page, std::size_t deepest, std::size_t most_attributes);

}  // namespace rashomon::ingest
