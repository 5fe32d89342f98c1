#include "language/tree.hpp"

#include <algorithm>
#include <numeric>

namespace rashomon::language {
namespace {

constexpr int kMostPasses = 12;

// One pass over the tokens in both directions: what a token covers, its head covers.
void spread(DependencyTree& tree) {
  const auto count = static_cast<std::int32_t>(tree.heads.size());
  const auto widen = [&](std::int32_t i) {
    const std::int32_t h = tree.heads[i];
    tree.left_edge[h] = std::min(tree.left_edge[h], tree.left_edge[i]);
    tree.right_edge[h] = std::max(tree.right_edge[h], tree.right_edge[i]);
  };
  for (std::int32_t i = 0; i < count; ++i) widen(i);
  for (std::int32_t i = count - 1; i >= 0; --i) widen(i);
}

void mark_starts(DependencyTree& tree) {
  std::fill(tree.starts_sentence.begin(), tree.starts_sentence.end(), char{0});
  for (std::size_t i = 0; i < tree.heads.size(); ++i)
    if (tree.heads[i] == static_cast<std::int32_t>(i)) tree.starts_sentence[tree.left_edge[i]] = 1;
}

// A stretch is closed at i with i itself still allowed as a head, and the last token is never tested: as the parser
// was trained and is compared with.
bool heads_stay_inside(const DependencyTree& tree) {
  const auto count = static_cast<std::int32_t>(tree.heads.size());
  std::int32_t start = 0;
  for (std::int32_t i = 1; i < count; ++i) {
    if (tree.starts_sentence[i] == 0 && i != count - 1) continue;
    for (std::int32_t t = start; t < i; ++t)
      if (tree.heads[t] < start || tree.heads[t] > i) return false;
    start = i;
  }
  return true;
}

std::int32_t find_lifted_head(const DependencyTree& tree, std::int32_t token, std::uint32_t towards,
                              std::span<const char> space) {
  std::vector<std::int32_t> queue{tree.heads[token]};
  for (std::size_t q = 0; q < queue.size() && queue.size() <= tree.heads.size(); ++q) {
    const std::int32_t above = queue[q];
    for (std::int32_t child = tree.left_edge[above]; child <= tree.right_edge[above]; ++child) {
      if (child == above || child == token || tree.heads[child] != above || space[child] != 0) continue;
      if (tree.labels[child] == towards) return child;
      queue.push_back(child);
    }
  }
  return tree.heads[token];
}

}  // namespace

void find_edges(DependencyTree& tree) {
  const std::size_t count = tree.heads.size();
  tree.left_edge.resize(count);
  tree.right_edge.resize(count);
  tree.starts_sentence.resize(count);
  std::iota(tree.left_edge.begin(), tree.left_edge.end(), 0);
  std::iota(tree.right_edge.begin(), tree.right_edge.end(), 0);
  for (int pass = 0; pass < kMostPasses; ++pass) {
    spread(tree);
    mark_starts(tree);
    if (heads_stay_inside(tree)) break;
  }
}

void put_back_lifted(DependencyTree& tree, std::span<const Lifted> lifted, std::span<const char> space) {
  bool moved = false;
  for (std::size_t i = 0; i < tree.heads.size(); ++i) {
    const Lifted& what = lifted[tree.labels[i]];
    if (what.towards == kNoLabel) continue;
    tree.heads[i] = find_lifted_head(tree, static_cast<std::int32_t>(i), what.towards, space);
    tree.labels[i] = what.label;
    moved = true;
  }
  if (moved) find_edges(tree);
}

}  // namespace rashomon::language
