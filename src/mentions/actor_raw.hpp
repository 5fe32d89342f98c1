#pragma once

#include <string>
#include <vector>

#include "mentions/actor_lexicon.hpp"
#include "mentions/countries.hpp"
#include "mentions/words.hpp"

namespace rashomon::mentions {

/// What kind of words a mention is; finer than ActorForm.
enum class RawType {
  organisation,
  person,
  government,
  unknown_name,
  institution,
  group,
  people,
  role,
  collective,
  pronoun
};

/// A mention of an actor before it is known which actor it means.
struct RawActor {
  RawType type = RawType::unknown_name;
  std::uint32_t begin = 0, end = 0;  ///< half-open range of token indices, without title and article
  std::uint32_t head = 0;
  ActorKind kind = ActorKind::other;
  const Organisation* organisation = nullptr;
  const ActorNoun* noun = nullptr;
  const Ministry* ministry = nullptr;
  const Country* country = nullptr;  ///< said by the words themselves
  std::string country_code;          ///< ISO3 where no Country row is at hand (a governor's province)
  std::string role;                  ///< of a person, "defence minister"
  const ActorNoun* role_noun = nullptr;
  int affiliation = -1;  ///< index of the mention it belongs to ("NATO" of "NATO's chief")
  int of_person = -1;    ///< index of the person it belongs to ("his spokesman", "the Okoro government")
  int same_as = -1;      ///< index of the mention it stands in apposition to
  bool definite = false, plural = false;
};

/// The mentions of a document in the order found, and which of them covers a token.
struct RawActors {
  std::vector<RawActor> list;
  std::vector<int> at;        ///< token → index into list of the mention whose span holds it, -1
  std::vector<int> place_at;  ///< token → index of the place that holds it, -1

  int add(RawActor raw);
};

/// The token of [begin, end) whose head lies outside.
[[nodiscard]] std::uint32_t head_of(const Reading& reading, std::uint32_t begin, std::uint32_t end);

/// Adds the person of these words, without titles, where they are free and are a name.
void add_person(const Reading& reading, std::uint32_t begin, std::uint32_t end, RawActors& raws);

/// Finds names that begin with a given name (data/mentions/person_names.tsv) and that the tagger does not call persons.
void find_given_names(const Reading& reading, RawActors& raws);

/// Names: organisations of the lexicon and of the tagger, persons, countries and capitals that act.
void find_actor_names(const Reading& reading, const std::vector<Place>& places, RawActors& raws);

/// Noun phrases: "Danish soldiers", "the interior ministry", "the governor of the province of X", also as titles before
/// a name.
void find_actor_phrases(const Reading& reading, const std::vector<Place>& places, RawActors& raws);

/// Organisations that only the entity tagger knows, and peoples in the plural ("the Danes"). Names that end in a noun
/// of the lexicon ("the Danish Army") are left to find_actor_phrases unless `with_common_heads`.
void find_tagged_organisations(const Reading& reading, const std::vector<Place>& places, bool with_common_heads,
                               RawActors& raws);

/// Acronyms that a name introduces in brackets, there and wherever they stand: "Front for Northern Unity (FNU)".
void find_introduced_acronyms(const Reading& reading, RawActors& raws);

/// Personal pronouns of the third person.
void find_actor_pronouns(const Reading& reading, RawActors& raws);

}  // namespace rashomon::mentions
