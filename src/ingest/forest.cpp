#include "ingest/forest.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include "core/check.hpp"
#include "core/data.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {

namespace {

constexpr std::size_t kLeaves = 8;  // of a tree, at most
constexpr std::size_t kRows = 16;   // scored at once

/// Of each tree the leaves that a row may still end in, one bit a leaf from left to right.
using Leaves = std::int32_t;

/// A split as it is asked: rows whose feature is above the threshold cannot end in the leaves on its left.
/// Reference: Lucchese et al., QuickScorer (SIGIR 2015).
struct Split {
  float threshold = 0;
  std::uint32_t tree = 0;
  Leaves right = 0;  ///< the leaves that stay
};

}  // namespace

struct Forest::Trees {
  std::vector<std::vector<Split>> splits;           ///< of each column, by threshold
  std::vector<std::array<double, kLeaves>> values;  ///< of each tree's leaves
};

namespace {

/// A tree's row of the table.
using Cells = std::vector<std::string_view>;

template <class T>
T number(std::string_view cell) {
  T value{};
  const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  RASHOMON_CHECK(result.ec == std::errc());
  return value;
}

/// The largest float that is not above: no float lies between it and `value`.
float not_above(double value) {
  const auto nearest = static_cast<float>(value);
  return static_cast<double>(nearest) > value ? std::nextafterf(nearest, -std::numeric_limits<float>::infinity())
                                              : nearest;
}

}  // namespace

/// Reads the rows of a model's table.
class Forest::Reader {
 public:
  Reader(Trees& trees, std::span<const std::string> names) : trees_(trees), names_(names) {}

  void read(std::string_view path) {
    trees_.splits.resize(names_.size());
    const auto rows = read_table(find_data(embedded::files_ingest(), path));
    for (std::size_t begin = 0; begin < rows.size();) {
      RASHOMON_CHECK(rows[begin][0] == "tree");
      std::size_t end = ++begin;
      while (end < rows.size() && rows[end][0] != "tree") ++end;
      trees_.values.emplace_back();
      leaf_ = 0;
      add(std::span(rows).subspan(begin, end - begin), 0);
      begin = end;
    }
    for (auto& splits : trees_.splits)
      std::stable_sort(splits.begin(), splits.end(),
                       [](const Split& a, const Split& b) { return a.threshold < b.threshold; });
  }

 private:
  [[nodiscard]] std::size_t column_of(std::string_view name) const {
    const auto column = std::find(names_.begin(), names_.end(), name);
    RASHOMON_CHECK(column != names_.end() && "the model was trained with other columns");
    return static_cast<std::size_t>(column - names_.begin());
  }

  /// Adds the nodes below `node`, and gives the bits of their leaves.
  Leaves add(std::span<const Cells> tree, std::size_t node) {  // NOLINT(misc-no-recursion)
    RASHOMON_CHECK(node < tree.size());
    const Cells& cells = tree[node];
    if (cells[0] == "leaf") {
      RASHOMON_CHECK(leaf_ < kLeaves && "a tree of the model has too many leaves");
      trees_.values.back()[leaf_] = number<double>(cells[1]);
      return Leaves{1} << leaf_++;
    }
    const auto left_node = number<std::size_t>(cells[2]), right_node = number<std::size_t>(cells[3]);
    RASHOMON_CHECK(left_node > node && right_node > node);
    const Leaves left = add(tree, left_node), right = add(tree, right_node);
    trees_.splits[column_of(cells[0])].push_back(
        {not_above(number<double>(cells[1])), static_cast<std::uint32_t>(trees_.values.size() - 1), ~left});
    return left | right;
  }

  Trees& trees_;
  std::span<const std::string> names_;
  std::size_t leaf_ = 0;  ///< met so far in the tree
};

