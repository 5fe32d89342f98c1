#include "mentions/words.hpp"

#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {

bool is_space(std::string_view word) { return word.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

std::vector<std::uint32_t> near_children(const language::Parse& parse, std::uint32_t i) {
  constexpr std::uint32_t kReach = 40;
  const auto& t = parse.tokens[i];
  std::vector<std::uint32_t> out;
  const std::uint32_t last = std::min({t.right_edge, i + kReach, static_cast<std::uint32_t>(parse.tokens.size()) - 1});
  for (std::uint32_t k = std::max(t.left_edge, i > kReach ? i - kReach : 0U); k <= last; ++k)
    if (k != i && parse.tokens[k].head == i) out.push_back(k);
  return out;
}

WordClasses::WordClasses(std::string_view file) {
  for (const auto& row : mention_table(file, 2))
    for (std::string_view word : list_of(row[1])) words_.emplace(row[0], word);
}

bool WordClasses::has(std::string_view name, std::string_view word) const {
  return words_.contains({name, std::string_view(lower(word))});
}

}  // namespace rashomon::mentions
