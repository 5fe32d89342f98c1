#include "ingest/page_guard.hpp"

#include <array>
#include <unordered_map>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

/// Elements that have no end tag or are often left open: they do not nest by themselves.
bool never_nests(std::string_view name) {
  constexpr std::array<std::string_view, 31> kNames = {
      "area",   "base",  "br",     "col",      "embed", "hr",   "img",  "input", "link",    "meta", "param",
      "source", "track", "wbr",    "p",        "li",    "dt",   "dd",   "tr",    "td",      "th",   "thead",
      "tbody",  "tfoot", "option", "optgroup", "html",  "head", "body", "frame", "colgroup"};
  for (const std::string_view each : kNames)
    if (each == name) return true;
  return false;
}

constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '/'; }

class Guard {
 public:
  Guard(std::string_view page, std::size_t deepest, std::size_t most) : page_(page), deepest_(deepest), most_(most) {}

  std::string run() {
    out_.reserve(page_.size());
    while (at_ < page_.size()) {
      const char c = page_[at_];
      const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
      if (c == '<' && is_letter(static_cast<unsigned char>(next))) start_tag();
      else if (c == '<' && next == '/') end_tag();
      else if (page_.substr(at_, 4) == "<!--") copy_to(page_.find("-->", at_ + 4), 3);
      else if (c == '\0') out_ += "\xEF\xBF\xBD", ++at_;
      else out_ += c, ++at_;
    }
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t stop, std::size_t width) {
    stop = stop == std::string_view::npos ? page_.size() : std::min(page_.size(), stop + width);
    out_.append(page_.substr(at_, stop - at_));
    at_ = stop;
  }

  std::string name_at(std::size_t begin) const {
    std::size_t stop = begin;
    while (stop < page_.size() && !is_blank(page_[stop]) && page_[stop] != '>' && stop - begin < 32) ++stop;
    return lower(page_.substr(begin, stop - begin));
  }

  /// The end of the tag at `at_`, its `>` included, and where its attributes past the limit begin (or npos).
  std::size_t tag_end(std::size_t& excess) const {
    excess = std::string_view::npos;
    std::size_t count = 0;
    for (std::size_t i = at_ + 1; i < page_.size(); ++i) {
      const char c = page_[i];
      if (c == '>') return i + 1;
      if (c == '=') {
        std::size_t v = i + 1;
        while (v < page_.size() && is_blank(page_[v]) && page_[v] != '/') ++v;
        if (v < page_.size() && (page_[v] == '"' || page_[v] == '\'')) {
          const std::size_t close = page_.find(page_[v], v + 1);
          if (close == std::string_view::npos) return page_.size();
          i = close;
        }
      } else if (is_blank(c) && i + 1 < page_.size() && !is_blank(page_[i + 1]) && ++count > most_ &&
                 excess == std::string_view::npos) {
        excess = i;
      }
    }
    return page_.size();
  }

  void start_tag() {
    const std::string name = name_at(at_ + 1);
    std::size_t excess = 0;
    const std::size_t stop = tag_end(excess);
    const bool nests = !never_nests(name) && !(stop >= 2 && page_[stop - 2] == '/' && page_[stop - 1] == '>');
    if (nests && depth_ >= deepest_) {
      at_ = stop;
      return;
    }
    if (nests) ++open_[name], ++depth_;
    if (excess == std::string_view::npos) {
      out_.append(page_.substr(at_, stop - at_));
    } else {
      out_.append(page_.substr(at_, excess - at_));
      out_ += '>';
    }
    at_ = stop;
    if (name == "script" || name == "style" || name == "textarea" || name == "title") skip_raw(name);
  }

  /// Copies the raw text of a script up to its end tag.
  void skip_raw(const std::string& name) {
    std::size_t i = at_;
    while ((i = page_.find("</", i)) != std::string_view::npos && name_at(i + 2) != name) i += 2;
    copy_to(i, 0);
  }

  void end_tag() {
    const auto found = open_.find(name_at(at_ + 2));
    if (found != open_.end() && found->second > 0) --found->second, --depth_;
    copy_to(page_.find('>', at_), 1);
  }

  std::string_view page_;
  std::size_t deepest_, most_, at_ = 0, depth_ = 0;
  std::unordered_map<std::string, std::size_t> open_;
  std::string out_;
};

}  // namespace

std::string guard_page(std::string_view page, std::size_t deepest, std::size_t most_attributes) {
  return Guard(page, deepest, most_attributes).run();
}

}  // namespace rashomon::ingest
