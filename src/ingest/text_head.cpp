#include <algorithm>
#include <array>
#include <unordered_set>

#include "ingest/chars.hpp"
#include "ingest/credits.hpp"
#include "ingest/dateline.hpp"
#include "ingest/dates.hpp"
#include "ingest/paragraphs.hpp"
#include "ingest/tables.hpp"
#include "ingest/text_marks.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kHeadBlocks = 12;  // title, masthead and date lines stand within
constexpr std::size_t kTitleWords = 30;
constexpr std::size_t kMastheadWords = 16;
constexpr std::size_t kOutletWords = 5;
constexpr double kDeckOverlap = 0.6;  // share of a deck's words that a body sentence repeats

std::string_view words_at(const Document& d, const Block& b) { return slice(d.text, b.span); }

void mark(Block& block, BlockKind kind, std::string_view reason) {
  block.kind = kind;
  block.reason = reason;
}

bool ends_with_stop(std::string_view s) {
  std::size_t i = s.size();
  char32_t c = previous_char(s, i);
  while ((c == 0x201D || c == 0x2019 || c == '"' || c == '\'' || c == ')') && i > 0) c = previous_char(s, i);
  return c == '.' || c == '!' || c == ':' || c == ';' || c == ',' || c == 0x2026;
}

/// The end in `s` of the words of `title`, if `s` begins with them and then ends or goes on with another word.
std::optional<std::size_t> title_end(std::string_view s, std::string_view title) {
  const auto wanted = words_of(title);
  std::size_t at = 0, end = 0;
  for (const std::string& word : wanted) {
    std::string got;
    while (at < s.size() && got.size() < word.size()) {
      std::size_t next = at;
      const char32_t c = next_char(s, next);
      if (is_letter(c) || is_digit(c)) got += lower(s.substr(at, next - at));
      else if (!got.empty() && c != '\'' && c != 0x2019) break;
      at = next;
    }
    if (got != word) return {};
    end = at;
  }
  if (wanted.size() < 3) return {};
  std::size_t next = end;
  if (end < s.size()) {
    const char32_t c = next_char(s, next);
    if (is_letter(c) || is_digit(c)) return {};
  }
  return end;
}

/// Where a date that heads a report ends: nothing, or words like "Posted on", before it, and a capital behind it.
std::optional<std::size_t> opening_date_end(std::string_view s) {
  constexpr std::array<std::string_view, 14> kLeads = {"",
                                                       "posted",
                                                       "posted on",
                                                       "published",
                                                       "published on",
                                                       "date of publication",
                                                       "last updated at",
                                                       "last updated",
                                                       "updated",
                                                       "updated on",
                                                       "created on",
                                                       "date",
                                                       "first published",
                                                       "published date"};
  const auto dates = find_dates(s.substr(0, std::min<std::size_t>(s.size(), 160)), DayOrder::day_first);
  if (dates.empty() || dates[0].year == 0 || dates[0].day == 0) return {};
  const std::string lead = words_key(s.substr(0, dates[0].span.begin));
  if (std::find(kLeads.begin(), kLeads.end(), lead) == kLeads.end()) return {};
  std::size_t at = dates[0].span.end;
  while (at < s.size() && (is_space(static_cast<unsigned char>(s[at])) || s[at] == '|' || s[at] == '-')) ++at;
  if (at >= s.size()) return dates[0].span.end;
  std::size_t next = at;
  const char32_t c = next_char(s, next);
  const bool begins = is_upper(c) || is_digit(c) || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 ||
                      (lead.empty() ? false : is_letter(c));
  return begins ? std::optional<std::size_t>(dates[0].span.end) : std::nullopt;
}

/// Where one to four words that name agencies end, if a date follows them.
std::optional<std::size_t> opening_agency_end(std::string_view s) {
  std::size_t end = 0;
  for (int words = 1; words <= 4; ++words) {
    end = std::min(s.find(' ', end + 1), s.size());
    if (end == s.size()) return {};
    if (!agency_list(s.substr(0, end)).empty() && opening_date_end(trim(s.substr(end)))) return end;
  }
  return {};
}

