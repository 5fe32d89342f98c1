#include "mentions/place_features.hpp"

#include <algorithm>
#include <array>

#include "mentions/actor_lexicon.hpp"
#include "mentions/fold.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kLongestName = 6;  // tokens; "Ma'arrat al - Nu'man" has four

const std::map<std::string, int, std::less<>>& weights() {
  static const auto kWeights = [] {
    std::map<std::string, int, std::less<>> out;
    for (const auto& r : mention_table("place_weights.tsv", 2))
      out.emplace(std::string(r[0]), std::stoi(std::string(r[1])));
    return out;
  }();
  return kWeights;
}

// The first class of data/mentions/place_words.tsv that has the word, "cap" or "low" for other words.
std::string class_of(std::string_view word) {
  if (word.empty()) return "none";
  static constexpr std::array<std::string_view, 8> kClasses = {"locative", "direction", "area",      "town",
                                                               "site",     "service",   "name_head", "title"};
  for (std::string_view c : kClasses)
    if (place_words().has(c, word)) return std::string(c);
  if (word == "," || word == "." || word == "-" || word == "(" || word == ")" || word == "'s" || word == "’s" ||
      word == ":")
    return std::string(word);
  if (is_space(word)) return "space";
  if (word[0] >= '0' && word[0] <= '9') return "digit";
  return is_capitalised(word) ? "cap" : "low";
}

std::string_view people_class(std::int64_t people) {
  if (people < 1000) return "0";
  if (people < 10000) return "1k";
  if (people < 50000) return "10k";
  if (people < 250000) return "50k";
  return people < 1000000 ? "250k" : "1M";
}

