#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "language/state_net.hpp"

namespace rashomon::language {

/// A named entity of one text.
struct EntityRange {
  std::uint32_t begin = 0;  ///< half-open range of token indices
  std::uint32_t end = 0;
  std::uint32_t label = 0;  ///< index into EntityFinder::labels
};

/// The greedy transition-based entity recogniser (begin, in, last, unit, out).
class EntityFinder {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<EntityFinder> read(const ModelFile& model);
  /// OntoNotes 5 labels.
  [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }
  /// Entities in order, disjoint. `starts_sentence` comes from the parser, `space` is 1 for white-space tokens.
  [[nodiscard]] std::vector<EntityRange> find(std::span<const float> vectors, std::span<const char> starts_sentence,
                                              std::span<const char> space, StateNet::Memory& memory,
                                              const Kernels& math = kernels()) const;

 private:
  StateNet net_;
  std::vector<std::string_view> labels_;
  std::array<StateNet::Mask, 4> closed_;               // no entity is open: by more_in_sentence and space, a bit each
  std::vector<std::array<StateNet::Mask, 2>> inside_;  // of an entity: by its label, by more_in_sentence
};

}  // namespace rashomon::language
