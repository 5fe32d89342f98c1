#include <algorithm>
#include <unordered_set>

#include "core/hash.hpp"
#include "ingest/article.hpp"
#include "ingest/chars.hpp"
#include "ingest/content.hpp"
#include "ingest/credits.hpp"
#include "ingest/encoding.hpp"
#include "ingest/furniture.hpp"
#include "ingest/identify.hpp"
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
    const int score = titles.contains(words_key(slice(text.text, text.blocks[i].span))) ? (e == Element::h1 ? 3 : is_heading(e) ? 2 : 1) : 0;
    if (score > best_score) best = i, best_score = score;
  }
  return best < text.blocks.size() ? best : first_h1;
}

bool inside(const Dom& dom, std::uint32_t node, Element element) {
  for (std::uint32_t i = node; i != 0; i = dom[i].parent)
    if (dom[i].element == element) return true;
  return dom[node].element == element;
}

/// Class and id of a node and its parent, lower case.
std::string names_near(const Dom& dom, std::uint32_t node) {
  std::string out;
  for (int n = 0; n < 2; ++n, node = dom[node].parent)
    out.append(dom.attribute(node, "class")).append(" ").append(dom.attribute(node, "id")).append(" ");
  return lower(out);
}

bool any_of(std::string_view names, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return names.find(word) != names.npos; });
}

Block kind_of(const Dom& dom, const PageText& text, std::size_t i, bool content, const std::string& title_key) {
  const PageBlock& block = text.blocks[i];
  const std::string_view s = slice(text.text, block.span);
  if (inside(dom, block.node, Element::figcaption)) return {block.span, BlockKind::caption, "figcaption"};
  if (!content) {
    if (const auto found = find_furniture(s)) return {block.span, found->kind, std::string(found->reason)};
    return {block.span, BlockKind::furniture, "outside the report"};
  }
  const Element e = dom[block.node].element;
  const std::string names = names_near(dom, block.node);
  if (any_of(names, {"caption", "wp-caption", "cutline"}) && !is_heading(e)) return {block.span, BlockKind::caption, "class"};
  if (words_key(s) == title_key) return {block.span, BlockKind::furniture, "title repeated"};
  if (is_heading(e)) return {block.span, BlockKind::heading, "heading element"};
  if (any_of(names, {"standfirst", "deck", "subtitle", "subhead", "dek", "lede", "teaser", "intro", "excerpt", "sub-title", "subline"}))
    return {block.span, BlockKind::deck, "class"};
  return {block.span, BlockKind::paragraph, {}};
}

void take_facts(Document& d, const PageFacts& facts, Findings& findings) {
  if (d.url.empty()) d.url = facts.url;
  if (d.title.empty() && !facts.titles.empty()) d.title = facts.titles.front();
  if (d.published.range.empty()) d.published = facts.published;
  findings.outlet = facts.site_name;
  d.language = facts.language;
  for (const std::string& author : facts.authors) {
    const auto credit = read_byline("By " + author);
    if (!credit) continue;
    for (const std::string& name : credit->agencies) if (std::find(d.agencies.begin(), d.agencies.end(), name) == d.agencies.end()) d.agencies.push_back(name);
    for (const std::string& name : credit->persons) if (std::find(d.bylines.begin(), d.bylines.end(), name) == d.bylines.end()) d.bylines.push_back(name);
  }
}

}  // namespace

Result<Document> read_html(std::string_view bytes, const Given& given, const Options& options) {
  if (bytes.size() > std::min<std::uint64_t>(options.largest, kLargestPage))
    return fail(ErrorCode::limit_exceeded, "The page is larger than " + std::to_string(kLargestPage) + " bytes; give the report alone.");
  Document d;
  d.sha256 = sha256_hex(bytes);
  const auto dom = Dom::parse(page_of_bytes(bytes, d.warnings));
  if (!dom) return tl::unexpected<Error>(dom.error());
  PageText text = text_of_page(*dom);
  if (text.text.empty()) return fail(ErrorCode::empty_input, "The page shows no text.");
  const PageFacts facts = facts_of_page(*dom, text);
  d.id = {given.id};
  d.title = fold_space(given.title);
  d.outlet = given.outlet;
  d.url = given.url;
  if (given.published) d.published = {{given.published, given.published}, "given"};
  Findings findings;
  take_facts(d, facts, findings);
  const std::vector<bool> content = find_content(*dom, text, facts);
  const std::size_t title = title_block(*dom, text, facts);
  const std::string key = title < text.blocks.size() ? words_key(slice(text.text, text.blocks[title].span)) : std::string();
  for (std::size_t i = 0; i < text.blocks.size(); ++i)
    d.blocks.push_back(i == title ? Block{text.blocks[i].span, BlockKind::title, "the page's title"} : kind_of(*dom, text, i, content[i], key));
  if (d.title.empty() && title < text.blocks.size()) d.title = slice(text.text, text.blocks[title].span);
  d.text = std::move(text.text);
  if (options.raw) {
    d.blocks = {{{0, static_cast<std::uint32_t>(d.text.size())}, BlockKind::paragraph, "raw"}};
  } else {
    cut_seams(d, findings);
    cut_dateline(d);
  }
  complete(d, findings, options);
  return d;
}

Result<Document> read_html(std::string_view bytes, const Options& options) { return read_html(bytes, Given{}, options); }

}  // namespace rashomon::ingest
