#include "claims/quotes.hpp"

#include <algorithm>

namespace rashomon::claims {
namespace {

enum class Shape { straight, opening, closing };

struct Mark {
  Span span;
  bool single = false;
  Shape shape = Shape::straight;
  bool letter_before = false, space_before = false, stop_before = false;
  bool letter_after = false, space_after = false;
};

struct MarkForm {
  std::string_view bytes;
  bool single;
  Shape shape;
};

// Longest first: two single marks in a row are one double mark.
constexpr MarkForm kForms[] = {
    {"‘‘", false, Shape::opening}, {"’’", false, Shape::closing},  {"''", false, Shape::straight},
    {"``", false, Shape::opening}, {"“", false, Shape::opening},   {"”", false, Shape::closing},
    {"„", false, Shape::opening},  {"‟", false, Shape::opening},   {"«", false, Shape::opening},
    {"»", false, Shape::closing},  {"\"", false, Shape::straight}, {"‘", true, Shape::opening},
    {"’", true, Shape::closing},   {"'", true, Shape::straight}};

bool is_letter(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xC3;
}

// A no-break space begins with 0xC2, which no letter here does.
bool is_space(unsigned char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xC2; }

void look_around(std::string_view text, Span block, Mark& mark) {
  if (mark.span.begin == block.begin) {
    mark.space_before = true;
  } else {
    const auto c = static_cast<unsigned char>(text[mark.span.begin - 1]);
    mark.letter_before = is_letter(c) || (c >= 0x80 && c < 0xC0 && c != 0x94 && c != 0x99 && c != 0xA0);
    mark.space_before = is_space(c) || c == 0xA0 || c == '(' || c == '[' || c == '-';
    mark.stop_before = c == '.' || c == ',' || c == '!' || c == '?';
  }
  if (mark.span.end >= block.end) {
    mark.space_after = true;
  } else {
    const auto c = static_cast<unsigned char>(text[mark.span.end]);
    mark.letter_after = is_letter(c);
    mark.space_after = is_space(c);
  }
}

std::vector<Mark> find_marks(std::string_view text, Span block) {
  std::vector<Mark> out;
  for (std::uint32_t i = block.begin; i < block.end;) {
    const auto form = std::find_if(std::begin(kForms), std::end(kForms), [&](const MarkForm& f) {
      return text.substr(i, std::min<std::size_t>(f.bytes.size(), block.end - i)) == f.bytes;
    });
    if (form == std::end(kForms)) {
      ++i;
      continue;
    }
    Mark mark{{i, i + static_cast<std::uint32_t>(form->bytes.size())}, form->single, form->shape};
    look_around(text, block, mark);
    i = mark.span.end;
    out.push_back(mark);
  }
  return out;
}

bool may_open(const Mark& m) {
  if (m.single) return m.shape != Shape::closing && m.space_before && !m.space_after;
  if (m.shape == Shape::opening) return true;
  return !m.space_after;
}

bool may_close(const Mark& m) {
  if (m.single) return m.shape != Shape::opening && !m.space_before && !m.letter_after;
  return m.shape != Shape::opening;
}

// The byte after the last sentence end before `at`, at or after `from`.
std::uint32_t sentence_begin(std::string_view text, std::uint32_t from, std::uint32_t at) {
  for (std::uint32_t i = at; i > from + 1; --i) {
    const char c = text[i - 2];
    if ((c == '.' || c == '!' || c == '?') && is_space(static_cast<unsigned char>(text[i - 1]))) {
      while (i < at && is_space(static_cast<unsigned char>(text[i]))) ++i;
      return i;
    }
  }
  return from;
}

// Single marks quote only where a partner stands in the same block; otherwise they are apostrophes. One pass from the
// end.
std::vector<bool> has_partner(const std::vector<Mark>& marks) {
  std::vector<bool> out(marks.size(), true);
  bool closer = false;
  for (std::size_t k = marks.size(); k-- > 0;) {
    out[k] = closer;
    if (marks[k].single && may_close(marks[k])) closer = true;
  }
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, Span block) : text_(text), block_(block), last_(block.begin) {}

  void read(const Mark& mark, bool partner) {
    if (open_) return inside(mark);
    if (mark.single) {
      if (may_open(mark) && partner) start(mark);
      return;
    }
    // Outside, "…town.” The" closes what was never opened, "…town.”The" opens with the wrong mark.
    const bool orphan = mark.shape != Shape::opening && mark.space_after && !mark.space_before;
    if (orphan) return orphan_close(mark);
    if (may_open(mark)) start(mark);
  }

  std::vector<Quote> finish() {
    if (open_) push({begin_, block_.end}, {inner_, block_.end}, true, false);
    return std::move(out_);
  }

 private:
  void start(const Mark& mark) {
    open_ = true;
    single_ = mark.single;
    begin_ = mark.span.begin;
    inner_ = mark.span.end;
  }

  void inside(const Mark& mark) {
    if (mark.single && !single_) {
      // ''words.' at the end of the block: the second half of a double mark is missing.
      const bool ends_block = may_close(mark) && mark.span.end + 1 >= block_.end && text_.substr(begin_, 2) == "''";
      if (!ends_block) return;
    }
    if (!mark.single && single_) return;
    if (mark.shape == Shape::opening && !mark.single) return reopen(mark);
    if (mark.shape == Shape::straight && mark.space_before && mark.letter_after)
      return mark.single ? void() : reopen(mark);
    if (!may_close(mark)) return;
    push({begin_, mark.span.end}, {inner_, mark.span.begin}, true, true);
    open_ = false;
  }

  // A second opening mark: the first quotation was never closed; it ends where its sentence does.
  void reopen(const Mark& mark) {
    const std::uint32_t end = sentence_begin(text_, inner_, mark.span.begin);
    if (end > inner_) push({begin_, end}, {inner_, end}, true, false);
    start(mark);
  }

  void orphan_close(const Mark& mark) {
    const std::uint32_t begin = sentence_begin(text_, last_, mark.span.begin);
    push({begin, mark.span.end}, {begin, mark.span.begin}, false, true);
  }

  void push(Span span, Span inner, bool opened, bool closed) {
    last_ = span.end;
    if (!inner.empty()) out_.push_back({span, inner, opened, closed});
  }

  std::string_view text_;
  Span block_;
  std::uint32_t last_;
  std::vector<Quote> out_;
  bool open_ = false, single_ = false;
  std::uint32_t begin_ = 0, inner_ = 0;
};

}  // namespace

std::vector<Quote> find_quotes(std::string_view text, Span block) {
  const auto marks = find_marks(text, block);
  const auto partner = has_partner(marks);
  Reader reader(text, block);
  for (std::size_t k = 0; k < marks.size(); ++k) reader.read(marks[k], partner[k]);
  return reader.finish();
}

}  // namespace rashomon::claims