/// Where "Posted: Tuesday, January 28, 2014 8:18 PM" begins behind a title, to the end of the block.
std::optional<std::size_t> posted_at(std::string_view s) {
  for (const std::string_view lead :
       {" Posted:", " Published:", " Updated:", " Posted on ", " Last updated:", " Published on "}) {
    const std::size_t at = s.find(lead);
    if (at == std::string_view::npos || at < 12 || s.size() - at > 160) continue;
    const auto dates = find_dates(s.substr(at));
    if (!dates.empty() && dates[0].span.begin < 24) return at;
  }
  return {};
}

}  // namespace

void cut_opening(Document& d, Findings& findings) {
  if (d.blocks.empty() || d.blocks[0].kind != BlockKind::paragraph) return;
  std::vector<Block> cut;
  Span rest = d.blocks[0].span;
  bool titled = d.title.empty();
  const auto take = [&](std::size_t end, BlockKind kind, std::string_view reason) {
    const Span part = trimmed(d.text, {rest.begin, rest.begin + static_cast<std::uint32_t>(end)});
    cut.push_back({part, kind, std::string(reason)});
    rest = trimmed(d.text, {part.end, rest.end});
    while (!rest.empty() && (d.text[rest.begin] == '.' || d.text[rest.begin] == '-' || d.text[rest.begin] == '|'))
      rest = trimmed(d.text, {rest.begin + 1, rest.end});
  };
  for (int n = 0; n < 4 && !rest.empty(); ++n) {
    const std::string_view s = slice(d.text, rest);
    if (const auto title = titled ? std::nullopt : title_end(s, d.title)) {
      take(*title, BlockKind::title, "the given title");
      titled = true;
    } else if (const auto agency = opening_agency_end(s)) {
      for (std::string& name : agency_list(s.substr(0, *agency))) d.agencies.push_back(std::move(name));
      take(*agency, BlockKind::credit, "agency");
    } else if (const auto date = opening_date_end(s)) {
      if (findings.date_line.empty()) findings.date_line = s.substr(0, *date);
      take(*date, BlockKind::furniture, "date line");
    } else if (const auto posted = posted_at(s)) {
      take(*posted, BlockKind::paragraph, {});
    } else {
      break;
    }
  }
  if (cut.empty()) return;
  if (rest.empty()) d.blocks.erase(d.blocks.begin());
  else d.blocks[0].span = rest;
  d.blocks.insert(d.blocks.begin(), cut.begin(), cut.end());
}

namespace {

bool may_be_title(const Document& d, const Block& block) {
  const std::string_view s = words_at(d, block);
  const std::size_t words = count_words(s);
  std::size_t at = 0;
  const char32_t first = next_char(s, at);
  const bool starts = is_upper(first) || is_digit(first) || first == '"' || first == '\'' || first == 0x2018 ||
                      first == 0x201C || !is_letter(first);
  return block.kind == BlockKind::paragraph && words >= 3 && words <= kTitleWords && starts && !ends_with_stop(s) &&
         agency_list(s).empty() && !s.starts_with("By ") && !find_dateline(d.text, block.span);
}

/// A line above the title; sentences there are the report's, printed before its title.
bool may_be_masthead(const Document& d, const Block& block) {
  const std::string_view s = words_at(d, block);
  return block.kind == BlockKind::paragraph && agency_list(s).empty() && !ends_with_stop(s) &&
         count_words(s) <= kMastheadWords;
}

/// Index of the title's block; size() where the text has none.
std::size_t find_title(const Document& d) {
  const std::size_t head = std::min(kHeadBlocks, d.blocks.size());
  const std::string given = words_key(d.title);
  for (std::size_t i = 0; i < head; ++i)
    if (d.blocks[i].kind == BlockKind::title || (!given.empty() && words_key(words_at(d, d.blocks[i])) == given))
      return i;
  std::unordered_set<std::string> later;
  std::size_t repeated = d.blocks.size();
  for (std::size_t i = head; i-- > 0;)
    if (may_be_title(d, d.blocks[i]) && !later.insert(words_key(words_at(d, d.blocks[i]))).second) repeated = i;
  if (repeated < d.blocks.size()) return repeated;
  for (std::size_t i = 0; i + 1 < d.blocks.size() && i < head; ++i) {
    if (!is_read(d.blocks[i].kind)) continue;
    if (!agency_list(words_at(d, d.blocks[i])).empty()) continue;
    return may_be_title(d, d.blocks[i]) ? i : d.blocks.size();
  }
  return d.blocks.size();
}

/// A line of few words, each with a capital: the outlet's name where it stands beside the date.
bool is_name_line(std::string_view s) {
  if (s.empty() || count_words(s) > kOutletWords || ends_with_stop(s)) return false;
  bool start = true;
  for (std::size_t i = 0; i < s.size();) {
    const char32_t c = next_char(s, i);
    if (start && is_lower(c) && s.substr(i, 2) != "f " && s.substr(i, 3) != "he ") return false;
    start = is_space(c);
  }
  return true;
}

/// Share of the words of `deck` that the most similar body block repeats.
double overlap(const Document& d, std::size_t deck) {
  const auto words = words_of(words_at(d, d.blocks[deck]));
  double best = 0;
  for (std::size_t i = deck + 1; i < std::min(d.blocks.size(), deck + 40); ++i) {
    if (d.blocks[i].kind != BlockKind::paragraph) continue;
    const auto body = words_of(words_at(d, d.blocks[i]));
    const std::unordered_set<std::string> set(body.begin(), body.end());
    std::size_t hits = 0;
    for (const std::string& word : words) hits += set.contains(word);
    best = std::max(best, static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(words.size(), 1)));
  }
  return best;
}

