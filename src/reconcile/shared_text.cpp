#include "reconcile/shared_text.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "core/hash.hpp"

namespace rashomon::reconcile {
namespace {

constexpr std::size_t kShingle = 5;     // words of a hashed run
constexpr std::size_t kWindow = 4;      // neighbours of which one hash is kept
constexpr std::size_t kLeastRun = 8;    // words in a row that are no chance: kShingle + kWindow - 1
constexpr std::size_t kHolders = 4;     // reports that a hash leads to
constexpr std::size_t kCandidates = 8;  // reports that are compared word by word
constexpr double kLeastShare = 0.5;     // of one of the two, to call one a copy of the other
constexpr double kNearShare = 0.8;      // of both, to call them one text
constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15;
constexpr int kFarFuture = 1 << 30;

auto order_key(const Corpus& corpus, std::size_t r) {
  const ingest::Document& d = corpus.reports[r]->document;
  const auto day = published_day(d);
  const bool is_agency = std::find(d.agencies.begin(), d.agencies.end(), d.outlet) != d.agencies.end();
  return std::make_tuple(day ? day->days : kFarFuture, is_agency ? 0 : d.agencies.empty() ? 2 : 1, r);
}

struct Word {
  Span span;
  std::size_t block = 0;
};

// The words that a report is read for, and the hash of each run of kShingle of them.
struct Text {
  std::vector<Word> words;
  std::vector<std::uint64_t> shingles;
};

Text text_of(const ingest::Document& document) {
  Text out;
  std::vector<std::uint64_t> hashes;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const ingest::Block& block = document.blocks[b];
    if (!ingest::is_read(block.kind)) continue;
    for (const Token& t : tokens_with_spans(slice(document.text, block.span))) {
      out.words.push_back({{block.span.begin + t.span.begin, block.span.begin + t.span.end}, b});
      hashes.push_back(checksum64(t.word));
    }
  }
  for (std::size_t i = 0; i + kShingle <= hashes.size(); ++i)
    out.shingles.push_back(std::accumulate(hashes.begin() + i, hashes.begin() + i + kShingle, std::uint64_t{0},
                                           [](std::uint64_t sum, std::uint64_t h) { return sum * kBase + h; }));
  return out;
}

// The hashes that stand for a text, ascending and unique.
std::vector<std::uint64_t> fingerprints_of(const Text& text) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < text.shingles.size(); ++i) {
    const auto begin = text.shingles.begin() + static_cast<std::ptrdiff_t>(i);
    out.push_back(*std::min_element(begin, begin + std::min(kWindow, text.shingles.size() - i)));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Words `from` to `from` + `length` of the later text are words `at` and following of the earlier one.
struct Run {
  std::size_t from = 0, at = 0, length = 0;
};

std::vector<Run> runs_of(const Text& earlier, const Text& later) {
  std::vector<std::pair<std::uint64_t, std::size_t>> index;
  for (std::size_t i = 0; i < earlier.shingles.size(); ++i) index.emplace_back(earlier.shingles[i], i);
  std::sort(index.begin(), index.end());
  std::vector<Run> out;
  std::size_t next = 0;  // where the run that is open goes on in the earlier text
  bool open = false;
  for (std::size_t i = 0; i < later.shingles.size(); ++i) {
    if (open && next < earlier.shingles.size() && earlier.shingles[next] == later.shingles[i]) {
      ++out.back().length, ++next;
      continue;
    }
    const auto it = std::lower_bound(index.begin(), index.end(), std::make_pair(later.shingles[i], std::size_t{0}));
    open = it != index.end() && it->first == later.shingles[i];
    if (open) out.push_back({i, it->second, kShingle}), next = it->second + 1;
  }
  std::erase_if(out, [](const Run& run) { return run.length < kLeastRun; });
  // A run may begin within the one before it, where the two texts part and meet again.
  std::size_t end = 0;
  for (Run& run : out) {
    const std::size_t cut = end > run.from ? std::min(end - run.from, run.length) : 0;
    run.from += cut, run.at += cut, run.length -= cut;
    end = run.from + run.length;
  }
  std::erase_if(out, [](const Run& run) { return run.length == 0; });
  return out;
}

void append_spans(const Run& run, const Text& earlier, const Text& later, std::vector<std::pair<Span, Span>>& out) {
  for (std::size_t k = 0; k < run.length; ++k) {
    const Word &e = earlier.words[run.at + k], &l = later.words[run.from + k];
    const bool begins =
        k == 0 || earlier.words[run.at + k - 1].block != e.block || later.words[run.from + k - 1].block != l.block;
    if (begins) out.emplace_back(e.span, l.span);
    out.back().first.end = e.span.end, out.back().second.end = l.span.end;
  }
}

SharedText compare(const Text& earlier, const Text& later) {
  SharedText out;
  std::vector<bool> covered(earlier.words.size());
  std::size_t shared = 0;
  for (const Run& run : runs_of(earlier, later)) {
    append_spans(run, earlier, later, out.spans);
    shared += run.length;
    std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(run.at), run.length, true);
  }
  if (shared == 0) return out;
  const auto in_earlier = std::count(covered.begin(), covered.end(), true);
  out.share_of_earlier = static_cast<double>(in_earlier) / static_cast<double>(earlier.words.size());
  out.share_of_later = static_cast<double>(shared) / static_cast<double>(later.words.size());
  out.identical = earlier.shingles == later.shingles;
  return out;
}

