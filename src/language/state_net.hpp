#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "language/kernels.hpp"

namespace rashomon::language {

/// The scorer of a transition system: token vectors are multiplied once with the weights of every slot a token can
/// take, so that scoring a state is adding the rows of its slots.
///
/// Reference: spaCy TransitionBasedParser.v2; E. Kiperwasser, Y. Goldberg, TACL 4 (2016).
class StateNet {
 public:
  /// Reads the sections that begin with `prefix` ("parser", "ner"). Errors: damaged_model.
  [[nodiscard]] static Result<StateNet> read(const ModelFile& model, const std::string& prefix, std::size_t slots);

  [[nodiscard]] const std::vector<Move>& moves() const { return moves_; }

  /// The scores of the states of one text.
  class Text {
   public:
    Text(const StateNet& net, std::span<const float> vectors, const Kernels& math);
    /// Scores of all moves in a state whose slots hold these tokens; −1 for none. Valid until the next call.
    [[nodiscard]] std::span<const float> scores(std::span<const std::int32_t> slots);

   private:
    const StateNet& net_;
    const Kernels& math_;
    std::vector<float> rows_;  // for each token, for each slot, kStateSums
    std::vector<float> scores_;
  };

 private:
  std::size_t slots_ = 0;
  PackedMatrix hidden_;
  const float* hidden_bias_ = nullptr;
  PackedMatrix lower_;
  const float* lower_bias_ = nullptr;
  const float* absent_ = nullptr;  // for each slot, kStateSums
  PackedMatrix upper_;
  const float* upper_bias_ = nullptr;
  std::vector<Move> moves_;
};

}  // namespace rashomon::language
