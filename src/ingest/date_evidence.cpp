#include "ingest/date_evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_set>

#include "ingest/chars.hpp"
#include "ingest/date_stated.hpp"
#include "ingest/page_hints.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kTail = 160;  // bytes at the end of a block in which a date may close it
constexpr int kLevels = 6;          // ancestors whose names count
constexpr float kFar = 40;          // blocks from the headline that are no longer told apart
constexpr float kNever = -20;       // score of what is not shown

enum Column : std::size_t {
  ld_published,
  ld_modified,
  meta_published,
  meta_modified,
  script,
  picture,
  url_day,
  url_month,
  url_other,
  elements,
  element_score,
  element_published,
  element_updated,
  shown,
  text_score,
  distance,
  others,
  part,
  bad,
  apart,
  comment,
  item,
  with_time,
  published_word,
  modified_word,
  event_word,
  hidden,
  opens,
  label_published,
  label_modified,
  behind_published,
  utc,
  gap,
  after_stated,
  next_to_utc,
  agreeing,
  latest,
  earliest,
  days,
  has_ld,
  has_meta,
  stated_shown,
  behind_best,
  copyright,
  columns
};

const std::array<const char*, columns> kNames = {"ld_published",
                                                 "ld_modified",
                                                 "meta_published",
                                                 "meta_modified",
                                                 "script",
                                                 "picture",
                                                 "url_day",
                                                 "url_month",
                                                 "url_other",
                                                 "elements",
                                                 "element_score",
                                                 "element_published",
                                                 "element_updated",
                                                 "shown",
                                                 "text_score",
                                                 "distance",
                                                 "others",
                                                 "part",
                                                 "bad",
                                                 "apart",
                                                 "comment",
                                                 "item",
                                                 "with_time",
                                                 "published_word",
                                                 "modified_word",
                                                 "event_word",
                                                 "hidden",
                                                 "opens",
                                                 "label_published",
                                                 "label_modified",
                                                 "behind_published",
                                                 "utc",
                                                 "gap",
                                                 "after_stated",
                                                 "next_to_utc",
                                                 "agreeing",
                                                 "latest",
                                                 "earliest",
                                                 "days",
                                                 "has_ld",
                                                 "has_meta",
                                                 "stated_shown",
                                                 "behind_best",
                                                 "copyright"};

/// Where in the tree a date stands.
struct Spot {
  bool part = false, bad = false, apart = false, comment = false, item = false;
  [[nodiscard]] float score() const { return static_cast<float>(4 * part - 4 * bad - 8 * comment - item); }
};

class Gatherer {
 public:
  Gatherer(const Dom& dom, const PageText& text, const PageStates& page)
      : dom_(dom),
        text_(text),
        page_(page),
        url_(date_of_url(page.url)),
        order_(page.language.empty() || page.language == "en" ? DayOrder::month_first : DayOrder::day_first),
        hints_(hints_of(dom)),
        copyright_(copyright_year(text)) {
    find_headline();
  }

  std::vector<DateEvidence> run() {
    see_stated();
    for (std::size_t b = 0; b < text_.blocks.size(); ++b) see_block(b);
    see_elements();
    see_url();
    compare();
    std::vector<DateEvidence> out;
    for (const auto& [date, x] : found_) out.push_back(evidence(date, x));
    return out;
  }

 private:
  using Row = std::array<float, columns>;

  static DateEvidence evidence(Date date, const Row& x) {
    DateEvidence out;
    out.date = date;
    out.basis = basis_of(x);
    if (x[ld_modified] + x[meta_modified] > 0) out.modified = x[ld_modified] > 0 ? "json-ld" : "meta";
    out.stated = x[ld_published] + x[meta_published] > 0;
    out.aside = !out.stated && x[apart] + x[comment] > 0;
    out.in_utc = x[utc] > 0;
    out.x.assign(x.begin(), x.end());
    return out;
  }

