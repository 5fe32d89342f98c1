#include "mentions/countries.hpp"

#include "mentions/fold.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {

Countries::Countries() {
  for (const auto& r : mention_table("countries.tsv", 8))
    rows_.push_back({r[0], r[1], r[2], list_of(r[3]), list_of(r[4]), list_of(r[5]), list_of(r[6]), list_of(r[7])});
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    add(rows_[i].name, i, CountryWord::name);
    for (auto w : rows_[i].aliases) add(w, i, CountryWord::name);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (auto w : rows_[i].adjectives) add(w, i, CountryWord::adjective);
    for (auto w : rows_[i].people) add(w, i, CountryWord::people);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (auto w : rows_[i].capitals) add(w, i, CountryWord::capital);
    for (auto w : rows_[i].seats) add(w, i, CountryWord::seat);
  }
}

const Countries& Countries::get() {
  static const Countries kCountries;
  return kCountries;
}

void Countries::add(std::string_view word, std::size_t row, CountryWord kind) {
  words_.try_emplace(std::string(word), row, kind);
  // "US", "UK", "CAR", "DRC" mean the country only as written.
  if (word.size() > 4) words_.try_emplace(fold_name(word), row, kind);
  else if (word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.") != std::string_view::npos)
    words_.try_emplace(fold_name(word), row, kind);
}

CountryHit Countries::find(std::string_view words) const {
  if (words.empty()) return {};
  auto it = words_.find(words);
  if (it == words_.end() && is_capitalised(words)) it = words_.find(fold_name(words));
  if (it == words_.end()) return {};
  return {&rows_[it->second.first], it->second.second};
}

const Country* Countries::by_iso3(std::string_view iso3) const {
  for (const auto& c : rows_)
    if (c.iso3 == iso3) return &c;
  return nullptr;
}

const Country* Countries::by_iso2(std::string_view iso2) const {
  for (const auto& c : rows_)
    if (c.iso2 == iso2 && iso3_of(c) == c.iso3) return &c;
  return nullptr;
}

const Country* find_country(std::string_view code_or_name) {
  std::string code(code_or_name);
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  const Countries& all = Countries::get();
  if (const Country* country = code.size() == 2 ? all.by_iso2(code) : code.size() == 3 ? all.by_iso3(code) : nullptr)
    return country;
  const CountryHit hit = all.find(code_or_name);
  return hit.kind == CountryWord::name ? hit.country : nullptr;
}

std::string_view iso3_of(const Country& country) {
  return country.iso2 == "GB" ? std::string_view("GBR") : country.iso3;
}

}  // namespace rashomon::mentions
