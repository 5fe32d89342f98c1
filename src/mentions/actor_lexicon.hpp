#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/mentions.hpp"
#include "mentions/words.hpp"

namespace rashomon::mentions {

/// An organisation of data/mentions/organisations.tsv.
struct Organisation {
  std::string_view id, name;
  ActorKind kind = ActorKind::other;
  std::string_view country, code;
};

/// What a common noun says of the actor that it names (data/mentions/actor_nouns.tsv).
enum class NounClass { institution, group, people, role, collective };

struct ActorNoun {
  NounClass noun_class = NounClass::group;
  ActorKind kind = ActorKind::other;
  std::string_view stem;  ///< first part of an actor id, "gov"
  std::string_view code;  ///< CAMEO role code, "MIL"
};

/// A ministry of data/mentions/ministries.tsv.
struct Ministry {
  std::string_view stem, code, name;
};

/// The actor tables, read once and shared by all threads.
class ActorLexicon {
 public:
  [[nodiscard]] static const ActorLexicon& get();
  /// By the exact spelling, typographic apostrophes evened out.
  [[nodiscard]] const Organisation* organisation(std::string_view words) const;
  /// True where some organisation's name begins with `word`.
  [[nodiscard]] bool begins_organisation(std::string_view word) const { return first_words_.contains(word); }
  /// `words` in lower case and singular: "defence minister".
  [[nodiscard]] const ActorNoun* noun(std::string_view words) const;
  /// The ministry that `word` beside "ministry" tells: "interior".
  [[nodiscard]] const Ministry* ministry(std::string_view word) const;
  [[nodiscard]] bool is(std::string_view name, std::string_view word) const { return words_.has(name, word); }

 private:
  ActorLexicon();
  std::vector<Organisation> organisations_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::set<std::string, std::less<>> first_words_;
  std::map<std::string_view, ActorNoun, std::less<>> nouns_;
  std::map<std::string_view, Ministry, std::less<>> ministries_;
  WordClasses words_;
};

/// `text` with typographic apostrophes as ASCII ones.
[[nodiscard]] std::string plain_apostrophes(std::string_view text);

}  // namespace rashomon::mentions
