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

/// The bit of a part ("body", "comment"), which must exist. Searches: to be kept where it is asked often.
[[nodiscard]] std::uint32_t hint_bit(std::string_view name);

}  // namespace rashomon::ingest
