#include "reconcile/stories.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "core/hash.hpp"

namespace rashomon::reconcile {
namespace {

constexpr double kMeanShare = 0.8;  // of the threshold, for the mean over two groups
constexpr int kWindowDays = 7;

using Pair = std::pair<std::size_t, std::size_t>;

// Pairs of reports that share an event which is no campaign and is not said only.
std::set<Pair> shared_events(const Corpus& corpus, const std::vector<EventWithItems>& events) {
  std::set<Pair> pairs;
  for (const EventWithItems& e : events) {
    if (!is_material(e.family) || e.family == Family::campaign) continue;
    std::set<std::size_t> reports;
    for (std::size_t i : e.items) reports.insert(corpus.items[i].report);
    if (reports.size() > 200) continue;
    for (auto a = reports.begin(); a != reports.end(); ++a)
      for (auto b = std::next(a); b != reports.end(); ++b) pairs.emplace(*a, *b);
  }
  return pairs;
}

bool within_window(const Corpus& corpus, std::size_t a, std::size_t b) {
  const auto x = published_day(corpus.reports[a]->document), y = published_day(corpus.reports[b]->document);
  return !x || !y || (x->days - y->days <= kWindowDays && y->days - x->days <= kWindowDays);
}

class Groups {
 public:
  explicit Groups(std::size_t reports) : home_(reports) {
    std::iota(home_.begin(), home_.end(), 0);
    for (std::size_t r = 0; r < reports; ++r) members_.push_back({r});
  }
  void join(const Pair& p, const std::map<Pair, double>& scores, double least) {
    const std::size_t a = home_[p.first], b = home_[p.second];
    if (a == b) return;
    double sum = 0;
    for (std::size_t x : members_[a])
      for (std::size_t y : members_[b]) {
        const auto it = scores.find({std::min(x, y), std::max(x, y)});
        if (it != scores.end()) sum += it->second;
      }
    if (sum < least * static_cast<double>(members_[a].size() * members_[b].size())) return;
    for (std::size_t y : members_[b]) home_[y] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& members() const { return members_; }

 private:
  std::vector<std::size_t> home_;
  std::vector<std::vector<std::size_t>> members_;
};

// The events that each report tells of, with how many of its claims do.
using ReportEvents = std::vector<std::map<std::size_t, std::size_t>>;
ReportEvents events_by_report(const Corpus& corpus, const std::vector<EventWithItems>& events) {
  ReportEvents out(corpus.reports.size());
  for (std::size_t e = 0; e < events.size(); ++e)
    for (std::size_t i : events[e].items) ++out[corpus.items[i].report][e];
  return out;
}

Story story_of(const Corpus& corpus, const std::vector<std::size_t>& reports, const std::vector<EventWithItems>& events,
               const ReportEvents& by_report) {
  Story s;
  const std::set<std::size_t> mine(reports.begin(), reports.end());
  std::map<std::size_t, std::size_t> claims;
  for (std::size_t r : mine)
    for (const auto& [event, n] : by_report[r]) claims[event] += n;
  for (std::size_t r : mine) s.documents.push_back(corpus.reports[r]->document.id);
  s.id = {content_id("s", {s.documents.front().value})};
  std::size_t most = 0;
  for (const auto& [event, here] : claims) {
    const EventWithItems& e = events[event];
    s.events.push_back(e.event.id);
    if (here > most && is_material(e.family)) most = here, s.title = e.event.label;
  }
  std::sort(s.events.begin(), s.events.end());
  for (std::size_t r : mine)
    if (const auto day = published_day(corpus.reports[r]->document)) {
      s.range.start = s.range.start ? std::min(*s.range.start, *day) : *day;
      s.range.end = s.range.end ? std::max(*s.range.end, *day) : *day;
    }
  if (s.title.empty()) s.title = corpus.reports[*mine.begin()]->document.title;
  return s;
}

}  // namespace

std::vector<Story> find_stories(const Corpus& corpus, const LikenessTable& likeness,
                                const std::vector<EventWithItems>& events) {
  static const double threshold = weight("story"), for_event = weight("story_event"), far = weight("story_far");
  const std::set<Pair> shared = shared_events(corpus, events);
  std::map<Pair, double> scores;
  for (const Likeness& l : likeness.pairs()) {
    const bool event = shared.contains({l.a, l.b});
    const double near = event || within_window(corpus, l.a, l.b) ? 1 : far;
    scores[{l.a, l.b}] = near * l.cosine + (event ? for_event : 0);
  }
  std::vector<std::pair<double, Pair>> order;
  for (const auto& [pair, score] : scores)
    if (score >= threshold) order.emplace_back(-score, pair);
  std::sort(order.begin(), order.end());
  Groups groups(corpus.reports.size());
  for (const auto& [score, pair] : order) groups.join(pair, scores, kMeanShare * threshold);
  const ReportEvents by_report = events_by_report(corpus, events);
  std::vector<Story> out;
  for (const auto& members : groups.members())
    if (members.size() > 1) out.push_back(story_of(corpus, members, events, by_report));
  std::sort(out.begin(), out.end(), [](const Story& a, const Story& b) { return a.id < b.id; });
  return out;
}

std::vector<TimelineEntry> make_timeline(const std::vector<EventWithItems>& events) {
  std::vector<TimelineEntry> out;
  for (const EventWithItems& e : events)
    if (e.event.time && !e.event.time->range.empty())
      out.push_back({e.event.time->range, e.event.time->precision, e.event.label, e.event.id, e.event.claims});
  std::sort(out.begin(), out.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
    const auto start = [](const TimelineEntry& t) { return t.range.start ? *t.range.start : *t.range.end; };
    return std::make_tuple(start(a), a.precision, a.range.end, *a.event) <
           std::make_tuple(start(b), b.precision, b.range.end, *b.event);
  });
  return out;
}

}  // namespace rashomon::reconcile
