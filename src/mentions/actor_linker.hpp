#pragma once

#include <functional>

#include "mentions/actor_entities.hpp"

namespace rashomon::mentions {

/// The words of a person's name, evened out, without Arabic articles.
[[nodiscard]] std::vector<std::string> person_words(std::string_view name);
/// "norwegian-refugee-council".
[[nodiscard]] std::string hyphenated(std::string_view words);
/// "Danish"; the country's name where it has no adjective.
[[nodiscard]] std::string demonym_of(const Country& country);

/// "Danish army" for "army" whose country is known from elsewhere.
[[nodiscard]] std::string words_with_nation(const Reading& reading, const RawActor& raw, const Country* country);

/// Works for link_actors(); internal to the room.
class Linker {
 public:
  Linker(const Reading& reading, const std::vector<Place>& places, const RawActors& raws, const std::vector<int>& order)
      : r_(reading), places_(places), raws_(raws), order_(order) {}
  ActorLinks run(const std::vector<int>& order);

 private:
  [[nodiscard]] const RawActor& at(int raw) const { return raws_.list[static_cast<std::size_t>(raw)]; }
  [[nodiscard]] int entity_at(int raw) const { return raw < 0 ? -1 : out_.entity_of[static_cast<std::size_t>(raw)]; }
  [[nodiscard]] ActorEntity& entity(int index) { return out_.entities[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::uint32_t sentence_of(int raw) const { return r_.token(at(raw).head).sentence; }
  [[nodiscard]] std::string country_of(const RawActor& r) const;

  int create(ActorEntity entity, int raw);
  void join(int raw, int entity);
  void join_or_create(int raw, std::string_view stem, const std::string& country, std::string_view code,
                      const ActorNoun* noun);

  // Names.
  [[nodiscard]] int find_person(const std::vector<std::string>& words) const;
  void link_person(int raw);
  void link_organisation(int raw);
  void link_government(int raw);
  void link_unknown(int raw);
  void link_acronyms(const std::vector<int>& order);

  // Everything else, in the order of the text, beside the names seen so far.
  void link_in_order(int raw);
  void link_institution(int raw);
  void link_group(int raw);
  void link_role(int raw);
  void link_collective(int raw);
  void link_pronoun(int raw);
  void link_text(int raw, const std::string& country);
  [[nodiscard]] int person_with_role(int raw, bool forward) const;
  [[nodiscard]] bool speaks(int raw) const;
  [[nodiscard]] int speaker_to_come(int raw) const;
  [[nodiscard]] bool role_fits(const RawActor& r, const ActorEntity& person) const;
  [[nodiscard]] int latest(int raw, int sentences, const std::function<bool(const ActorEntity&)>& fits) const;
  [[nodiscard]] int only_monitor(int raw) const;
  [[nodiscard]] int subject_rank(int raw) const;
  [[nodiscard]] std::string country_in_focus(int raw) const;
  [[nodiscard]] std::string main_country() const;
  void find_scene();
  void find_only_monitor();
  [[nodiscard]] bool against_rebels(int raw) const;
  void finish();

  const Reading& r_;
  const std::vector<Place>& places_;
  const RawActors& raws_;
  const std::vector<int>& order_;
  ActorLinks out_;
  std::size_t position_ = 0;  ///< in order_
  std::map<std::string, int, std::less<>> by_id_;
  std::map<std::string, int, std::less<>> by_stem_;  ///< latest institution of a stem
  std::map<std::string, std::vector<int>, std::less<>> by_person_word_;
  std::map<std::string, int> country_mentions_;
  std::string scene_;  ///< country in which most of the towns and areas that the document names lie
  int monitor_ = -1;   ///< the one casualty monitor that the document names
  int regime_ = -1;    ///< the government last called a regime
};

}  // namespace rashomon::mentions
