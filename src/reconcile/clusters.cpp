#include "reconcile/clusters.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "mentions/fold.hpp"

namespace rashomon::reconcile {
namespace {

constexpr double kAlike = 0.10;       // reports alike enough to compare all they tell of
constexpr std::size_t kBucket = 150;  // a key that more drafts share pairs nobody
constexpr std::size_t kSample = 24;   // members of a cluster that a mean is taken over

using Pair = std::pair<std::size_t, std::size_t>;

// Keys by which two drafts of unlike reports may still be one happening.
std::vector<std::string> keys_of(const Sketch& s) {
  std::vector<std::string> keys;
  const std::string family(s.family == Family::campaign ? "violence" : name_of(s.family));
  const auto when = best_time(s);
  if (when && when->precision <= 2 && when->range.start) {
    const std::string day = when->range.start->iso();
    for (const PlaceVote& v : s.places) keys.push_back(family + "|" + day + "|" + mentions::fold_name(v.place->name));
    for (const std::string& side : s.speakers) keys.push_back(family + "|" + day + "|" + side);
  }
  for (const TollSketch& t : s.tolls)
    if (t.value >= 3) {
      keys.push_back(std::string(mentions::name_of(t.measure)) + "|" + fmt_number(t.value) + "|" + t.group.kind);
      keys.push_back(std::string(mentions::name_of(t.measure)) + "|" + fmt_number(t.value) + "|people");
    }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<Pair> candidates(const std::vector<Sketch>& drafts, const Corpus& corpus, const LikenessTable& likeness) {
  std::vector<std::vector<std::size_t>> by_report(corpus.reports.size());
  std::map<std::string, std::vector<std::size_t>> buckets;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    by_report[drafts[d].report].push_back(d);
    for (std::string& key : keys_of(drafts[d])) buckets[std::move(key)].push_back(d);
  }
  std::vector<Pair> pairs;
  const auto add = [&](std::size_t a, std::size_t b) {
    if (drafts[a].report != drafts[b].report && compatible(drafts[a].family, drafts[b].family))
      pairs.emplace_back(std::min(a, b), std::max(a, b));
  };
  for (const Likeness& l : likeness.pairs())
    if (l.cosine >= kAlike)
      for (std::size_t a : by_report[l.a])
        for (std::size_t b : by_report[l.b]) add(a, b);
  for (const auto& [key, members] : buckets)
    if (members.size() <= kBucket)
      for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) add(members[i], members[j]);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

class Joiner {
 public:
  Joiner(const std::vector<Sketch>& drafts, const Corpus& corpus, const LikenessTable& likeness)
      : drafts_(drafts), corpus_(corpus), likeness_(likeness), home_(drafts.size()) {
    std::iota(home_.begin(), home_.end(), 0);
    for (std::size_t d = 0; d < drafts.size(); ++d) members_.push_back({d});
    reasons_.resize(drafts.size());
  }

  void run() {
    struct Scored {
      double score;
      Pair pair;
    };
    std::vector<Scored> order;
    for (const Pair& p : candidates(drafts_, corpus_, likeness_))
      if (const double s = margin(p); s >= 0) order.push_back({s, p});
    std::sort(order.begin(), order.end(), [](const Scored& a, const Scored& b) {
      return a.score != b.score ? a.score > b.score : a.pair < b.pair;
    });
    for (const Scored& s : order) join(s.pair);
  }

  [[nodiscard]] std::vector<Cluster> take() {
    std::vector<Cluster> out;
    for (std::size_t d = 0; d < members_.size(); ++d)
      if (!members_[d].empty()) out.push_back({std::move(members_[d]), std::move(reasons_[d])});
    return out;
  }

 private:
  Evidence evidence(const Pair& p) const {
    const Sketch &a = drafts_[p.first], &b = drafts_[p.second];
    Evidence e = compare(a, b, corpus_);
    if (a.report == b.report) {
      e.add("one_report");
      return e;
    }
    const double cosine = likeness_.of(a.report, b.report);
    if (cosine > 0) e.add("text", cosine);
    if (a.main && b.main) e.add("both_main");
    return e;
  }

  // Evidence above the threshold.
  double margin(const Pair& p) {
    const auto it = margins_.find(p);
    if (it != margins_.end()) return it->second;
    static const double across = weight("join_across"), verbal = weight("join_verbal");
    const Evidence e = evidence(p);
    return margins_[p] = e.score - (e.verbal ? verbal : across);
  }

  void join(const Pair& p) {
    const std::size_t a = std::min(home_[p.first], home_[p.second]), b = std::max(home_[p.first], home_[p.second]);
    if (a == b) return;
    double sum = 0;
    std::size_t n = 0;
    for (std::size_t i = 0; i < std::min(members_[a].size(), kSample); ++i)
      for (std::size_t j = 0; j < std::min(members_[b].size(), kSample); ++j, ++n)
        sum += margin({std::min(members_[a][i], members_[b][j]), std::max(members_[a][i], members_[b][j])});
    static const double least = weight("join_mean");
    if (sum < least * static_cast<double>(n)) return;
    std::string words;
    for (const std::string& r : evidence(p).reasons) words += (words.empty() ? "" : "; ") + r;
    const auto& x = *corpus_.items[drafts_[p.first].items.front()].claim;
    const auto& y = *corpus_.items[drafts_[p.second].items.front()].claim;
    reasons_[a].push_back({"claims", "joined " + x.id.value + " and " + y.id.value, words});
    reasons_[a].insert(reasons_[a].end(), reasons_[b].begin(), reasons_[b].end());
    reasons_[b].clear();
    for (std::size_t d : members_[b]) home_[d] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    std::sort(members_[a].begin(), members_[a].end());
    members_[b].clear();
  }

  const std::vector<Sketch>& drafts_;
  const Corpus& corpus_;
  const LikenessTable& likeness_;
  std::vector<std::size_t> home_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<std::vector<claims::Reason>> reasons_;
  std::map<Pair, double> margins_;
};

}  // namespace

std::vector<Cluster> cluster_drafts(const std::vector<Sketch>& drafts, const Corpus& corpus,
                                    const LikenessTable& likeness) {
  Joiner joiner(drafts, corpus, likeness);
  joiner.run();
  return joiner.take();
}

}  // namespace rashomon::reconcile
