#include "reconcile/groups.hpp"

#include <map>
#include <vector>

#include "mentions/countries.hpp"
#include "mentions/tables.hpp"
#include "reconcile/tables.hpp"
#include "reconcile/words.hpp"

namespace rashomon::reconcile {
namespace {

struct Classes {
  std::map<std::string, std::string_view, std::less<>> by_stem;
  std::map<std::string_view, std::string_view> above;
};

const Classes& classes() {
  static const Classes out = [] {
    Classes c;
    for (const auto& row : table("groups.tsv", 3)) {
      c.above.emplace(row[1], row[2]);
      for (std::string_view word : mentions::list_of(row[0])) c.by_stem.emplace(stem_of(word), row[1]);
    }
    return c;
  }();
  return out;
}

bool is_preposition(std::string_view word) {
  constexpr std::string_view kWords[] = {"of",  "in",   "from",  "at",        "on", "near",
                                         "who", "that", "which", "including", "by", "with"};
  for (std::string_view w : kWords)
    if (w == word) return true;
  return false;
}

bool is_partitive(std::string_view word) {
  constexpr std::string_view kWords[] = {"members", "member", "some",   "dozens", "scores", "hundreds", "thousands",
                                         "number",  "group",  "others", "all",    "most",   "many",     "total"};
  for (std::string_view w : kWords)
    if (w == word) return true;
  return false;
}

std::string nation_of(const std::vector<std::string>& tokens) {
  std::string found;
  for (const std::string& token : tokens) {
    std::string name = token;
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    const auto hit = mentions::Countries::get().find(name);
    if (!hit || hit.kind == mentions::CountryWord::capital) continue;
    const std::string iso(mentions::iso3_of(*hit.country));
    if (!found.empty() && found != iso) return {};
    found = iso;
  }
  return found;
}

// The head noun: the last word before a preposition; "members of a family" and "dozens of soldiers" count what follows.
std::string head_of(const std::vector<std::string>& tokens) {
  std::string head;
  for (const std::string& token : tokens) {
    if (is_preposition(token)) {
      if (head.empty() || is_partitive(head)) continue;
      break;
    }
    head = token;
  }
  return head;
}

}  // namespace

Group group_of(std::string_view phrase) {
  const std::vector<std::string> tokens = tokens_of(phrase);
  Group group;
  group.nation = nation_of(tokens);
  const std::string head = head_of(tokens);
  if (head.empty() || is_partitive(head)) return group;
  const auto it = classes().by_stem.find(stem_of(head));
  if (it != classes().by_stem.end()) {
    group.kind = it->second;
    group.known = true;
    // "rebel soldiers" are fighters.
    for (const std::string& token : tokens)
      if (group.kind == "soldiers" && token != head)
        if (const auto other = classes().by_stem.find(stem_of(token));
            other != classes().by_stem.end() && other->second == "fighters")
          group.kind = "fighters";
  } else if (mentions::Countries::get().find(std::string(1, static_cast<char>(head[0] & ~0x20)) + head.substr(1))) {
    group.known = true;  // "33 Syrians": people of a nation
  } else {
    group.kind = stem_of(head);
  }
  return group;
}

bool is_part_of(const Group& inner, const Group& outer) {
  if (inner.kind == outer.kind || (!inner.nation.empty() && !outer.nation.empty() && inner.nation != outer.nation))
    return false;
  if (outer.kind == "people") return true;
  for (std::string_view kind = inner.kind;;) {
    const auto it = classes().above.find(kind);
    if (it == classes().above.end() || it->second.empty()) return false;
    if (it->second == outer.kind) return true;
    kind = it->second;
  }
}

bool are_disjoint(const Group& a, const Group& b) {
  if (!a.nation.empty() && !b.nation.empty() && a.nation != b.nation) return true;
  return a.kind != b.kind && a.known && b.known && !is_part_of(a, b) && !is_part_of(b, a);
}

bool same_group(const Group& a, const Group& b) {
  return a.kind == b.kind && (a.nation == b.nation || a.nation.empty() || b.nation.empty());
}

}  // namespace rashomon::reconcile
