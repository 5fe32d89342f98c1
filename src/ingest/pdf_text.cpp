#include "ingest/pdf_text.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <unordered_set>

#include "ingest/chars.hpp"
#include "ingest/dates.hpp"
#include "ingest/pdf_order.hpp"

namespace rashomon::ingest {
namespace {

constexpr double kSameType = 0.08;     // relative difference of heights within one size of type
constexpr double kNearType = 0.25;     // of heights within a sentence
constexpr double kHeadingType = 1.12;  // of the body's height
constexpr double kNearlyFull = 0.8;    // share of the width of a block
constexpr double kTitleType = 1.25;
constexpr std::size_t kHeadingWords = 20, kTitleWords = 40;

struct Line {
  const PdfLine* line = nullptr;
  std::size_t page = 0, block = 0;
  double right = 0;  ///< of its block
  double left = 0;
};

struct Paragraph {
  std::vector<Line> lines;
  BlockKind kind = BlockKind::paragraph;
  [[nodiscard]] double height() const { return lines.front().line->type; }
};

bool same_type(double a, double b) { return std::abs(a - b) <= kSameType * std::max(a, b); }

/// The body in reading order, and the running lines.
struct Sorted {
  std::vector<std::vector<PdfBlock>> pages;
  std::vector<PdfLine> running;
};

Sorted sort_lines(const PdfLayout& layout) {
  const auto is_running = find_running_lines(layout);
  Sorted out;
  for (std::size_t p = 0; p < layout.pages.size(); ++p) {
    std::vector<PdfLine> body;
    std::size_t n = 0;
    for (const PdfBlock& block : layout.pages[p].blocks)
      for (const PdfLine& line : block.lines) (is_running[p][n++] ? out.running : body).push_back(line);
    out.pages.push_back(in_reading_order(std::move(body)));
  }
  return out;
}

/// Lines of one type that follow each other in a block of the page count as a block of their own.
std::vector<Line> lines_of(const Sorted& sorted) {
  std::vector<Line> out;
  std::size_t number = 0;
  for (std::size_t p = 0; p < sorted.pages.size(); ++p)
    for (const PdfBlock& block : sorted.pages[p])
      for (std::size_t i = 0, end = 0; i < block.lines.size(); i = end, ++number) {
        for (end = i + 1; end < block.lines.size() && same_type(block.lines[i].type, block.lines[end].type);) ++end;
        const std::span<const PdfLine> run(block.lines.data() + i, end - i);
        double right = -1e9, left = 1e9;
        for (const PdfLine& line : run) right = std::max(right, line.right), left = std::min(left, line.left);
        for (const PdfLine& line : run) out.push_back({&line, p, number, right, left});
      }
  return out;
}

/// The height of most characters.
double body_height(const std::vector<Line>& lines) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0, seen = 0;
  for (const Line& each : lines) {
    heights.emplace_back(each.line->type, each.line->text.size());
    all += each.line->text.size();
  }
  std::sort(heights.begin(), heights.end());
  for (const auto& [height, size] : heights)
    if ((seen += size) * 2 >= all) return height;
  return 0;
}

char32_t last_char(std::string_view s) {
  std::size_t at = s.size();
  return previous_char(s, at);
}

char32_t first_char(std::string_view s) {
  std::size_t at = 0;
  return next_char(s, at);
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010; }

bool is_bullet(std::string_view s) {
  const char32_t c = first_char(s);
  return c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x25A0 || c == 0x2023 || c == 0x2043 || c == 0xB7 ||
         c == 0x25E6 || c == 0xF0B7 || s.starts_with("- ") || s.starts_with("\u2013 ") || s.starts_with("o ");
}

bool ends_sentence(std::string_view s) {
  std::size_t at = s.size();
  char32_t c = previous_char(s, at);
  while (at > 0 && (c == 0x201D || c == 0x2019 || c == '"' || c == '\'' || c == ')' || c == 0xBB))
    c = previous_char(s, at);
  return c == '.' || c == '!' || c == '?' || c == ':' || c == ';';
}

bool begins_low(std::string_view s) { return is_lower(first_char(s)); }

/// `usual_gap`: between the lines of the document. True if `next` goes on with the sentence or the words of `last`.
bool goes_on(const Line& last, const Line& next, double usual_gap) {
  const std::string_view before = last.line->text, after = next.line->text;
  const bool mid_sentence = !ends_sentence(before) && begins_low(after);
  // Names of files and the like are set in other type within a sentence.
  const bool near_type = std::abs(last.line->type - next.line->type) <= kNearType * next.line->type;
  if (!same_type(last.line->type, next.line->type) && !(mid_sentence && near_type)) return false;
  if (is_bullet(after)) return false;
  if (before.find('\t') != std::string_view::npos || after.find('\t') != std::string_view::npos)
    return false;  // a table's
  if (is_hyphen(last_char(before)) && begins_low(after)) return true;
  if (last.block != next.block) return mid_sentence;
  const double height = next.line->type, gap = next.line->top - last.line->bottom;
  if (gap > 0.8 * height && gap > 1.5 * usual_gap) return false;
  if (ends_sentence(before) && next.line->left - next.left > 0.8 * height && last.line->left - last.left < 0.3 * height)
    return false;  // a first line that is set in
  // A line is wrapped where the next word would not have fitted; the middle of a sentence in a line that is nearly
  // full.
  const double width = last.right - last.left, filled = last.line->right - last.left;
  if (mid_sentence || (!ends_sentence(before) && filled > kNearlyFull * width)) return true;
  return last.line->right + 0.3 * height + next.line->first_word > last.right;
}

/// The gap between lines of a paragraph.
double find_usual_gap(const std::vector<Line>& lines) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].block == lines[i - 1].block) gaps.push_back(lines[i].line->top - lines[i - 1].line->bottom);
  if (gaps.empty()) return 0;
  // Of short paragraphs most gaps are those between paragraphs, so the smaller ones count.
  const auto quarter = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quarter, gaps.end());
  return *quarter;
}

