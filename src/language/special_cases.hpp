#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "language/layout.hpp"

namespace rashomon::language {

/// Strings that are cut in a fixed way ("don't" → "do", "n't") whatever the rules for affixes say.
class SpecialCases {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<SpecialCases> read(const ModelFile& model);

  /// The pieces of exactly this string; empty if it is no special case.
  [[nodiscard]] std::span<const SpecialPiece> find(std::string_view string) const;
  [[nodiscard]] const std::vector<std::string_view>& strings() const { return strings_; }

 private:
  std::vector<std::string_view> strings_;
  std::span<const std::uint32_t> ends_;  // of each one's pieces
  std::span<const SpecialPiece> pieces_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
  std::size_t longest_ = 0;
};

/// Finds sequences of words, given as their texts, in a list of words.
class SequenceFinder {
 public:
  struct Range {
    std::uint32_t begin = 0;  ///< half-open range of word indices
    std::uint32_t end = 0;
  };
  void add(std::span<const std::string_view> words);
  /// A number for each word that stands in a sequence; 0 for all others.
  [[nodiscard]] std::uint32_t part_number(std::string_view word) const;
  /// All places where a sequence stands, of which those are kept that do not overlap a longer one, or an equally long
  /// one further left; a dropped one still keeps others from its place. Ascending. `part_at(i)` is the part number of
  /// word i. Cost O(words · longest sequence).
  template <class PartAt>
  [[nodiscard]] std::vector<Range> find(std::uint32_t count, PartAt part_at) const {
    std::vector<Range> all;
    for (std::uint32_t begin = 0; begin < count; ++begin) {
      std::uint32_t node = 0;
      for (std::uint32_t i = begin; i < count && part_at(i) != 0; ++i) {
        node = step(node, part_at(i));
        if (node == 0) break;
        if (nodes_[node].ends_here) all.push_back({begin, i + 1});
      }
    }
    return all.empty() ? all : keep_longest(std::move(all), count);
  }

 private:
  struct Node {
    std::unordered_map<std::uint32_t, std::uint32_t> next;
    bool ends_here = false;
  };
  [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t part) const;
  [[nodiscard]] static std::vector<Range> keep_longest(std::vector<Range> all, std::uint32_t count);
  std::unordered_map<std::string_view, std::uint32_t> parts_;
  std::vector<Node> nodes_ = std::vector<Node>(1);  // 0 is the root
};

}  // namespace rashomon::language
