#include "ingest/html_tree.hpp"

#include <lexbor/dom/dom.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <mutex>

#include "core/check.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kDeepest = 400;
constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kFreeMemory = 64 << 20;
constexpr std::size_t kMemoryPerByte = 40;

constexpr std::size_t kChunk = 1 << 14;   // bytes between two looks at the tables of names
constexpr std::size_t kMostNames = 2048;  // of tags or attributes unknown to lexbor in one of its tables

/// Bytes that lexbor holds in this thread, less those it held when the parse began.
thread_local std::ptrdiff_t held = 0;

void* count(void* memory) { return held += static_cast<std::ptrdiff_t>(malloc_usable_size(memory)), memory; }
void count_free(void* memory) { held -= static_cast<std::ptrdiff_t>(malloc_usable_size(memory)), std::free(memory); }
void* count_malloc(std::size_t size) { return count(std::malloc(size)); }
void* count_calloc(std::size_t number, std::size_t size) { return count(std::calloc(number, size)); }
void* count_realloc(void* old, std::size_t size) {
  held -= static_cast<std::ptrdiff_t>(malloc_usable_size(old));
  return count(std::realloc(old, size));
}

/// Elements that may stand at any depth: they have no content, end each other, or hold text alone.
constexpr auto kAnyDepth = [] {
  std::array<bool, LXB_TAG__LAST_ENTRY> table{};
  for (const auto tag :
       {LXB_TAG_AREA,  LXB_TAG_BASE,     LXB_TAG_BR,     LXB_TAG_COL,   LXB_TAG_EMBED,  LXB_TAG_HR,       LXB_TAG_IMG,
        LXB_TAG_INPUT, LXB_TAG_LINK,     LXB_TAG_META,   LXB_TAG_PARAM, LXB_TAG_SOURCE, LXB_TAG_TRACK,    LXB_TAG_WBR,
        LXB_TAG_P,     LXB_TAG_LI,       LXB_TAG_DT,     LXB_TAG_DD,    LXB_TAG_TR,     LXB_TAG_TD,       LXB_TAG_TH,
        LXB_TAG_THEAD, LXB_TAG_TBODY,    LXB_TAG_TFOOT,  LXB_TAG_HTML,  LXB_TAG_HEAD,   LXB_TAG_BODY,     LXB_TAG_FRAME,
        LXB_TAG_TITLE, LXB_TAG_COLGROUP, LXB_TAG_SCRIPT, LXB_TAG_STYLE, LXB_TAG_IFRAME, LXB_TAG_TEXTAREA, LXB_TAG_XMP})
    table[tag] = true;
  return table;
}();

/// Leaves the first attributes of different names, at most kMostAttributes.
void cut_attributes(lxb_html_token_t& token) {
  std::array<const void*, kMostAttributes> names;
  std::size_t n = 0;
  lxb_html_token_attr_t* last = nullptr;
  for (lxb_html_token_attr_t* each = token.attr_first; each != nullptr && n < kMostAttributes; each = each->next) {
    if (std::find(names.begin(), names.begin() + n, each->name) != names.begin() + n) continue;
    names[n++] = each->name;
    if (last != nullptr) last->next = each;
    each->prev = last;
    last = each;
  }
  last->next = nullptr;
  token.attr_last = last;
}

/// True if `tag` and a delimiter stand at the beginning of `text`, in any case.
bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (text.size() <= tag.size()) return false;
  for (std::size_t i = 0; i < tag.size(); ++i)
    if ((text[i] | 0x20) != tag[i]) return false;
  const char c = text[tag.size()];
  return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// The end of what `<!--` at the beginning of `text` begins in a script, or the end tag in it that counts; `ended`
/// tells which.
std::size_t escaped_end(std::string_view text, bool& ended) {
  bool doubled = false;
  for (std::size_t i = text.find_first_of("-<", 2); i < text.size(); i = text.find_first_of("-<", i + 1)) {
    const std::string_view rest = text.substr(i);
    if (rest.front() == '-') {
      if (rest.starts_with("-->")) return ended = false, i + 3;
    } else if (begins_with_tag(rest.substr(1), "script")) {
      doubled = true;
    } else if (rest.size() > 1 && rest[1] == '/' && begins_with_tag(rest.substr(2), "script")) {
      if (!doubled) return ended = true, i;
      doubled = false;
    }
  }
  return ended = true, text.size();
}

}  // namespace

std::size_t raw_text_end(std::string_view text, std::string_view tag) {
  for (std::size_t i = text.find('<'); i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest.size() > 1 && rest[1] == '/' && begins_with_tag(rest.substr(2), tag)) return i;
    if (tag == "script" && rest.starts_with("<!--")) {
      bool ended = false;
      const std::size_t at = i + escaped_end(rest, ended);
      if (ended) return at;
      i = text.find('<', at);
    } else {
      i = text.find('<', i + 1);
    }
  }
  return text.size();
}

HtmlTree::HtmlTree() {
  static std::once_flag once;
  std::call_once(once, [] { lexbor_memory_setup(count_malloc, count_realloc, count_calloc, count_free); });
  document_ = lxb_html_document_create();
  RASHOMON_CHECK(document_ != nullptr);
  // What scripts would see change is nobody's concern here; for each option lexbor would look at all others.
  lxb_dom_document_mutation_erase(&document_->dom_document);
}

