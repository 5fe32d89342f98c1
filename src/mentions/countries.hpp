#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon::mentions {

/// A country of data/mentions/countries.tsv.
struct Country {
  std::string_view iso3, iso2, name;
  std::vector<std::string_view> aliases, adjectives, people, capitals, seats;
};

/// What a word says of a country.
enum class CountryWord { none, name, adjective, people, capital, seat };

struct CountryHit {
  const Country* country = nullptr;
  CountryWord kind = CountryWord::none;
  explicit operator bool() const { return country != nullptr; }
};

/// The countries, found by name, demonym, capital or seat of government.
class Countries {
 public:
  [[nodiscard]] static const Countries& get();
  /// By exact spelling first ("US" is not "us"), then by folded name. Names win over demonyms, those over capitals.
  [[nodiscard]] CountryHit find(std::string_view words) const;
  [[nodiscard]] const Country* by_iso3(std::string_view iso3) const;
  [[nodiscard]] const Country* by_iso2(std::string_view iso2) const;
  [[nodiscard]] const std::vector<Country>& all() const { return rows_; }

 private:
  Countries();
  void add(std::string_view word, std::size_t row, CountryWord kind);
  std::vector<Country> rows_;
  std::map<std::string, std::pair<std::size_t, CountryWord>, std::less<>> words_;
};

/// The country that a user's table means by its ISO code of three or two letters, in any case, or by its name.
[[nodiscard]] const Country* find_country(std::string_view code_or_name);

/// UN-known ISO 3166-1 alpha-3 of a row: parts of the United Kingdom give GBR.
[[nodiscard]] std::string_view iso3_of(const Country& country);

}  // namespace rashomon::mentions
