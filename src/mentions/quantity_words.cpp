#include "mentions/quantity_words.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "core/check.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

template <class T>
using Map = std::map<std::string_view, T, std::less<>>;

const Map<UnitEntry>& units() {
  static const Map<UnitEntry> kUnits = [] {
    Map<UnitEntry> out;
    for (const auto& row : mention_table("units.tsv", 3)) {
      const auto measure = parse_name<Measure>(row[1]);
      RASHOMON_CHECK(measure.has_value());
      for (std::string_view word : list_of(row[0])) out.emplace(word, UnitEntry{*measure, row[2]});
    }
    return out;
  }();
  return kUnits;
}

struct Bounds {
  Map<Bound> before, after;
};

const Bounds& bounds() {
  static const Bounds kBounds = [] {
    Bounds out;
    for (const auto& row : mention_table("bounds.tsv", 3)) {
      const auto bound = parse_name<Bound>(row[1]);
      RASHOMON_CHECK(bound.has_value());
      (row[2] == "before" ? out.before : out.after).emplace(row[0], *bound);
    }
    return out;
  }();
  return kBounds;
}

constexpr std::size_t kLongestPhrase = 5;

std::string joined(std::span<const Word> words, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + words[i].low;
  return out;
}

const Map<NounClass>& nouns() {
  static const Map<NounClass> kNouns = [] {
    constexpr std::pair<std::string_view, NounClass> kClasses[] = {
        {"person", NounClass::person}, {"force", NounClass::force}, {"household", NounClass::household},
        {"house", NounClass::house},   {"event", NounClass::event}, {"vehicle", NounClass::vehicle},
        {"name", NounClass::name},     {"count", NounClass::count}};
    Map<NounClass> out;
    for (const auto& row : mention_table("count_nouns.tsv", 2))
      for (const auto& [name, kind] : kClasses)
        if (row[1] == name)
          for (std::string_view word : list_of(row[0])) out.emplace(word, kind);
    return out;
  }();
  return kNouns;
}

Frame frame_of(std::string_view name) {
  constexpr std::pair<std::string_view, Frame> kFrames[] = {
      {"object", Frame::object}, {"subject", Frame::subject},
      {"both", Frame::both},     {"noun", Frame::noun},
      {"event", Frame::event},   {"state", Frame::state},
      {"people", Frame::people}, {"people-subject", Frame::people_subject},
      {"lose", Frame::lose},     {"take", Frame::take},
      {"leave", Frame::leave},   {"drive", Frame::drive},
      {"send", Frame::send},     {"shelter", Frame::shelter},
      {"houses", Frame::houses}};
  for (const auto& [word, frame] : kFrames)
    if (word == name) return frame;
  RASHOMON_CHECK(false);
  return Frame::object;
}

const Map<std::vector<MeasureEntry>>& measures() {
  static const Map<std::vector<MeasureEntry>> kMeasures = [] {
    Map<std::vector<MeasureEntry>> out;
    for (const auto& row : mention_table("measures.tsv", 3)) {
      const auto measure = parse_name<Measure>(row[1]);
      RASHOMON_CHECK(measure.has_value());
      out[row[0]].push_back({*measure, frame_of(row[2])});
    }
    return out;
  }();
  return kMeasures;
}

}  // namespace

UnitEntry unit_word(std::string_view low) {
  const auto it = units().find(low);
  return it == units().end() ? UnitEntry{} : it->second;
}

BoundMatch bound_before(std::span<const Word> words, std::size_t at) {
  for (std::size_t n = std::min(kLongestPhrase, at); n > 0; --n) {
    const auto it = bounds().before.find(joined(words, at - n, at));
    if (it != bounds().before.end()) return {it->second, n};
  }
  return {};
}

BoundMatch bound_after(std::span<const Word> words, std::size_t at) {
  for (std::size_t n = std::min(kLongestPhrase, words.size() - std::min(at, words.size())); n > 0; --n) {
    const auto it = bounds().after.find(joined(words, at, at + n));
    if (it != bounds().after.end()) return {it->second, n};
  }
  return {};
}

NounClass noun_class(std::string_view lemma) {
  const auto it = nouns().find(lemma);
  return it == nouns().end() ? NounClass::thing : it->second;
}

std::vector<MeasureEntry> measure_entries(std::string_view lemma) {
  const auto it = measures().find(lemma);
  return it == measures().end() ? std::vector<MeasureEntry>{} : it->second;
}

std::optional<Measure> measure_in(std::string_view lemma, Frame frame) {
  const auto it = measures().find(lemma);
  if (it == measures().end()) return {};
  for (const MeasureEntry& e : it->second)
    if (e.frame == frame) return e.measure;
  return {};
}

}  // namespace rashomon::mentions
