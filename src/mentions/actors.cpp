#include "mentions/actors.hpp"

#include <algorithm>
#include <numeric>

#include "mentions/actor_entities.hpp"

namespace rashomon::mentions {
namespace {

void mark_places(const Reading& reading, const std::vector<Place>& places, RawActors& raws) {
  std::size_t p = 0;
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    while (p < places.size() && places[p].span.end <= reading.token(i).span.begin) ++p;
    if (p < places.size() && places[p].span.overlaps(reading.token(i).span)) raws.place_at[i] = static_cast<int>(p);
  }
}

RawActors find_raw_actors(const Reading& reading, const std::vector<Place>& places) {
  RawActors raws;
  raws.at.assign(reading.size(), -1);
  raws.place_at.assign(reading.size(), -1);
  mark_places(reading, places, raws);
  find_actor_names(reading, places, raws);
  find_actor_pronouns(reading, raws);
  find_tagged_organisations(reading, places, false, raws);
  find_introduced_acronyms(reading, raws);
  find_actor_phrases(reading, places, raws);
  find_tagged_organisations(reading, places, true, raws);
  return raws;
}

ActorForm form_of(RawType type) {
  if (type == RawType::pronoun) return ActorForm::pronoun;
  return type <= RawType::unknown_name ? ActorForm::name : ActorForm::role;
}

std::string_view rule_of(RawType type) {
  switch (type) {
    case RawType::organisation: return "lexicon";
    case RawType::person: return "person";
    case RawType::government: return "country-acts";
    case RawType::unknown_name: return "tagger";
    case RawType::institution: return "institution";
    case RawType::group: return "group";
    case RawType::people: return "people";
    case RawType::role: return "role";
    case RawType::collective: return "collective";
    case RawType::pronoun: return "pronoun";
  }
  return "";
}

// CAMEO/PLOVER: the country, then what the actor does in it.
std::string code_of(const ActorEntity& e, const std::vector<ActorEntity>& all) {
  if (e.organisation != nullptr) return std::string(e.organisation->code);
  if (e.kind == ActorKind::person) {
    if (e.affiliation >= 0 && all[static_cast<std::size_t>(e.affiliation)].organisation != nullptr)
      return std::string(all[static_cast<std::size_t>(e.affiliation)].organisation->code);
    const std::string role = e.noun != nullptr ? std::string(e.noun->code) : "";
    return e.country.empty() ? "" : e.country + role;
  }
  return e.country.empty() ? e.code : e.country + e.code;
}

Actor made_of(const Reading& reading, const RawActor& raw, const ActorEntity& e, const std::vector<ActorEntity>& all) {
  Actor actor;
  actor.span = reading.span(raw.begin, raw.end);
  actor.token = raw.head;
  actor.form = form_of(raw.type);
  actor.actor_id.value = e.id;
  actor.name = mention_name(reading, raw, e);
  actor.kind = e.kind;
  actor.country = e.country;
  actor.role = e.role;
  actor.code = code_of(e, all);
  actor.rule = rule_of(raw.type);
  return actor;
}

}  // namespace

std::vector<Actor> find_actors(const ingest::Document& document, const language::Parse& parse,
                               const std::vector<Place>& places, const ActorLexicon& lexicon) {
  const Reading reading{document, parse, lexicon};
  const RawActors raws = find_raw_actors(reading, places);
  std::vector<int> order(raws.list.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const RawActor &x = raws.list[static_cast<std::size_t>(a)], &y = raws.list[static_cast<std::size_t>(b)];
    return std::tuple(x.begin, y.end, a) < std::tuple(y.begin, x.end, b);
  });
  const ActorLinks links = link_actors(reading, places, raws, order);
  std::vector<Actor> actors;
  actors.reserve(order.size());
  for (int raw : order) {
    const int e = links.entity_of[static_cast<std::size_t>(raw)];
    if (e < 0) continue;
    actors.push_back(made_of(reading, raws.list[static_cast<std::size_t>(raw)],
                             links.entities[static_cast<std::size_t>(e)], links.entities));
  }
  return actors;
}

}  // namespace rashomon::mentions
