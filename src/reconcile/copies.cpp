#include "reconcile/copies.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rashomon::reconcile {
namespace {

constexpr double kReportShare = 0.5, kClaimShare = 0.8;
constexpr double kWorthALook = 0.15;     // cosine below which no wire text is shared
constexpr std::size_t kLeastTokens = 8;  // shorter sentences are alike by chance
constexpr int kFarFuture = 1 << 30;

// The time order of reports: an undated one comes last; at one time the agency's own report or a credited copy comes
// first.
auto order_key(const Corpus& corpus, std::size_t r) {
  const ingest::Document& d = corpus.reports[r]->document;
  const auto day = published_day(d);
  const bool is_agency = std::find(d.agencies.begin(), d.agencies.end(), d.outlet) != d.agencies.end();
  return std::make_tuple(day ? day->days : kFarFuture, is_agency ? 0 : d.agencies.empty() ? 2 : 1, r);
}

std::vector<std::uint64_t> body_shingles(const ingest::Document& document) {
  std::vector<std::string> tokens;
  for (const auto& block : document.blocks)
    if (block.kind == ingest::BlockKind::paragraph)
      for (std::string& t : tokens_of(slice(document.text, block.span))) tokens.push_back(std::move(t));
  return shingles_of(tokens, 5);
}

std::size_t find_root(const std::vector<std::size_t>& parent, std::size_t x) {
  while (parent[x] != x) x = parent[x];
  return x;
}

}  // namespace

Copies find_copies(const Corpus& corpus, const LikenessTable& likeness) {
  Copies out;
  out.root_report.resize(corpus.reports.size());
  out.root_item.resize(corpus.items.size());
  std::iota(out.root_report.begin(), out.root_report.end(), 0);
  std::iota(out.root_item.begin(), out.root_item.end(), 0);

  std::vector<std::vector<std::uint64_t>> bodies(corpus.reports.size());
  std::vector<std::vector<std::uint64_t>> quotes(corpus.items.size());
  const auto prepare = [&](std::size_t r) {
    if (!bodies[r].empty()) return;
    bodies[r] = body_shingles(corpus.reports[r]->document);
    for (std::size_t i = corpus.first[r]; i < corpus.first[r + 1]; ++i) {
      const auto tokens = tokens_of(corpus.items[i].claim->quote);
      if (tokens.size() >= kLeastTokens) quotes[i] = shingles_of(tokens, 3);
    }
  };
  for (const Likeness& l : likeness.pairs()) {
    if (l.cosine < kWorthALook) continue;
    prepare(l.a), prepare(l.b);
    const bool a_first = order_key(corpus, l.a) < order_key(corpus, l.b);
    const std::size_t early = a_first ? l.a : l.b, late = a_first ? l.b : l.a;
    if (containment(bodies[early], bodies[late]) >= kReportShare) {
      const std::size_t x = find_root(out.root_report, early), y = find_root(out.root_report, late);
      if (x != y) (order_key(corpus, x) < order_key(corpus, y) ? out.root_report[y] = x : out.root_report[x] = y);
    }
    for (std::size_t j = corpus.first[late]; j < corpus.first[late + 1]; ++j)
      for (std::size_t i = corpus.first[early]; i < corpus.first[early + 1] && out.root_item[j] == j; ++i)
        if (containment(quotes[i], quotes[j]) >= kClaimShare &&
            2 * std::min(quotes[i].size(), quotes[j].size()) >= std::max(quotes[i].size(), quotes[j].size()))
          out.root_item[j] = i;
  }
  for (std::size_t r = 0; r < corpus.reports.size(); ++r) out.root_report[r] = find_root(out.root_report, r);
  for (std::size_t i = 0; i < corpus.items.size(); ++i) out.root_item[i] = find_root(out.root_item, i);
  return out;
}

}  // namespace rashomon::reconcile
