#pragma once

#include <lexbor/html/html.h>

#include <cstddef>
#include <string_view>
#include <vector>

/// lexbor's tree builder with limits before it; seen by dom.cpp alone.
namespace rashomon::ingest {

/// lexbor's tree of one page. Neither copied nor moved: lexbor holds its address.
class HtmlTree {
 public:
  HtmlTree();
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// Parses a page, which must outlive the tree. False where the tree grows past 40 bytes a byte of the page and 64 MB.
  /// Start tags that would nest past 400 open elements are left out, so are attributes past 64 of one tag: the tree
  /// builder walks the open elements and the formatting elements for most tags, and all attributes of an element for
  /// each of them. Cost O(bytes).
  [[nodiscard]] bool parse(std::string_view page);

  [[nodiscard]] const lxb_dom_node_t* document() const { return lxb_dom_interface_node(document_); }

  /// What a script or style element holds, as the page has it; the tree has no text node for it.
  [[nodiscard]] std::string_view raw_text(const lxb_dom_node_t* element) const;

 private:
  static lxb_html_token_t* take_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context);
  static const lxb_char_t* skip_raw_text(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data,
                                         const lxb_char_t* end);
  void await_raw_text(lxb_html_tokenizer_t& tokenizer);
  void renew_names(lxb_html_tokenizer_t& tokenizer);

  lxb_html_document_t* document_ = nullptr;
  const lxb_html_tree_t* tree_ = nullptr;
  lxb_html_tokenizer_token_f build_ = nullptr;
  void* build_context_ = nullptr;
  lxb_html_tokenizer_state_f after_raw_text_ = nullptr;
  lxb_dom_node_t* raw_element_ = nullptr;
  std::vector<std::string_view> raw_texts_;  ///< an element's `user` is the number of its text, from 1
  std::vector<lexbor_hash_t*> names_;        ///< tables of names beyond the document's own
  const lxb_char_t *resume_ = nullptr, *end_ = nullptr;
  std::ptrdiff_t limit_ = 0;
};

/// Where the raw text of a script or style element ends: at its end tag, or at the end of `text`. In a script, an end
/// tag inside `<!-- <script> … -->` does not end it, as in browsers. Cost O(bytes).
[[nodiscard]] std::size_t raw_text_end(std::string_view text, std::string_view tag);

}  // namespace rashomon::ingest
