#include "ingest/content.hpp"

#include "ingest/chars.hpp"
#include "ingest/furniture.hpp"

namespace rashomon::ingest {
namespace {
constexpr std::size_t kParagraphWords = 10;
}

std::vector<bool> find_content(const Dom& dom, const PageText& text, const PageFacts&) {
  std::vector<double> score(dom.nodes().size());
  std::vector<bool> good(text.blocks.size());
  for (std::size_t b = 0; b < text.blocks.size(); ++b) {
    const PageBlock& block = text.blocks[b];
    const std::string_view s = slice(text.text, block.span);
    const double links = block.link_bytes / static_cast<double>(block.span.size());
    good[b] = count_words(s) >= kParagraphWords && links < 0.4 && !find_furniture(s);
    if (!good[b]) continue;
    const double points = static_cast<double>(count_words(s));
    std::uint32_t at = dom[block.node].parent;
    score[at] += points;
    at = dom[at].parent;
    score[at] += points * 0.5;
  }
  std::uint32_t best = 0;
  for (std::uint32_t i = 0; i < score.size(); ++i)
    if (score[i] > score[best]) best = i;
  std::vector<bool> out(text.blocks.size());
  for (std::size_t b = 0; b < text.blocks.size(); ++b) {
    const PageBlock& block = text.blocks[b];
    const std::string_view s = slice(text.text, block.span);
    const bool inside = block.node >= best && block.node < dom[best].end;
    out[b] = inside && block.link_bytes * 2 < block.span.size() && !find_furniture(s);
  }
  return out;
}

}  // namespace rashomon::ingest
