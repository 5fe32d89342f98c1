#include "ingest/dom.hpp"

#include <gumbo.h>

#include <array>
#include <csetjmp>
#include <cstdlib>
#include <string>
#include <utility>

#include "ingest/chars.hpp"
#include "ingest/page_guard.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kDeepest = 400;
constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kChunk = 1 << 18;
constexpr std::size_t kFreeMemory = 64 << 20;
constexpr std::size_t kMemoryPerByte = 40;

/// Memory of one parse: taken in chunks, given back at once. gumbo's own destructor recurses along the tree; the arena
/// makes it needless.
struct Arena {
  std::vector<std::unique_ptr<char[]>> chunks;
  std::vector<std::unique_ptr<char[]>> large;
  std::size_t used = kChunk;
  std::size_t total = 0;
  std::size_t limit = 0;
  std::jmp_buf full;

  void* take(std::size_t bytes) {
    bytes = (bytes + 15) / 16 * 16;
    total += bytes;
    if (total > limit) std::longjmp(full, 1);  // gumbo cannot be told of a failed allocation
    if (bytes > kChunk / 4) {
      large.push_back(std::make_unique_for_overwrite<char[]>(bytes));
      return large.back().get();
    }
    if (used + bytes > kChunk) {
      chunks.push_back(std::make_unique_for_overwrite<char[]>(kChunk));
      used = 0;
    }
    char* at = chunks.back().get() + used;
    used += bytes;
    return at;
  }
};

void* arena_take(void* arena, std::size_t bytes) { return static_cast<Arena*>(arena)->take(bytes); }
void arena_free(void*, void*) {}

/// gumbo's output, or nullptr where the arena's limit stopped it. Nothing with a destructor lives in this frame.
GumboOutput* parse_into(Arena& arena, const std::string& page) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = arena_take;
  options.deallocator = arena_free;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.full) != 0) return nullptr;
  return gumbo_parse_with_options(&options, page.data(), page.size());
}

Element element_of(GumboTag tag) {
  static const auto kTable = [] {
    std::array<Element, GUMBO_TAG_LAST + 1> table{};
    table.fill(Element::other);
    const std::pair<GumboTag, Element> pairs[] = {{GUMBO_TAG_HTML, Element::html},
                                                  {GUMBO_TAG_HEAD, Element::head},
                                                  {GUMBO_TAG_BODY, Element::body},
                                                  {GUMBO_TAG_TITLE, Element::title},
                                                  {GUMBO_TAG_META, Element::meta},
                                                  {GUMBO_TAG_LINK, Element::link},
                                                  {GUMBO_TAG_BASE, Element::base},
                                                  {GUMBO_TAG_SCRIPT, Element::script},
                                                  {GUMBO_TAG_STYLE, Element::style},
                                                  {GUMBO_TAG_NOSCRIPT, Element::noscript},
                                                  {GUMBO_TAG_TEMPLATE, Element::template_},
                                                  {GUMBO_TAG_TIME, Element::time},
                                                  {GUMBO_TAG_A, Element::a},
                                                  {GUMBO_TAG_P, Element::p},
                                                  {GUMBO_TAG_DIV, Element::div},
                                                  {GUMBO_TAG_SPAN, Element::span},
                                                  {GUMBO_TAG_SECTION, Element::section},
                                                  {GUMBO_TAG_ARTICLE, Element::article},
                                                  {GUMBO_TAG_MAIN, Element::main},
                                                  {GUMBO_TAG_ASIDE, Element::aside},
                                                  {GUMBO_TAG_NAV, Element::nav},
                                                  {GUMBO_TAG_HEADER, Element::header},
                                                  {GUMBO_TAG_FOOTER, Element::footer},
                                                  {GUMBO_TAG_H1, Element::h1},
                                                  {GUMBO_TAG_H2, Element::h2},
                                                  {GUMBO_TAG_H3, Element::h3},
                                                  {GUMBO_TAG_H4, Element::h4},
                                                  {GUMBO_TAG_H5, Element::h5},
                                                  {GUMBO_TAG_H6, Element::h6},
                                                  {GUMBO_TAG_UL, Element::ul},
                                                  {GUMBO_TAG_OL, Element::ol},
                                                  {GUMBO_TAG_LI, Element::li},
                                                  {GUMBO_TAG_DL, Element::dl},
                                                  {GUMBO_TAG_DT, Element::dt},
                                                  {GUMBO_TAG_DD, Element::dd},
                                                  {GUMBO_TAG_TABLE, Element::table},
                                                  {GUMBO_TAG_TR, Element::tr},
                                                  {GUMBO_TAG_TD, Element::td},
                                                  {GUMBO_TAG_TH, Element::th},
                                                  {GUMBO_TAG_THEAD, Element::thead},
                                                  {GUMBO_TAG_TBODY, Element::tbody},
                                                  {GUMBO_TAG_CAPTION, Element::caption},
                                                  {GUMBO_TAG_FIGURE, Element::figure},
                                                  {GUMBO_TAG_FIGCAPTION, Element::figcaption},
                                                  {GUMBO_TAG_IMG, Element::img},
                                                  {GUMBO_TAG_VIDEO, Element::video},
                                                  {GUMBO_TAG_AUDIO, Element::audio},
                                                  {GUMBO_TAG_IFRAME, Element::iframe},
                                                  {GUMBO_TAG_SVG, Element::svg},
                                                  {GUMBO_TAG_FORM, Element::form},
                                                  {GUMBO_TAG_BUTTON, Element::button},
                                                  {GUMBO_TAG_INPUT, Element::input},
                                                  {GUMBO_TAG_SELECT, Element::select},
                                                  {GUMBO_TAG_OPTION, Element::option},
                                                  {GUMBO_TAG_TEXTAREA, Element::textarea},
                                                  {GUMBO_TAG_LABEL, Element::label},
                                                  {GUMBO_TAG_FIELDSET, Element::fieldset},
                                                  {GUMBO_TAG_BLOCKQUOTE, Element::blockquote},
                                                  {GUMBO_TAG_PRE, Element::pre},
                                                  {GUMBO_TAG_CODE, Element::code},
                                                  {GUMBO_TAG_BR, Element::br},
                                                  {GUMBO_TAG_HR, Element::hr},
                                                  {GUMBO_TAG_B, Element::b},
                                                  {GUMBO_TAG_STRONG, Element::strong},
                                                  {GUMBO_TAG_I, Element::i},
                                                  {GUMBO_TAG_EM, Element::em},
                                                  {GUMBO_TAG_SMALL, Element::small},
                                                  {GUMBO_TAG_SUB, Element::sub},
                                                  {GUMBO_TAG_SUP, Element::sup},
                                                  {GUMBO_TAG_ABBR, Element::abbr},
                                                  {GUMBO_TAG_ADDRESS, Element::address},
                                                  {GUMBO_TAG_CITE, Element::cite},
                                                  {GUMBO_TAG_Q, Element::q},
                                                  {GUMBO_TAG_CENTER, Element::center},
                                                  {GUMBO_TAG_FONT, Element::font},
                                                  {GUMBO_TAG_U, Element::u},
                                                  {GUMBO_TAG_OBJECT, Element::object},
                                                  {GUMBO_TAG_DETAILS, Element::details},
                                                  {GUMBO_TAG_SUMMARY, Element::summary},
                                                  {GUMBO_TAG_MATH, Element::math},
                                                  {GUMBO_TAG_MENU, Element::menu},
                                                  {GUMBO_TAG_INS, Element::ins},
                                                  {GUMBO_TAG_DEL, Element::del}};
    for (const auto& [from, to] : pairs) table[static_cast<std::size_t>(from)] = to;
    return table;
  }();
  return kTable[static_cast<std::size_t>(tag)];
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) return &node->v.element.children;
  return nullptr;
}

}  // namespace

