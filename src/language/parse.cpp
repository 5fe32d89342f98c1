#include "language/parse.hpp"

namespace rashomon::language {

std::vector<std::uint32_t> Parse::children(std::uint32_t i) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t k = tokens[i].left_edge; k <= tokens[i].right_edge && k < tokens.size(); ++k)
    if (k != i && tokens[k].head == i) out.push_back(k);
  return out;
}

Span Parse::subtree(std::uint32_t i) const {
  return {tokens[tokens[i].left_edge].span.begin, tokens[tokens[i].right_edge].span.end};
}

bool Parse::is_under(std::uint32_t i, std::uint32_t ancestor) const {
  for (std::size_t steps = 0; steps <= tokens.size(); ++steps) {
    if (i == ancestor) return true;
    if (tokens[i].head == i) return false;
    i = tokens[i].head;
  }
  return false;
}

}  // namespace rashomon::language
