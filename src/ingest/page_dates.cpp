#include "ingest/page_dates.hpp"

#include <algorithm>
#include <cstdlib>

#include "ingest/date_stated.hpp"
#include "ingest/dates.hpp"
#include "ingest/forest.hpp"

namespace rashomon::ingest {

std::vector<double> date_scores(const std::vector<DateEvidence>& days) {
  static const Forest kModel("ingest/date_model.tsv", date_feature_names());
  std::vector<std::vector<float>> rows;
  rows.reserve(days.size());
  for (const DateEvidence& day : days) rows.push_back(day.x);
  return kModel.scores(rows);
}

namespace {

// Right answers among those whose day had at least these log-odds, by cross-validation: docs/models/dates.md.
constexpr double kSure = 2.94, kFairlySure = 0.85;
constexpr double confidence_of(double score) { return score >= kSure ? 0.98 : score >= kFairlySure ? 0.92 : 0.6; }

/// The likeliest day. One that is shown aside does not win over one that the page states.
std::optional<std::size_t> likeliest(const std::vector<DateEvidence>& days, const std::vector<double>& scores) {
  const bool states = std::any_of(days.begin(), days.end(), [](const DateEvidence& day) { return day.stated; });
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < days.size(); ++i)
    if (!(states && days[i].aside) && (!best || scores[i] > scores[*best])) best = i;
  return best;
}

/// The URL is made with the outlet's own clock, a time stamp in UTC is not: where its day is next to the URL's, the
/// URL's is the outlet's.
const DateEvidence& by_own_clock(const std::vector<DateEvidence>& days, const DateEvidence& chosen,
                                 const DateRange& of_url) {
  if (!of_url.start || of_url.start != of_url.end || !chosen.in_utc) return chosen;
  if (std::abs(of_url.start->days - chosen.date.days) != 1) return chosen;
  for (const DateEvidence& day : days)
    if (day.date == *of_url.start) return day;
  return chosen;
}

}  // namespace

Published published_of_page(const std::vector<DateEvidence>& days, const PageText& text, std::string_view url) {
  const DateRange of_url = date_of_url(url);
  const std::vector<double> scores = date_scores(days);
  if (const auto best = likeliest(days, scores); best && scores[*best] >= kLeastLikely) {
    const DateEvidence& day = by_own_clock(days, days[*best], of_url);
    return {{day.date, day.date}, day.basis, confidence_of(scores[*best])};
  }
  if (!of_url.empty()) return {of_url, "url"};
  if (const int year = copyright_year(text)) return {{make_date(year, 1, 1), make_date(year, 12, 31)}, "text"};
  return {};
}

Published modified_of_page(const std::vector<DateEvidence>& days) {
  for (std::size_t i = days.size(); i-- > 0;)
    if (!days[i].modified.empty()) return {{days[i].date, days[i].date}, days[i].modified};
  return {};
}

}  // namespace rashomon::ingest
