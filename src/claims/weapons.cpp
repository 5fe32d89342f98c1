#include "claims/weapons.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "claims/coding_tables.hpp"
#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

struct WeaponRow {
  std::string_view modifier;  ///< empty for a word alone
  std::string_view weapon_class, mode, code;
};

// Head lemma → rows, those with a modifier first.
const std::map<std::string_view, std::vector<WeaponRow>>& weapon_rows() {
  static const auto rows = [] {
    std::map<std::string_view, std::vector<WeaponRow>> out;
    for (const auto& r : claim_table("weapons.tsv", 4))
      for (const std::string_view word : parts_of(r[0])) {
        const std::size_t bar = word.rfind('_');
        const bool compound = bar != std::string_view::npos;
        out[compound ? word.substr(bar + 1) : word].push_back(
            {compound ? word.substr(0, bar) : std::string_view{}, r[1], value_of(r[2]), value_of(r[3])});
      }
    for (auto& [head, list] : out)
      std::stable_sort(list.begin(), list.end(),
                       [](const WeaponRow& a, const WeaponRow& b) { return a.modifier.empty() < b.modifier.empty(); });
    return out;
  }();
  return rows;
}

// The modifier's token ("air" of "air strike"), or `i` for a row without one; nullopt if the row does not fit.
std::optional<std::uint32_t> fit(const Words& words, std::uint32_t i, const WeaponRow& row) {
  if (row.modifier.empty()) return i;
  if (!is_noun(words[i])) return {};
  for (const std::uint32_t k : words.syntax().children(i)) {
    if (words.lemma(k) == row.modifier) return k;
    for (const std::uint32_t m : words.syntax().children(k))  // "air and artillery strikes"
      if (is_one_of(words[m].dep, {"conj", "compound"}) && words.lemma(m) == row.modifier) return k;
  }
  return {};
}

// A weapon that is destroyed, seized or sold is no means.
bool is_target(const Words& words, std::uint32_t i, const CodedEvent& event) {
  if (!is_one_of(words[i].dep, {"dobj", "nsubjpass"})) return false;
  const auto head = words.syntax().head(i);
  if (!head) return false;
  static constexpr std::string_view kUses[] = {"carry",  "conduct",  "detonate", "deploy", "drop",  "explode",
                                               "fire",   "hurl",     "launch",   "lay",    "lob",   "open",
                                               "plant",  "rain",     "send",     "shoot",  "throw", "use",
                                               "employ", "exchange", "trade",    "stage",  "wield"};
  if (std::find(std::begin(kUses), std::end(kUses), words.lemma(*head)) != std::end(kUses)) return false;
  return i != event.trigger;
}

std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

}  // namespace

std::optional<FoundWeapon> find_weapon(const Reading& reading, std::uint32_t p, const CodedEvent& event) {
  const Words& words = reading.words();
  const Proposition& proposition = reading.propositions()[p];
  std::optional<FoundWeapon> best;
  std::uint32_t best_rank = 0;
  const auto last = std::min<std::uint32_t>(proposition.last, words.size());
  for (std::uint32_t i = proposition.first; i < last; ++i) {
    if (reading.owner(i) != p && i != event.trigger) continue;
    const auto rows = weapon_rows().find(words.lemma(i));
    if (rows == weapon_rows().end() || is_target(words, i, event)) continue;
    for (const WeaponRow& row : rows->second) {
      const auto begin = fit(words, i, row);
      if (!begin) continue;
      const std::uint32_t rank =
          (i == event.trigger ? 0 : 1000) + std::min<std::uint32_t>(distance(i, event.trigger), 999);
      if (best && best_rank <= rank) break;
      const Span span = hull(words[*begin].span, words[i].span);
      best =
          FoundWeapon{{span, std::string(slice(reading.analysis().document.text, span)), std::string(row.weapon_class)},
                      i,
                      row.mode,
                      row.code};
      best_rank = rank;
      break;
    }
  }
  return best;
}

void apply_weapon(CodedEvent& event, const FoundWeapon& weapon) {
  if (event.plover != "ASSAULT") return;
  const bool general =
      event.code == "190" || event.code == "180" || event.code == "183" || event.code == "19" || event.code == "18";
  const bool same_root = event.code == "194" && weapon.code == "195" && weapon.token == event.trigger;
  if (general || same_root) {
    event.code = weapon.code;
    event.mode = weapon.mode;
    event.rule += ", with " + weapon.weapon.text;
  } else if (event.mode.empty() && !event.code.starts_with("192") && !event.code.starts_with("196")) {
    event.mode = weapon.mode;
  }
}

}  // namespace rashomon::claims
