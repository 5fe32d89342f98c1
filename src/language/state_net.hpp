#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "language/kernels.hpp"
#include "language/memory.hpp"

namespace rashomon::language {

/// The scorer of a transition system: token vectors are multiplied with the weights of the slots a token can take, so
/// that scoring a state is adding the rows of its slots. Rows of slots that nearly every token takes are computed in
/// blocks, those of the others when a state asks for them first.
///
/// Reference: spaCy TransitionBasedParser.v2; E. Kiperwasser, Y. Goldberg, TACL 4 (2016).
class StateNet {
 public:
  /// What one thread needs to score, kept from text to text. The rows of at most 768 tokens (4.3 kB each with eight
  /// slots) are kept, in blocks of neighbours; the block that was looked at longest ago gives way.
  struct Memory {
    FloatBuffer rows;
    FloatBuffer scores;
    std::vector<std::uint32_t> held;     // for each place of a block of rows, the block that lies there
    std::vector<std::uint64_t> looked;   // for each place, when it was last looked at
    std::vector<std::uint8_t> computed;  // for each token of such a place, a bit for each slot
  };
  /// Moves that may be made: 0, and −∞ for those that may not.
  using Mask = std::vector<float>;

  /// Reads the sections that begin with `prefix` ("parser", "ner"), with that many slots, of which the first `common`
  /// are those that nearly every token takes. Errors: damaged_model.
  [[nodiscard]] static Result<StateNet> read(const ModelFile& model, const std::string& prefix, std::size_t slots,
                                             std::size_t common);

  [[nodiscard]] const std::vector<Move>& moves() const { return moves_; }
  [[nodiscard]] Mask mask(const std::function<bool(const Move&)>& allowed) const;

  /// The states of one text.
  class Text {
   public:
    Text(const StateNet& net, std::span<const float> vectors, Memory& memory, const Kernels& math);
    /// The best move of the mask in a state whose slots hold these tokens (−1 for none), the first one of equals;
    /// nullptr if the mask allows none.
    [[nodiscard]] const Move* best_move(std::span<const std::int32_t> slots, const Mask& mask);

   private:
    [[nodiscard]] const float* row(std::uint32_t token, std::size_t slot);
    [[nodiscard]] std::size_t place_of(std::uint32_t block, std::size_t slot);
    void compute(std::uint32_t block, std::size_t place);
    const StateNet& net_;
    std::span<const float> vectors_;
    Memory& memory_;
    const Kernels& math_;
    std::size_t width_;  // floats a token: its hidden layer, then its rows
    std::uint64_t now_ = 0;
    std::array<std::size_t, kParserSlots> last_{};  // for each slot, the place it looked at last
    float* rows_;
    float* scores_;
  };

 private:
  std::size_t slots_ = 0;
  std::size_t common_ = 0;
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
