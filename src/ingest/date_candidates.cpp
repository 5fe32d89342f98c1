#include "ingest/date_candidates.hpp"

#include <algorithm>
#include <unordered_set>

#include "ingest/chars.hpp"
#include "ingest/page_hints.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kEdge = 160;  // bytes at each end of a block in which a date may head or close it
constexpr int kLevels = 6;          // ancestors whose names count

/// Parts in which a date is the page's, and parts in which it is another's.
struct Parts {
  std::uint32_t meta, bad, comment;
};

class Judge {
 public:
  Judge(const Dom& dom, const PageText& text, const std::vector<std::string>& titles, const DateRange& url,
        DayOrder order)
      : dom_(dom), text_(text), url_(url), order_(order), hints_(hints_of(dom)) {
    const auto bit = [](std::string_view part) { return 1u << hint_part(part); };
    parts_ = {bit("meta"), bit("side") | bit("foot") | bit("related") | bit("nav") | bit("ad") | bit("form"),
              bit("comment")};
    find_headline(titles);
  }

  std::optional<DateCandidate> best() {
    for (std::size_t b = 0; b < text_.blocks.size(); ++b) see_block(b);
    see_elements();
    return best_;
  }

 private:
  void find_headline(const std::vector<std::string>& titles) {
    const std::unordered_set<std::string> keys(titles.begin(), titles.end());
    int rank = 0;
    for (std::size_t b = 0; b < text_.blocks.size(); ++b) {
      const Element e = dom_[text_.blocks[b].node].element;
      const bool named = text_.blocks[b].span.size() < 400 && keys.contains(text_.keys[b]);
      const int here = (named ? 4 : 0) + (e == Element::h1 ? 3 : e == Element::h2 ? 1 : 0);
      if (here > rank) rank = here, headline_ = static_cast<double>(b);
    }
  }

  /// What the place of a node in the tree says of a date in it.
  double place_score(std::uint32_t node) const {
    double score = 0;
    int level = 0;
    bool meta = false, bad = false;
    for (std::uint32_t at = node; at != 0 && level < kLevels * 3; at = dom_[at].parent, ++level) {
      const Element e = dom_[at].element;
      if (level < kLevels && (hints_[at] & parts_.meta) && !meta) meta = true, score += 4;
      if (level < kLevels * 2 &&
          ((hints_[at] & parts_.bad) || e == Element::aside || e == Element::footer || e == Element::nav ||
           e == Element::form) &&
          !bad)
        bad = true, score -= 4;
      if (hints_[at] & parts_.comment) return score - 8;
      if (e == Element::li && level < 3) score -= 1;
    }
    return score;
  }

  /// Nearer to the headline is better; behind it better than before it.
  double distance_score(double block) const {
    const double away = block - headline_;
    if (headline_ < 0) return std::max(0.0, 2 - block / 30);
    if (away >= 0) return std::max(-2.0, 5 - away / 3);
    return std::max(-2.0, 3.5 + away / 3);
  }

  double words_score(std::string_view around) const {
    const Tables& t = tables();
    double score = 0;
    for (const std::string& word : words_of(around)) {
      if (t.published_words.contains(word)) score = std::max(score, 3.0);
      if (t.modified_words.contains(word)) return -2.5;
      if (t.event_words.contains(word)) return -3;
    }
    return score;
  }

  void offer(Date date, double score, bool element) {
    if (url_.start && (date < *url_.start || date > *url_.end)) score -= url_.start == url_.end ? 3 : 2;
    else if (url_.start) score += 3;
    if (!best_ || score > best_->score) best_ = DateCandidate{date, score, element};
  }

  void see_block(std::size_t b) {
    const PageBlock& block = text_.blocks[b];
    const std::string_view s = slice(text_.text, block.span);
    const auto see = [&](std::string_view part, bool first) {
      for (const WrittenDate& written : find_dates(part, order_)) {
        const auto date = written.year > 0 && written.day > 0 ? written.date() : std::nullopt;
        if (!date) continue;
        const std::size_t others = count_words(s) - std::min(count_words(s), count_words(slice(part, written.span)));
        double score = place_score(block.node) + distance_score(static_cast<double>(b));
        score += others <= 3 ? 2 : others <= 12 ? 1 : others <= 30 ? -1 : -4;
        const std::size_t from = written.span.begin > 40 ? written.span.begin - 40 : 0;
        score += words_score(part.substr(from, written.span.begin - from));
        if (others > 30 && first && written.span.begin == 0) score += 3;
        if (written.with_time) score += 1;
        if (block.hidden) score -= 1;
        offer(*date, score, false);
      }
    };
    see(s.substr(0, std::min(s.size(), 2 * kEdge)), true);
    if (s.size() > 2 * kEdge) see(s.substr(s.size() - kEdge), false);
  }

  /// Dates in attributes: <time datetime>, <abbr title>, itemprop="datePublished" content.
  void see_elements() {
    std::size_t b = 0;
    for (std::uint32_t i = 0; i < dom_.nodes().size(); ++i) {
      while (b + 1 < text_.blocks.size() && text_.blocks[b + 1].node <= i) ++b;
      if (dom_[i].attributes == 0) continue;
      const Element e = dom_[i].element;
      const std::string_view itemprop = dom_.attribute(i, "itemprop");
      const bool stated =
          itemprop.find("datePublished") != itemprop.npos || itemprop.find("dateCreated") != itemprop.npos;
      if (e != Element::time && !stated && !(e == Element::abbr && (hints_[i] & parts_.meta))) continue;
      std::string_view value = dom_.attribute(i, "datetime");
      if (value.empty()) value = dom_.attribute(i, "content");
      if (value.empty()) value = dom_.attribute(i, "title");
      const auto dates = find_dates(value.substr(0, 120), order_);
      if (dates.empty() || !dates[0].date()) continue;
      const std::string_view names = dom_.attribute(i, "class");
      double score = place_score(i) + distance_score(static_cast<double>(b)) + 2 + (stated ? 6 : 0);
      if (names.find("updated") != names.npos && names.find("published") == names.npos) score -= 1.5;
      if (names.find("published") != names.npos || dom_.attribute(i, "pubdate").size() > 0) score += 2;
      offer(*dates[0].date(), score, true);
    }
  }

  const Dom& dom_;
  const PageText& text_;
  DateRange url_;
  DayOrder order_;
  const std::vector<std::uint32_t>& hints_;
  Parts parts_{};
  double headline_ = -1;
  std::optional<DateCandidate> best_;
};

}  // namespace

std::optional<DateCandidate> likeliest_date(const Dom& dom, const PageText& text,
                                            const std::vector<std::string>& titles, const DateRange& url_dates,
                                            DayOrder order) {
  return Judge(dom, text, titles, url_dates, order).best();
}

}  // namespace rashomon::ingest
