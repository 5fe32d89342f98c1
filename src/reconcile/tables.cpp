#include "reconcile/tables.hpp"

#include <array>
#include <charconv>
#include <map>
#include <string>

#include "core/check.hpp"
#include "core/data.hpp"
#include "mentions/tables.hpp"
#include "reconcile/words.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_reconcile();
}

namespace rashomon::reconcile {
namespace {

constexpr std::array<std::string_view, 19> kFamilies = {"",          "violence", "campaign", "coercion",     "talks",
                                                        "agreement", "demand",   "threat",   "accusation",   "denial",
                                                        "support",   "protest",  "movement", "displacement", "sanction",
                                                        "inquiry",   "retreat",  "aid",      "other"};

Family family_named(std::string_view name) {
  for (std::size_t i = 0; i < kFamilies.size(); ++i)
    if (kFamilies[i] == name) return static_cast<Family>(i);
  RASHOMON_CHECK(!"a table names a family that does not exist");
  return Family::none;
}

// Stems of the words in column one of FILE (parted by |), each with the row it stands in; the first row wins.
using StemIndex = std::map<std::string, std::vector<std::string_view>, std::less<>>;
StemIndex stems_of_table(std::string_view file, std::size_t columns) {
  StemIndex out;
  for (const auto& row : table(file, columns))
    for (std::string_view word : mentions::list_of(row[0])) out.emplace(stem_of(word), row);
  return out;
}

}  // namespace

std::vector<std::vector<std::string_view>> table(std::string_view file, std::size_t columns) {
  auto rows = read_table(find_data(embedded::files_reconcile(), "reconcile/" + std::string(file)));
  for (auto& row : rows) RASHOMON_CHECK(row.size() >= columns);
  return rows;
}

double weight(std::string_view name) {
  static const auto weights = [] {
    std::map<std::string_view, double> out;
    for (const auto& row : table("weights.tsv", 2))
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), out[row[0]]);
    return out;
  }();
  const auto it = weights.find(name);
  RASHOMON_CHECK(it != weights.end());
  return it->second;
}

std::string_view name_of(Family family) { return kFamilies[static_cast<std::size_t>(family)]; }

Family family_of_plover(std::string_view plover) {
  static const auto rows = table("families.tsv", 3);
  for (const auto& row : rows)
    if (row[0] == plover) return family_named(row[1]);
  return Family::none;
}

bool is_material(Family family) {
  static const auto rows = table("families.tsv", 3);
  for (const auto& row : rows)
    if (row[1] == name_of(family)) return row[2] == "1";
  return false;
}

Family family_of_noun(std::string_view stem) {
  static const StemIndex index = stems_of_table("references.tsv", 2);
  const auto it = index.find(stem);
  return it == index.end() ? Family::none : family_named(it->second[1]);
}

std::string_view weapon_of_word(std::string_view stem) {
  static const StemIndex index = stems_of_table("weapons.tsv", 2);
  const auto it = index.find(stem);
  return it == index.end() ? std::string_view() : it->second[1];
}

bool in_list(std::string_view file, std::string_view stem) {
  static const std::map<std::string, StemIndex, std::less<>> lists = {
      {"monitors.tsv", stems_of_table("monitors.tsv", 1)},
      {"denial_verbs.tsv", stems_of_table("denial_verbs.tsv", 1)},
      {"reprisals.tsv", stems_of_table("reprisals.tsv", 1)},
      {"toll_moves.tsv", stems_of_table("toll_moves.tsv", 1)},
      {"date_words.tsv", stems_of_table("date_words.tsv", 1)},
      {"inform_verbs.tsv", stems_of_table("inform_verbs.tsv", 1)},
      {"anaphors.tsv", stems_of_table("anaphors.tsv", 1)}};
  const auto it = lists.find(file);
  RASHOMON_CHECK(it != lists.end());
  return it->second.find(stem) != it->second.end();
}

}  // namespace rashomon::reconcile
