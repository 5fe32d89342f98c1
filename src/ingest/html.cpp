#include <algorithm>
#include <unordered_set>

#include "core/hash.hpp"
#include "ingest/article.hpp"
#include "ingest/chars.hpp"
#include "ingest/content.hpp"
#include "ingest/credits.hpp"
#include "ingest/encoding.hpp"
#include "ingest/explained.hpp"
#include "ingest/furniture.hpp"
#include "ingest/identify.hpp"
#include "ingest/page_hints.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLargestPage = 32 << 20;  // bytes; real pages are a hundredth of it

bool is_heading(Element e) { return e >= Element::h1 && e <= Element::h6; }

/// Index of the block that prints the page's title: the h1 that equals it best, else the first equal block.
std::size_t title_block(const Dom& dom, const PageText& text, const PageFacts& facts) {
  std::size_t best = text.blocks.size(), first_h1 = text.blocks.size();
  int best_score = 0;
  std::unordered_set<std::string> titles;
  for (const std::string& title : facts.titles) titles.insert(words_key(title));
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    const Element e = dom[text.blocks[i].node].element;
    if (e == Element::h1 && first_h1 == text.blocks.size()) first_h1 = i;
    const int score = titles.contains(text.keys[i]) ? (e == Element::h1 ? 3 : is_heading(e) ? 2 : 1) : 0;
    if (score > best_score) best = i, best_score = score;
  }
  return best < text.blocks.size() ? best : first_h1;
}

constexpr std::size_t kDeckBlocks = 8;  // a deck stands this close behind the title

/// What is known of a page when its blocks are given kinds.
struct Page {
  const Dom& dom;
  const PageText& text;
  const PageFacts& facts;
  const std::vector<std::uint32_t>& hints;
  std::size_t title = 0;
  bool fragment = false;  ///< as Given::fragment

  [[nodiscard]] std::string_view words(std::size_t i) const { return slice(text.text, text.blocks[i].span); }
  [[nodiscard]] Element element(std::size_t i) const { return dom[text.blocks[i].node].element; }
  /// True if the block's element or one of the next `levels` around it is named for the part of that bit.
  [[nodiscard]] bool named(std::size_t i, std::uint32_t bit, int levels) const {
    std::uint32_t at = text.blocks[i].node;
    for (int n = 0; n <= levels && at != 0; ++n, at = dom[at].parent)
      if (hints[at] & bit) return true;
    return false;
  }
  [[nodiscard]] bool inside(std::size_t i, Element element) const {
    for (std::uint32_t at = text.blocks[i].node; at != 0; at = dom[at].parent)
      if (dom[at].element == element) return true;
    return false;
  }
};

bool is_deck(const Page& page, std::size_t i) {
  if (i <= page.title || i > page.title + kDeckBlocks || page.text.words[i] < 5 || page.text.furniture[i]) return false;
  if (page.text.blocks[i].link_bytes * 2 > page.text.blocks[i].span.size()) return false;
  const std::string& key = page.text.keys[i];
  static const std::uint32_t kDeck = hint_bit("deck");
  return page.named(i, kDeck, 1) || (!key.empty() && key == words_key(page.facts.description));
}

Block kind_of(const Page& page, std::size_t i, bool content, const std::string& title_key) {
  const Span span = page.text.blocks[i].span;
  const std::string_view s = page.words(i);
  const auto& found = page.text.furniture[i];
  if (found && found->kind != BlockKind::furniture) return {span, found->kind, std::string(found->reason)};
  if (page.inside(i, Element::figcaption)) return {span, BlockKind::caption, "figcaption"};
  static const std::uint32_t kCaption = hint_bit("caption");
  if (page.named(i, kCaption, 0) && !is_heading(page.element(i)) && s.size() < 600)
    return {span, BlockKind::caption, "class"};
  if (!title_key.empty() && page.text.keys[i] == title_key) return {span, BlockKind::furniture, "title repeated"};
  if (is_deck(page, i)) return {span, BlockKind::deck, "deck near the title"};
  if (found && !content) return {span, BlockKind::furniture, std::string(found->reason)};
  if (!content && i > page.title && i <= page.title + kDeckBlocks && read_byline(s))
    return {span, BlockKind::credit, "byline"};
  if (!content) return {span, BlockKind::furniture, "outside the report"};
  if (is_heading(page.element(i))) return {span, BlockKind::heading, "heading element"};
  return {span, BlockKind::paragraph, {}};
}

