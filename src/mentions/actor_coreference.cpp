#include <algorithm>

#include "mentions/actor_linker.hpp"
#include "mentions/fold.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::size_t kLookBack = 80;  // mentions

std::string head_word(const Reading& r, const RawActor& raw) {
  const auto& t = r.token(raw.head);
  return lower(t.tag == "NNS" ? t.lemma : r.word(raw.head));
}

// The last word of an office, spellings evened out: "spokeswoman" → "spokesman".
std::string office(std::string_view role) {
  std::string last(role.substr(role.find_last_of(" -") + 1));
  if (last == "spokeswoman" || last == "spokesperson") return "spokesman";
  if (role == "communications director" || role == "director of communications" || role == "press secretary")
    return "spokesman";
  return last;
}

// A row of data/mentions/collectives.tsv.
struct Collective {
  int sentences = 0;
  std::vector<ActorKind> kinds;
  std::string_view which;
};

const std::map<std::string, Collective, std::less<>>& collectives() {
  static const auto kCollectives = [] {
    std::map<std::string, Collective, std::less<>> out;
    for (const auto& row : mention_table("collectives.tsv", 4)) {
      Collective c{std::stoi(std::string(row[1])), {}, row[3]};
      for (std::string_view kind : list_of(row[2]))
        if (const auto k = parse_name<ActorKind>(kind)) c.kinds.push_back(*k);
      for (std::string_view word : list_of(row[0])) out.emplace(std::string(word), c);
    }
    return out;
  }();
  return kCollectives;
}

bool stands_for(const Collective& c, const ActorEntity& x) {
  if (!c.kinds.empty() && std::find(c.kinds.begin(), c.kinds.end(), x.kind) == c.kinds.end()) return false;
  if (c.which == "named") return x.stem.empty();
  if (c.which == "government") return x.id.starts_with("gov.");
  return c.which != "ministry" || x.stem.starts_with("mo") || x.stem == "mfa" || x.stem.starts_with("min");
}

}  // namespace

void Linker::link_unknown(int raw) {
  const RawActor& r = at(raw);
  const std::string_view words = r_.words(r.begin, r.end);
  const std::string id = "org." + hyphenated(words);
  if (const auto it = by_id_.find(id); it != by_id_.end()) return join(raw, it->second);
  ActorEntity e;
  e.id = id;
  e.name = std::string(words);
  e.kind = r.kind;
  e.country = country_of(r);
  create(std::move(e), raw);
}

// "Coast Relief Council (CRC)": the letters in the brackets are the name's.
void Linker::link_acronyms(const std::vector<int>& order) {
  std::vector<int> joined(out_.entities.size(), -1);  // acronym → the entity that it stands for
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    const RawActor &a = at(order[i]), &b = at(order[i + 1]);
    if (a.type == RawType::person || b.end != b.begin + 1 || b.begin != a.end + 1 || r_.word(a.end) != "(") continue;
    const int to = entity_at(order[i]), from = entity_at(order[i + 1]);
    if (to < 0 || from < 0 || to == from || joined[static_cast<std::size_t>(to)] >= 0) continue;
    std::string initials;
    for (std::uint32_t k = a.begin; k < a.end; ++k)
      if (is_capitalised(r_.word(k))) initials += r_.word(k)[0];
    const std::string_view acronym = r_.word(b.begin);
    if (acronym.size() < 2 || initials.empty() || acronym[0] != initials[0]) continue;
    const auto& lesser = out_.entities[static_cast<std::size_t>(from)];
    if (lesser.organisation != nullptr || (initials != acronym && entity(to).organisation == nullptr)) continue;
    joined[static_cast<std::size_t>(from)] = to;
    by_id_[lesser.id] = to;
  }
  for (auto& e : out_.entity_of)
    for (int step = 0; step < 3 && e >= 0 && joined[static_cast<std::size_t>(e)] >= 0; ++step)
      e = joined[static_cast<std::size_t>(e)];
}

void Linker::link_in_order(int raw) {
  const RawActor& r = at(raw);
  switch (r.type) {
    case RawType::institution: link_institution(raw); break;
    case RawType::group:
    case RawType::people: link_group(raw); break;
    case RawType::role: link_role(raw); break;
    case RawType::collective: link_collective(raw); break;
    case RawType::pronoun: link_pronoun(raw); break;
    default:
      if (entity_at(raw) >= 0) entity(entity_at(raw)).mentions.push_back(raw);
  }
  const int e = entity_at(raw);
  if (e < 0) return;
  if (!entity(e).country.empty() && r.type != RawType::pronoun) ++country_mentions_[entity(e).country];
  if (!entity(e).stem.empty()) by_stem_[entity(e).stem] = e;
  if (r.type == RawType::institution && entity(e).stem == "gov") by_stem_[head_word(r_, r)] = e;
  if (r.type == RawType::institution && head_word(r_, r) == "regime") regime_ = e;
}

