#include "claims/lexicon.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>

#include "core/check.hpp"
#include "core/data.hpp"
#include "mentions/tables.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_claims();
}

namespace rashomon::claims {

std::vector<std::vector<std::string_view>> claim_table(std::string_view file, std::size_t columns) {
  auto rows = read_table(find_data(embedded::files_claims(), "claims/" + std::string(file)));
  for (const auto& row : rows) RASHOMON_CHECK(row.size() >= columns);
  return rows;
}

bool CueVerb::takes(std::string_view frame) const {
  return std::find(frames.begin(), frames.end(), frame) != frames.end();
}

const CueVerb* find_cue_verb(std::string_view lemma) {
  static const auto table = [] {
    std::map<std::string_view, CueVerb> out;
    for (const auto& row : claim_table("cues.tsv", 4)) {
      const Force force = row[3] == "denies" ? Force::denies : row[3] == "rejects" ? Force::rejects : Force::asserts;
      out[row[0]] = {row[0], mentions::list_of(row[1]), row[2], force};
    }
    return out;
  }();
  const auto it = table.find(lemma);
  return it == table.end() ? nullptr : &it->second;
}

const ClaimNoun* find_claim_noun(std::string_view lemma) {
  static const auto table = [] {
    std::map<std::string_view, ClaimNoun> out;
    for (const auto& row : claim_table("claim_nouns.tsv", 3)) {
      ClaimNoun noun{row[0], false, false, row[2]};
      for (std::string_view kind : mentions::list_of(row[1])) (kind == "content" ? noun.content : noun.put) = true;
      out[row[0]] = noun;
    }
    return out;
  }();
  const auto it = table.find(lemma);
  return it == table.end() ? nullptr : &it->second;
}

bool in_class(std::string_view name, std::string_view word) {
  static const auto table = [] {
    std::map<std::string_view, std::set<std::string_view>> out;
    for (const auto& row : claim_table("words.tsv", 2))
      for (std::string_view w : mentions::list_of(row[1])) out[row[0]].insert(w);
    return out;
  }();
  const auto it = table.find(name);
  RASHOMON_CHECK(it != table.end());
  return it->second.contains(word);
}

}  // namespace rashomon::claims