// A short word of letters, fit to be a feature of its own.
bool is_plain(std::string_view w) {
  return !w.empty() && w.size() < 12 &&
         std::all_of(w.begin(), w.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_shouted(std::string_view w) {
  return w.size() > 2 && std::none_of(w.begin(), w.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

const WordClasses& place_words() {
  static const WordClasses kWords("place_words.tsv");
  return kWords;
}

bool may_continue_place(std::string_view w) {
  if (is_capitalised(w)) return true;
  static constexpr std::array<std::string_view, 26> kInside = {
      "of", "the", "and", "de", "del", "la", "al", "el", "an",   "ar", "as", "ash", "at",
      "az", "-",   "–",   "'",  "’",   "da", "do", "on", "upon", "du", "di", "le",  "les"};
  return std::find(kInside.begin(), kInside.end(), w) != kInside.end();
}

std::uint32_t longest_place(const Reading& reading, std::uint32_t begin) {
  std::uint32_t end = begin + 1;
  while (end < reading.end_of(begin) && end - begin < kLongestName && may_continue_place(reading.word(end))) ++end;
  return end;
}

PlaceScorer::PlaceScorer(const Reading& reading, PlaceLookup& lookup) : r_(reading), lookup_(lookup) {
  entity_.assign(r_.size(), -1);
  for (std::size_t e = 0; e < r_.parse.entities.size(); ++e) {
    const auto& entity = r_.parse.entities[e];
    for (std::uint32_t i = entity.begin; i < entity.end; ++i) {
      entity_[i] = static_cast<int>(e);
      if (entity.label == "PERSON" && entity.end - entity.begin > 1) person_words_.insert(r_.word(i));
      if (is_capitalised(r_.word(i))) ++labels_[std::string(r_.word(i))][entity.label];
    }
  }
}

namespace {

bool is_possessive(std::string_view word) {
  return word == "'s" || word == "\xE2\x80\x99s" || word == "'" || word == "\xE2\x80\x99";
}

}  // namespace

bool PlaceContext::locative(std::uint32_t begin) const {
  std::uint32_t i = begin;
  const std::uint32_t first = r_.first_of(begin);
  const auto& words = place_words();
  while (i > first &&
         (words.has("direction", r_.word(i - 1)) || lower(r_.word(i - 1)) == "the" || r_.word(i - 1) == "-"))
    --i;
  if (i == first) return false;
  const std::string_view w = r_.word(i - 1);
  if (is_possessive(w) && i > first + 1 && Countries::get().find(r_.word(i - 2)).kind == CountryWord::name) return true;
  if (words.has("locative", w) || (i < begin && words.has("direction", r_.word(begin - 1)))) return true;
  return lower(w) == "of" && i > first + 1 &&
         (words.has("area", r_.word(i - 2)) || words.has("town", r_.word(i - 2)) ||
          words.has("direction", r_.word(i - 2)));
}

bool PlaceScorer::before_comma_area(std::uint32_t end) {
  if (end + 1 >= r_.size() || r_.word(end) != "," || end + 1 >= r_.end_of(end - 1)) return false;
  for (std::uint32_t to = longest_place(r_, end + 1); to > end + 1; --to) {
    const auto& a = lookup_.find(r_.words(end + 1, to));
    if (a.abbreviation || a.country != nullptr) return true;
    if (!a.entries.empty() && a.entries[0].level == PlaceLevel::admin1) return true;
  }
  return false;
}

bool PlaceScorer::is_rather_a_person(std::string_view word) const {
  const auto it = labels_.find(word);
  if (it == labels_.end()) return false;
  int person = 0, place = 0;
  for (const auto& [label, n] : it->second) {
    if (label == "PERSON") person += n;
    if (label == "GPE" || label == "LOC") place += n;
  }
  return person >= place && person > 0;
}

void PlaceScorer::entity_features(std::uint32_t begin, std::uint32_t end, std::vector<std::string>& out) const {
  if (entity_[begin] < 0) {
    out.push_back(entity_[end - 1] < 0 ? "ent=none" : "ent=later");
    return;
  }
  const auto& e = r_.parse.entities[static_cast<std::size_t>(entity_[begin])];
  std::uint32_t from = e.begin, to = e.end;
  while (from < begin && (lower(r_.word(from)) == "the" || place_words().has("direction", r_.word(from)))) ++from;
  while (to > end && (r_.word(to - 1) == "'s" || r_.word(to - 1) == "’s" || r_.word(to - 1) == "'")) --to;
  const std::string label(e.label);
  const char* relation = from == begin && to == end ? "exact"
                         : to < end                 ? "beyond"
                         : from == begin            ? "begins"
                         : to == end                ? "ends"
                                                    : "inside";
  out.push_back("ent=" + label);
  out.push_back("ent=" + label + "/" + relation);
  if (to > end) out.push_back("ent=" + label + "/last=" + class_of(r_.word(to - 1)));
}

void PlaceScorer::name_features(std::uint32_t begin, std::uint32_t end, const PlaceLookup::Answer& a,
                                std::vector<std::string>& out) const {
  const std::string_view last = r_.word(end - 1);
  const std::int64_t people = a.entries.empty() ? 0 : a.entries[0].population;
  std::string type = "town";
  if (a.abbreviation) type = last.find('.') != std::string_view::npos ? "abbr" : "postal";
  else if (a.country != nullptr) type = "country";
  else if (a.entries.empty()) type = "unknown";
  else if (a.entries[0].level == PlaceLevel::admin1) type = "admin1";
  else if (a.entries[0].level == PlaceLevel::admin2) type = "county";
  else if (a.entries[0].level == PlaceLevel::other) type = "region";
  out.push_back("type=" + type);
  const bool alternate = type == "town" && std::all_of(a.entries.begin(), a.entries.end(),
                                                       [](const GazetteerEntry& e) { return e.alternate; });
  if (type == "town") out.push_back("people=" + std::string(people_class(people)) + (alternate ? "/alt" : ""));
  out.push_back("type=" + type + (entity_[begin] < 0 ? "/bare" : "/" + std::string(r_.token(begin).entity)));
  const bool single = end == begin + 1;
  out.push_back(single ? "words=1" : end == begin + 2 ? "words=2" : "words=3");
  if (type == "town" && a.entries.size() > 8) out.push_back("many");
  const auto& words = place_words();
  if (single && words.has("not_alone", last)) out.push_back("common");
  if (single &&
      (words.has("area", last) || words.has("town", last) || words.has("site", last) || words.has("direction", last)))
    out.push_back("generic");
  if (is_shouted(last) && type == "town") out.push_back("shouted");
  out.push_back("tag=" + std::string(r_.token(end - 1).tag));
  if (single && (r_.token(begin).pos == "ADJ" || r_.token(begin).pos == "NOUN")) out.push_back("no-name");
  const Organisation* o = r_.actors.organisation(r_.words(begin, end));
  if (o != nullptr && a.country == nullptr)
    out.push_back(o->kind == ActorKind::media || o->kind == ActorKind::company ? "lexicon=media" : "lexicon");
}

void PlaceScorer::context_features(std::uint32_t begin, std::uint32_t end, std::vector<std::string>& out) {
  const std::uint32_t first = r_.first_of(begin), stop = r_.end_of(end - 1);
  const std::string_view before = begin > first ? r_.word(begin - 1) : std::string_view(),
                         after = end < stop ? r_.word(end) : std::string_view();
  const std::string_view after2 = end + 1 < stop ? r_.word(end + 1) : std::string_view();
  const bool in_entity = entity_[begin] >= 0;
  const std::string place = in_entity ? "" : "bare/";
  out.push_back(place + "before=" + class_of(before));
  out.push_back(place + "after=" + class_of(after));
  if (after == "," || after == "-") out.push_back("after=" + std::string(after) + class_of(after2));
  if (is_plain(before)) out.push_back("before:" + lower(before));
  if (is_plain(after)) out.push_back("after:" + lower(after));
  if (begin == first) out.push_back("first");
  const bool in = locative(begin);
  if (in) out.push_back(place + "locative");
  if (before_comma_area(end)) out.push_back("comma-area");
  const auto& t = r_.token(end - 1);
  out.push_back("dep=" + std::string(t.dep));
  if (t.dep == "compound" && t.head != end - 1) out.push_back("compound-of=" + class_of(r_.word(t.head)));
  if (is_capitalised(after) && end < stop && (entity_[end] < 0 || (in_entity && entity_[end] == entity_[begin])))
    out.push_back(in ? "goes-on/in" : "goes-on");
}

void PlaceScorer::document_features(std::uint32_t begin, std::uint32_t end, std::vector<std::string>& out) const {
  if (end == begin + 1 && person_words_.contains(r_.word(begin)))
    out.push_back(locative(begin) ? "person-word/in" : "person-word");
  const auto it = labels_.find(r_.word(end - 1));
  if (it == labels_.end()) return;
  int place = 0, other = 0;
  for (const auto& [label, n] : it->second) (label == "GPE" || label == "LOC" ? place : other) += n;
  if (place + other < 2) return;
  out.push_back(place >= 2 * other ? "mostly-place" : other >= 2 * place ? "mostly-other" : "mixed");
}

std::vector<std::string> PlaceScorer::features(std::uint32_t begin, std::uint32_t end,
                                               const PlaceLookup::Answer& answer) {
  std::vector<std::string> out{"bias"};
  entity_features(begin, end, out);
  name_features(begin, end, answer, out);
  context_features(begin, end, out);
  document_features(begin, end, out);
  return out;
}

int PlaceScorer::score(std::uint32_t begin, std::uint32_t end, const PlaceLookup::Answer& answer) {
  int sum = 0;
  for (const auto& f : features(begin, end, answer))
    if (const auto it = weights().find(f); it != weights().end()) sum += it->second;
  return sum;
}

}  // namespace rashomon::mentions