std::vector<Paragraph> cut(const std::vector<Line>& lines) {
  const double usual_gap = find_usual_gap(lines);
  std::vector<Paragraph> out;
  for (const Line& line : lines) {
    if (out.empty() || !goes_on(out.back().lines.back(), line, usual_gap)) out.emplace_back();
    out.back().lines.push_back(line);
  }
  return out;
}

/// Vocabulary that stand whole within lines: they tell whether a hyphen is of the word or of the line's end.
using Vocabulary = std::unordered_set<std::string>;

Vocabulary words_within(const std::vector<Line>& lines) {
  Vocabulary out;
  for (const Line& each : lines) {
    const std::string low = lower(each.line->text);
    for (std::size_t i = 0; i < low.size();) {
      const std::size_t stop = std::min(low.find(' ', i), low.size());
      std::size_t begin = i, end = stop;
      while (begin < end && !is_letter(static_cast<unsigned char>(low[begin])) && (low[begin] & 0x80) == 0) ++begin;
      while (end > begin && !is_letter(static_cast<unsigned char>(low[end - 1])) && (low[end - 1] & 0x80) == 0) --end;
      if (end > begin) out.insert(low.substr(begin, end - begin));
      i = stop + 1;
    }
  }
  return out;
}

/// Adds a line behind `text`, which ends with the line before it from `begin` on.
void add_line(std::string& text, std::size_t begin, std::string_view line, const Vocabulary& words) {
  const char32_t last = last_char(std::string_view(text).substr(begin));
  if (text.size() == begin) {
    text += line;
  } else if (!is_hyphen(last)) {
    text.append(" ").append(line);
  } else {
    const std::size_t hyphen = last == '-' ? 1 : 3;
    const std::size_t from = text.find_last_of(" \n", text.size() - 1) + 1;
    const std::string head = lower(std::string_view(text).substr(from, text.size() - hyphen - from));
    std::string tail = lower(line.substr(0, line.find(' ')));
    while (!tail.empty() && std::string_view(".,;:!?)\"'").find(tail.back()) != std::string_view::npos) tail.pop_back();
    const bool cut_word = begins_low(line) && is_lower(last_char(head)) && !words.contains(head + "-" + tail);
    if (cut_word) text.resize(text.size() - hyphen);
    text += line;
  }
}

std::size_t words_in(const Paragraph& p) {
  std::size_t n = 0;
  for (const Line& each : p.lines) n += count_words(each.line->text);
  return n;
}

/// Title by the largest type of the first page, headings by a type that is larger than the body's.
void mark_by_type(std::vector<Paragraph>& paragraphs, double body) {
  Paragraph* title = nullptr;
  for (Paragraph& each : paragraphs) {
    const std::size_t words = words_in(each);
    if (each.height() >= kHeadingType * body && words <= kHeadingWords) each.kind = BlockKind::heading;
    const bool may_be =
        each.lines.front().page == 0 && each.height() >= kTitleType * body && words >= 3 && words <= kTitleWords;
    if (may_be && (!title || each.height() > title->height() * (1 + kSameType))) title = &each;
  }
  if (title) title->kind = BlockKind::title;
}

void add_running(const std::vector<PdfLine>& running, PdfText& out) {
  std::set<std::string> seen;
  for (const PdfLine& line : running) {
    std::string key;
    for (const std::string& word : words_of(line.text))
      if (word.find_first_not_of("0123456789") != std::string::npos) key += word + " ";
    if (!seen.insert(key).second) continue;
    if (!out.text.empty()) out.text.push_back('\n');
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += line.text;
    out.blocks.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, BlockKind::furniture, "running line"});
    for (const WrittenDate& date : find_dates(line.text))
      if (date.year > 0 && date.day > 0 && out.date_line.empty()) out.date_line = line.text;
  }
}

}  // namespace

PdfText text_of_layout(const PdfLayout& layout) {
  const Sorted sorted = sort_lines(layout);
  const std::vector<Line> lines = lines_of(sorted);
  const Vocabulary words = words_within(lines);
  std::vector<Paragraph> paragraphs = cut(lines);
  mark_by_type(paragraphs, body_height(lines));
  PdfText out;
  for (const Paragraph& each : paragraphs) {
    if (!out.text.empty()) out.text.push_back('\n');
    const std::size_t begin = out.text.size();
    for (const Line& line : each.lines) add_line(out.text, begin, line.line->text, words);
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(out.text.size())};
    out.blocks.push_back({span, each.kind, each.kind == BlockKind::paragraph ? "" : "size of type"});
    if (each.kind == BlockKind::title) out.title = slice(out.text, span);
  }
  add_running(sorted.running, out);
  return out;
}

}  // namespace rashomon::ingest
