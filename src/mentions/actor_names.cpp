#include <algorithm>

#include "mentions/actor_raw.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kLongestOrganisation = 9;  // tokens

class NameFinder {
 public:
  NameFinder(const Reading& reading, const std::vector<Place>& places, RawActors& raws)
      : r_(reading), places_(places), raws_(raws), lexicon_(reading.actors) {}
  void organisations();
  void persons();
  void surnames();
  void governments();
  void tagged_organisations(bool with_common_heads);

 private:
  [[nodiscard]] bool free(std::uint32_t begin, std::uint32_t end) const {
    return std::all_of(raws_.at.begin() + begin, raws_.at.begin() + end, [](int i) { return i < 0; });
  }
  [[nodiscard]] bool shouted(std::uint32_t i) const;
  [[nodiscard]] bool is_tagged_place(std::uint32_t i) const {
    return r_.token(i).entity == "GPE" || r_.token(i).entity == "LOC" || r_.token(i).entity == "FAC";
  }
  [[nodiscard]] bool within_longer_name(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t with_country(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t with_form(std::uint32_t end) const;
  [[nodiscard]] bool acts(std::uint32_t head, bool capital) const;
  [[nodiscard]] bool acts_here(std::uint32_t head, bool capital) const;
  [[nodiscard]] bool is_proper_collective(std::uint32_t i) const {
    const ActorNoun* noun = is_capitalised(r_.word(i)) ? lexicon_.noun(lower(r_.word(i))) : nullptr;
    return noun != nullptr && noun->noun_class == ActorNounClass::collective;
  }
  const Reading& r_;
  const std::vector<Place>& places_;
  RawActors& raws_;
  const ActorLexicon& lexicon_;
};

// A word of a line in capitals, where "IS" and "AU" are no acronyms.
bool NameFinder::shouted(std::uint32_t i) const {
  for (const std::uint32_t j : {i - 1, i + 1}) {
    if (j >= r_.size() || r_.token(j).sentence != r_.token(i).sentence) continue;
    const std::string_view w = r_.word(j);
    if (w.size() > 3 && lower(w) != w && std::none_of(w.begin(), w.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      return true;
  }
  return false;
}

// "Coastal Labour Party", "Labour Party of Norway": another party than the lexicon's.
bool NameFinder::within_longer_name(std::uint32_t begin, std::uint32_t end) const {
  const auto& t = r_.token(begin);
  const auto& last = r_.token(end - 1);
  if (last.entity != "ORG" || end - begin < 2) return false;
  if (end < r_.end_of(begin) && r_.word(end) == "of" && with_country(end) != end) return true;
  if (t.entity_begin || begin == r_.first_of(begin) || t.entity != "ORG") return false;
  const std::string_view w = r_.word(begin - 1);
  return is_capitalised(w) && r_.token(begin - 1).pos == "PROPN" && lower(w) != "the" && !Countries::get().find(w);
}

// The end of a name that goes on: "Liberal Party" "of Canada".
std::uint32_t NameFinder::with_country(std::uint32_t end) const {
  const std::uint32_t stop = r_.end_of(end - 1);
  if (end + 1 >= stop || r_.word(end) != "of") return end;
  std::uint32_t i = end + 1;
  if (lower(r_.word(i)) == "the" && i + 1 < stop) ++i;
  const std::uint32_t name = i;
  while (i < stop && is_capitalised(r_.word(i)) && r_.token(i).pos == "PROPN" && i - name < 4) ++i;
  return i > name && lexicon_.is("joins_of", r_.word(end - 1)) ? i : end;
}

// The end of a company's name with its legal form: "Harbour Lines" ", Inc.".
std::uint32_t NameFinder::with_form(std::uint32_t end) const {
  const std::uint32_t stop = r_.end_of(end - 1);
  const std::uint32_t i = end < stop && r_.word(end) == "," ? end + 1 : end;
  return i < stop && lexicon_.is("legal_form", r_.word(i)) && is_capitalised(r_.word(i)) ? i + 1 : end;
}

void NameFinder::organisations() {
  for (std::uint32_t i = 0; i < r_.size(); ++i) {
    if (!lexicon_.begins_organisation(plain_apostrophes(r_.word(i)))) continue;
    for (std::uint32_t end = std::min(i + kLongestOrganisation, r_.end_of(i)); end > i; --end) {
      const std::string_view words = r_.words(i, end);
      const Organisation* o = lexicon_.organisation(words);
      if (o == nullptr) continue;
      const std::string_view tag = r_.token(end - 1).tag;
      if (!o->own && end == i + 1 && words.size() <= 4 && (shouted(i) || !tag.starts_with("NN"))) break;
      if (!o->own && end == i + 1 && r_.token(i).entity == "PERSON" && words.size() > 4) break;
      if (!o->own && end == i + 1 && words.size() > 3 && is_tagged_place(i) &&
          (o->kind == ActorKind::media || o->kind == ActorKind::company) && raws_.place_at[i] >= 0)
        break;
      if (within_longer_name(i, end)) break;
      RawActor raw;
      raw.type = RawType::organisation;
      raw.begin = i;
      raw.end = end;
      raw.head = head_of(r_, i, end);
      raw.kind = o->kind;
      raw.organisation = o;
      raw.country = o->country.empty() ? nullptr : Countries::get().by_iso3(o->country);
      raws_.add(raw);
      i = end - 1;
      break;
    }
  }
}

void NameFinder::persons() {
  for (const auto& e : r_.parse.entities) {
    if (e.label != "PERSON") continue;
    for (std::uint32_t begin = e.begin, end = e.begin; begin < e.end; begin = end + 1) {  // a line is a name
      for (end = begin; end < e.end && !is_space(r_.word(end));) ++end;
      const bool place =
          std::any_of(raws_.place_at.begin() + begin, raws_.place_at.begin() + end, [](int p) { return p >= 0; });
      if (begin < end && !place) add_person(r_, begin, end, raws_);
    }
  }
}

// Surnames that the tagger took for something else, and names after a title.
void NameFinder::surnames() {
  std::set<std::string_view> known;
  for (const auto& raw : raws_.list)
    if (raw.type == RawType::person && raw.end - raw.begin > 1) known.insert(r_.word(raw.end - 1));
  for (std::uint32_t i = 0; i < r_.size(); ++i) {
    const std::string_view w = r_.word(i);
    if (raws_.at[i] >= 0 || r_.token(i).pos != "PROPN" || !is_capitalised(w)) continue;
    const std::string before = i > r_.first_of(i) ? lower(r_.word(i - 1)) : std::string();
    const bool titled = before.ends_with('.') && lexicon_.is("title", before) && w.size() > 2;
    const bool in_name = i + 1 < r_.end_of(i) && r_.token(i + 1).pos == "PROPN" && !r_.token(i).entity.empty();
    if (!titled && (!known.contains(w) || in_name)) continue;
    if (!titled && raws_.place_at[i] >= 0 && lexicon_.is("title", before) == false) continue;
    std::uint32_t end = i + 1;
    while (titled && end < r_.end_of(i) && r_.token(end).pos == "PROPN" && is_capitalised(r_.word(end)) &&
           raws_.at[end] < 0)
      ++end;
    add_person(r_, i, end, raws_);
  }
}

// Where the dependency of a name's head makes the name the doer or the one spoken to.
bool NameFinder::acts_here(std::uint32_t head, bool capital) const {
  const auto& t = r_.token(head);
  const auto& over = r_.token(t.head);
  const std::string verb = lower(over.lemma);
  if (t.dep == "nsubj")
    return !capital || (verb != "be" && verb != "lie" && verb != "fall" && verb != "remain" && verb != "become" &&
                        over.pos == "VERB");
  if (t.dep == "nsubjpass") return !capital;
  if (t.dep == "dobj") return lexicon_.is("speech", verb);
  if (t.dep == "poss") return !lexicon_.is("geographic", over.lemma);
  if (t.dep == "agent" || (t.dep == "pobj" && over.dep == "agent")) return true;
  if (t.dep != "pobj") return false;
  const std::string prep = lower(r_.word(t.head));
  const auto& governor = r_.token(over.head);
  if (prep == "with" || prep == "against") return governor.pos == "VERB" || governor.pos == "NOUN";
  if (prep == "between") return lexicon_.is("exchange", governor.lemma) || !capital;
  if (prep == "to" && lower(r_.word(over.head)) == "according") return true;
  if (prep == "on" || prep == "upon" || prep == "to") return lexicon_.is("speech", governor.lemma);
  return false;
}

bool NameFinder::acts(std::uint32_t head, bool capital) const {
  for (int step = 0; step < 6 && r_.token(head).dep == "conj"; ++step) head = r_.token(head).head;
  return acts_here(head, capital);
}

void NameFinder::governments() {
  for (const auto& place : places_) {
    std::uint32_t begin = r_.size(), end = 0;
    const std::string_view words = slice(r_.document.text, place.span);
    const CountryHit hit = Countries::get().find(words);
    if (!hit || (hit.kind != CountryWord::name && hit.kind != CountryWord::capital)) continue;
    const auto it = std::lower_bound(r_.parse.tokens.begin(), r_.parse.tokens.end(), place.span.begin,
                                     [](const language::Token& t, std::uint32_t b) { return t.span.begin < b; });
    begin = static_cast<std::uint32_t>(it - r_.parse.tokens.begin());
    end = begin;
    while (end < r_.size() && r_.token(end).span.end <= place.span.end) ++end;
    if (end == begin || !free(begin, end)) continue;
    const std::uint32_t head = head_of(r_, begin, end);
    const bool capital = hit.kind == CountryWord::capital;
    if (capital && place.level != PlaceLevel::country && place.country != iso3_of(*hit.country)) continue;
    if (!acts(head, capital)) continue;
    RawActor raw;
    raw.type = RawType::government;
    raw.kind = ActorKind::government;
    raw.begin = begin;
    raw.end = end;
    raw.head = head;
    raw.country = hit.country;
    raws_.add(raw);
  }
  // Seats of government: "the Kremlin", where the lexicon of organisations has none of that name.
  for (std::uint32_t i = 0; i + 1 < r_.size(); ++i) {
    if (!is_capitalised(r_.word(i)) || raws_.at[i] >= 0) continue;
    for (std::uint32_t end = std::min(i + 2, r_.end_of(i)); end > i; --end) {
      const CountryHit hit = Countries::get().find(r_.words(i, end));
      if (hit.kind != CountryWord::seat || !free(i, end)) continue;
      RawActor raw;
      raw.type = RawType::government;
      raw.kind = ActorKind::government;
      raw.begin = i;
      raw.end = end;
      raw.head = head_of(r_, i, end);
      raw.country = hit.country;
      raws_.add(raw);
      break;
    }
  }
}

// Organisations that only the tagger knows, and peoples in the plural.
void NameFinder::tagged_organisations(bool with_common_heads) {
  for (const auto& e : r_.parse.entities) {
    if (e.label != "ORG" && e.label != "NORP") continue;
    std::uint32_t begin = e.begin, end = e.end;
    if (lower(r_.word(begin)) == "the" || lower(r_.word(begin)) == "a") ++begin;
    while (end > begin && (r_.word(end - 1) == "'s" || r_.word(end - 1) == "’s" || is_space(r_.word(end - 1)))) --end;
    for (std::uint32_t i = begin; i < end; ++i)
      if (is_space(r_.word(i))) end = i;
    if (begin < end && e.label == "ORG") end = with_form(with_country(end));
    if (begin >= end || !free(begin, end) || !is_capitalised(r_.word(begin))) continue;
    const bool place = raws_.place_at[begin] >= 0 && end == begin + 1;
    RawActor raw;
    raw.begin = begin;
    raw.end = end;
    raw.head = head_of(r_, begin, end);
    if (e.label == "NORP") {
      const CountryHit hit = Countries::get().find(r_.words(begin, end));
      if (hit.kind != CountryWord::people && !(r_.token(raw.head).tag == "NNPS")) continue;
      raw.type = RawType::people;
      raw.kind = ActorKind::civilians;
      raw.country = hit.country;
      raw.plural = true;
    } else if (!with_common_heads && !is_proper_collective(end - 1) &&
               (lexicon_.noun(lower(r_.word(end - 1))) != nullptr ||
                lexicon_.noun(lower(r_.token(end - 1).lemma)) != nullptr || lower(r_.word(end - 1)) == "forces")) {
      continue;  // "the Danish Army": a phrase, read with its nation
    } else if (place || (e.end - e.begin == 1 && lexicon_.noun(lower(r_.word(begin))) != nullptr)) {
      continue;
    }
    raws_.add(raw);
  }
}

}  // namespace

std::uint32_t head_of(const Reading& r, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t h = r.token(i).head;
    if (h < begin || h >= end || h == i) return i;
  }
  return end - 1;
}

void add_person(const Reading& r, std::uint32_t begin, std::uint32_t end, RawActors& raws) {
  const ActorLexicon& lexicon = r.actors;
  // Titles belong to the tagger's span at times: "Mr. X", "President X".
  while (begin < end && (lexicon.is("title", r.word(begin)) || !is_capitalised(r.word(begin))) &&
         !(lower(r.word(begin)) == "al" && end - begin > 2))
    ++begin;
  for (std::uint32_t i = begin; i < end; ++i)
    if (is_space(r.word(i)) || r.word(i) == "–" || r.word(i) == "—" || (r.word(i) == "-" && r.token(i).space_after))
      end = i;
  while (end > begin && !is_capitalised(r.word(end - 1))) --end;
  if (begin >= end || std::any_of(raws.at.begin() + begin, raws.at.begin() + end, [](int k) { return k >= 0; })) return;
  if (end == begin + 1 && (lexicon.is("not_name", r.word(begin)) || lexicon.noun(lower(r.word(begin))) != nullptr))
    return;
  if (const CountryHit hit = Countries::get().find(r.words(begin, end)); hit) return;
  RawActor raw;
  raw.type = RawType::person;
  raw.kind = ActorKind::person;
  raw.begin = begin;
  raw.end = end;
  raw.head = head_of(r, begin, end);
  raws.add(raw);
}

int RawActors::add(RawActor raw) {
  const int index = static_cast<int>(list.size());
  for (std::uint32_t i = raw.begin; i < raw.end; ++i)
    if (at[i] < 0) at[i] = index;
  list.push_back(std::move(raw));
  return index;
}

void find_actor_names(const Reading& reading, const std::vector<Place>& places, RawActors& raws) {
  NameFinder finder(reading, places, raws);
  finder.organisations();
  find_given_names(reading, raws);
  finder.persons();
  finder.governments();
  finder.surnames();
}

void find_tagged_organisations(const Reading& reading, const std::vector<Place>& places, bool with_common_heads,
                               RawActors& raws) {
  NameFinder(reading, places, raws).tagged_organisations(with_common_heads);
}

}  // namespace rashomon::mentions
