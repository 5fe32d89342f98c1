#include "mentions/place_names.hpp"

#include <algorithm>
#include <array>

#include "mentions/actor_lexicon.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kLongestName = 6;  // tokens; "Ma'arrat al - Nu'man" has four

const WordClasses& place_words() {
  static const WordClasses kWords("place_words.tsv");
  return kWords;
}

bool is(std::string_view name, std::string_view word) { return place_words().has(name, word); }

// What the entity tagger says of a stretch.
struct Label {
  std::string_view label;     // of the entity that covers its first token; empty for none
  std::uint32_t begin = 0, end = 0;
  bool exact = false;         // the entity is the stretch, give or take an article and 's
};

class Finder {
 public:
  Finder(const Reading& reading, PlaceLookup& lookup) : r_(reading), lookup_(lookup) {
    entity_.assign(r_.size(), -1);
    for (std::size_t e = 0; e < r_.parse.entities.size(); ++e)
      for (std::uint32_t i = r_.parse.entities[e].begin; i < r_.parse.entities[e].end; ++i) entity_[i] = static_cast<int>(e);
    for (const auto& e : r_.parse.entities)
      if (e.label == "PERSON")
        for (std::uint32_t i = e.begin; i < e.end; ++i) person_words_.insert(r_.word(i));
  }
  std::vector<PlaceName> run();

