#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/place_features.hpp"
#include "mentions/place_names.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kLongestName = 4;  // tokens of a name that no list has

std::vector<GazetteerEntry> similar(const Gazetteer& gazetteer, std::string_view words,
                                    const std::set<std::string, std::less<>>& countries) {
  // "Syrias": a country whose apostrophe was lost.
  if (words.ends_with('s') && Countries::get().find(words.substr(0, words.size() - 1))) return {};
  auto entries = gazetteer.find_similar(words);
  std::erase_if(entries, [&](const GazetteerEntry& e) { return !countries.contains(e.country); });
  return entries;
}

// Nothing but small towns of countries that the document is not about.
bool only_far_towns(const PlaceName& n, const std::set<std::string, std::less<>>& countries) {
  constexpr std::int64_t kTown = 50000;
  return std::all_of(n.entries.begin(), n.entries.end(), [&](const GazetteerEntry& e) {
    return e.level == PlaceLevel::settlement && e.population < kTown && !countries.contains(e.country);
  });
}

// The run of proper nouns from `i` on, with articles and hyphens inside.
std::uint32_t name_end(const Reading& r, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (end < r.end_of(i) && end - i < kLongestName && may_continue_place(r.word(end)) && r.word(end) != "and" &&
         r.word(end) != "of")
    ++end;
  while (end > i && !is_capitalised(r.word(end - 1))) --end;
  return end;
}

bool may_be_unlisted(const Reading& r, std::uint32_t i) {
  const auto& t = r.token(i);
  if (t.pos != "PROPN" || !is_capitalised(r.word(i))) return false;
  return t.entity.empty() || t.entity == "ORG" || t.entity == "PERSON" || t.entity == "FAC" || t.entity == "GPE" ||
         t.entity == "LOC";
}

// Behind another place: "in Saraqib and X", "Saraqib, X".
bool lists_on(const Reading& r, const std::vector<char>& taken, std::uint32_t i) {
  if (i < r.first_of(i) + 2 || taken[i - 2] == 0) return false;
  const std::string_view w = r.word(i - 1);
  return w == "and" || w == "or" || w == ",";
}

}  // namespace

void find_romanised_names(const Reading& reading, const Gazetteer& gazetteer,
                          const std::set<std::string, std::less<>>& countries, std::vector<PlaceName>& names) {
  if (countries.empty()) return;
  std::vector<char> taken(reading.size(), 0);
  for (auto& n : names) {
    std::fill(taken.begin() + n.begin, taken.begin() + n.end, 1);
    if (n.country != nullptr || !only_far_towns(n, countries)) continue;
    auto entries = similar(gazetteer, reading.words(n.begin, n.end), countries);
    if (entries.empty()) continue;
    n.entries = std::move(entries);
    n.rule = "romanised";
  }
  const PlaceContext context{reading};
  std::vector<PlaceName> more;
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    if (taken[i] != 0 || !may_be_unlisted(reading, i) || !(context.locative(i) || lists_on(reading, taken, i)))
      continue;
    const std::uint32_t end = name_end(reading, i);
    if (end <= i || std::any_of(taken.begin() + i, taken.begin() + end, [](char c) { return c != 0; })) continue;
    PlaceName n;
    n.entries = similar(gazetteer, reading.words(i, end), countries);
    if (n.entries.empty()) continue;
    n.begin = i;
    n.end = end;
    n.key = fold_name(reading.words(i, end));
    n.rule = "romanised";
    more.push_back(std::move(n));
    i = end - 1;
  }
  names.insert(names.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::sort(names.begin(), names.end(), [](const PlaceName& a, const PlaceName& b) { return a.begin < b.begin; });
}

}  // namespace rashomon::mentions
