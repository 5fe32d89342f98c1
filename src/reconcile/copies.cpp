#include "reconcile/copies.hpp"

#include <algorithm>
#include <numeric>

namespace rashomon::reconcile {
namespace {

constexpr double kClaimShare = 0.8;
constexpr double kWorthALook = 0.15;     // cosine below which no wire text is shared
constexpr std::size_t kLeastTokens = 8;  // shorter sentences are alike by chance

std::size_t find_root(const std::vector<std::size_t>& parent, std::size_t x) {
  while (parent[x] != x) x = parent[x];
  return x;
}

// The shingles of each claim's quotation, worked out when they are first asked for.
class Quotes {
 public:
  explicit Quotes(const Corpus& corpus) : corpus_(corpus), of_(corpus.items.size()), ready_(corpus.reports.size()) {}

  void prepare(std::size_t report) {
    if (ready_[report]) return;
    ready_[report] = true;
    for (std::size_t i = corpus_.first[report]; i < corpus_.first[report + 1]; ++i) {
      const auto tokens = tokens_of(corpus_.items[i].claim->quote);
      if (tokens.size() >= kLeastTokens) of_[i] = shingles_of(tokens, 3);
    }
  }

  [[nodiscard]] bool alike(std::size_t a, std::size_t b) const {
    const auto &x = of_[a], &y = of_[b];
    return containment(x, y) >= kClaimShare && 2 * std::min(x.size(), y.size()) >= std::max(x.size(), y.size());
  }

 private:
  const Corpus& corpus_;
  std::vector<std::vector<std::uint64_t>> of_;
  std::vector<bool> ready_;
};

// Links each claim of the later report to the first of the earlier one that it repeats.
void link_claims(const Corpus& corpus, const Quotes& quotes, std::size_t early, std::size_t late,
                 std::vector<std::size_t>& root) {
  for (std::size_t j = corpus.first[late]; j < corpus.first[late + 1]; ++j)
    for (std::size_t i = corpus.first[early]; i < corpus.first[early + 1] && root[j] == j; ++i)
      if (quotes.alike(i, j)) root[j] = i;
}

}  // namespace

Copies find_copies(const Corpus& corpus, const LikenessTable& likeness, const std::vector<SharedText>& shared) {
  Copies out;
  out.root_report.resize(corpus.reports.size());
  out.root_item.resize(corpus.items.size());
  std::iota(out.root_report.begin(), out.root_report.end(), 0);
  std::iota(out.root_item.begin(), out.root_item.end(), 0);
  for (const SharedText& s : shared) out.root_report[s.later] = s.earlier;

  Quotes quotes(corpus);
  for (const Likeness& l : likeness.pairs()) {
    if (l.cosine < kWorthALook) continue;
    quotes.prepare(l.a), quotes.prepare(l.b);
    const bool a_first = is_earlier(corpus, l.a, l.b);
    link_claims(corpus, quotes, a_first ? l.a : l.b, a_first ? l.b : l.a, out.root_item);
  }
  for (std::size_t& root : out.root_report) root = find_root(out.root_report, root);
  for (std::size_t& root : out.root_item) root = find_root(out.root_item, root);
  return out;
}

}  // namespace rashomon::reconcile