namespace {

using Row16 = std::array<float, kRows>;    // one feature of sixteen rows
using Left16 = std::array<Leaves, kRows>;  // of one tree the leaves left for each of them

/// Takes from `left` what the splits of one feature rule out; `most` is the greatest of `values`.
using Narrow = void(std::span<const Split> splits, const Row16& values, float most, Left16* left);

/// Four rows in a register of 16 bytes, which every x86-64 machine has.
void narrow_any(std::span<const Split> splits, const Row16& values, float most, Left16* left) {
  using Floats = float __attribute__((vector_size(16)));
  using Masks = Leaves __attribute__((vector_size(16)));
  const auto x = std::bit_cast<std::array<Floats, kRows / 4>>(values);
  for (const Split& split : splits) {
    if (!(most > split.threshold)) break;
    const Masks right = Masks{} + split.right;
    const Floats threshold = Floats{} + split.threshold;
    for (std::size_t four = 0; four < x.size(); ++four) {
      Masks masks;
      Leaves* at = left[split.tree].data() + four * 4;
      std::memcpy(&masks, at, sizeof masks);
      masks &= (x[four] <= threshold) | right;
      std::memcpy(at, &masks, sizeof masks);
    }
  }
}

#ifdef __x86_64__
/// Eight rows in a register: the same comparisons, so the same leaves.
__attribute__((target("avx2"))) void narrow_avx2(std::span<const Split> splits, const Row16& values, float most,
                                                 Left16* left) {
  const __m256 low = _mm256_loadu_ps(values.data()), high = _mm256_loadu_ps(values.data() + 8);
  for (const Split& split : splits) {
    if (!(most > split.threshold)) break;
    const __m256 threshold = _mm256_set1_ps(split.threshold);
    const __m256 right = _mm256_castsi256_ps(_mm256_set1_epi32(split.right));
    auto* at = reinterpret_cast<float*>(left[split.tree].data());
    const auto keep = [&](__m256 x, float* to) __attribute__((target("avx2"), always_inline)) {
      const __m256 stay = _mm256_or_ps(_mm256_cmp_ps(x, threshold, _CMP_LE_OQ), right);
      _mm256_storeu_ps(to, _mm256_and_ps(_mm256_loadu_ps(to), stay));
    };
    keep(low, at);
    keep(high, at + 8);
  }
}
#endif

Narrow* narrow_of_machine() {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0) return narrow_avx2;
#endif
  return narrow_any;
}

}  // namespace

/// Sixteen rows go down all trees together, split by split.
class Forest::Scorer {
 public:
  explicit Scorer(const Trees& trees) : trees_(trees), left_(trees.values.size()) {}

  void score(std::span<const std::vector<float>> rows, std::span<double> scores) {
    for (auto& left : left_) left.fill(~Leaves{0});
    for (std::size_t column = 0; column < trees_.splits.size(); ++column) {
      if (trees_.splits[column].empty()) continue;
      Row16 values;
      float most = rows[0][column];
      for (std::size_t row = 0; row < kRows; ++row) {
        values[row] = row < rows.size() ? rows[row][column] : most;
        most = std::max(most, values[row]);
      }
      narrow_(trees_.splits[column], values, most, left_.data());
    }
    std::fill(scores.begin(), scores.end(), 0.0);
    for (std::size_t tree = 0; tree < left_.size(); ++tree)
      for (std::size_t row = 0; row < scores.size(); ++row)
        scores[row] += trees_.values[tree][std::countr_zero(static_cast<std::uint32_t>(left_[tree][row]))];
  }

 private:
  const Trees& trees_;
  std::vector<Left16> left_;
  Narrow* narrow_ = narrow_of_machine();
};

Forest::Forest(std::string_view path, std::span<const std::string> names) : trees_(std::make_unique<Trees>()) {
  Reader(*trees_, names).read(path);
}
Forest::~Forest() = default;

std::vector<double> Forest::scores(std::span<const std::vector<float>> rows) const {
  Scorer scorer(*trees_);
  std::vector<double> out(rows.size());
  for (std::size_t begin = 0; begin < rows.size(); begin += kRows) {
    const std::size_t n = std::min(kRows, rows.size() - begin);
    scorer.score(rows.subspan(begin, n), std::span(out).subspan(begin, n));
  }
  return out;
}

}  // namespace rashomon::ingest
