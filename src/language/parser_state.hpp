#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/layout.hpp"

namespace rashomon::language {

/// Actions of the dependency parser, as its moves number them.
enum class Action : std::uint32_t { shift = 0, reduce = 1, left = 2, right = 3, split = 4 };

/// A state of the arc-eager transition system with unshift and sentence breaks.
///
/// Reference: J. Nivre (2008), Algorithms for deterministic incremental dependency parsing; M. Honnibal, M. Johnson
/// (2015), An improved non-monotonic transition system for dependency parsing.
class ParserState {
 public:
  explicit ParserState(std::int32_t tokens);

  [[nodiscard]] bool finished() const { return stack_.empty() && left_to_read() == 0; }
  [[nodiscard]] bool allows(Action action) const;
  void apply(Action action, std::uint32_t label);
  /// Ends the parse where no move is allowed.
  void give_up();

  /// The tokens that a score looks at, −1 for none: B0, B1, S0, S1, S2, last left child of B0 and of S0, last right
  /// child of S0.
  [[nodiscard]] std::array<std::int32_t, kParserSlots> slots() const;
  [[nodiscard]] const std::vector<std::int32_t>& heads() const { return heads_; }     ///< −1 for none
  [[nodiscard]] const std::vector<std::uint32_t>& labels() const { return labels_; }  ///< kNoLabel for none

 private:
  [[nodiscard]] std::int32_t stacked(std::size_t depth) const;
  [[nodiscard]] std::int32_t buffered(std::size_t place) const;
  [[nodiscard]] std::size_t left_to_read() const;
  std::int32_t take();
  void attach(std::int32_t child, std::int32_t head, std::uint32_t label);
  void detach(std::int32_t child);

  std::int32_t count_;
  std::int32_t next_ = 0;
  std::vector<std::int32_t> stack_;
  std::vector<std::int32_t> put_back_;  // read before the rest of the text, the last one first
  std::vector<std::int32_t> heads_;
  std::vector<std::uint32_t> labels_;
  std::vector<std::int32_t> last_left_;  // last added left child of a token
  std::vector<std::int32_t> last_right_;
  std::vector<std::int32_t> added_before_;  // the child added before this one on the same side
  std::vector<char> unshiftable_;
  std::vector<char> starts_sentence_;
};

}  // namespace rashomon::language
