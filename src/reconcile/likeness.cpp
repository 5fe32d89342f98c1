#include "reconcile/likeness.hpp"

#include <algorithm>
#include <cmath>

namespace rashomon::reconcile {
namespace {

constexpr std::size_t kReadBytes = 6000;  // reports put what happened first
constexpr double kLeast = 0.05;           // cosines below are noise
constexpr std::size_t kWidest = 400;      // a word of more reports than this pairs nobody

struct Term {
  std::uint32_t word = 0;
  double value = 0;
};

std::map<std::uint32_t, int> count_words(const ingest::Document& document, Vocabulary& vocabulary) {
  std::map<std::uint32_t, int> counts;
  std::size_t read = 0;
  const auto add = [&](std::string_view text, int times) {
    for (const std::string& stem : content_stems(text)) counts[vocabulary.add(stem)] += times;
  };
  bool titled = false;
  for (const auto& block : document.blocks) {
    if (!ingest::is_read(block.kind) || read > kReadBytes) continue;
    const std::string_view text = slice(document.text, block.span).substr(0, kReadBytes);
    titled = titled || block.kind == ingest::BlockKind::title;
    add(text, block.kind == ingest::BlockKind::title ? 2 : 1);
    read += text.size();
  }
  if (!titled) add(document.title, 2);
  return counts;
}

}  // namespace

LikenessTable::LikenessTable(const Corpus& corpus) {
  Vocabulary vocabulary;
  std::vector<std::map<std::uint32_t, int>> counts;
  for (const Report* r : corpus.reports) counts.push_back(count_words(r->document, vocabulary));
  std::vector<double> holders(vocabulary.size(), 0);
  for (const auto& c : counts)
    for (const auto& [word, n] : c) ++holders[word];

  const double all = static_cast<double>(counts.size());
  std::vector<std::vector<Term>> postings(vocabulary.size());
  for (std::size_t r = 0; r < counts.size(); ++r) {
    std::vector<Term> terms;
    double square = 0;
    for (const auto& [word, n] : counts[r]) {
      // The record's own frequency and that of news at large, as in weigh_words().
      const double rarity = log2_of((all + 1000) / (holders[word] + background_rate(vocabulary.word(word), 5)));
      const double value = (1 + log2_of(n)) * rarity;
      terms.push_back({word, value});
      square += value * value;
    }
    std::vector<double> sums(r, 0);
    for (Term& t : terms) {
      t.value /= std::sqrt(square);
      for (const Term& other : postings[t.word]) sums[other.word] += t.value * other.value;
    }
    for (std::size_t other = 0; other < r; ++other)
      if (sums[other] >= kLeast) pairs_.push_back({other, r, sums[other]});
    for (const Term& t : terms)
      if (holders[t.word] <= kWidest) postings[t.word].push_back({static_cast<std::uint32_t>(r), t.value});
  }
  std::sort(pairs_.begin(), pairs_.end(),
            [](const Likeness& x, const Likeness& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  near_.resize(counts.size());
  for (const Likeness& l : pairs_) near_[l.b].emplace_back(l.a, l.cosine);
  for (const Likeness& l : pairs_) near_[l.a].emplace_back(l.b, l.cosine);
}

std::vector<std::size_t> LikenessTable::alike(std::size_t report, double least) const {
  std::vector<std::size_t> out = {report};
  for (const auto& [other, cosine] : near_[report])
    if (cosine >= least) out.push_back(other);
  return out;
}

double LikenessTable::of(std::size_t a, std::size_t b) const {
  if (a == b) return 1;
  const std::pair<std::size_t, std::size_t> key{std::min(a, b), std::max(a, b)};
  const auto it = std::lower_bound(pairs_.begin(), pairs_.end(), key, [](const Likeness& x, const auto& k) {
    return std::tie(x.a, x.b) < std::tie(k.first, k.second);
  });
  return it != pairs_.end() && it->a == key.first && it->b == key.second ? it->cosine : 0;
}

}  // namespace rashomon::reconcile
