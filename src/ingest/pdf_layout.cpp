#include "ingest/pdf_layout.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

constexpr double kGap = 0.7;  // of the height of type: more is no blank between words

/// The value of an attribute of a tag; empty where it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::string_view rest = tag.substr(at + name.size());
    if (!rest.starts_with("=\"")) continue;
    return rest.substr(2, rest.find('"', 2) - 2);
  }
  return {};
}

/// A length; 0 for what is none or past what a page measures.
double length(std::string_view tag, std::string_view name) {
  const std::string_view digits = attribute(tag, name);
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value > -1e6 && value < 1e6 ? value : 0;
}

std::string unescaped(std::string_view s) {
  constexpr std::array<std::pair<std::string_view, char>, 6> kNames = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}}};
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t taken = 0;
    if (s[i] == '&')
      for (const auto& [name, c] : kNames)
        if (s.substr(i, name.size()) == name) out.push_back(c), taken = name.size();
    if (taken == 0) out.push_back(s[i]);
    i += std::max<std::size_t>(taken, 1);
  }
  return out;
}

constexpr std::array<std::string_view, 7> kLigatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // from U+FB00 on

/// Adds a word without what is not shown; soft hyphens stay, which end lines.
void add_word(std::string& line, std::string_view word, Invisible& invisible) {
  if (!line.empty()) line.push_back(' ');
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t at = i;
    const char32_t c = next_char(word, i);
    if (c == 0xAD) line.push_back('-');
    else if (c >= 0xFB00 && c <= 0xFB06) line += kLigatures[c - 0xFB00];
    else if (!invisible.see(c)) line.append(word.substr(at, i - at));
  }
}

std::string_view between(std::string_view s, std::string_view end) {
  const std::size_t begin = s.find('>');
  return begin == std::string_view::npos ? std::string_view() : s.substr(begin + 1, s.find(end, begin) - begin - 1);
}

std::string valid(std::string_view bytes) {
  std::size_t replaced = 0;
  return valid_utf8(bytes, replaced);
}

/// poppler lets lines run across narrow gutters, so a wide gap ends one; in_reading_order() joins what belongs
/// together.
void see_word(PdfBlock& block, std::string_view tag, Invisible& invisible) {
  const double left = length(tag, "xMin"), top = length(tag, "yMin"), right = length(tag, "xMax"),
               bottom = length(tag, "yMax");
  const bool gap = !block.lines.back().text.empty() && left - block.lines.back().right > kGap * (bottom - top);
  if (gap) block.lines.emplace_back();
  PdfLine& line = block.lines.back();
  const bool first = line.text.empty();
  line.left = first ? left : std::min(line.left, left);
  line.top = first ? top : std::min(line.top, top);
  line.right = first ? right : std::max(line.right, right);
  line.bottom = first ? bottom : std::max(line.bottom, bottom);
  if (first) line.first_word = right - left;
  if (first || right - left > line.widest) line.widest = right - left, line.type = bottom - top;
  add_word(line.text, valid(unescaped(between(tag, "</word>"))), invisible);
}

void see_line(PdfLayout& out, std::string_view s) {
  if (s.starts_with("<title>")) out.title = fold_space(valid(unescaped(between(s, "</title>"))));
  if (s.starts_with("<meta name=\"Author\"")) out.author = fold_space(valid(unescaped(attribute(s, "content"))));
  if (s.starts_with("<meta name=\"CreationDate\"")) out.created = valid(attribute(s, "content"));
  if (s.starts_with("<page ")) out.pages.push_back({length(s, "width"), length(s, "height"), {}});
  if (out.pages.empty()) return;
  PdfPage& page = out.pages.back();
  if (s.starts_with("<block ")) page.blocks.emplace_back();
  if (page.blocks.empty()) return;
  PdfBlock& block = page.blocks.back();
  if (s.starts_with("<line ")) block.lines.emplace_back();
  if (s.starts_with("<word ") && !block.lines.empty()) see_word(block, s, out.invisible);
}

}  // namespace

PdfLayout read_layout(std::string_view printed) {
  PdfLayout out;
  for (std::size_t i = 0; i < printed.size();) {
    const std::size_t stop = std::min(printed.find('\n', i), printed.size());
    see_line(out, trim(printed.substr(i, stop - i)));
    i = stop + 1;
  }
  for (PdfPage& page : out.pages)
    for (PdfBlock& block : page.blocks)
      std::erase_if(block.lines, [](const PdfLine& l) { return trim(l.text).empty(); });
  return out;
}

}  // namespace rashomon::ingest
