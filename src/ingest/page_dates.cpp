#include "ingest/page_dates.hpp"

#include <algorithm>
#include <vector>

#include "ingest/chars.hpp"
#include "ingest/date_candidates.hpp"
#include "ingest/dates.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

// Scores of likeliest_date(); by the development pages of htmldate.
constexpr double kSure = 3;
constexpr double kLikely = -2;

Published on(Date date, std::string_view basis) { return {{date, date}, std::string(basis)}; }

/// A date as machines or people write it; nullopt for what is none or lies outside 1990 to 2100.
std::optional<Date> read_date(std::string_view value, DayOrder order) {
  for (const WrittenDate& written : find_dates(value.substr(0, 200), order))
    if (const auto date = written.year > 0 ? written.date() : std::nullopt) return date;
  return {};
}

std::string meta_key(const Dom& dom, std::uint32_t node) {
  for (const std::string_view name : {"property", "name", "itemprop", "http-equiv", "pubdate"})
    if (const std::string_view value = dom.attribute(node, name); !value.empty()) return lower(trim(value));
  return {};
}

/// True for a time stamp in UTC, whose day may be the next one of the outlet's own clock.
bool is_utc(std::string_view stamp) {
  stamp = trim(stamp);
  return stamp.size() > 10 && (stamp.ends_with('Z') || stamp.ends_with("+00:00") || stamp.ends_with("+0000"));
}

struct Stated {
  Date date;
  bool utc = false;
};

/// The best-placed meta date of a kind.
std::optional<Stated> meta_date(const Dom& dom, const std::vector<std::string_view>& names) {
  std::size_t best = names.size();
  std::optional<Stated> out;
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::meta) continue;
    const std::string key = meta_key(dom, i);
    const auto rank = static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
    if (rank >= best) continue;
    std::string_view value = dom.attribute(i, "content");
    if (value.empty()) value = dom.attribute(i, "datetime");
    // Machines that write slashes put the month first, whatever the language of the page.
    if (const auto date = read_date(value, DayOrder::month_first)) best = rank, out = Stated{*date, is_utc(value)};
  }
  return out;
}

/// The date that scripts carry under a name like "publishDate"; pages built in the browser have it nowhere else.
std::optional<Date> script_date(const Dom& dom) {
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::script) continue;
    for (std::uint32_t k = i + 1; k < dom[i].end; ++k) {
      const std::string_view s = dom[k].text;
      for (const std::string_view key :
           {"datePublished", "publishDate", "publish_date", "publicationDate", "publishedAt", "published_at",
            "PublishingDate", "pubDate", "publishingDate", "firstPublished", "article_date_published"}) {
        const std::size_t at = s.find(key);
        if (at == s.npos) continue;
        const auto dates = find_dates(s.substr(at + key.size(), 40), DayOrder::day_first);
        if (!dates.empty() && dates[0].span.begin <= 12 && dates[0].date()) return dates[0].date();
      }
    }
  }
  return {};
}

/// The years of copyright lines: the latest.
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

}  // namespace

Published published_of_page(const Dom& dom, const PageText& text, const LinkedData& linked,
                            const std::vector<std::string>& titles, std::string_view url, std::string_view language) {
  const DayOrder order = language.empty() || language == "en" ? DayOrder::month_first : DayOrder::day_first;
  const Tables& t = tables();
  const DateRange of_url = date_of_url(url);
  // The URL is made with the outlet's own clock, a stamp in UTC is not.
  const auto local = [&](const Stated& stated) {
    const bool day_before = of_url.start && of_url.start == of_url.end && of_url.start->plus(1) == stated.date;
    return day_before && stated.utc ? *of_url.start : stated.date;
  };
  if (const auto date = read_date(linked.published, order))
    return on(local({*date, is_utc(linked.published)}), "json-ld");
  if (const auto stated = meta_date(dom, t.published_names)) return on(local(*stated), "meta");
  std::vector<std::string> keys;
  for (const std::string& title : titles) keys.push_back(words_key(title));
  const auto shown = likeliest_date(dom, text, keys, of_url, order);
  if (shown && shown->score >= kSure) return on(shown->date, shown->element ? "time" : "text");
  if (of_url.start && of_url.start == of_url.end) return {of_url, "url"};
  if (const auto date = script_date(dom)) return on(*date, "meta");
  if (const auto stated = meta_date(dom, t.modified_names)) return on(stated->date, "meta");
  if (const auto date = read_date(linked.modified, order)) return on(*date, "json-ld");
  if (shown && shown->score >= kLikely) return on(shown->date, shown->element ? "time" : "text");
  if (!of_url.empty()) return {of_url, "url"};
  if (const int year = copyright_year(text)) return {{make_date(year, 1, 1), make_date(year, 12, 31)}, "text"};
  return {};
}

}  // namespace rashomon::ingest
