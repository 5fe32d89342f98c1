#pragma once

#include <optional>
#include <string_view>

#include "claims/event_type.hpp"
#include "claims/reading.hpp"

namespace rashomon::claims {

/// A weapon in a clause, with what it tells of the attack (data/claims/weapons.tsv).
struct FoundWeapon {
  Weapon weapon;
  std::uint32_t token = 0;
  std::string_view mode;  ///< PLOVER mode
  std::string_view code;  ///< CAMEO code
};

/// The weapon of the event in the tokens of proposition `p`: in the trigger's own phrase, then the nearest one that is
/// an instrument, a subject or what is fired; not one that is the target. Cost: tokens of the clause.
[[nodiscard]] std::optional<FoundWeapon> find_weapon(const Reading& reading, std::uint32_t p, const CodedEvent& event);

/// Gives an attack that was named without its means the mode and code of its weapon.
void apply_weapon(CodedEvent& event, const FoundWeapon& weapon);

}  // namespace rashomon::claims