HtmlTree::~HtmlTree() {
  lxb_html_document_destroy(document_);
  for (lexbor_hash_t* names : names_) lexbor_hash_destroy(names, true);
}

bool HtmlTree::parse(std::string_view page) {
  held = 0;
  limit_ = static_cast<std::ptrdiff_t>(kFreeMemory + kMemoryPerByte * page.size());
  if (lxb_html_document_parse_chunk_begin(document_) != LXB_STATUS_OK) return false;
  const auto* parser = static_cast<const lxb_html_parser_t*>(document_->dom_document.parser);
  tree_ = parser->tree;
  lxb_html_tokenizer_t& tokenizer = *parser->tkz;
  build_ = tokenizer.callback_token_done;
  build_context_ = tokenizer.callback_token_ctx;
  lxb_html_tokenizer_callback_token_done_set(&tokenizer, take_token, this);
  tokenizer.opt |= LXB_HTML_TOKENIZER_OPT_ATTR_KEEP_DUPLICATE;  // cut_attributes() drops them
  resume_ = reinterpret_cast<const lxb_char_t*>(page.data());
  end_ = resume_ + page.size();
  while (resume_ < end_) {
    const lxb_char_t* at = resume_;
    const auto size = std::min(kChunk, static_cast<std::size_t>(end_ - at));
    resume_ = at + size;
    if (lxb_html_document_parse_chunk(document_, at, size) != LXB_STATUS_OK || held > limit_) return false;
    renew_names(tokenizer);
  }
  return lxb_html_document_parse_chunk_end(document_) == LXB_STATUS_OK;
}

/// lexbor's tables of names do not grow: a full one is kept for what was read and a fresh one is begun.
void HtmlTree::renew_names(lxb_html_tokenizer_t& tokenizer) {
  if (lexbor_dobject_allocated(tokenizer.attrs->entries) > kMostNames) {
    RASHOMON_CHECK(lxb_html_tokenizer_attrs_make(&tokenizer, kMostNames) == LXB_STATUS_OK);
    names_.push_back(tokenizer.attrs);
  }
  if (lexbor_dobject_allocated(tokenizer.tags->entries) > kMostNames) {
    RASHOMON_CHECK(lxb_html_tokenizer_tags_make(&tokenizer, kMostNames) == LXB_STATUS_OK);
    names_.push_back(tokenizer.tags);
  }
}

std::string_view HtmlTree::raw_text(const lxb_dom_node_t* element) const {
  const auto number = reinterpret_cast<std::uintptr_t>(element->user);
  return number == 0 ? std::string_view() : raw_texts_[number - 1];
}

/// Hands a token on to the tree builder, unless it would nest too deep.
lxb_html_token_t* HtmlTree::take_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context) {
  auto& self = *static_cast<HtmlTree*>(context);
  if (held > self.limit_) return nullptr;
  lexbor_array_obj_clean(tokenizer->parse_errors);
  lexbor_array_obj_clean(self.tree_->parse_errors);
  const bool starts = token->tag_id >= LXB_TAG__BEGIN && (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) == 0;
  if (starts) {
    const bool deep =
        self.tree_->open_elements->length >= kDeepest || self.tree_->active_formatting->length >= kDeepest;
    if (deep && !(token->tag_id < kAnyDepth.size() && kAnyDepth[token->tag_id])) return token;
    if (token->attr_first != nullptr) cut_attributes(*token);
  }
  const lxb_tag_id_t tag = token->tag_id;
  lxb_html_token_t* next = self.build_(tokenizer, token, self.build_context_);
  if (starts && (tag == LXB_TAG_SCRIPT || tag == LXB_TAG_STYLE)) self.await_raw_text(*tokenizer);
  return next;
}

/// Where the tree builder set the tokenizer to read raw text, sets it to skip_raw_text() first: half of a page is
/// scripts and styles, which need no state machine.
void HtmlTree::await_raw_text(lxb_html_tokenizer_t& tokenizer) {
  if (tokenizer.state != lxb_html_tokenizer_state_script_data_before &&
      tokenizer.state != lxb_html_tokenizer_state_rawtext_before)
    return;
  after_raw_text_ = tokenizer.state;
  raw_element_ = static_cast<lxb_dom_node_t*>(tree_->open_elements->list[tree_->open_elements->length - 1]);
  tokenizer.state = skip_raw_text;
}

const lxb_char_t* HtmlTree::skip_raw_text(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data,
                                          const lxb_char_t* end) {
  auto& self = *static_cast<HtmlTree*>(tokenizer->callback_token_ctx);
  tokenizer->state = self.after_raw_text_;
  if (tokenizer->is_eof) return data;
  const std::string_view rest(reinterpret_cast<const char*>(data), static_cast<std::size_t>(self.end_ - data));
  const std::size_t size = raw_text_end(rest, self.raw_element_->local_name == LXB_TAG_SCRIPT ? "script" : "style");
  self.raw_texts_.push_back(rest.substr(0, size));
  self.raw_element_->user = reinterpret_cast<void*>(self.raw_texts_.size());
  self.resume_ = std::max(self.resume_, data + size);
  return std::min(data + size, end);
}

}  // namespace rashomon::ingest
