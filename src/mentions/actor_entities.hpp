#pragma once

#include <map>
#include <string>
#include <vector>

#include "mentions/actor_raw.hpp"

namespace rashomon::mentions {

/// One actor of a document, gathered from its mentions.
struct ActorEntity {
  std::string id;
  std::string name;
  ActorKind kind = ActorKind::other;
  std::string country;  ///< ISO3, empty if unknown
  std::string role;
  std::string code;  ///< sector part for entities without an organisation, "MIL"
  const Organisation* organisation = nullptr;
  const ActorNoun* noun = nullptr;  ///< of an institution or group; of the office of a person
  std::string stem;                 ///< "gov", "mod"; empty for names
  int affiliation = -1;             ///< entity that a person speaks for
  std::vector<std::string> words;   ///< of a person's name, evened out
  char gender = 0;                  ///< 'm', 'f' or unknown
  bool plural = false;
  std::vector<int> mentions;  ///< raw indices, ascending by place in the text
};

struct ActorLinks {
  std::vector<ActorEntity> entities;
  std::vector<int> entity_of;  ///< raw index → entity, -1 where the mention means none that is known
};

/// Says which mentions of a document are one actor, and gives each its name, country and id.
///
/// Names join by lexicon id or by the words of a person's name; institutions by country; roles, pronouns and nouns such
/// as "the group" join the latest actor that fits. Unqualified institutions take the country in focus.
/// `order`: raw indices by place in the text. Cost O(mentions), look-backs are bounded.
[[nodiscard]] ActorLinks link_actors(const Reading& reading, const std::vector<Place>& places, const RawActors& raws,
                                     const std::vector<int>& order);

/// The name of one mention: of an institution or unit its own words with the nation ("Danish army"), otherwise the
/// actor's name.
[[nodiscard]] std::string mention_name(const Reading& reading, const RawActor& raw, const ActorEntity& entity);

}  // namespace rashomon::mentions