/// The first block of the report proper: a dateline, or a sentence of some length.
std::size_t find_body(const Document& d, std::size_t from) {
  for (std::size_t i = from; i < d.blocks.size(); ++i) {
    if (d.blocks[i].kind != BlockKind::paragraph) continue;
    const std::string_view s = words_at(d, d.blocks[i]);
    if (find_dateline(d.text, d.blocks[i].span)) return i;
    if (count_words(s) >= 10 && ends_with_stop(s) && !(i == from && overlap(d, i) > 0.85)) return i;
  }
  return from;
}

void mark_zone(Document& d, Findings& findings, std::size_t begin, std::size_t body) {
  const auto is_date = [&](std::size_t i) { return i < d.blocks.size() && d.blocks[i].reason == "date line"; };
  for (std::size_t i = begin; i < body; ++i) {
    Block& block = d.blocks[i];
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view s = words_at(d, block);
    if (const auto credit = read_byline(s)) {
      mark(block, BlockKind::credit, "byline");
      for (const std::string& name : credit->agencies)
        if (std::find(d.agencies.begin(), d.agencies.end(), name) == d.agencies.end()) d.agencies.push_back(name);
      for (const std::string& name : credit->persons) d.bylines.push_back(name);
      if (findings.outlet.empty()) findings.outlet = credit->outlet;
    } else if (const Outlet* outlet = find_outlet(s)) {
      mark(block, BlockKind::credit, "outlet");
      findings.outlet = outlet->name;
    } else if (const std::string_view name = trim(s.substr(0, std::min(s.find_first_of(",|"), s.size())));
               is_name_line(name) && count_words(s) <= 2 * kOutletWords &&
               (is_date(i + 1) || (i > 0 && is_date(i - 1)))) {
      mark(block, BlockKind::credit, "outlet");  // "Delta Post, English service"
      if (findings.outlet.empty()) findings.outlet = name;
    } else if (count_words(s) >= 6 && (!ends_with_stop(s) || overlap(d, i) >= kDeckOverlap)) {
      mark(block, BlockKind::deck, "between title and report");
    }
  }
}

}  // namespace

void mark_head(Document& d, Findings& findings) {
  const std::size_t title = find_title(d);
  if (title < d.blocks.size()) {
    const std::string key = words_key(words_at(d, d.blocks[title]));
    for (std::size_t i = 0; i < title; ++i)
      if (may_be_masthead(d, d.blocks[i])) mark(d.blocks[i], BlockKind::furniture, "masthead");
    if (d.blocks[title].kind != BlockKind::title) mark(d.blocks[title], BlockKind::title, "first headline");
    for (std::size_t i = title + 1; i < d.blocks.size(); ++i)
      if (is_read(d.blocks[i].kind) && words_key(words_at(d, d.blocks[i])) == key)
        mark(d.blocks[i], BlockKind::furniture, "title repeated");
    if (d.title.empty()) d.title = fold_space(words_at(d, d.blocks[title]));
  }
  const std::size_t begin = title < d.blocks.size() ? title + 1 : 0;
  mark_zone(d, findings, 0, std::min(find_body(d, begin), begin + kHeadBlocks));
}

}  // namespace rashomon::ingest
