#include "ingest/content_model.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

#include "core/check.hpp"
#include "core/data.hpp"
#include "ingest/content_features.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {
namespace {

constexpr std::uint32_t kLeaf = 0xFFFFFFFF;

/// A node of a tree; children are indices into the forest.
struct Split {
  std::uint32_t column = kLeaf;
  double value = 0;  ///< threshold, or the leaf's value
  std::uint32_t left = 0, right = 0;
};

struct Forest {
  std::vector<Split> nodes;
  std::vector<std::uint32_t> roots;
};

template <class T>
T number(std::string_view cell) {
  T value{};
  const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  RASHOMON_CHECK(result.ec == std::errc());
  return value;
}

Forest read_forest() {
  Forest forest;
  const auto& names = content_feature_names();
  for (const auto& row : read_table(find_data(embedded::files_ingest(), "ingest/content_model.tsv"))) {
    if (row[0] == "tree") {
      forest.roots.push_back(static_cast<std::uint32_t>(forest.nodes.size()));
      continue;
    }
    Split split;
    split.value = number<double>(row[1]);
    if (row[0] != "leaf") {
      const auto column = std::find(names.begin(), names.end(), row[0]);
      RASHOMON_CHECK(column != names.end() && "the model was trained with other columns");
      split.column = static_cast<std::uint32_t>(column - names.begin());
      split.left = forest.roots.back() + number<std::uint32_t>(row[2]);
      split.right = forest.roots.back() + number<std::uint32_t>(row[3]);
    }
    forest.nodes.push_back(split);
  }
  return forest;
}

}  // namespace

double content_score(std::span<const float> features) {
  static const Forest kForest = read_forest();
  double sum = 0;
  for (const std::uint32_t root : kForest.roots) {
    const Split* node = &kForest.nodes[root];
    while (node->column != kLeaf)
      node = &kForest.nodes[static_cast<double>(features[node->column]) <= node->value ? node->left : node->right];
    sum += node->value;
  }
  return sum;
}

}  // namespace rashomon::ingest
