#include "ingest/page_blocks.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

bool holds_no_text(Element e) {
  switch (e) {
    case Element::head:
    case Element::script:
    case Element::style:
    case Element::noscript:
    case Element::template_:
    case Element::svg:
    case Element::math:
    case Element::iframe:
    case Element::object:
    case Element::video:
    case Element::audio:
    case Element::select:
    case Element::option:
    case Element::textarea:
    case Element::meta:
    case Element::link:
    case Element::base:
    case Element::title: return true;
    default: return false;
  }
}

bool is_hidden(const Dom& dom, std::uint32_t i) {
  const std::string_view style = dom.attribute(i, "style");
  if (style.find("display:none") != style.npos || style.find("display: none") != style.npos) return true;
  const Node& n = dom[i];
  return n.attributes > 0 && dom.attribute(i, "aria-hidden") == "true" && dom[i].element != Element::span;
}

/// ASCII that is shown and no white space.
constexpr bool is_plain(char c) { return c > 0x20 && c < 0x7F; }

/// The end of the characters from `i` that are shown, with single blanks between them; eight a step.
std::size_t end_of_plain(std::string_view s, std::size_t i) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
  if (i >= s.size() || !is_plain(s[i])) return i;
  const auto goes_on = [&](std::size_t k) { return k + 1 < s.size() && is_plain(s[k + 1]); };
  for (std::uint64_t word = 0; i + sizeof word <= s.size(); i += sizeof word) {
    std::memcpy(&word, s.data() + i, sizeof word);
    const std::uint64_t past_ascii = word | (word + kOnes);                 // 0x7F and above
    const std::uint64_t below = ((word | kHighs) - kOnes * 0x20) ^ kHighs;  // controls
    const std::uint64_t blank = ((word | kHighs) - kOnes * 0x21) ^ kHighs;  // those and blanks
    if (((past_ascii | below | (blank & blank >> 8)) & kHighs) != 0) break;
    if (s[i + 7] == ' ' && !goes_on(i + 7)) return i + 7;
  }
  while (i < s.size() && (is_plain(s[i]) || (s[i] == ' ' && goes_on(i)))) ++i;
  return i;
}

class Walker {
 public:
  explicit Walker(const Dom& dom) : dom_(dom) {}

  PageText walk() {
    const auto& nodes = dom_.nodes();
    for (std::uint32_t i = 0; i < nodes.size();) {
      while (!open_.empty() && open_.back().end <= i) close();
      const Node& n = nodes[i];
      if (n.element == Element::text) {
        add(n.text);
        ++i;
      } else if (holds_no_text(n.element)) {
        i = n.end;
      } else {
        enter(i);
        ++i;
      }
    }
    while (!open_.empty()) close();
    flush();
    return std::move(out_);
  }

 private:
  struct Open {
    std::uint32_t index, end;
    bool block, link, hidden;
  };

  void enter(std::uint32_t i) {
    const Node& n = dom_[i];
    if (n.element == Element::br) return line_break();
    Open open{i, n.end, is_block_level(n.element), n.element == Element::a, is_hidden(dom_, i)};
    if (open.block) {
      flush();
      holder_.push_back(i);
    }
    links_ += open.link;
    hidden_ += open.hidden;
    open_.push_back(open);
  }

  void close() {
    const Open open = open_.back();
    if (open.block) {
      flush();
      holder_.pop_back();
    }
    links_ -= open.link;
    hidden_ -= open.hidden;
    open_.pop_back();
  }

  void line_break() {
    if (breaks_ > 0) return flush();
    const std::string_view done = std::string_view(out_.text).substr(begin_);
    if (!done.empty()) {
      std::size_t i = done.size();
      const char32_t c = previous_char(done, i);
      if (c == '.' || c == '!' || c == '?' || c == 0x201D || c == '"' || c == ':') return flush();
    }
    gap_ = true;
    ++breaks_;
  }

  void add(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
      if (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
        gap_ = true;
        ++i;
        continue;
      }
      const std::size_t at = i;
      i = end_of_plain(s, i);
      if (i > at) {
        append(s.substr(at, i - at));
        continue;
      }
      const char32_t c = next_char(s, i);
      if (out_.invisible.see(c)) continue;
      if (is_space(c)) gap_ = true;
      else append(s.substr(at, i - at));
    }
  }

  /// Adds characters that are shown; white space only as single blanks between them.
  void append(std::string_view shown) {
    const std::size_t before = out_.text.size();
    if (gap_ && out_.text.size() > begin_) out_.text.push_back(' ');
    gap_ = false;
    breaks_ = 0;
    out_.text.append(shown);
    if (links_ > 0) link_bytes_ += static_cast<std::uint32_t>(out_.text.size() - before);
    hidden_block_ |= hidden_ > 0;
  }

  void flush() {
    if (out_.text.size() > begin_) {
      const auto begin = static_cast<std::uint32_t>(begin_), end = static_cast<std::uint32_t>(out_.text.size());
      out_.blocks.push_back({{begin, end}, holder_.empty() ? 0 : holder_.back(), link_bytes_, hidden_block_});
      out_.text.push_back('\n');
      begin_ = out_.text.size();
    }
    gap_ = hidden_block_ = false;
    breaks_ = 0;
    link_bytes_ = 0;
  }

  const Dom& dom_;
  PageText out_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> holder_;
  std::size_t begin_ = 0;
  int links_ = 0, hidden_ = 0, breaks_ = 0;
  std::uint32_t link_bytes_ = 0;
  bool gap_ = false, hidden_block_ = false;
};

}  // namespace

bool is_block_level(Element e) {
  switch (e) {
    case Element::html:
    case Element::body:
    case Element::p:
    case Element::div:
    case Element::section:
    case Element::article:
    case Element::main:
    case Element::aside:
    case Element::nav:
    case Element::header:
    case Element::footer:
    case Element::h1:
    case Element::h2:
    case Element::h3:
    case Element::h4:
    case Element::h5:
    case Element::h6:
    case Element::ul:
    case Element::ol:
    case Element::li:
    case Element::dl:
    case Element::dt:
    case Element::dd:
    case Element::table:
    case Element::tr:
    case Element::td:
    case Element::th:
    case Element::thead:
    case Element::tbody:
    case Element::caption:
    case Element::figure:
    case Element::figcaption:
    case Element::form:
    case Element::button:
    case Element::fieldset:
    case Element::blockquote:
    case Element::pre:
    case Element::hr:
    case Element::address:
    case Element::center:
    case Element::details:
    case Element::summary:
    case Element::dialog:
    case Element::menu:
    case Element::document: return true;
    default: return false;
  }
}

PageText text_of_page(const Dom& dom) {
  PageText out = Walker(dom).walk();
  if (!out.text.empty()) out.text.pop_back();  // the last line feed joins nothing
  const std::size_t n = out.blocks.size();
  out.furniture.reserve(n), out.keys.reserve(n), out.words.reserve(n), out.dates.reserve(n);
  for (const PageBlock& block : out.blocks) {
    const std::string_view s = slice(out.text, block.span);
    out.keys.push_back(words_key(s));
    out.words.push_back(1 + static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')));  // white space is folded
    out.dates.push_back(find_dates(s.substr(0, kBlockHead)));
    out.furniture.push_back(find_furniture({s, out.keys.back(), {out.words.back(), 1}, out.dates.back()}));
  }
  return out;
}

}  // namespace rashomon::ingest
