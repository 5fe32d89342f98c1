#include "mentions/own_places.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "core/hash.hpp"
#include "mentions/countries.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

template <class T>
std::optional<T> number_of(std::string_view cell, T least, T most) {
  T value{};
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || read.ec != std::errc() || read.ptr != cell.data() + cell.size()) return {};
  return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::string levels() {
  std::string out;
  for (int i = 0; !name_of(static_cast<PlaceLevel>(i)).empty(); ++i)
    out.append(i == 0 ? "" : ", ").append(name_of(static_cast<PlaceLevel>(i)));
  return out;
}

// What is wrong with the row, empty for nothing; the entry is filled.
std::string read_row(const UserRow& row, GazetteerEntry& e) {
  if (row.cell("name").empty()) return "the cell 'name' is empty; write the place's usual name";
  e.name = row.cell("name");
  e.own_id = row.cell("id");
  e.admin1 = row.cell("admin1");
  const auto latitude = number_of(row.cell("latitude"), -90.0, 90.0);
  const auto longitude = number_of(row.cell("longitude"), -180.0, 180.0);
  if (!latitude) return fmt::format("latitude '{}' is no number of degrees from -90 to 90", row.cell("latitude"));
  if (!longitude) return fmt::format("longitude '{}' is no number of degrees from -180 to 180", row.cell("longitude"));
  e.point = {*latitude, *longitude};
  e.level = PlaceLevel::settlement;
  if (const std::string_view cell = row.cell("level"); !cell.empty()) {
    const auto level = parse_name<PlaceLevel>(row.word("level"));
    if (!level) return fmt::format("'{}' is no level of a place; the levels are {}", cell, levels());
    e.level = *level;
  }
  if (const std::string_view cell = row.cell("country"); !cell.empty()) {
    const Country* country = find_country(cell);
    if (country == nullptr) return fmt::format("'{}' is no country; write its ISO 3166-1 code of three letters", cell);
    e.country = iso3_of(*country);
  }
  for (const auto& [column, to] : {std::pair{"population", &e.population}, std::pair{"geonames_id", &e.geonames_id}}) {
    if (row.cell(column).empty()) continue;
    const auto value = number_of(row.cell(column), std::int64_t{0}, std::int64_t{10'000'000'000});
    if (!value) return fmt::format("{} '{}' is no whole number", column, row.cell(column));
    *to = *value;
  }
  return {};
}

}  // namespace

Result<void> OwnPlaces::read(const std::string& path) {
  auto table = read_user_table(path, {"name", "latitude", "longitude"},
                               {"aliases", "country", "admin1", "level", "population", "geonames_id", "id"});
  if (!table) return tl::unexpected<Error>(table.error());
  table_ = std::move(*table);
  for (UserRow& row : table_.rows)
    if (row.cell("id").empty())
      row.cells["id"] =
          content_id("place", {row.cell("name"), row.cell("country"), row.cell("latitude"), row.cell("longitude")});
  for (const UserRow& row : table_.rows) add(row);
  return {};
}

void OwnPlaces::add(const UserRow& row) {
  GazetteerEntry entry;
  if (std::string wrong = read_row(row, entry); !wrong.empty()) return table_.refuse(row, std::move(wrong));
  entries_.push_back(entry);
  add_name(entry.name);
  for (const std::string& alias : row.list("aliases")) add_name(alias);
}

// A name of the last entry.
void OwnPlaces::add_name(std::string_view name) {
  const std::string key = fold_name(name);
  if (key.empty()) return;
  auto& known = by_name_[key];
  if (known.empty() || known.back() != entries_.size() - 1) known.push_back(entries_.size() - 1);
  if (is_capitalised(name)) capitalised_.insert(key);
  first_words_.insert(key.substr(0, key.find(' ')));
}

std::vector<GazetteerEntry> OwnPlaces::find(std::string_view name) const {
  std::vector<GazetteerEntry> out;
  if (entries_.empty()) return out;
  const auto found = by_name_.find(fold_name(name));
  if (found == by_name_.end() || (capitalised_.contains(found->first) && !is_capitalised(name))) return out;
  for (const std::size_t i : found->second) {
    out.push_back(entries_[i]);
    out.back().alternate = fold_name(out.back().name) != found->first;
  }
  return out;
}

bool OwnPlaces::begins(std::string_view word) const {
  if (first_words_.empty()) return false;
  const std::string key = fold_name(word);
  return !key.empty() && first_words_.contains(key.substr(0, key.find(' ')));
}

}  // namespace rashomon::mentions
