#include "ingest/document.hpp"

#include <array>

namespace rashomon::ingest {
namespace {
constexpr std::array<std::string_view, 7> kNames = {"title",   "deck",   "heading",  "paragraph",
                                                    "caption", "credit", "furniture"};
}

std::string_view name_of(BlockKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<BlockKind> block_kind(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<BlockKind>(i);
  return {};
}

}  // namespace rashomon::ingest