 private:
  [[nodiscard]] bool may_begin(std::uint32_t i) const;
  [[nodiscard]] bool may_continue(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t longest(std::uint32_t i) const;
  [[nodiscard]] Label label_of(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool locative(std::uint32_t begin) const;
  [[nodiscard]] bool before_comma_area(std::uint32_t end) const;
  [[nodiscard]] const char* accept(std::uint32_t begin, std::uint32_t end, const PlaceLookup::Answer& a) const;
  [[nodiscard]] const char* accept_named(std::uint32_t begin, std::uint32_t end, const Label& label, std::int64_t people) const;
  void add(std::uint32_t begin, std::uint32_t end, const char* rule);
  std::uint32_t by_gazetteer(std::uint32_t i);
  void by_entity(const language::Entity& e);

  const Reading& r_;
  PlaceLookup& lookup_;
  std::vector<int> entity_;
  std::set<std::string_view> person_words_;
  std::vector<PlaceName> found_;
};

bool Finder::may_begin(std::uint32_t i) const {
  const std::string_view w = r_.word(i);
  if (is_space(w)) return false;
  const auto& t = r_.token(i);
  if (is_capitalised(w)) return t.pos == "PROPN" || !t.entity.empty() || t.pos == "ADJ" || t.pos == "NOUN";
  return (w == "al" || w == "el") && i + 2 < r_.end_of(i);
}

// Words that stand inside a name: capitalised ones and the small ones between them.
bool Finder::may_continue(std::uint32_t i) const {
  const std::string_view w = r_.word(i);
  if (is_capitalised(w)) return true;
  static constexpr std::array<std::string_view, 24> kInside = {
      "of", "the", "and", "de", "del", "la", "al", "el", "an", "ar", "as", "ash", "at", "az", "-", "–", "'", "’", "da", "do", "on", "upon", "du", "di"};
  return std::find(kInside.begin(), kInside.end(), w) != kInside.end() || w == "," || w == "le" || w == "les";
}

std::uint32_t Finder::longest(std::uint32_t i) const {
  std::uint32_t end = i + 1;
  while (end < r_.end_of(i) && end - i < kLongestName && may_continue(end)) ++end;
  return end;
}

Label Finder::label_of(std::uint32_t begin, std::uint32_t end) const {
  if (entity_[begin] < 0) {
    // An entity may begin after an article that belongs to the name ("al", "The").
    return {};
  }
  const auto& e = r_.parse.entities[static_cast<std::size_t>(entity_[begin])];
  std::uint32_t from = e.begin, to = e.end;
  while (from < begin && (lower(r_.word(from)) == "the" || is("direction", r_.word(from)))) ++from;
  while (to > end && (r_.word(to - 1) == "'s" || r_.word(to - 1) == "’s" || r_.word(to - 1) == "'")) --to;
  return {e.label, e.begin, e.end, from == begin && to <= end};
}

// "in X", "near X", "to X", "in northern X", "from X to Y".
bool Finder::locative(std::uint32_t begin) const {
  std::uint32_t i = begin;
  const std::uint32_t first = r_.first_of(begin);
  while (i > first && (is("direction", r_.word(i - 1)) || lower(r_.word(i - 1)) == "the" || r_.word(i - 1) == "-")) --i;
  if (i == first) return false;
  const std::string_view w = r_.word(i - 1);
  if (is("locative", w)) return true;
  if (i < begin && (is("direction", r_.word(begin - 1)))) return true;
  return lower(w) == "of" && i > first + 1 && (is("area", r_.word(i - 2)) || is("town", r_.word(i - 2)) || is("direction", r_.word(i - 2)));
}

// "X, Tex.", "X, Texas", "X, Germany".
bool Finder::before_comma_area(std::uint32_t end) const {
  if (end + 1 >= r_.size() || r_.word(end) != "," || end + 1 >= r_.end_of(end)) return false;
  const std::uint32_t limit = longest(end + 1);
  for (std::uint32_t to = limit; to > end + 1; --to) {
    const auto& a = lookup_.find(r_.words(end + 1, to));
    if (a.abbreviation || a.country != nullptr) return true;
    if (!a.entries.empty() && a.entries[0].level == PlaceLevel::admin1) return true;
  }
  return false;
}

const char* Finder::accept_named(std::uint32_t begin, std::uint32_t end, const Label& label, std::int64_t people) const {
  const bool in_name = label.end > end || label.begin < begin;
  if (label.label == "PERSON") return label.exact && locative(begin) && people >= 5000 ? "person-in" : nullptr;
  if (label.exact) return locative(begin) || people >= 50000 ? "org-alone" : nullptr;
  if (in_name && label.end > end && (is("service", r_.word(end)) )) return "org-place";
  return nullptr;
}

const char* Finder::accept(std::uint32_t begin, std::uint32_t end, const PlaceLookup::Answer& a) const {
  const Label label = label_of(begin, end);
  const std::int64_t people = a.entries.empty() ? 0 : a.entries[0].population;
  const bool single = end == begin + 1;
  const std::string_view last = r_.word(end - 1), next = r_.word(end);
  if (single && (is("not_alone", last) || is("area", last) || is("town", last) || is("site", last) || is("direction", last))) return nullptr;
  if (a.abbreviation) {
    if (last.find('.') == std::string_view::npos) return r_.before(begin) == "," ? "abbreviation" : nullptr;
    return label.label == "PERSON" && !label.exact ? nullptr : "abbreviation";
  }
  if (const Organisation* o = ActorLexicon::get().organisation(r_.words(begin, end)); o != nullptr && a.country == nullptr &&
      (o->kind == ActorKind::armed_group || o->kind == ActorKind::other || label.label == "ORG" || a.entries.empty()))
    return nullptr;
  if (begin > 0 && is("title", r_.before(begin)) && label.label != "GPE") return nullptr;
  if (label.label == "GPE" || label.label == "LOC") return "entity";
  if (label.label == "FAC") return label.exact && single ? "entity" : nullptr;
  if (before_comma_area(end) && label.label != "NORP") return "comma";
  if (a.country != nullptr && label.label != "PERSON") {
    if (label.label.empty() || label.exact) return "country";
    return label.label == "ORG" || label.label == "EVENT" || label.label == "LAW" ? nullptr : "country";
  }
  if (label.label == "PERSON" || label.label == "ORG") return accept_named(begin, end, label, people);
  if (!label.label.empty()) return locative(begin) && label.exact && label.label != "NORP" && label.label != "DATE" ? "other-in" : nullptr;
  if (is_capitalised(next) && entity_[end] >= 0 && !is("area", next)) return nullptr;
  if (single && person_words_.contains(last)) return nullptr;
  if (r_.token(end - 1).pos != "PROPN") return nullptr;
  if (locative(begin)) return "in";
  return people >= 20000 && !a.entries[0].alternate && r_.first_of(begin) != begin ? "known" : nullptr;
}

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

// The longest name of the gazetteer that begins at `i`; the token to go on with.
std::uint32_t Finder::by_gazetteer(std::uint32_t i) {
  for (std::uint32_t end = longest(i); end > i; --end) {
    const std::string_view last = r_.word(end - 1);
    if (!is_capitalised(last) && end > i + 1) continue;
    const std::string_view text = r_.words(i, end);
    if (text.find_first_of("\n,") != std::string_view::npos) continue;
    const auto& answer = lookup_.find(text);
    if (!answer.known()) continue;
    if (const char* rule = accept(i, end, answer)) {
      add(i, end, rule);
      return end;
    }
  }
  return i + 1;
}

// An entity of the tagger with no name of the gazetteer in it.
void Finder::by_entity(const language::Entity& e) {
  if (e.label != "GPE" && e.label != "LOC") return;
  std::uint32_t begin = e.begin, end = e.end;
  while (begin < end && (lower(r_.word(begin)) == "the" || is("direction", r_.word(begin)) || is_space(r_.word(begin)))) ++begin;
  while (end > begin && !is_capitalised(r_.word(end - 1))) --end;
  if (begin == end || !is_capitalised(r_.word(begin))) return;
  if (!locative(begin) && !before_comma_area(end) && !is("area", r_.word(end)) && !is("area", r_.word(end - 1))) return;
  const std::string_view text = r_.words(begin, end);
  if (ActorLexicon::get().organisation(text) != nullptr) return;
  const CountryHit hit = Countries::get().find(text);
  if (hit.kind == CountryWord::adjective || hit.kind == CountryWord::people) return;
  add(begin, end, "entity-unknown");
}

std::vector<PlaceName> Finder::run() {
  std::vector<char> covered(r_.size(), 0);
  for (std::uint32_t i = 0; i < r_.size();) {
    if (!may_begin(i)) {
      ++i;
      continue;
    }
    const std::uint32_t next = by_gazetteer(i);
    if (!found_.empty() && found_.back().begin == i) std::fill(covered.begin() + i, covered.begin() + next, 1);
    i = next;
  }
  for (const auto& e : r_.parse.entities)
    if (std::none_of(covered.begin() + e.begin, covered.begin() + e.end, [](char c) { return c != 0; })) by_entity(e);
  std::sort(found_.begin(), found_.end(), [](const PlaceName& a, const PlaceName& b) { return a.begin < b.begin; });
  return std::move(found_);
}

}  // namespace

std::vector<PlaceName> find_place_names(const Reading& reading, PlaceLookup& lookup) {
  return Finder(reading, lookup).run();
}

}  // namespace rashomon::mentions
