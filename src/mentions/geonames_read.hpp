#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.hpp"

namespace rashomon::mentions {

/// A settlement of cities500.json.
struct City {
  std::int64_t id = 0;
  std::string name;
  double latitude = 0;
  double longitude = 0;
  std::string country;  ///< ISO 3166-1 alpha-2
  std::string admin1;   ///< GeoNames code of the first-level area
  std::int64_t population = 0;
  std::vector<std::string> alternates;
};

/// A first-level area of admin1CodesASCII.txt.
struct Area {
  std::int64_t id = 0;
  std::string country;  ///< ISO 3166-1 alpha-2
  std::string code;
  std::string name;
  std::string plain;  ///< the name in ASCII
};

/// A country of countries.json.
struct CountryRow {
  std::int64_t id = 0;
  std::string iso2, iso3, name, capital;
  std::int64_t population = 0;
};

/// Readers of the packages' files. Errors: missing_model where the file is not there, malformed_input naming it.
[[nodiscard]] Result<std::vector<City>> read_cities(const std::string& path);
[[nodiscard]] Result<std::vector<Area>> read_areas(const std::string& path);
[[nodiscard]] Result<std::vector<CountryRow>> read_countries(const std::string& path);

}  // namespace rashomon::mentions
