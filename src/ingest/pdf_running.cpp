#include <algorithm>
#include <map>

#include "ingest/chars.hpp"
#include "ingest/pdf_text.hpp"

namespace rashomon::ingest {
namespace {

constexpr double kZone = 0.12;       // share of a page's height in which headers and footers stand
constexpr double kPagesShare = 0.4;  // of pages that a running line is on: left and right pages have their own
constexpr double kGrid = 8;          // points by which a running line may move

/// What is the same on every page: letters in small, any number as one sign.
std::string running_key(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    if (c < '0' || c > '9') out.push_back(c);
    else if (out.empty() || out.back() != '#') out.push_back('#');
  }
  return out;
}

/// "7", "– 7 –", "Page 7 of 12", "7 / 12", "vii"; the address and the time that browsers print.
bool is_page_number(std::string_view text) {
  if ((text.starts_with("http") || text.starts_with("file:")) && text.find("://") < 6 && count_words(text) == 1)
    return true;
  const std::string key = words_key(running_key(text));
  if (text.size() > 24 || text.empty()) return false;
  const auto roman = [](std::string_view s) { return s.find_first_not_of("ivxl") == std::string_view::npos; };
  std::string kept;
  for (const std::string& word : words_of(text))
    if (word.find_first_not_of("0123456789") != std::string::npos) kept += (kept.empty() ? "" : " ") + word;
  const bool numbered = text.find_first_of("0123456789") != std::string_view::npos;
  if (kept.empty()) return numbered;
  if (!numbered) return roman(kept) && kept.size() <= 5 && kept != "i";
  return kept == "page" || kept == "page of" || kept == "p" || kept == "pg" || kept == "am" || kept == "pm" ||
         kept == "of" || kept == "seite" || kept == "página" || kept == "pagina" || kept == "sayfa" ||
         kept == "страница" || kept == "صفحة";
}

enum class Zone { body, header, footer };

Zone zone_of(const PdfPage& page, const PdfLine& line) {
  if (page.height <= 0) return Zone::body;
  if (line.bottom < page.height * kZone) return Zone::header;
  return line.top > page.height * (1 - kZone) ? Zone::footer : Zone::body;
}

using Key = std::pair<std::string, int>;  ///< words, and the distance from the edge in steps of kGrid

}  // namespace

std::vector<std::vector<bool>> find_running_lines(const PdfLayout& layout) {
  std::map<Key, std::pair<std::size_t, std::size_t>> pages;  // → number of pages, the last page + 1
  const auto keys_of = [](const PdfPage& page, const PdfLine& line) {
    const Zone zone = zone_of(page, line);
    const double edge = zone == Zone::header ? line.top : line.top - page.height;
    const int step = static_cast<int>(edge / kGrid) + (zone == Zone::header ? 1000 : -1000);
    return Key{running_key(line.text), step};
  };
  const auto each = [&](auto&& see) {
    for (std::size_t p = 0; p < layout.pages.size(); ++p)
      for (const PdfBlock& block : layout.pages[p].blocks)
        for (const PdfLine& line : block.lines) see(p, layout.pages[p], line);
  };
  each([&](std::size_t p, const PdfPage& page, const PdfLine& line) {
    if (zone_of(page, line) == Zone::body) return;
    Key key = keys_of(page, line);
    for (int near = -1; near <= 1; ++near) {  // a line at the border of two steps counts in both
      auto& [count, last] = pages[{key.first, key.second + near}];
      if (last == p + 1) continue;
      ++count, last = p + 1;
    }
  });
  const double needed = std::max(2.0, kPagesShare * static_cast<double>(layout.pages.size()));
  std::vector<std::vector<bool>> out(layout.pages.size());
  each([&](std::size_t p, const PdfPage& page, const PdfLine& line) {
    const bool edge = zone_of(page, line) != Zone::body;
    const auto found = edge ? pages.find(keys_of(page, line)) : pages.end();
    const bool repeated = found != pages.end() && static_cast<double>(found->second.first) >= needed;
    out[p].push_back(repeated || (edge && is_page_number(line.text)));
  });
  return out;
}

}  // namespace rashomon::ingest