  Row& row(Date date) {
    const auto [at, added] = found_.try_emplace(date);
    if (added) {
      at->second.fill(0);
      at->second[element_score] = at->second[text_score] = kNever;
      at->second[distance] = at->second[others] = kFar;
    }
    return at->second;
  }

  static std::string basis_of(const Row& x) {
    if (x[ld_published] > 0) return "json-ld";
    if (x[meta_published] > 0) return "meta";
    if (x[element_score] > x[text_score]) return "time";
    if (x[text_score] > kNever) return "text";
    if (x[url_day] > 0) return "url";
    if (x[ld_modified] > 0) return "json-ld";
    return x[script] + x[meta_modified] + x[picture] > 0 ? "meta" : "url";
  }

  void find_headline() {
    std::unordered_set<std::string> keys;
    for (const std::string& title : page_.titles) keys.insert(words_key(title));
    int rank = 0;
    for (std::size_t b = 0; b < text_.blocks.size(); ++b) {
      const Element e = dom_[text_.blocks[b].node].element;
      const bool named = text_.blocks[b].span.size() < 400 && keys.contains(text_.keys[b]);
      const int here = (named ? 4 : 0) + (e == Element::h1 ? 3 : e == Element::h2 ? 1 : 0);
      if (here > rank) rank = here, headline_ = static_cast<float>(b);
    }
  }

  void state(const StatedDate& stated, Column column, float value) {
    Row& x = row(stated.date);
    x[column] = std::max(x[column], value);
    x[utc] = std::max(x[utc], stated.utc ? 1.0F : 0.0F);
    if ((column == ld_published || column == meta_published) && value > stated_value_)
      stated_value_ = value, stated_ = stated.date, stated_utc_ = stated.utc;
  }

  void see_stated() {
    const Tables& t = tables();
    if (const auto date = stated_date(page_.linked.published, order_)) state(*date, ld_published, 2), has_ld_ = true;
    if (const auto date = stated_date(page_.linked.modified, order_)) state(*date, ld_modified, 1);
    for (const StatedDate& date : meta_dates(dom_, t.published_names)) {
      state(date, meta_published, 1 - static_cast<float>(date.rank) / static_cast<float>(2 * t.published_names.size()));
      has_meta_ = true;
    }
    for (const StatedDate& date : meta_dates(dom_, t.modified_names)) state(date, meta_modified, 1);
    if (!has_ld_ && !has_meta_)
      if (const auto date = script_date(dom_)) row(*date)[script] = 1;
    if (const auto date = picture_date(dom_)) row(*date)[picture] = 1;
  }

  [[nodiscard]] Spot spot_of(std::uint32_t node) const {
    Spot spot;
    int level = 0;
    for (std::uint32_t at = node; at != 0 && level < kLevels * 3; at = dom_[at].parent, ++level) {
      const Element e = dom_[at].element;
      if (level < kLevels && (hints_[at] & part_)) spot.part = true;
      if (level < kLevels * 2 &&
          (e == Element::aside || e == Element::footer || e == Element::nav || e == Element::form))
        spot.bad = spot.apart = true;
      if (level < kLevels * 2 && (hints_[at] & bad_)) spot.bad = true;
      if (hints_[at] & comment_) spot.comment = true;
      if (e == Element::li && level < 3) spot.item = true;
    }
    return spot;
  }

  /// Nearer to the headline is better; behind it better than before it.
  [[nodiscard]] float distance_score(float block) const {
    const float away = block - headline_;
    if (headline_ < 0) return std::max(0.0F, 2 - block / 30);
    if (away >= 0) return std::max(-2.0F, 5 - away / 3);
    return std::max(-2.0F, 3.5F + away / 3);
  }

  [[nodiscard]] float away(float block) const {
    return headline_ < 0 ? std::min(block, kFar) : std::clamp(block - headline_, -kFar, kFar);
  }

