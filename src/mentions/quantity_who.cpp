#include "mentions/quantity_who.hpp"

#include <map>
#include <string>
#include <vector>

#include "core/check.hpp"
#include "mentions/countries.hpp"
#include "mentions/fold.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

using Member = std::string Who::*;

Member member_of(std::string_view name) {
  constexpr std::pair<std::string_view, Member> kMembers[] = {
      {"status", &Who::status}, {"age", &Who::age}, {"gender", &Who::gender}, {"side", &Who::side}};
  for (const auto& [word, member] : kMembers)
    if (word == name) return member;
  RASHOMON_CHECK(false);
  return &Who::status;
}

struct Saying {
  Member member;
  std::string_view value;
};

const std::multimap<std::string_view, Saying, std::less<>>& sayings() {
  static const std::multimap<std::string_view, Saying, std::less<>> kSayings = [] {
    std::multimap<std::string_view, Saying, std::less<>> out;
    for (const auto& row : mention_table("who.tsv", 3))
      for (std::string_view word : list_of(row[0])) out.emplace(word, Saying{member_of(row[1]), row[2]});
    return out;
  }();
  return kSayings;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,;()\"\n", i), text.size());
    if (end > i) out.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

// A member with what was said of it; two different things make it unsayable.
struct Voices {
  std::map<std::string, int> heard;
  // "elderly women": adults, but more than that is said
  void prefer(const std::string& finer, const std::string& coarser) {
    if (heard.count(finer) > 0) heard.erase(coarser);
  }
  [[nodiscard]] std::string only() const { return heard.size() == 1 ? heard.begin()->first : std::string(); }
};

std::string country_of(const std::vector<std::string_view>& words, std::string_view text) {
  Voices voices;
  for (std::size_t i = 0; i < words.size(); ++i) {
    CountryHit hit;
    if (i + 1 < words.size()) {  // "South Korean": both words as they stand in the text
      const auto from = static_cast<std::size_t>(words[i].data() - text.data());
      const auto to = static_cast<std::size_t>(words[i + 1].data() - text.data()) + words[i + 1].size();
      hit = Countries::get().find(text.substr(from, to - from));
      if (hit) ++i;
    }
    if (!hit) hit = Countries::get().find(words[i]);
    if (hit && hit.kind != CountryWord::capital && hit.kind != CountryWord::seat)
      ++voices.heard[std::string(iso3_of(*hit.country))];
  }
  return voices.only();
}

}  // namespace

Who who_of(std::string_view group) {
  const std::vector<std::string_view> words = words_of(group);
  constexpr Member kMembers[] = {&Who::status, &Who::age, &Who::gender, &Who::side};
  Voices voices[std::size(kMembers)];
  for (std::string_view written : words) {
    std::string word = lower(written);
    if (sayings().find(word) == sayings().end() && word.size() > 3 && word.back() == 's') word.pop_back();
    const auto [begin, end] = sayings().equal_range(word);
    for (auto it = begin; it != end; ++it)
      for (std::size_t m = 0; m < std::size(kMembers); ++m)
        if (kMembers[m] == it->second.member) ++voices[m].heard[std::string(it->second.value)];
  }
  voices[1].prefer("elderly", "adult");
  Who who;
  who.country = country_of(words, group);
  for (std::size_t m = 0; m < std::size(kMembers); ++m) who.*kMembers[m] = voices[m].only();
  return who;
}

}  // namespace rashomon::mentions
