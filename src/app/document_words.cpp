#include "app/document_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rashomon::app {
namespace {

constexpr std::size_t kWidth = 96;  // bytes of a block that are shown

/// The beginning of a text on one line, cut between characters.
std::string beginning(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, kWidth + 1)) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (text.size() <= kWidth) return out;
  std::size_t end = kWidth;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  return out.substr(0, end) + "…";
}

std::string fact_lines(const ingest::Document& document) {
  std::string out, last;
  for (const ingest::Candidate& c : document.candidates) {
    const std::string weight = c.weight ? fmt::format(" ({:+.2f})", *c.weight) : std::string();
    out += fmt::format("  {:<15}{} {}  [{}{}]\n", c.fact == last ? "" : c.fact, c.chosen ? "*" : " ",
                       beginning(c.value), c.basis, weight);
    last = c.fact;
  }
  if (document.published.confidence)
    out += fmt::format("  {:<15}  {:.2f}  [how often such evidence is right]\n", "confidence",
                       *document.published.confidence);
  for (const std::string& warning : document.warnings) out += fmt::format("  {:<15}  {}\n", "warning", warning);
  return out;
}

std::string block_lines(const ingest::Document& document, bool all) {
  std::string out;
  std::size_t left_out = 0;
  for (const ingest::Block& block : document.blocks) {
    if (!all && !is_read(block.kind)) {
      ++left_out;
      continue;
    }
    const std::string reason = block.reason.empty() ? std::string() : fmt::format("  [{}]", block.reason);
    out += fmt::format("  {:<15}  {}{}\n", name_of(block.kind), beginning(slice(document.text, block.span)), reason);
  }
  if (left_out > 0) out += fmt::format("  {} blocks are not read; --keep all shows them\n", left_out);
  return out;
}

}  // namespace

std::string words_of_document(const ingest::Document& document, bool all) {
  const std::string name = document.path.empty() ? std::string("standard input") : document.path;
  return fmt::format("{}  {}\n{}\n{}\n", name, document.id.value, fact_lines(document), block_lines(document, all));
}

}  // namespace rashomon::app
