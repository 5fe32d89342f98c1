#include "ingest/date_stated.hpp"

#include <algorithm>
#include <string>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

std::string meta_key(const Dom& dom, std::uint32_t node) {
  for (const std::string_view name : {"property", "name", "itemprop", "http-equiv", "pubdate"})
    if (const std::string_view value = dom.attribute(node, name); !value.empty()) return lower(trim(value));
  return {};
}

bool is_utc(std::string_view stamp) {
  stamp = trim(stamp);
  return stamp.size() > 10 && (stamp.ends_with('Z') || stamp.ends_with("+00:00") || stamp.ends_with("+0000"));
}

constexpr std::size_t kKeys = 12;
constexpr std::string_view kScriptKeys[kKeys] = {
    "datePublished", "publishDate",    "publish_date", "publicationDate", "publishedAt",    "published_at",
    "publishedDate", "PublishingDate", "pubDate",      "publishingDate",  "firstPublished", "article_date_published"};

}  // namespace

std::optional<StatedDate> stated_date(std::string_view value, DayOrder order) {
  for (const WrittenDate& written : find_dates(value.substr(0, 200), order))
    if (const auto date = written.year > 0 ? written.date() : std::nullopt) return StatedDate{*date, is_utc(value), 0};
  return {};
}

std::vector<StatedDate> meta_dates(const Dom& dom, const std::vector<std::string_view>& names) {
  std::vector<StatedDate> out;
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::meta) continue;
    const std::string key = meta_key(dom, i);
    const auto rank = static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
    if (rank == names.size()) continue;
    std::string_view value = dom.attribute(i, "content");
    if (value.empty()) value = dom.attribute(i, "datetime");
    // Machines that write slashes put the month first, whatever the language of the page.
    if (auto date = stated_date(value, DayOrder::month_first)) date->rank = rank, out.push_back(*date);
  }
  return out;
}

std::optional<Date> script_date(const Dom& dom) {
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::script) continue;
    for (std::uint32_t k = i + 1; k < dom[i].end; ++k) {
      const std::string_view s = dom[k].text;
      for (const std::string_view key : kScriptKeys) {
        const std::size_t at = s.find(key);
        if (at == s.npos) continue;
        const auto dates = find_dates(s.substr(at + key.size(), 40), DayOrder::day_first);
        if (!dates.empty() && dates[0].span.begin <= 12 && dates[0].date()) return dates[0].date();
      }
    }
  }
  return {};
}

std::optional<Date> picture_date(const Dom& dom) {
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::meta || meta_key(dom, i) != "og:image") continue;
    const DateRange range = date_of_url(dom.attribute(i, "content"));
    if (range.start && range.start == range.end) return range.start;
  }
  return {};
}

int copyright_year(const PageText& text) {
  int year = 0;
  for (const PageBlock& block : text.blocks) {
    const std::string_view s = slice(text.text, block.span);
    const std::size_t at = s.find("\xC2\xA9");
    if (at == s.npos) continue;
    for (std::size_t i = at; i + 4 <= std::min(s.size(), at + 60); ++i) {
      int value = 0, digits = 0;
      for (; i < s.size() && is_digit(static_cast<unsigned char>(s[i])); ++i, ++digits)
        value = digits < 4 ? value * 10 + (s[i] - '0') : value;
      if (digits == 4 && value >= 1995 && value <= 2040) year = std::max(year, value);
    }
  }
  return year;
}

}  // namespace rashomon::ingest
