#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "language/state_net.hpp"
#include "language/tree.hpp"

namespace rashomon::language {

/// The greedy transition-based dependency parser.
class Parser {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<Parser> read(const ModelFile& model);
  /// ClearNLP dependency labels, to be indexed by DependencyTree::labels.
  [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }
  /// The tree of one text from its token vectors (kWidth floats each); `space` is 1 for white-space tokens.
  /// Cost about 0.17 MFLOP a token.
  [[nodiscard]] DependencyTree parse(std::span<const float> vectors, std::span<const char> space,
                                     StateNet::Memory& memory, const Kernels& math = kernels()) const;

 private:
  StateNet net_;
  std::vector<std::string_view> labels_;
  std::vector<Lifted> lifted_;
  std::uint32_t root_ = 0;
  std::array<StateNet::Mask, 32> masks_;  // by the set of allowed actions, a bit each
};

}  // namespace rashomon::language
