#include "mentions/actor_entities.hpp"

#include <algorithm>

#include "mentions/actor_linker.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {

std::vector<std::string> person_words(std::string_view name) {
  std::vector<std::string> words;
  const std::string folded = fold_name(name);
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t j = std::min(folded.find(' ', i), folded.size());
    const std::string w = folded.substr(i, j - i);
    if (!w.empty() && w != "al") words.push_back(w);
    i = j + 1;
  }
  return words;
}

std::string hyphenated(std::string_view words) {
  std::string out = fold_name(words);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

std::string demonym_of(const Country& country) {
  return std::string(country.adjectives.empty() ? country.name : country.adjectives.front());
}

std::string words_with_nation(const Reading& reading, const RawActor& raw, const Country* country) {
  const std::string words(reading.words(raw.begin, raw.end));
  if (country == nullptr) return words;
  for (std::uint32_t i = raw.begin; i < raw.end; ++i) {
    if (Countries::get().find(reading.word(i)).country == country) return words;
    if (i + 1 < raw.end && Countries::get().find(reading.words(i, i + 2)).country == country) return words;
  }
  return demonym_of(*country) + " " + words;
}

std::string mention_name(const Reading& reading, const RawActor& raw, const ActorEntity& entity) {
  const bool own = (raw.type == RawType::institution || raw.type == RawType::group) && entity.stem != "gov" &&
                   raw.ministry == nullptr && entity.organisation == nullptr && !entity.id.starts_with("mo");
  return own ? words_with_nation(reading, raw, Countries::get().by_iso3(entity.country)) : entity.name;
}

int Linker::create(ActorEntity entity, int raw) {
  const int index = static_cast<int>(out_.entities.size());
  if (!entity.id.empty()) by_id_.try_emplace(entity.id, index);
  out_.entities.push_back(std::move(entity));
  join(raw, index);
  return index;
}

void Linker::join(int raw, int entity) {
  out_.entity_of[static_cast<std::size_t>(raw)] = entity;
  auto& e = out_.entities[static_cast<std::size_t>(entity)];
  e.mentions.push_back(raw);
  const RawActor& r = raws_.list[static_cast<std::size_t>(raw)];
  if (e.role.empty() && !r.role.empty() && e.kind == ActorKind::person) {
    e.role = r.role;
    e.noun = r.type == RawType::person ? r.role_noun : r.noun;
  }
  if (e.country.empty() && e.kind == ActorKind::person) e.country = country_of(r);
  if (e.affiliation < 0) e.affiliation = entity_at(r.affiliation);
}

std::string Linker::country_of(const RawActor& r) const {
  if (r.country != nullptr) return std::string(iso3_of(*r.country));
  if (!r.country_code.empty()) return r.country_code;
  if (r.affiliation >= 0) {
    const RawActor& a = raws_.list[static_cast<std::size_t>(r.affiliation)];
    if (a.organisation != nullptr && !a.organisation->country.empty()) return std::string(a.organisation->country);
    if (a.country != nullptr) return std::string(iso3_of(*a.country));
  }
  return {};
}

// A name joins a person all of whose words it has, or whose words hold it with the surname: the latest such.
int Linker::find_person(const std::vector<std::string>& words) const {
  if (words.empty()) return -1;
  int best = -1;
  for (const std::string& w : {words.back(), words.front()}) {
    const auto it = by_person_word_.find(w);
    if (it == by_person_word_.end()) continue;
    for (auto e = it->second.rbegin(); e != it->second.rend() && e - it->second.rbegin() < 20; ++e) {
      const auto& known = out_.entities[static_cast<std::size_t>(*e)].words;
      auto holds = [](const std::vector<std::string>& all, const std::vector<std::string>& some) {
        return std::all_of(some.begin(), some.end(),
                           [&](const std::string& x) { return std::find(all.begin(), all.end(), x) != all.end(); });
      };
      const bool surname =
          words.size() > 1 || known.back() == w || known.size() == 1 || known.front() != w || known.size() > 2;
      if ((holds(known, words) && surname) || (words.size() > known.size() && holds(words, known)))
        best = std::max(best, *e);
    }
    if (best >= 0) break;
  }
  return best;
}

void Linker::link_person(int raw) {
  const RawActor& r = at(raw);
  const std::string_view name = r_.words(r.begin, r.end);
  const auto words = person_words(name);
  int entity = find_person(words);
  if (entity >= 0) {
    auto& e = out_.entities[static_cast<std::size_t>(entity)];
    join(raw, entity);
    if (words.size() > e.words.size() && e.organisation == nullptr) {
      e.words = words;
      e.name = std::string(name);
    }
  } else {
    ActorEntity e;
    e.kind = ActorKind::person;
    e.name = std::string(name);
    e.words = words;
    e.code = "";
    entity = create(std::move(e), raw);
  }
  for (const auto& w : words) {
    auto& known = by_person_word_[w];
    if (known.empty() || known.back() != entity) known.push_back(entity);
  }
}

void Linker::link_organisation(int raw) {
  const RawActor& r = at(raw);
  const std::string id(r.organisation->id);
  if (const auto it = by_id_.find(id); it != by_id_.end()) return join(raw, it->second);
  ActorEntity e;
  e.id = id;
  e.name = std::string(r.organisation->name);
  e.kind = r.organisation->kind;
  e.country = std::string(r.organisation->country);
  e.organisation = r.organisation;
  e.role = std::string(r.organisation->role);
  if (e.kind == ActorKind::person) e.words = person_words(e.name);
  const std::vector<std::string> words = e.words;
  const int entity = create(std::move(e), raw);
  for (const std::string& word : words) by_person_word_[word].push_back(entity);  // "Mr. SURNAME" further down
}

void Linker::link_government(int raw) {
  join_or_create(raw, "gov", std::string(iso3_of(*at(raw).country)), "GOV", nullptr);
}

// "gov.NLD": the one actor of that kind in that country.
void Linker::join_or_create(int raw, std::string_view stem, const std::string& country, std::string_view code,
                            const ActorNoun* noun) {
  const RawActor& r = at(raw);
  const std::string id = std::string(stem) + "." + country;
  if (const auto it = by_id_.find(id); it != by_id_.end()) {
    by_stem_[std::string(stem)] = it->second;
    return join(raw, it->second);
  }
  ActorEntity e;
  e.id = id;
  e.kind = noun != nullptr ? noun->kind : ActorKind::government;
  e.country = country;
  e.code = std::string(code);
  e.stem = std::string(stem);
  e.noun = noun;
  e.plural = r.plural;
  const Country* c = Countries::get().by_iso3(country);
  if (stem == "gov" && c != nullptr) e.name = std::string(c->name);
  else if (r.ministry != nullptr && c != nullptr) e.name = demonym_of(*c) + " " + std::string(r.ministry->name);
  else e.name = words_with_nation(r_, r, c);
  by_stem_[e.stem] = create(std::move(e), raw);
}

ActorLinks Linker::run(const std::vector<int>& order) {
  out_.entity_of.assign(raws_.list.size(), -1);
  // Names first, so that a role may find a name that comes after it.
  for (int raw : order) {
    switch (at(raw).type) {
      case RawType::person: link_person(raw); break;
      case RawType::organisation: link_organisation(raw); break;
      case RawType::government: link_government(raw); break;
      case RawType::unknown_name: link_unknown(raw); break;
      default: break;
    }
  }
  link_acronyms(order);
  find_scene();
  find_only_monitor();
  for (auto& e : out_.entities) e.mentions.clear();
  for (std::size_t i = 0; i < order.size(); ++i) {
    position_ = i;
    link_in_order(order[i]);
  }
  finish();
  return std::move(out_);
}

ActorLinks link_actors(const Reading& reading, const std::vector<Place>& places, const RawActors& raws,
                       const std::vector<int>& order) {
  return Linker(reading, places, raws, order).run(order);
}

}  // namespace rashomon::mentions