void add_credit(Document& d, const Credit& credit) {
  for (const std::string& name : credit.agencies)
    if (std::find(d.agencies.begin(), d.agencies.end(), name) == d.agencies.end()) d.agencies.push_back(name);
  for (const std::string& name : credit.persons)
    if (std::find(d.bylines.begin(), d.bylines.end(), name) == d.bylines.end()) d.bylines.push_back(name);
}

void take_blocks(Document& d, const Page& page, Findings& findings) {
  std::vector<bool> content = find_content(page.dom, page.text, page.facts);
  // Of markup that is of the report alone only what is mostly links is left to the model, which was trained on pages.
  for (std::size_t i = 0; page.fragment && i < content.size(); ++i)
    content[i] = content[i] || page.text.blocks[i].link_bytes * 2 < page.text.blocks[i].span.size();
  const std::string key = page.title < page.text.blocks.size() ? page.text.keys[page.title] : std::string();
  for (std::size_t i = 0; i < page.text.blocks.size(); ++i)
    d.blocks.push_back(i == page.title ? Block{page.text.blocks[i].span, BlockKind::title, "the page's title"}
                                       : kind_of(page, i, content[i], key));
  if (d.title.empty() && page.title < page.text.blocks.size()) d.title = page.words(page.title);
  for (const Block& block : d.blocks) {
    const std::string_view s = slice(page.text.text, block.span);
    if (block.reason == "byline")
      if (const auto credit = read_byline(s)) add_credit(d, *credit);
    if (block.reason == "date line" && findings.date_line.empty()) findings.date_line = s;
  }
}

void take_facts(Document& d, const PageFacts& facts, Findings& findings) {
  if (d.url.empty()) d.url = facts.url;
  if (d.title.empty() && !facts.titles.empty()) d.title = facts.titles.front();
  if (d.published.range.empty()) d.published = facts.published;
  d.modified = facts.modified;
  d.section = facts.section;
  findings.outlet = facts.site_name;
  if (d.language.empty()) d.language = facts.language;
  for (const std::string& author : facts.authors) {
    const auto credit = read_byline("By " + author);
    if (!credit) continue;
    add_credit(d, *credit);
  }
}

}  // namespace

Result<Document> read_html(std::string_view bytes, const Given& given, const Options& options) {
  if (bytes.size() > std::min<std::uint64_t>(options.largest, kLargestPage))
    return fail(ErrorCode::limit_exceeded,
                "The page is larger than " + std::to_string(kLargestPage) + " bytes; give the report alone.");
  Document d;
  d.sha256 = sha256_hex(bytes);
  std::string decoded;
  const auto dom = Dom::parse_kept(page_of_bytes(bytes, decoded, d.warnings, given.charset));
  if (!dom) return tl::unexpected<Error>(dom.error());
  PageText text = text_of_page(*dom);
  if (text.text.empty()) return fail(ErrorCode::empty_input, "The page shows no text.");
  if (std::string warning = warning_of(text.invisible, false); !warning.empty())
    d.warnings.push_back(std::move(warning));
  const PageFacts facts = facts_of_page(*dom, text, given.url);
  d.id = {given.id};
  d.title = fold_space(given.title);
  d.outlet = given.outlet;
  d.url = given.url;
  d.language = given.language;
  d.bylines = given.bylines;
  if (given.published) d.published = {{given.published, given.published}, given.basis};
  Findings findings;
  findings.captured = given.captured;
  take_facts(d, facts, findings);
  take_blocks(d, {*dom, text, facts, hints_of(*dom), title_block(*dom, text, facts), given.fragment}, findings);
  d.text = std::move(text.text);
  if (options.raw) {
    d.blocks = {{{0, static_cast<std::uint32_t>(d.text.size())}, BlockKind::paragraph, "raw"}};
  } else {
    cut_seams(d, findings);
    cut_dateline(d);
  }
  complete(d, findings, options);
  if (options.explain) explain(d, given, findings, &facts);
  return d;
}

Result<Document> read_html(std::string_view bytes, const Options& options) {
  return read_html(bytes, Given{}, options);
}

}  // namespace rashomon::ingest
