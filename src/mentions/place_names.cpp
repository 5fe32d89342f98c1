#include "mentions/place_names.hpp"

#include <algorithm>

#include "mentions/actor_lexicon.hpp"
#include "mentions/fold.hpp"
#include "mentions/place_features.hpp"

namespace rashomon::mentions {
namespace {

class Finder {
 public:
  Finder(const Reading& reading, PlaceLookup& lookup) : r_(reading), lookup_(lookup), scorer_(reading, lookup) {}
  std::vector<PlaceName> run();

 private:
  void add(std::uint32_t begin, std::uint32_t end, const char* rule);
  std::uint32_t by_gazetteer(std::uint32_t i);
  void by_entity(const language::Entity& e);

  const Reading& r_;
  PlaceLookup& lookup_;
  PlaceScorer scorer_;
  std::vector<PlaceName> found_;
};

void Finder::add(std::uint32_t begin, std::uint32_t end, const char* rule) {
  PlaceName name;
  name.begin = begin;
  name.end = end;
  const std::string_view text = r_.words(begin, end);
  const auto& answer = lookup_.find(text);
  name.entries = answer.entries;
  name.country = answer.country;
  name.key = answer.abbreviation && !answer.entries.empty() ? fold_name(answer.entries[0].name) : fold_name(text);
  name.rule = rule;
  found_.push_back(std::move(name));
}

// The longest name of the gazetteer that begins at `i` and is a place; the token to go on with.
std::uint32_t Finder::by_gazetteer(std::uint32_t i) {
  for (const std::uint32_t end : place_candidates(r_, lookup_, i)) {
    const auto& answer = lookup_.find(r_.words(i, end));
    if (!answer.own() && ((end == i + 1 && is_two_names(r_, i)) || scorer_.score(i, end, answer) <= 0)) continue;
    add(i, end,
        answer.own()                                                 ? "own gazetteer"
        : r_.token(i).entity == "GPE" || r_.token(i).entity == "LOC" ? "tagger+gazetteer"
                                                                     : "gazetteer");
    return end;
  }
  return i + 1;
}

// An entity of the tagger with no name of the gazetteer in it, where the words around it speak of a place.
void Finder::by_entity(const language::Entity& e) {
  if (e.label != "GPE" && e.label != "LOC") return;
  const auto& words = place_words();
  std::uint32_t begin = e.begin, end = e.end;
  while (begin < end &&
         (lower(r_.word(begin)) == "the" || words.has("direction", r_.word(begin)) || is_space(r_.word(begin))))
    ++begin;
  while (end > begin && !is_capitalised(r_.word(end - 1))) --end;
  // "the West Side" is no "Side" in the west.
  if (end == begin + 1 && begin > e.begin && words.has("not_alone", r_.word(begin)) &&
      is_capitalised(r_.word(begin - 1)) && words.has("direction", r_.word(begin - 1)))
    --begin;
  if (begin == end || !is_capitalised(r_.word(begin))) return;
  if (!scorer_.locative(begin) && !scorer_.before_comma_area(end) && !words.has("area", r_.word(end)) &&
      !words.has("area", r_.word(end - 1)))
    return;
  if (scorer_.is_rather_a_person(r_.word(end - 1))) return;
  const std::string_view text = r_.words(begin, end);
  if (r_.actors.organisation(text) != nullptr) return;
  const CountryHit hit = Countries::get().find(text);
  if (hit.kind == CountryWord::adjective || hit.kind == CountryWord::people) return;
  add(begin, end, "tagger");
}

std::vector<PlaceName> Finder::run() {
  std::vector<char> covered(r_.size(), 0);
  for (std::uint32_t i = 0; i < r_.size();) {
    const std::uint32_t next = by_gazetteer(i);
    if (!found_.empty() && found_.back().begin == i) std::fill(covered.begin() + i, covered.begin() + next, 1);
    i = next;
  }
  for (const auto& e : r_.parse.entities)
    if (std::none_of(covered.begin() + e.begin, covered.begin() + e.end, [](char c) { return c != 0; })) by_entity(e);
  std::sort(found_.begin(), found_.end(), [](const PlaceName& a, const PlaceName& b) { return a.begin < b.begin; });
  return std::move(found_);
}

bool may_begin(const Reading& r, std::uint32_t i) {
  const std::string_view w = r.word(i);
  if (is_space(w)) return false;
  const auto& t = r.token(i);
  if (is_capitalised(w)) return t.pos == "PROPN" || !t.entity.empty() || t.pos == "ADJ" || t.pos == "NOUN";
  return (w == "al" || w == "el") && i + 2 < r.end_of(i);
}

// "SANA" is the agency, "Sanaa" the city.
bool is_acronym_of_lexicon(std::string_view w, const ActorLexicon& lexicon) {
  return w.size() > 2 && w.size() < 8 &&
         std::all_of(
             w.begin(), w.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         lexicon.organisation(w) != nullptr;
}

// Words of two letters and the bare article are names only as abbreviations.
bool is_too_short(std::string_view w) {
  if (!is_capitalised(w)) return true;
  return w.size() < 3 && w.find('.') == std::string_view::npos && !(w.size() == 2 && w[1] >= 'A' && w[1] <= 'Z');
}

}  // namespace

std::vector<std::uint32_t> place_candidates(const Reading& reading, PlaceLookup& lookup, std::uint32_t i) {
  std::vector<std::uint32_t> ends;
  const bool own = lookup.begins_own(reading.word(i));
  if (!own && !may_begin(reading, i)) return ends;
  for (std::uint32_t end = longest_place(reading, i); end > i; --end) {
    if (!own && !is_capitalised(reading.word(end - 1)) && end > i + 1) continue;
    const std::string_view text = reading.words(i, end);
    if (own && lookup.find(text).own()) {
      ends.push_back(end);
      continue;
    }
    if (end == i + 1 && (is_too_short(text) || is_acronym_of_lexicon(text, reading.actors))) continue;
    if (text.find('\n') == std::string_view::npos && lookup.find(text).known()) ends.push_back(end);
  }
  return ends;
}

std::vector<PlaceName> find_place_names(const Reading& reading, PlaceLookup& lookup) {
  return Finder(reading, lookup).run();
}

}  // namespace rashomon::mentions
