#include "ingest/explained.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/chars.hpp"
#include "ingest/page_dates.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kMostDays = 8;

std::string days_of(const DateRange& range) {
  if (!range.start) return range.end ? "until " + range.end->iso() : std::string();
  return range.end && range.end != range.start ? range.start->iso() + " to " + range.end->iso() : range.start->iso();
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

class Explainer {
 public:
  Explainer(Document& d, const Given& given, const Findings& findings) : d_(d), given_(given), findings_(findings) {}

  void run(const PageFacts* facts) {
    titles(facts);
    outlet();
    add("section", d_.section, "the page's own");
    add("bylines", joined(d_.bylines), given_.bylines.empty() ? "byline or author of the page" : "given");
    add("agencies", joined(d_.agencies), "dateline, byline, credit line or outlet");
    if (d_.dateline) add("dateline", d_.dateline->place, "opens a paragraph");
    days(facts);
    add("modified", days_of(d_.modified.range), d_.modified.basis);
    add("url", d_.url, given_.url.empty() ? "link rel=canonical, og:url or JSON-LD" : "given");
    add("language", d_.language, "the words, else what the page declares");
  }

 private:
  void add(std::string fact, std::string value, std::string basis, std::optional<double> weight = {},
           bool chosen = true) {
    if (!value.empty()) d_.candidates.push_back({std::move(fact), std::move(value), std::move(basis), weight, chosen});
  }

  void titles(const PageFacts* facts) {
    const std::vector<std::string> none;
    const auto& stated = facts ? facts->titles : none;
    const bool named = std::find(stated.begin(), stated.end(), d_.title) != stated.end();
    if (!named) add("title", d_.title, given_.title.empty() ? "heads the text" : "given");
    for (std::size_t i = 0; i < stated.size(); ++i)
      add("title", stated[i], std::string(facts->title_bases[i]), {}, stated[i] == d_.title);
  }

  void outlet() {
    std::string basis = "named in the text";
    if (!given_.outlet.empty()) basis = "given";
    else if (const Outlet* known = find_outlet_of_url(d_.url); known && known->name == d_.outlet)
      basis = "known domain " + std::string(known->domain);
    else if (!findings_.outlet.empty()) basis = "the page's or the text's own name for itself";
    add("outlet", d_.outlet, basis);
    if (!d_.outlet.empty() && d_.outlet != findings_.outlet)
      add("outlet", findings_.outlet, "the page's or the text's own name for itself", {}, false);
    add("outlet_country", d_.outlet_country, "table of outlets");
    add("outlet_kind", d_.outlet_kind, "table of outlets");
  }

  void days(const PageFacts* facts) {
    const std::string chosen = days_of(d_.published.range);
    const auto& found = facts ? facts->days : none_;
    const std::vector<double> scores = date_scores(found);
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return found[i].date.iso() == chosen; });
    const bool among =
        std::any_of(found.begin(), found.end(), [&](const auto& day) { return day.date.iso() == chosen; });
    if (!among) add("published", chosen, d_.published.basis);
    for (std::size_t n = 0; n < std::min(order.size(), kMostDays); ++n) {
      const DateEvidence& day = found[order[n]];
      add("published", day.date.iso(), day.basis, std::round(scores[order[n]] * 100) / 100, day.date.iso() == chosen);
    }
  }

  Document& d_;
  const Given& given_;
  const Findings& findings_;
  const std::vector<DateEvidence> none_;
};

}  // namespace

void explain(Document& document, const Given& given, const Findings& findings, const PageFacts* facts) {
  Explainer(document, given, findings).run(facts);
}

}  // namespace rashomon::ingest