void Linker::link_institution(int raw) {
  const RawActor& r = at(raw);
  std::string stem(r.ministry != nullptr ? r.ministry->stem : r.noun->stem);
  const std::string_view code = r.ministry != nullptr ? r.ministry->code : r.noun->code;
  std::string country = country_of(r);
  const bool regime = head_word(r_, r) == "regime";
  if (country.empty() && r.of_person >= 0) {
    const int person = entity_at(r.of_person);
    if (person >= 0) country = entity(person).country;
  }
  if (country.empty() && regime && regime_ >= 0) return join(raw, regime_);
  if (country.empty() && (regime || (stem == "gov" && against_rebels(raw)))) country = scene_;
  if (country.empty() && r.of_person < 0) {
    // "the ministry", "the defence ministry": the one named before. A country is no "presidency" named before.
    const auto known = by_stem_.find(stem == "gov" ? head_word(r_, r) : stem);
    if (known != by_stem_.end() && r.definite) return join(raw, known->second);
    if (stem == "min") return link_collective(raw);
    if (r.definite || !r.plural) country = country_in_focus(raw);
  }
  if (country.empty()) return link_text(raw, country);
  if (stem == "min") stem = "min-" + hyphenated(r_.words(r.begin, r.end));
  join_or_create(raw, stem, country, code, r.noun);
}

void Linker::link_group(int raw) {
  const RawActor& r = at(raw);
  if (r.same_as >= 0 && entity_at(r.same_as) >= 0) return join(raw, entity_at(r.same_as));
  std::string country = country_of(r);
  if (country.empty() && r.of_person >= 0) {
    const int person = entity_at(r.of_person);
    if (person >= 0) country = entity(person).country;
  }
  // "regime forces", "government troops": those of the country where it happens.
  for (std::uint32_t i = r.begin; i < r.head && country.empty() && r.kind == ActorKind::armed_force; ++i) {
    const std::string w = lower(r_.word(i));
    if (w == "regime" && regime_ >= 0) country = entity(regime_).country;
    else if (w == "regime" || w == "government" || w == "loyalist") country = scene_;
  }
  if (r.noun == nullptr) {
    if (!country.empty()) return join_or_create(raw, "people", country, "CVL", r.noun);
    return link_text(raw, country);
  }
  if (!country.empty()) {
    // Side groups of one country stay apart by their words, units of a state are its forces.
    if (r.kind == ActorKind::armed_force || r.kind == ActorKind::police)
      return join_or_create(raw, r.noun->stem, country, r.noun->code, r.noun);
    return link_text(raw, country);
  }
  if (const int monitor = r.kind == ActorKind::monitor ? only_monitor(raw) : -1; monitor >= 0)
    return join(raw, monitor);
  const auto known = by_stem_.find(r.noun->stem);
  if (known != by_stem_.end() && r.definite && r.noun->noun_class == ActorNounClass::group &&
      !entity(known->second).mentions.empty() &&
      sentence_of(raw) - sentence_of(entity(known->second).mentions.back()) <= 3)
    return join(raw, known->second);
  link_text(raw, country);
}

// "A monitoring group", "a Britain-based monitor": the one monitor that the document names, if there is but one.
int Linker::only_monitor(int raw) const {
  const RawActor& r = at(raw);
  const std::string words = lower(r_.words(r.begin, r.end));
  const bool monitors = words.find("monitor") != std::string::npos || words.find("watchdog") != std::string::npos;
  return monitors ? monitor_ : -1;
}

void Linker::find_only_monitor() {
  for (std::size_t e = 0; e < out_.entities.size(); ++e) {
    const auto& x = out_.entities[e];
    if (x.kind != ActorKind::monitor || x.organisation == nullptr || x.country.empty()) continue;
    if (monitor_ >= 0) {
      monitor_ = -1;
      return;
    }
    monitor_ = static_cast<int>(e);
  }
}

// An actor known by its words alone.
void Linker::link_text(int raw, const std::string& country) {
  const RawActor& r = at(raw);
  const std::string_view words = r_.words(r.begin, r.end);
  std::string id = (r.noun != nullptr ? std::string(r.noun->stem) : "txt") + "." +
                   (country.empty() ? "" : country + ".") + hyphenated(words);
  if (const auto it = by_id_.find(id); it != by_id_.end()) return join(raw, it->second);
  ActorEntity e;
  e.id = std::move(id);
  e.name = std::string(words);
  e.kind = r.kind;
  e.country = country;
  e.noun = r.noun;
  e.code = r.noun != nullptr ? std::string(r.noun->code) : "";
  if (r.noun != nullptr) e.stem = std::string(r.noun->stem);
  e.role = r.role;
  e.plural = r.plural;
  const Country* c = country.empty() ? nullptr : Countries::get().by_iso3(country);
  if (c != nullptr && r.country == c && r.type != RawType::people) e.name = words_with_nation(r_, r, c);
  create(std::move(e), raw);
}

