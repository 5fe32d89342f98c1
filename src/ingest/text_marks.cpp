#include "ingest/text_marks.hpp"

#include <algorithm>
#include <unordered_set>

#include "ingest/chars.hpp"
#include "ingest/credits.hpp"
#include "ingest/furniture.hpp"
#include "ingest/paragraphs.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kRepeatedWords = 8;  // a paragraph this long is not printed twice by chance
constexpr std::size_t kHeadingWords = 12;
constexpr std::string_view kGenerated = "generated summary";
constexpr double kTailShare = 0.4;  // a "Related" list may take this share of the text that follows

std::string_view words_at(const Document& d, const Block& b) { return slice(d.text, b.span); }

void mark(Block& block, BlockKind kind, std::string_view reason) {
  block.kind = kind;
  block.reason = reason;
}

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& each : from)
    if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

void note(Document& d, Findings& findings, const Credit& credit) {
  add_all(d.agencies, credit.agencies);
  add_all(d.bylines, credit.persons);
  if (findings.outlet.empty()) findings.outlet = credit.outlet;
}

/// Bytes of read blocks from `from` on.
std::size_t read_bytes(const Document& d, std::size_t from) {
  std::size_t n = 0;
  for (std::size_t i = from; i < d.blocks.size(); ++i)
    if (is_read(d.blocks[i].kind)) n += d.blocks[i].span.size();
  return n;
}

/// Everything from `from` on is of the page; each block keeps the reason of its own where it has one.
void mark_rest(Document& d, std::size_t from, std::string_view reason, Findings& findings) {
  for (std::size_t i = from; i < d.blocks.size(); ++i) {
    if (d.blocks[i].kind != BlockKind::paragraph) continue;
    const std::string_view words = words_at(d, d.blocks[i]);
    if (const auto credit = read_sign_off(words)) note(d, findings, *credit);
    const auto own = find_furniture(words);
    mark(d.blocks[i], own ? own->kind : BlockKind::furniture, own ? own->reason : reason);
  }
}

/// The items of a list from `from` on are of what heads it.
void mark_items(Document& d, std::size_t from, std::string_view reason) {
  for (std::size_t i = from; i < d.blocks.size() && d.blocks[i].kind == BlockKind::paragraph; ++i) {
    std::size_t at = 0;
    const char32_t first = next_char(words_at(d, d.blocks[i]), at);
    if (first != '-' && first != '*' && first != 0x2022 && first != 0xB7 && first != 0x2013) return;
    mark(d.blocks[i], BlockKind::furniture, reason);
  }
}

}  // namespace

void mark_furniture(Document& d, Findings& findings) {
  std::unordered_set<std::string> seen;
  const std::size_t all = read_bytes(d, 0);
  for (std::size_t i = 0; i < d.blocks.size(); ++i) {
    Block& block = d.blocks[i];
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view words = words_at(d, block);
    if (const auto credit = read_sign_off(words)) note(d, findings, *credit);
    if (const auto found = find_furniture(words)) {
      mark(block, found->kind, found->reason);
      if (found->reason == "date line" && findings.date_line.empty()) findings.date_line = words;
      if (found->reason == kGenerated && count_words(words) <= kHeadingWords) mark_items(d, i + 1, found->reason);
      if (found->tail && static_cast<double>(read_bytes(d, i)) < kTailShare * static_cast<double>(all)) {
        mark_rest(d, i + 1, found->reason, findings);
        return;
      }
    } else if (count_words(words) >= kRepeatedWords && !seen.insert(words_key(words)).second && words.ends_with('.')) {
      mark(block, BlockKind::furniture, "repeated");  // headlines without a full stop are left to mark_head()
    }
  }
}

void mark_headings(Document& d) {
  bool body = false;
  for (std::size_t i = 0; i + 1 < d.blocks.size(); ++i) {
    Block& block = d.blocks[i];
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view words = words_at(d, block);
    std::size_t end = words.size(), begin = 0;
    const char32_t last = previous_char(words, end);
    const char32_t first = next_char(words, begin);
    const bool open = is_letter(last) || is_digit(last) || last == 0x2019 || last == 0x201D || last == '\'' ||
                      last == '"' || last == '?';
    const bool closed_inside =
        words.find(". ") != std::string_view::npos || words.find(".\xE2\x80\x9D") != std::string_view::npos;
    const bool starts =
        is_upper(first) || is_digit(first) || first == 0x2018 || first == 0x201C || first == '\'' || first == '"';
    const Block& next = d.blocks[i + 1];
    const bool heads = next.kind == BlockKind::paragraph && count_words(words_at(d, next)) > kHeadingWords;
    if (body && open && !closed_inside && starts && heads && count_words(words) <= kHeadingWords)
      mark(block, BlockKind::heading, "short line without a full stop");
    else body = true;
  }
}

}  // namespace rashomon::ingest
