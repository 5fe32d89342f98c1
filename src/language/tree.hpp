#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/layout.hpp"

namespace rashomon::language {

/// Heads and labels of one text, with what follows from them.
struct DependencyTree {
  std::vector<std::int32_t> heads;       ///< index of the head token; itself for a root
  std::vector<std::uint32_t> labels;     ///< index into the parser's labels
  std::vector<std::int32_t> left_edge;   ///< first token of the subtree
  std::vector<std::int32_t> right_edge;  ///< last token of the subtree
  std::vector<char> starts_sentence;     ///< 1 at the first token of a root's subtree
};

/// Fills edges and sentence starts from the heads.
void find_edges(DependencyTree& tree);

/// Puts lifted arcs back: a token labelled "relcl||pobj" is attached to the first "pobj" found breadth-first below its
/// head. `lifted` has one entry a label, `space` 1 for white-space tokens. Edges must be filled; they are filled again.
/// Reference: J. Nivre, J. Nilsson (2005), Pseudo-projective dependency parsing, encoding HEAD.
void put_back_lifted(DependencyTree& tree, std::span<const Lifted> lifted, std::span<const char> space);

}  // namespace rashomon::language