bool Linker::role_fits(const RawActor& r, const ActorEntity& person) const {
  if (person.kind != ActorKind::person || person.role.empty() || person.words.empty()) return false;
  if (office(person.role) != office(r.role)) return false;
  const std::string country = country_of(r);
  if (!country.empty() && !person.country.empty() && country != person.country) return false;
  const int affiliation = entity_at(r.affiliation);
  if (affiliation >= 0 && person.affiliation >= 0 && affiliation != person.affiliation) return false;
  if (affiliation >= 0 && person.affiliation < 0) {
    // A chief of a named body is no other's chief.
    if (out_.entities[static_cast<std::size_t>(affiliation)].organisation != nullptr) return false;
  }
  // "foreign minister" is not "defence minister", "minister" may be either.
  const bool longer = r.role.size() > office(r.role).size(), known = person.role.size() > office(person.role).size();
  if (longer && known && r.role != person.role && r.role.find(person.role) == std::string::npos &&
      person.role.find(r.role) == std::string::npos)
    return false;
  return true;
}

// The nearest person of that office, before the mention or after it.
int Linker::person_with_role(int raw, bool forward) const {
  const RawActor& r = at(raw);
  for (std::size_t step = 1; step <= kLookBack; ++step) {
    if (forward ? position_ + step >= order_.size() : step > position_) break;
    const int other = order_[forward ? position_ + step : position_ - step];
    const int e = entity_at(other);
    if (e >= 0 && at(other).type == RawType::person && role_fits(r, out_.entities[static_cast<std::size_t>(e)]))
      return e;
  }
  return -1;
}

bool Linker::speaks(int raw) const {
  const auto& t = r_.token(at(raw).head);
  return t.dep == "nsubj" && r_.actors.is("speech", r_.token(t.head).lemma);
}

// "The bloc's chief said … . '…,' NAME told reporters": the chief's name comes with the quotation, without his office.
int Linker::speaker_to_come(int raw) const {
  constexpr std::uint32_t kSentences = 3;
  if (!speaks(raw)) return -1;
  for (std::size_t i = position_ + 1; i < std::min(order_.size(), position_ + kLookBack); ++i) {
    const int other = order_[i];
    if (sentence_of(other) - sentence_of(raw) > kSentences) break;
    if (at(other).type != RawType::person) continue;
    const auto& person = out_.entities[static_cast<std::size_t>(entity_at(other))];
    const bool is_new = person.mentions.empty() && person.role.empty() && person.words.size() > 1;
    return is_new && speaks(other) ? entity_at(other) : -1;
  }
  return -1;
}

void Linker::link_role(int raw) {
  const RawActor& r = at(raw);
  if (r.same_as >= 0 && entity_at(r.same_as) >= 0) return join(raw, entity_at(r.same_as));
  const bool qualified = !country_of(r).empty() || r.affiliation >= 0 || r.of_person >= 0;
  const bool singular = !r.plural;
  if (singular && r.definite) {
    int person = person_with_role(raw, false);
    if (person < 0 && qualified) person = person_with_role(raw, true);
    if (person < 0 && qualified) person = speaker_to_come(raw);
    if (person >= 0) return join(raw, person);
  }
  std::string country = country_of(r);
  if (country.empty() && r.of_person >= 0 && entity_at(r.of_person) >= 0)
    country = entity(entity_at(r.of_person)).country;
  link_text(raw, country);
}

int Linker::subject_rank(int raw) const {
  const std::string_view dep = r_.token(at(raw).head).dep;
  if (dep == "nsubj" || dep == "nsubjpass") return 3;
  if (dep == "poss" || dep == "appos" || dep == "conj") return 1;
  return dep == "dobj" ? 1 : 0;
}

// The entity before `raw` that fits, by nearness in sentences, then subjects first, then the later.
int Linker::latest(int raw, int sentences, const std::function<bool(const ActorEntity&)>& fits) const {
  const std::uint32_t here = sentence_of(raw);
  int best = -1, best_score = -1000;
  for (std::size_t step = 1; step <= std::min(position_, kLookBack); ++step) {
    const int other = order_[position_ - step];
    const int gap = static_cast<int>(here - sentence_of(other));
    if (gap > sentences) break;
    const int e = entity_at(other);
    if (e < 0 || !fits(out_.entities[static_cast<std::size_t>(e)])) continue;
    const int score =
        10 * (sentences - gap) + 4 * subject_rank(other) - static_cast<int>(std::min<std::size_t>(step, 9));
    if (score <= best_score) continue;
    best = e;
    best_score = score;
  }
  return best;
}

