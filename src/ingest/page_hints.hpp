#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/dom.hpp"

namespace rashomon::ingest {

/// Number of parts of data/ingest/page_hints.tsv.
constexpr std::size_t kHintParts = 19;

/// For each node a bit for each part that its class, id, role or itemprop names, in the order of the table. Kept with
/// the page.
[[nodiscard]] const std::vector<std::uint32_t>& hints_of(const Dom& dom);

/// Index of a part ("body", "comment"); the part must exist.
[[nodiscard]] std::size_t hint_part(std::string_view name);

}  // namespace rashomon::ingest
