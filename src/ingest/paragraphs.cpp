#include "ingest/paragraphs.hpp"

#include "ingest/chars.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

/// Width in characters, and of its first word.
struct Line {
  Span span;
  std::size_t width = 0;
  std::size_t first_word = 0;
  bool indented = false;
};

constexpr std::size_t kNarrowest = 40;  // characters of a line that can have been wrapped
constexpr std::size_t kWidest = 100;

Line measure(std::string_view text, Span whole) {
  Line line{trimmed(text, whole)};
  line.indented = line.span.begin > whole.begin;
  const std::string_view s = slice(text, line.span);
  bool first = true;
  for (std::size_t i = 0; i < s.size();) {
    first = first && !is_space(static_cast<unsigned char>(s[i]));
    static_cast<void>(next_char(s, i));
    ++line.width;
    line.first_word += first;
  }
  return line;
}

/// True if the run of lines was wrapped at its widest line.
bool wrapped(const std::vector<Line>& run) {
  std::size_t width = 0;
  for (const Line& line : run) width = std::max(width, line.width);
  if (run.size() < 2 || width < kNarrowest || width > kWidest) return false;
  std::size_t loose = 0;
  for (std::size_t i = 0; i + 1 < run.size(); ++i) loose += run[i].width + 1 + run[i + 1].first_word <= width;
  return loose * 10 <= run.size() - 1;
}

void flush(std::vector<Line>& run, std::vector<Span>& out) {
  if (wrapped(run)) {
    out.push_back(hull(run.front().span, run.back().span));
  } else {
    for (const Line& line : run) out.push_back(line.span);
  }
  run.clear();
}

constexpr bool is_opening(char32_t c) { return c == 0x201C || c == 0x2018 || c == 0xAB; }
constexpr bool is_closing(char32_t c) { return c == 0x201D || c == 0x2019 || c == 0xBB; }

/// True if the word that ends at `stop` may carry a full stop of its own.
bool may_be_abbreviation(std::string_view text, std::size_t begin, std::size_t stop) {
  std::size_t at = stop;
  std::size_t letters = 0;
  bool lower_case = false, only_digits = true;
  while (at > begin) {
    std::size_t i = at;
    const char32_t c = previous_char(text, i);
    if (!is_letter(c) && !is_digit(c)) break;
    lower_case |= is_lower(c);
    only_digits &= is_digit(c);
    ++letters;
    at = i;
  }
  if (letters == 0) return true;
  if (only_digits) return letters < 2;
  if (letters < 2 || !lower_case) return letters < 5;  // initials, U.S.Army; "NATO.The" is a break
  return tables().abbreviations.contains(lower(text.substr(at, stop - at)));
}

/// A capital that begins a sentence: a small letter or a blank behind it, or capitals ("NATO announced").
bool begins_sentence(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end) return false;
  std::size_t i = at;
  char32_t c = next_char(text, i);
  if (is_opening(c) || is_closing(c) || c == '"') {
    if (i >= end) return false;
    c = next_char(text, i);
  }
  if (!is_upper(c)) return c == 0xA9;
  // "word.Word.Word" and "word.Word@" are names of hosts and files.
  while (i < end) {
    c = next_char(text, i);
    if (is_letter(c) || is_digit(c)) continue;
    return c != '@' && c != '_' && c != '/' && !(c == '.' && i < end && is_letter(static_cast<unsigned char>(text[i])));
  }
  return false;
}

/// State of quotation marks while a paragraph is read.
struct Quotes {
  bool curly = false;
  bool straight = false;
  void see(char32_t c) {
    if (c == 0x201C) curly = true;
    if (c == 0x201D) curly = false;
    if (c == '"') straight = !straight;
  }
};

}  // namespace

Span trimmed(std::string_view text, Span span) {
  const std::string_view s = slice(text, span);
  const std::string_view t = trim(s);
  if (t.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::uint32_t>(t.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(t.size())};
}

std::vector<Span> cut_paragraphs(std::string_view text) {
  std::vector<Span> out;
  std::vector<Line> run;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t stop = text.find_first_of("\n\r", i);
    if (stop == std::string_view::npos) stop = text.size();
    const Line line = measure(text, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(stop)});
    if (line.span.empty() || (line.indented && !run.empty() && !run.back().indented)) flush(run, out);
    if (!line.span.empty()) run.push_back(line);
    i = stop + 1;
    if (stop + 1 < text.size() && text[stop] == '\r' && text[stop + 1] == '\n') ++i;
  }
  flush(run, out);
  return out;
}

std::vector<Span> cut_glued(std::string_view text, Span paragraph) {
  std::vector<Span> out;
  Quotes quotes;
  std::uint32_t begin = paragraph.begin;
  for (std::size_t i = paragraph.begin; i < paragraph.end;) {
    const std::size_t at = i;
    const char32_t c = next_char(text, i);
    quotes.see(c);
    if ((c != '.' && c != '!' && c != '?') || at == paragraph.begin || i >= paragraph.end) continue;
    std::size_t cut = i;
    // A mark right behind the stop closes an open quotation, else it opens the next sentence.
    std::size_t next = i;
    const char32_t mark = next_char(text, next);
    if ((is_closing(mark) && (quotes.curly || mark != 0x201D)) || (mark == '"' && quotes.straight)) cut = next;
    if (cut >= paragraph.end || !begins_sentence(text, cut, paragraph.end)) continue;
    std::size_t before = at;
    const char32_t last = previous_char(text, before);
    if (c == '.' && (is_letter(last) || is_digit(last)) && may_be_abbreviation(text, begin, at)) continue;
    out.push_back(trimmed(text, {begin, static_cast<std::uint32_t>(cut)}));
    begin = static_cast<std::uint32_t>(cut);
    quotes = {};
    i = cut;
  }
  if (const Span rest = trimmed(text, {begin, paragraph.end}); !rest.empty()) out.push_back(rest);
  return out;
}

}  // namespace rashomon::ingest