void Linker::link_collective(int raw) {
  const RawActor& r = at(raw);
  if (!r.definite || r.begin + 1 != r.end) return;
  const auto it = collectives().find(head_word(r_, r));
  if (it == collectives().end()) return;
  const Collective& c = it->second;
  const int e = latest(raw, c.sentences, [&](const ActorEntity& x) { return stands_for(c, x); });
  if (e >= 0) join(raw, e);
}

void Linker::link_pronoun(int raw) {
  const RawActor& r = at(raw);
  const auto& lexicon = r_.actors;
  const std::string_view w = r_.word(r.begin);
  int e = -1;
  if (lexicon.is("he", w))
    e = latest(raw, 4,
               [](const ActorEntity& x) { return x.kind == ActorKind::person && !x.plural && x.gender != 'f'; });
  else if (lexicon.is("she", w))
    e = latest(raw, 4,
               [](const ActorEntity& x) { return x.kind == ActorKind::person && !x.plural && x.gender != 'm'; });
  else if (lexicon.is("they", w)) {
    e = latest(raw, 2, [](const ActorEntity& x) { return x.plural; });
    if (e < 0) e = latest(raw, 2, [](const ActorEntity& x) { return x.kind != ActorKind::person; });
  } else {
    e = latest(raw, 2, [](const ActorEntity& x) {
      return x.kind != ActorKind::person && x.kind != ActorKind::civilians && !x.plural;
    });
  }
  if (e < 0) return;
  join(raw, e);
  if (lexicon.is("he", w) && entity(e).gender == 0) entity(e).gender = 'm';
  if (lexicon.is("she", w) && entity(e).gender == 0) entity(e).gender = 'f';
}

// The country of the sentence's own subject, else of the sentences before, else of the document.
std::string Linker::country_in_focus(int raw) const {
  const std::uint32_t here = sentence_of(raw);
  std::string best;
  int best_score = -1;
  auto consider = [&](int other, int gap) {
    const int e = entity_at(other);
    if (e < 0 || other == raw) return;
    const auto& x = out_.entities[static_cast<std::size_t>(e)];
    if (x.country.empty() || x.kind == ActorKind::civilians || x.kind == ActorKind::media) return;
    const int score = 8 * (3 - gap) + 3 * subject_rank(other);
    if (score > best_score) best = x.country, best_score = score;
  };
  for (std::size_t step = 1; step <= std::min(position_, kLookBack); ++step) {
    const int other = order_[position_ - step];
    const int gap = static_cast<int>(here - sentence_of(other));
    if (gap > 3) break;
    consider(other, gap);
  }
  for (std::size_t i = position_ + 1;
       best.empty() && i < std::min(order_.size(), position_ + kLookBack) && sentence_of(order_[i]) == here; ++i) {
    const RawActor& other = at(order_[i]);
    if (other.country != nullptr) best = std::string(iso3_of(*other.country));
  }
  return best.empty() ? main_country() : best;
}

// Rebels in the sentence: "the government" is then that of the country where they fight.
bool Linker::against_rebels(int raw) const {
  const std::uint32_t here = sentence_of(raw);
  for (std::size_t i = position_ > 12 ? position_ - 12 : 0; i < std::min(position_ + 12, order_.size()); ++i)
    if (at(order_[i]).kind == ActorKind::armed_group && sentence_of(order_[i]) == here) return true;
  return false;
}

// The country in which most of the towns and areas that the document names lie.
void Linker::find_scene() {
  std::map<std::string, int> places;
  for (const auto& p : places_)
    if (!p.country.empty()) places[p.country] += p.level == PlaceLevel::country ? 1 : 2;
  int most = 0;
  for (const auto& [country, n] : places)
    if (n > most) scene_ = country, most = n;
}

std::string Linker::main_country() const {
  std::string best;
  int most = 0;
  for (const auto& [country, n] : country_mentions_)
    if (n > most) best = country, most = n;
  return best;
}

void Linker::finish() {
  for (auto& e : out_.entities) {
    if (e.kind == ActorKind::person && e.id.empty()) e.id = "per." + hyphenated(e.name);
    if (e.country.empty() && e.affiliation >= 0) e.country = entity(e.affiliation).country;
  }
}

}  // namespace rashomon::mentions
