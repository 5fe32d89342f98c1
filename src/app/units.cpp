#include "app/units.hpp"

#include <algorithm>
#include <string_view>

namespace rashomon::app {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// The byte after the first `count` characters of `text`.
std::size_t after_characters(std::string_view text, std::size_t count) {
  if (text.size() <= count) return text.size();
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (begins_character(text[i]) && seen++ == count) return i;
  return text.size();
}

// Where to cut `text` so that the first part is at most `piece` characters.
std::size_t cut_of(std::string_view text, std::size_t piece) {
  const std::size_t limit = after_characters(text, piece);
  if (limit == text.size()) return limit;
  const std::string_view head = text.substr(0, limit);
  for (const std::string_view end : {"\n\n", "\n", " "})
    if (const std::size_t at = head.rfind(end); at != std::string_view::npos && at > 0) return at + end.size();
  return limit;
}

}  // namespace

std::vector<Span> units_of(const ingest::Document& document, std::size_t longest, std::size_t piece) {
  std::vector<Span> units;
  for (const ingest::Block& block : document.blocks) {
    if (!ingest::is_read(block.kind)) continue;
    const bool whole = after_characters(slice(document.text, block.span), longest) == block.span.size();
    for (Span rest = block.span; !rest.empty();) {
      const std::size_t most = whole ? longest : std::min(longest, piece);
      const auto size = static_cast<std::uint32_t>(cut_of(slice(document.text, rest), most));
      units.push_back({rest.begin, rest.begin + size});
      rest.begin += size;
    }
  }
  return units;
}

}  // namespace rashomon::app
