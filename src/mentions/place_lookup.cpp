#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/place_names.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

struct Abbreviation {
  std::string_view name, iso3;
};

const std::map<std::string_view, Abbreviation>& abbreviations() {
  static const auto kAbbreviations = [] {
    std::map<std::string_view, Abbreviation> out;
    for (const auto& r : mention_table("abbreviations.tsv", 3))
      for (auto word : list_of(r[0])) out[word] = {r[1], r[2]};
    return out;
  }();
  return kAbbreviations;
}

}  // namespace

const PlaceLookup::Answer& PlaceLookup::find(std::string_view name) {
  const auto it = answers_.find(name);
  return it != answers_.end() ? it->second : answers_.emplace(std::string(name), ask(name)).first->second;
}

PlaceLookup::Answer PlaceLookup::ask(std::string_view name) const {
  Answer answer;
  answer.entries = gazetteer_.find_own(name);
  if (answer.own()) return answer;
  const auto abbreviation = abbreviations().find(name);
  if (abbreviation != abbreviations().end()) {
    answer.abbreviation = true;
    answer.entries = gazetteer_.find(abbreviation->second.name);
    std::erase_if(answer.entries, [&](const GazetteerEntry& e) {
      return e.level != PlaceLevel::admin1 || e.country != abbreviation->second.iso3;
    });
    return answer;
  }
  const CountryHit hit = Countries::get().find(name);
  if (hit.kind == CountryWord::seat || hit.kind == CountryWord::people) return answer;
  if (hit.kind == CountryWord::name) {
    answer.country = hit.country;
    const auto countries = gazetteer_.find(hit.country->name);
    for (const auto& e : countries)
      if (e.level == PlaceLevel::country || iso3_of(*hit.country) != hit.country->iso3) answer.entries.push_back(e);
    if (lower(name) != name && name.size() > 4)
      for (const auto& e : gazetteer_.find(name))
        if (e.level != PlaceLevel::country) answer.entries.push_back(e);
    return answer;
  }
  if (hit.kind == CountryWord::adjective) return answer;
  answer.entries = gazetteer_.find(name);
  return answer;
}

}  // namespace rashomon::mentions