  struct Words {
    bool published = false, modified = false, event = false;
    [[nodiscard]] float score() const { return modified ? -2.5F : event ? -3.0F : published ? 3.0F : 0.0F; }
  };
  static Words words_before(std::string_view around) {
    const Tables& t = tables();
    Words out;
    each_word(words_key(around), [&](std::string_view word) {
      const std::uint32_t bits = t.date_words.of(word);
      out.published |= (bits & kPublishedWord) != 0, out.modified |= (bits & kModifiedWord) != 0,
          out.event |= (bits & kEventWord) != 0;
    });
    return out;
  }

  void see_block(std::size_t b) {
    const std::string_view s = slice(text_.text, text_.blocks[b].span), head = s.substr(0, kBlockHead);
    if (!text_.dates[b].empty()) {
      if (order_ == DayOrder::month_first) see_dates(b, head, text_.dates[b], true);
      else see_dates(b, head, find_dates(head, order_), true);
    }
    if (s.size() <= kBlockHead) return;
    const std::string_view tail = s.substr(s.size() - kTail);
    see_dates(b, tail, find_dates(tail, order_), false);
  }

  void see_dates(std::size_t b, std::string_view piece, std::span<const WrittenDate> dates, bool first) {
    for (const WrittenDate& written : dates) {
      const auto date = written.year > 0 && written.day > 0 ? written.date() : std::nullopt;
      if (!date) continue;
      const std::size_t all = text_.words[b], rest = all - std::min(all, count_words(slice(piece, written.span)));
      const std::size_t from = written.span.begin > 40 ? written.span.begin - 40 : 0;
      const Words words = words_before(piece.substr(from, written.span.begin - from));
      const Words label = b > 0 && rest <= 3 ? label_of(b - 1) : Words{};
      const Words behind = words_before(piece.substr(written.span.end, 60));
      const Spot spot = spot_of(text_.blocks[b].node);
      const bool heads = first && written.span.begin == 0;
      float score = spot.score() + distance_score(static_cast<float>(b)) + words.score() + label.score();
      score += rest <= 3 ? 2.0F : rest <= 12 ? 1.0F : rest <= 30 ? -1.0F : heads ? -1.0F : -4.0F;
      score += static_cast<float>(written.with_time) - static_cast<float>(text_.blocks[b].hidden) + url_score(*date);
      Row& x = row(*date);
      x[shown] += 1;
      if (score <= x[text_score]) continue;
      x[text_score] = score, x[distance] = away(static_cast<float>(b));
      x[others] = std::min(static_cast<float>(rest), kFar);
      place(x, spot);
      x[with_time] = written.with_time, x[published_word] = words.published, x[modified_word] = words.modified;
      x[event_word] = words.event, x[hidden] = text_.blocks[b].hidden, x[opens] = heads;
      x[label_published] = label.published, x[label_modified] = label.modified, x[behind_published] = behind.published;
    }
  }

  /// Words of the block before a date that stands alone, where it is as short as a label.
  [[nodiscard]] Words label_of(std::size_t b) const {
    const std::string_view s = slice(text_.text, text_.blocks[b].span);
    return s.size() <= 40 ? words_before(s) : Words{};
  }

  static void place(Row& x, const Spot& spot) {
    x[part] = spot.part, x[bad] = spot.bad, x[apart] = spot.apart, x[comment] = spot.comment, x[item] = spot.item;
  }

