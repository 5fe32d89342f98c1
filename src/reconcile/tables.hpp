#pragma once

#include <string_view>
#include <vector>

/// The room's lexicons (data/reconcile), read once for the program and shared by all threads.
namespace rashomon::reconcile {

/// Rows of data/reconcile/FILE; every row has at least `columns` cells.
[[nodiscard]] std::vector<std::vector<std::string_view>> table(std::string_view file, std::size_t columns);

/// The weight `name` of data/reconcile/weights.tsv; a name that the table lacks is a bug.
[[nodiscard]] double weight(std::string_view name);

/// What kind of happening a claim speaks of, coarser than a PLOVER event.
enum class Family {
  none,
  violence,
  campaign,
  coercion,
  talks,
  agreement,
  demand,
  threat,
  accusation,
  denial,
  support,
  protest,
  movement,
  displacement,
  sanction,
  inquiry,
  retreat,
  aid,
  other
};

/// The word of a family in data/reconcile/families.tsv.
[[nodiscard]] std::string_view name_of(Family family);
/// The family of a PLOVER event; none for an empty or unknown one.
[[nodiscard]] Family family_of_plover(std::string_view plover);
/// The family that a noun refers to ("the blast", "the toll"), by its stem; none where it refers to nothing.
[[nodiscard]] Family family_of_noun(std::string_view stem);
/// Weapon class that a word tells of ("aerial" for "airstrike"), by its stem; empty where it tells none.
[[nodiscard]] std::string_view weapon_of_word(std::string_view stem);
/// True for families of things done to people and places, of which each happens on a day and at a place.
[[nodiscard]] bool is_material(Family family);
/// True where the stem is in the column-one words of data/reconcile/FILE.
[[nodiscard]] bool in_list(std::string_view file, std::string_view stem);

}  // namespace rashomon::reconcile
