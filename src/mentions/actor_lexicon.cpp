#include "mentions/actor_lexicon.hpp"

#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

NounClass noun_class(std::string_view name) {
  if (name == "institution") return NounClass::institution;
  if (name == "people") return NounClass::people;
  if (name == "role") return NounClass::role;
  if (name == "collective") return NounClass::collective;
  return NounClass::group;
}

}  // namespace

std::string plain_apostrophes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "’" || text.substr(i, 3) == "‘") {
      out += '\'';
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

ActorLexicon::ActorLexicon() : words_("actor_words.tsv") {
  for (const auto& r : mention_table("organisations.tsv", 6)) {
    organisations_.push_back({r[0], r[1], parse_name<ActorKind>(r[3]).value_or(ActorKind::other), r[4], r[5]});
    auto names = list_of(r[2]);
    names.push_back(r[1]);
    for (std::string_view n : names) {
      const std::string plain = plain_apostrophes(n);
      by_name_.try_emplace(plain, organisations_.size() - 1);
      // The tokenizer parts words at hyphens and before 's, but keeps "U.N." whole.
      first_words_.insert(plain.substr(0, plain.find(' ')));
      first_words_.insert(plain.substr(0, plain.find_first_of(" -'/")));
    }
  }
  for (const auto& r : mention_table("actor_nouns.tsv", 5))
    for (std::string_view n : list_of(r[4]))
      nouns_.try_emplace(
          n, ActorNoun{noun_class(r[0]), parse_name<ActorKind>(r[1]).value_or(ActorKind::other), r[2], r[3]});
  for (const auto& r : mention_table("ministries.tsv", 4))
    for (std::string_view w : list_of(r[3])) ministries_.try_emplace(w, Ministry{r[0], r[1], r[2]});
}

const ActorLexicon& ActorLexicon::get() {
  static const ActorLexicon kLexicon;
  return kLexicon;
}

const Organisation* ActorLexicon::organisation(std::string_view words) const {
  const auto it = by_name_.find(plain_apostrophes(words));
  return it == by_name_.end() ? nullptr : &organisations_[it->second];
}

const ActorNoun* ActorLexicon::noun(std::string_view words) const {
  const auto it = nouns_.find(words);
  return it == nouns_.end() ? nullptr : &it->second;
}

const Ministry* ActorLexicon::ministry(std::string_view word) const {
  const auto it = ministries_.find(word);
  return it == ministries_.end() ? nullptr : &it->second;
}

}  // namespace rashomon::mentions
