#include <algorithm>
#include <map>
#include <string>

#include "mentions/actor_raw.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 8 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The capitals that the words of a name begin with.
std::string initials_of(const Reading& reading, const RawActor& name) {
  std::string out;
  for (std::uint32_t i = name.begin; i < name.end; ++i)
    if (is_capitalised(reading.word(i))) out += reading.word(i)[0];
  return out;
}

void add_name(std::uint32_t at, ActorKind kind, RawActors& raws) {
  RawActor raw;
  raw.begin = raw.head = at;
  raw.end = at + 1;
  raw.kind = kind;
  raws.add(raw);
}

}  // namespace

void find_introduced_acronyms(const Reading& reading, RawActors& raws) {
  std::map<std::string_view, ActorKind> introduced;
  const std::size_t names = raws.list.size();
  for (std::size_t n = 0; n < names; ++n) {
    const RawActor name = raws.list[n];
    if (name.type != RawType::unknown_name && name.type != RawType::organisation) continue;
    if (name.end + 2 >= reading.end_of(name.begin) || reading.word(name.end) != "(" ||
        reading.word(name.end + 2) != ")")
      continue;
    const std::string_view acronym = reading.word(name.end + 1);
    if (!is_acronym(acronym) || initials_of(reading, name) != acronym) continue;
    introduced.emplace(acronym, name.kind);
  }
  if (introduced.empty()) return;
  for (std::uint32_t i = 0; i < reading.size(); ++i)
    if (const auto known = introduced.find(reading.word(i));
        known != introduced.end() && raws.at[i] < 0 && raws.place_at[i] < 0)
      add_name(i, known->second, raws);
}

}  // namespace rashomon::mentions
