#include "ingest/page_dates.hpp"

#include <algorithm>
#include <vector>

#include "ingest/chars.hpp"
#include "ingest/dates.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

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

/// The best-placed meta date of a kind.
std::optional<Date> meta_date(const Dom& dom, const std::vector<std::string_view>& names, DayOrder order) {
  std::size_t best = names.size();
  std::optional<Date> out;
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::meta) continue;
    const std::string key = meta_key(dom, i);
    const auto rank = static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
    if (rank >= best) continue;
    const std::string_view value = dom.attribute(i, "content");
    if (const auto date = read_date(value.empty() ? dom.attribute(i, "datetime") : value, order)) best = rank, out = date;
  }
  return out;
}

std::optional<Date> time_date(const Dom& dom, DayOrder order) {
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].element != Element::time) continue;
    auto date = read_date(dom.attribute(i, "datetime"), order);
    if (!date) date = read_date(dom.text_of(i), order);
    if (date) return date;
  }
  return {};
}

}  // namespace

Published published_of_page(const Dom& dom, const PageText&, const LinkedData& linked, std::string_view url, std::string_view language) {
  const DayOrder order = language.empty() || language == "en" ? DayOrder::month_first : DayOrder::day_first;
  const Tables& t = tables();
  if (const auto date = read_date(linked.published, order)) return on(*date, "json-ld");
  if (const auto date = meta_date(dom, t.published_names, order)) return on(*date, "meta");
  if (const auto date = time_date(dom, order)) return on(*date, "time");
  const DateRange of_url = date_of_url(url);
  if (of_url.start && of_url.start == of_url.end) return {of_url, "url"};
  if (const auto date = meta_date(dom, t.modified_names, order)) return on(*date, "meta");
  if (const auto date = read_date(linked.modified, order)) return on(*date, "json-ld");
  return {of_url, of_url.empty() ? "" : "url"};
}

}  // namespace rashomon::ingest
