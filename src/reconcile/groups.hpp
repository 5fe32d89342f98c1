#pragma once

#include <string>
#include <string_view>

/// Who a figure counts, so far as comparing needs it.
namespace rashomon::reconcile {

/// A counted group: class of its head noun (data/reconcile/groups.tsv), or the noun itself where no class has it, and
/// nation.
struct Group {
  std::string kind = "people";  ///< "people" where nothing more is said
  std::string nation;           ///< ISO 3166-1 alpha-3; empty if none or several are named
  bool known = false;           ///< the kind is a class of people of the table
  bool operator==(const Group&) const = default;
};

/// Reads a noun phrase: "Turkish soldiers", "of its troops", "members of a family". Cost O(bytes).
[[nodiscard]] Group group_of(std::string_view phrase);

/// True where `inner` counts part of what `outer` counts ("children" of "civilians", "soldiers" of "people"), equal
/// kinds left out.
[[nodiscard]] bool is_part_of(const Group& inner, const Group& outer);

/// True where nobody can be in both: classes side by side, or two nations.
[[nodiscard]] bool are_disjoint(const Group& a, const Group& b);

/// True where the two may be one group: equal kinds whose nations do not differ.
[[nodiscard]] bool same_group(const Group& a, const Group& b);

}  // namespace rashomon::reconcile