struct Dom::Storage {
  Arena arena;
  std::string page;
};

Dom::Dom() = default;
Dom::Dom(Dom&&) noexcept = default;
Dom& Dom::operator=(Dom&&) noexcept = default;
Dom::~Dom() = default;

Result<Dom> Dom::parse(std::string_view page) {
  Dom dom;
  dom.storage_ = std::make_unique<Storage>();
  dom.storage_->page = guard_page(page, kDeepest, kMostAttributes);
  Arena& arena = dom.storage_->arena;
  arena.limit = kFreeMemory + kMemoryPerByte * dom.storage_->page.size();
  const GumboOutput* output = parse_into(arena, dom.storage_->page);
  if (output == nullptr)
    return fail(ErrorCode::limit_exceeded,
                "The page's tags grow past the memory limit of its size; it is not a report's page.");

  struct Open {
    const GumboNode* node;
    unsigned next;
    std::uint32_t index;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* node) {
    const auto index = static_cast<std::uint32_t>(dom.nodes_.size());
    Node& out = dom.nodes_.emplace_back();
    out.parent = open.empty() ? 0 : open.back().index;
    if (node->type == GUMBO_NODE_DOCUMENT) {
      out.element = Element::document;
    } else if (is_text(node)) {
      out.element = Element::text;
      out.text = node->v.text.text;
      out.end = index + 1;
      return;
    } else {
      out.element = element_of(node->v.element.tag);
      out.first_attribute = static_cast<std::uint32_t>(dom.attributes_.size());
      const GumboVector& attributes = node->v.element.attributes;
      for (unsigned i = 0; i < attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
        dom.attributes_.push_back({attribute->name, attribute->value});
      }
      out.attributes = attributes.length;
    }
    open.push_back({node, 0, index});
  };
  enter(output->document);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector* children = children_of(top.node);
    if (children == nullptr || top.next >= children->length) {
      dom.nodes_[top.index].end = static_cast<std::uint32_t>(dom.nodes_.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[top.next++]);
    if (child->type != GUMBO_NODE_COMMENT) enter(child);
  }
  return dom;
}

std::string_view Dom::attribute(std::uint32_t node, std::string_view name) const {
  const Node& n = nodes_[node];
  for (std::uint32_t i = 0; i < n.attributes; ++i)
    if (attributes_[n.first_attribute + i].name == name) return attributes_[n.first_attribute + i].value;
  return {};
}

std::string Dom::text_of(std::uint32_t node) const {
  std::string out;
  for (std::uint32_t i = node; i < nodes_[node].end; ++i) {
    const Element e = nodes_[i].element;
    if (e == Element::script || e == Element::style || e == Element::noscript || e == Element::template_) {
      if (i != node) i = nodes_[i].end - 1;
    } else if (e == Element::text) {
      out.append(nodes_[i].text);
    } else if (e != Element::b && e != Element::i && e != Element::em && e != Element::strong && e != Element::a &&
               e != Element::span) {
      out.push_back(' ');
    }
  }
  return fold_space(out);
}

}  // namespace rashomon::ingest
