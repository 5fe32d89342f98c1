#include "ingest/dom.hpp"

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>

#include <array>
#include <string>
#include <utility>

#include "ingest/chars.hpp"
#include "ingest/html_tree.hpp"

namespace rashomon::ingest {
namespace {

Element element_of(lxb_tag_id_t tag) {
  static const auto kTable = [] {
    std::array<Element, LXB_TAG__LAST_ENTRY> table{};
    table.fill(Element::other);
    const std::pair<lxb_tag_id_t, Element> pairs[] = {{LXB_TAG_HTML, Element::html},
                                                      {LXB_TAG_HEAD, Element::head},
                                                      {LXB_TAG_BODY, Element::body},
                                                      {LXB_TAG_TITLE, Element::title},
                                                      {LXB_TAG_META, Element::meta},
                                                      {LXB_TAG_LINK, Element::link},
                                                      {LXB_TAG_BASE, Element::base},
                                                      {LXB_TAG_SCRIPT, Element::script},
                                                      {LXB_TAG_STYLE, Element::style},
                                                      {LXB_TAG_NOSCRIPT, Element::noscript},
                                                      {LXB_TAG_TEMPLATE, Element::template_},
                                                      {LXB_TAG_TIME, Element::time},
                                                      {LXB_TAG_A, Element::a},
                                                      {LXB_TAG_P, Element::p},
                                                      {LXB_TAG_DIV, Element::div},
                                                      {LXB_TAG_SPAN, Element::span},
                                                      {LXB_TAG_SECTION, Element::section},
                                                      {LXB_TAG_ARTICLE, Element::article},
                                                      {LXB_TAG_MAIN, Element::main},
                                                      {LXB_TAG_ASIDE, Element::aside},
                                                      {LXB_TAG_NAV, Element::nav},
                                                      {LXB_TAG_HEADER, Element::header},
                                                      {LXB_TAG_FOOTER, Element::footer},
                                                      {LXB_TAG_H1, Element::h1},
                                                      {LXB_TAG_H2, Element::h2},
                                                      {LXB_TAG_H3, Element::h3},
                                                      {LXB_TAG_H4, Element::h4},
                                                      {LXB_TAG_H5, Element::h5},
                                                      {LXB_TAG_H6, Element::h6},
                                                      {LXB_TAG_UL, Element::ul},
                                                      {LXB_TAG_OL, Element::ol},
                                                      {LXB_TAG_LI, Element::li},
                                                      {LXB_TAG_DL, Element::dl},
                                                      {LXB_TAG_DT, Element::dt},
                                                      {LXB_TAG_DD, Element::dd},
                                                      {LXB_TAG_TABLE, Element::table},
                                                      {LXB_TAG_TR, Element::tr},
                                                      {LXB_TAG_TD, Element::td},
                                                      {LXB_TAG_TH, Element::th},
                                                      {LXB_TAG_THEAD, Element::thead},
                                                      {LXB_TAG_TBODY, Element::tbody},
                                                      {LXB_TAG_CAPTION, Element::caption},
                                                      {LXB_TAG_FIGURE, Element::figure},
                                                      {LXB_TAG_FIGCAPTION, Element::figcaption},
                                                      {LXB_TAG_IMG, Element::img},
                                                      {LXB_TAG_VIDEO, Element::video},
                                                      {LXB_TAG_AUDIO, Element::audio},
                                                      {LXB_TAG_IFRAME, Element::iframe},
                                                      {LXB_TAG_SVG, Element::svg},
                                                      {LXB_TAG_FORM, Element::form},
                                                      {LXB_TAG_BUTTON, Element::button},
                                                      {LXB_TAG_INPUT, Element::input},
                                                      {LXB_TAG_SELECT, Element::select},
                                                      {LXB_TAG_OPTION, Element::option},
                                                      {LXB_TAG_TEXTAREA, Element::textarea},
                                                      {LXB_TAG_LABEL, Element::label},
                                                      {LXB_TAG_FIELDSET, Element::fieldset},
                                                      {LXB_TAG_BLOCKQUOTE, Element::blockquote},
                                                      {LXB_TAG_PRE, Element::pre},
                                                      {LXB_TAG_CODE, Element::code},
                                                      {LXB_TAG_BR, Element::br},
                                                      {LXB_TAG_HR, Element::hr},
                                                      {LXB_TAG_B, Element::b},
                                                      {LXB_TAG_STRONG, Element::strong},
                                                      {LXB_TAG_I, Element::i},
                                                      {LXB_TAG_EM, Element::em},
                                                      {LXB_TAG_SMALL, Element::small},
                                                      {LXB_TAG_SUB, Element::sub},
                                                      {LXB_TAG_SUP, Element::sup},
                                                      {LXB_TAG_ABBR, Element::abbr},
                                                      {LXB_TAG_ADDRESS, Element::address},
                                                      {LXB_TAG_CITE, Element::cite},
                                                      {LXB_TAG_Q, Element::q},
                                                      {LXB_TAG_CENTER, Element::center},
                                                      {LXB_TAG_FONT, Element::font},
                                                      {LXB_TAG_U, Element::u},
                                                      {LXB_TAG_OBJECT, Element::object},
                                                      {LXB_TAG_DETAILS, Element::details},
                                                      {LXB_TAG_SUMMARY, Element::summary},
                                                      {LXB_TAG_MATH, Element::math},
                                                      {LXB_TAG_MENU, Element::menu},
                                                      {LXB_TAG_INS, Element::ins},
                                                      {LXB_TAG_DEL, Element::del},
                                                      {LXB_TAG_PICTURE, Element::picture},
                                                      {LXB_TAG_DIALOG, Element::dialog}};
    for (const auto& [from, to] : pairs) table[from] = to;
    return table;
  }();
  return tag < kTable.size() ? kTable[tag] : Element::other;
}

const lxb_dom_node_t* first_child(const lxb_dom_node_t* node) {
  if (node->local_name != LXB_TAG_TEMPLATE || node->ns != LXB_NS_HTML || node->type != LXB_DOM_NODE_TYPE_ELEMENT)
    return node->first_child;
  const auto* content = reinterpret_cast<const lxb_html_template_element_t*>(node)->content;
  return content == nullptr ? nullptr : content->node.first_child;
}

std::string_view view(const lxb_char_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

}  // namespace

struct Dom::Storage {
  std::string page;
  HtmlTree tree;
};

Dom::Dom() = default;
Dom::Dom(Dom&&) noexcept = default;
Dom& Dom::operator=(Dom&&) noexcept = default;
Dom::~Dom() = default;

Result<Dom> Dom::parse(std::string page) {
  auto storage = std::make_unique<Storage>();
  storage->page = std::move(page);
  const std::string_view bytes = storage->page;
  return parse(std::move(storage), bytes);
}

Result<Dom> Dom::parse_kept(std::string_view page) { return parse(std::make_unique<Storage>(), page); }

Result<Dom> Dom::parse(std::unique_ptr<Storage> storage, std::string_view page) {
  Dom dom;
  dom.storage_ = std::move(storage);
  HtmlTree& tree = dom.storage_->tree;
  if (!tree.parse(page))
    return fail(ErrorCode::limit_exceeded,
                "The page's tags grow past the memory limit of its size; it is not a report's page.");
  struct Open {
    const lxb_dom_node_t* next;
    std::uint32_t index;
  };
  std::vector<Open> open;
  dom.nodes_.push_back({Element::document, 0, 0, {}, 0, 0});
  open.push_back({tree.document()->first_child, 0});
  while (!open.empty()) {
    const lxb_dom_node_t* node = open.back().next;
    if (node == nullptr) {
      dom.nodes_[open.back().index].end = static_cast<std::uint32_t>(dom.nodes_.size());
      open.pop_back();
      continue;
    }
    open.back().next = node->next;
    const auto index = static_cast<std::uint32_t>(dom.nodes_.size());
    const std::uint32_t parent = open.back().index;
    if (node->type == LXB_DOM_NODE_TYPE_TEXT || node->type == LXB_DOM_NODE_TYPE_CDATA_SECTION) {
      const lexbor_str_t& text = reinterpret_cast<const lxb_dom_character_data_t*>(node)->data;
      dom.nodes_.push_back({Element::text, parent, index + 1, view(text.data, text.length), 0, 0});
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      const auto first = static_cast<std::uint32_t>(dom.attributes_.size());
      for (const lxb_dom_attr_t* each = reinterpret_cast<const lxb_dom_element_t*>(node)->first_attr; each != nullptr;
           each = each->next) {
        std::size_t size = 0;
        const lxb_char_t* name = lxb_dom_attr_local_name(each, &size);
        dom.attributes_.push_back({view(name, size), each->value == nullptr
                                                         ? std::string_view()
                                                         : view(each->value->data, each->value->length)});
      }
      dom.nodes_.push_back({element_of(node->local_name),
                            parent,
                            0,
                            {},
                            first,
                            static_cast<std::uint32_t>(dom.attributes_.size()) - first});
      if (const std::string_view raw = tree.raw_text(node); !raw.empty())
        dom.nodes_.push_back({Element::text, index, index + 2, raw, 0, 0});
      open.push_back({first_child(node), index});
    }
  }
  return dom;
}

std::string_view Dom::attribute(std::uint32_t node, std::string_view name) const {
  const Node& n = nodes_[node];
  for (std::uint32_t i = 0; i < n.attributes; ++i) {
    const Attribute& each = attributes_[n.first_attribute + i];
    // Most are told apart by their size and first letter.
    if (each.name.size() == name.size() && each.name.front() == name.front() && each.name == name) return each.value;
  }
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
