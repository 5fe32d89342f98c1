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

const WordClasses& name_words() {
  static const WordClasses kNames("person_names.tsv");
  return kNames;
}

bool is_two_names(const Reading& reading, std::uint32_t i) {
  if (i + 1 >= reading.end_of(i) || reading.token(i).pos != "PROPN" || reading.token(i + 1).pos != "PROPN")
    return false;
  if (!name_words().has("given_town", reading.word(i)) || !name_words().has("surname", reading.word(i + 1)))
    return false;
  // "Jackson Davis School", "Madison Clark County": what is named after them.
  return i + 2 >= reading.end_of(i) || reading.token(i + 2).pos != "PROPN";
}

}  // namespace rashomon::mentions