  [[nodiscard]] float url_score(Date date) const {
    if (!url_.start) return 0;
    if (date < *url_.start || date > *url_.end) return url_.start == url_.end ? -3.0F : -2.0F;
    return 3;
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
      if (e != Element::time && !stated && !(e == Element::abbr && (hints_[i] & part_))) continue;
      see_element(i, static_cast<float>(b), stated);
    }
  }

  void see_element(std::uint32_t i, float block, bool stated) {
    std::string_view value;
    for (const std::string_view name : {"datetime", "content", "title"})
      if (value.empty()) value = dom_.attribute(i, name);
    const auto dates = find_dates(value.substr(0, 120), order_);
    if (dates.empty() || !dates[0].date()) return;
    const std::string_view names = dom_.attribute(i, "class");
    const bool updated = names.find("updated") != names.npos,
               published = names.find("published") != names.npos || !dom_.attribute(i, "pubdate").empty();
    const Spot spot = spot_of(i);
    const float score = spot.score() + distance_score(block) + 2 + (stated ? 6.0F : 0.0F) +
                        (updated && !published ? -1.5F : 0.0F) + (published ? 2.0F : 0.0F) +
                        url_score(*dates[0].date());
    Row& x = row(*dates[0].date());
    x[elements] += 1;
    if (score <= x[element_score]) return;
    x[element_score] = score;
    x[element_published] = stated ? 2.0F : published ? 1.0F : 0.0F;
    x[element_updated] = updated;
    if (x[shown] == 0) x[distance] = away(block), place(x, spot);
  }

  void see_url() {
    if (url_.start && url_.start == url_.end) row(*url_.start)[url_day] = 1;
    for (auto& [date, x] : found_) {
      if (!url_.start) continue;
      const bool within = date >= *url_.start && date <= *url_.end;
      x[url_month] = within && url_.start != url_.end, x[url_other] = !within;
    }
  }

  /// What a date is among the others.
  void compare() {
    float best = kNever;
    for (const auto& [date, x] : found_) best = std::max({best, x[text_score], x[element_score]});
    const bool seen = stated_ && std::max(row(*stated_)[text_score], row(*stated_)[element_score]) > 0;
    for (auto& [date, x] : found_) {
      x[days] = static_cast<float>(std::min<std::size_t>(found_.size(), 20));
      x[latest] = date == found_.rbegin()->first, x[earliest] = date == found_.begin()->first;
      x[has_ld] = has_ld_, x[has_meta] = has_meta_, x[stated_shown] = seen;
      x[behind_best] = best - std::max(x[text_score], x[element_score]);
      x[copyright] = copyright_ == 0             ? 0.0F
                     : date.year() == copyright_ ? 1.0F
                     : date.year() > copyright_  ? -1.0F
                                                 : -0.5F;
      x[agreeing] = static_cast<float>((x[ld_published] > 0) + (x[meta_published] > 0) + (x[url_day] > 0) +
                                       (x[text_score] > 0) + (x[element_score] > 0));
      if (!stated_) continue;
      const int between = date.days - stated_->days;
      x[gap] = static_cast<float>(std::min(std::abs(between), 400)),
      x[after_stated] = static_cast<float>((between > 0) - (between < 0));
      x[next_to_utc] = stated_utc_ && std::abs(between) == 1;
    }
  }

  const Dom& dom_;
  const PageText& text_;
  const PageStates& page_;
  DateRange url_;
  DayOrder order_;
  const std::vector<std::uint32_t>& hints_;
  const std::uint32_t part_ = hint_bit("meta"), comment_ = hint_bit("comment"),
                      bad_ = hint_bit("side") | hint_bit("foot") | hint_bit("related") | hint_bit("nav") |
                             hint_bit("ad") | hint_bit("form");
  int copyright_;
  float headline_ = -1;
  bool has_ld_ = false, has_meta_ = false, stated_utc_ = false;
  std::optional<Date> stated_;
  float stated_value_ = 0;
  std::map<Date, Row> found_;
};

}  // namespace

const std::vector<std::string>& date_feature_names() {
  static const std::vector<std::string> kAll(kNames.begin(), kNames.end());
  return kAll;
}

std::vector<DateEvidence> date_evidence(const Dom& dom, const PageText& text, const PageStates& page) {
  return Gatherer(dom, text, page).run();
}

}  // namespace rashomon::ingest