// The earliest reports that hold each fingerprint.
class Holders {
 public:
  void add(std::uint64_t fingerprint, std::uint32_t report) {
    Entry& entry = held_[fingerprint];
    if (entry.count < kHolders) entry.reports[entry.count++] = report;
  }

  /// Reports that share a fingerprint, those that share most first, at most kCandidates.
  [[nodiscard]] std::vector<std::uint32_t> sharing(const std::vector<std::uint64_t>& fingerprints) const {
    std::vector<std::uint32_t> hits;
    for (const std::uint64_t f : fingerprints)
      if (const auto it = held_.find(f); it != held_.end())
        hits.insert(hits.end(), it->second.reports.begin(), it->second.reports.begin() + it->second.count);
    std::sort(hits.begin(), hits.end());
    std::vector<std::pair<std::size_t, std::uint32_t>> counts;  // (how many not, report), so that it sorts as wanted
    for (std::size_t i = 0, j = 0; i < hits.size(); i = j) {
      while (j < hits.size() && hits[j] == hits[i]) ++j;
      counts.emplace_back(hits.size() - (j - i), hits[i]);
    }
    std::sort(counts.begin(), counts.end());
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < std::min(counts.size(), kCandidates); ++i) out.push_back(counts[i].second);
    return out;
  }

 private:
  struct Entry {
    std::array<std::uint32_t, kHolders> reports{};
    std::size_t count = 0;
  };
  std::unordered_map<std::uint64_t, Entry> held_;  ///< looked up, never walked
};

std::size_t words_shared(const SharedText& s) {
  return std::accumulate(s.spans.begin(), s.spans.end(), std::size_t{0},
                         [](std::size_t sum, const auto& pair) { return sum + pair.second.size(); });
}

}  // namespace

bool is_earlier(const Corpus& corpus, std::size_t a, std::size_t b) {
  return order_key(corpus, a) < order_key(corpus, b);
}

std::vector<Copy> copies_of(const Corpus& corpus, const std::vector<SharedText>& shared) {
  std::vector<Copy> out;
  for (const SharedText& s : shared) {
    Copy copy;
    copy.document = corpus.reports[s.later]->document.id, copy.of = corpus.reports[s.earlier]->document.id;
    copy.id = {content_id("k", {copy.document.value, copy.of.value})};
    copy.extent = s.identical                                                    ? CopyExtent::identical
                  : std::min(s.share_of_earlier, s.share_of_later) >= kNearShare ? CopyExtent::near
                                                                                 : CopyExtent::part;
    copy.share = s.share_of_later, copy.share_of = s.share_of_earlier;
    for (const auto& [earlier, later] : s.spans) copy.spans.push_back({later, earlier});
    out.push_back(std::move(copy));
  }
  std::sort(out.begin(), out.end(), [](const Copy& a, const Copy& b) { return a.id < b.id; });
  return out;
}

std::vector<SharedText> find_shared_text(const Corpus& corpus) {
  std::vector<std::size_t> order(corpus.reports.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return is_earlier(corpus, a, b); });
  std::vector<Text> texts(order.size());
  Holders holders;
  std::vector<SharedText> out;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const Text& later = texts[place] = text_of(corpus.reports[order[place]]->document);
    const auto fingerprints = fingerprints_of(later);
    SharedText best;
    for (const std::uint32_t candidate : holders.sharing(fingerprints)) {
      SharedText found = compare(texts[candidate], later);
      if (std::max(found.share_of_earlier, found.share_of_later) < kLeastShare) continue;
      found.earlier = order[candidate], found.later = order[place];
      if (words_shared(found) > words_shared(best)) best = std::move(found);
    }
    if (!best.spans.empty()) out.push_back(std::move(best));
    for (const std::uint64_t f : fingerprints) holders.add(f, static_cast<std::uint32_t>(place));
  }
  std::sort(out.begin(), out.end(), [](const SharedText& a, const SharedText& b) { return a.later < b.later; });
  return out;
}

}  // namespace rashomon::reconcile
