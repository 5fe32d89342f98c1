#include <algorithm>

#include "mentions/actor_raw.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kWidestPhrase = 12;  // tokens before a head that are looked at

class PhraseFinder {
 public:
  PhraseFinder(const Reading& reading, const std::vector<Place>& places, RawActors& raws)
      : r_(reading), places_(places), raws_(raws), lexicon_(reading.actors) {}
  void run();

 private:
  struct Head {
    const ActorNoun* noun = nullptr;
    std::uint32_t begin = 0;  // of the words that the lexicon has
  };
  [[nodiscard]] Head head_at(std::uint32_t i) const;
  [[nodiscard]] bool is_modifier(std::uint32_t i, std::uint32_t head) const;
  [[nodiscard]] CountryHit nation_at(std::uint32_t i, std::uint32_t head) const;
  void read_modifiers(RawActor& raw) const;
  void read_before(RawActor& raw) const;
  void read_after(RawActor& raw) const;
  void read_name(RawActor& raw, std::uint32_t begin, std::uint32_t end, bool possessor) const;
  void read_ministry(RawActor& raw) const;
  [[nodiscard]] std::string role_words(const RawActor& raw) const;
  [[nodiscard]] int person_after(const RawActor& raw) const;
  [[nodiscard]] int person_apposed(const RawActor& raw) const;
  [[nodiscard]] int group_named_before(const RawActor& raw) const;
  void give_role(RawActor& person, const RawActor& role) const;
  [[nodiscard]] bool is_predicate(std::uint32_t i) const;
  [[nodiscard]] bool is_loose_title(const RawActor& raw) const;
  void add(std::uint32_t i, const Head& head);

  const Reading& r_;
  const std::vector<Place>& places_;
  RawActors& raws_;
  const ActorLexicon& lexicon_;
};

std::string singular_of(const Reading& r, std::uint32_t i) {
  const auto& t = r.token(i);
  return lower(t.tag == "NNS" || t.tag == "NNPS" ? (t.lemma.empty() ? r.word(i) : t.lemma) : r.word(i));
}

// The longest entry of the lexicon that ends at `i`: "prime minister", "security forces".
PhraseFinder::Head PhraseFinder::head_at(std::uint32_t i) const {
  const auto& t = r_.token(i);
  if (!t.tag.starts_with("NN") && !(t.tag == "JJ" || t.tag == "VBN")) return {};
  std::string last = singular_of(r_, i);
  if (last.size() > 3 && last.back() == 's' && lexicon_.noun(last) == nullptr) last.pop_back();
  Head found;
  std::string words;
  const std::uint32_t first = r_.first_of(i);
  for (std::uint32_t begin = i; begin + 5 > i && begin >= first; --begin) {
    const std::string w = begin == i ? last : lower(r_.word(begin));
    const bool glued = begin < i && !r_.token(begin).space_after;
    words = begin == i ? w : w + (glued ? "" : " ") + words;
    if (const ActorNoun* noun = lexicon_.noun(words)) found = {noun, begin};
    if (begin == 0) break;
  }
  if (found.noun != nullptr && !t.tag.starts_with("NN") && found.begin == i) return {};
  return found;
}

bool PhraseFinder::is_modifier(std::uint32_t i, std::uint32_t head) const {
  const auto& t = r_.token(i);
  if (t.pos == "DET" || t.pos == "NUM" || t.pos == "PRON" || t.pos == "ADP" || t.pos == "CCONJ" || t.pos == "SCONJ" ||
      t.pos == "PART" || t.pos == "SPACE" || t.pos == "AUX" || t.pos == "INTJ")
    return false;
  if (t.pos == "PUNCT") return r_.word(i) == "-" || r_.word(i) == "–";
  if (t.dep == "poss" || t.dep == "nummod" || t.dep == "det" || t.dep == "quantmod") return false;
  if (t.head == head || (t.head > i && t.head < head))
    return t.dep == "amod" || t.dep == "compound" || t.dep == "nmod" || t.dep == "npadvmod" || t.dep == "advmod" ||
           t.dep == "punct" || t.dep == "nn" || t.dep == "conj";
  // The hyphen parts "Danish-backed": its parts hang on each other.
  if (t.pos != "PROPN" && t.pos != "ADJ") return false;
  std::uint32_t over = i;
  for (int step = 0; step < 4 && over != head; ++step) over = r_.token(over).head;
  return over == head;
}

// "Danish", "North Korean", "U.S."; not the "Danish" of "Danish-backed".
CountryHit PhraseFinder::nation_at(std::uint32_t i, std::uint32_t head) const {
  if (!is_capitalised(r_.word(i))) return {};
  CountryHit hit;
  std::uint32_t end = i + 2;
  if (end <= head + 1 && is_capitalised(r_.word(i + 1))) hit = Countries::get().find(r_.words(i, end));
  if (!hit) {
    end = i + 1;
    hit = Countries::get().find(r_.word(i));
  }
  if (hit && end + 1 < r_.size() && r_.word(end) == "-" && lexicon_.is("aside", r_.word(end + 1))) return {};
  if (hit && end < r_.size() && r_.word(end).starts_with("-") && lexicon_.is("aside", r_.word(end).substr(1)))
    return {};
  return hit;
}

void PhraseFinder::read_name(RawActor& raw, std::uint32_t begin, std::uint32_t end, bool possessor) const {
  const int other = raws_.at[begin];
  if (other >= 0) {
    const RawActor& o = raws_.list[static_cast<std::size_t>(other)];
    if (o.type == RawType::person) raw.of_person = other;
    else if (o.type == RawType::pronoun) raw.of_person = other;
    else if (o.type != RawType::government) raw.affiliation = other;
    if (o.country != nullptr && raw.country == nullptr) raw.country = o.country;
    if (raw.country_code.empty()) raw.country_code = o.country_code;
  }
  for (std::uint32_t i = begin; i < end && raw.country == nullptr; ++i) {
    const CountryHit hit = nation_at(i, end > 0 ? end - 1 : end);
    if (hit) raw.country = hit.country;
  }
  const int place = raws_.place_at[begin];
  if (place >= 0 && raw.country == nullptr && raw.country_code.empty())
    raw.country_code = places_[static_cast<std::size_t>(place)].country;
  static_cast<void>(possessor);
}

// Words left of the head that belong to it, and the nation among them.
void PhraseFinder::read_modifiers(RawActor& raw) const {
  const std::uint32_t first = std::max(r_.first_of(raw.head), raw.head > kWidestPhrase ? raw.head - kWidestPhrase : 0U);
  std::uint32_t begin = raw.begin;
  while (begin > first) {
    const std::uint32_t i = begin - 1;
    const int other = raws_.at[i];
    if (other >= 0) {
      const RawActor& o = raws_.list[static_cast<std::size_t>(other)];
      const auto& t = r_.token(o.head);
      if (t.head < raw.begin || t.head > raw.head || t.dep == "appos" || t.dep == "conj" || t.dep == "poss") break;
      read_name(raw, o.begin, o.end, false);
      if (raw.of_person >= 0 || o.type == RawType::government) begin = o.begin;
      break;
    }
    if (!is_modifier(i, raw.head)) break;
    begin = i;
  }
  const auto is_status = [&](std::uint32_t i) { return lexicon_.is("status", r_.word(i)); };  // "former", "then"
  while (begin < raw.begin && (r_.token(begin).pos == "PUNCT" || r_.token(begin).pos == "ADV") && !is_status(begin))
    ++begin;
  // A sentence's first word has a capital of its own: an adjective there is no part of a name.
  if (begin < raw.begin && begin == r_.first_of(begin) && r_.token(begin).pos == "ADJ" && !nation_at(begin, raw.head) &&
      !is_status(begin))
    ++begin;
  if (begin < raw.begin && (r_.word(begin) == "-" || r_.word(begin) == "–")) {  // "Pro-government": in one piece
    if (begin > first && !r_.token(begin - 1).space_after && raws_.at[begin - 1] < 0) --begin;
    else ++begin;
  }
  for (std::uint32_t i = begin; i < raw.begin && raw.country == nullptr; ++i)
    if (const CountryHit hit = nation_at(i, raw.head)) raw.country = hit.country;
  raw.begin = begin;
}

// Article and possessor: "the …", "Denmark's …", "his …".
void PhraseFinder::read_before(RawActor& raw) const {
  for (const std::uint32_t c : near_children(r_.parse, raw.head)) {
    if (c >= raw.begin) break;
    const auto& t = r_.token(c);
    const std::string w = lower(r_.word(c));
    if (t.dep == "det")
      raw.definite = w == "the" || w == "this" || w == "that" || w == "these" || w == "those" || w == "both";
    if (t.dep != "poss") continue;
    raw.definite = true;
    const std::uint32_t from = std::max(t.left_edge, r_.first_of(raw.head));
    for (std::uint32_t i = c + 1; i-- > from;) {
      if (raws_.at[i] >= 0 || raws_.place_at[i] >= 0 || nation_at(i, c)) {
        read_name(raw, i, i + 1, true);
        break;
      }
    }
    if (raw.of_person >= 0 || t.pos != "PRON") continue;
  }
  if (raw.begin > 0 && lower(r_.word(raw.begin - 1)) == "the") raw.definite = true;
}

// "of Denmark", "for the Red Cross", "of the province of X".
void PhraseFinder::read_after(RawActor& raw) const {
  for (const std::uint32_t c : near_children(r_.parse, raw.head)) {
    if (c < raw.head || c > raw.head + kWidestPhrase) continue;
    const std::string prep = lower(r_.word(c));
    if (r_.token(c).dep != "prep" || (prep != "of" && prep != "for" && prep != "at" && prep != "from" &&
                                      prep != "with" && prep != "in" && prep != "to"))
      continue;
    if (prep == "to" && raw.type != RawType::role) continue;
    const std::uint32_t last = std::min(r_.token(c).right_edge, c + kWidestPhrase);
    for (std::uint32_t i = c + 1; i <= last && i < r_.size(); ++i) {
      if (r_.token(i).pos == "VERB" || r_.word(i) == ",") break;
      if (raws_.at[i] < 0 && raws_.place_at[i] < 0 && !nation_at(i, last)) continue;
      if (prep == "in" && raw.country != nullptr) break;
      read_name(raw, i, i + 1, false);
      break;
    }
  }
}

void PhraseFinder::read_ministry(RawActor& raw) const {
  const std::string head = lower(r_.word(raw.head));
  if (raw.noun->stem != "min" && head != "minister" && head != "department") return;
  const std::uint32_t end = std::min(r_.end_of(raw.head), raw.head + 4);
  for (std::uint32_t i = raw.begin; i < end && raw.ministry == nullptr; ++i) {
    if (i > raw.head && r_.token(i).pos != "ADP" && r_.token(i).pos != "NOUN" && r_.token(i).pos != "PROPN" &&
        r_.token(i).pos != "ADJ")
      break;
    raw.ministry = lexicon_.ministry(lower(r_.word(i)));
    if (raw.ministry != nullptr && i > raw.head) raw.end = i + 1;
  }
  if (raw.ministry == nullptr && (head == "office")) raw.ministry = lexicon_.ministry(lower(r_.word(raw.head - 1)));
}

// The office without nation and article: "deputy interior minister".
std::string PhraseFinder::role_words(const RawActor& raw) const {
  std::uint32_t begin = raw.begin;
  while (begin < raw.head) {
    const CountryHit hit = nation_at(begin, raw.head);
    const bool two = hit && Countries::get().find(r_.words(begin, std::min(begin + 2, raw.head + 1)));
    if (!hit && raws_.at[begin] < 0) break;
    begin += two && begin + 2 <= raw.head ? 2 : 1;
  }
  return lower(r_.words(std::min(begin, raw.head), raw.head + 1));
}

// The person whose title the phrase is: it ends where the name begins.
int PhraseFinder::person_after(const RawActor& raw) const {
  const std::uint32_t next = raw.head + 1;
  for (std::uint32_t i = next; i < std::min(next + 2, r_.end_of(raw.head)); ++i) {
    const int at = raws_.at[i];
    if (at >= 0)
      return raws_.list[static_cast<std::size_t>(at)].type == RawType::person &&
                     raws_.list[static_cast<std::size_t>(at)].begin == i
                 ? at
                 : -1;
    if (!lexicon_.is("title", r_.word(i)) && r_.word(i) != ",") return -1;
    if (r_.word(i) == "," && r_.token(i).head != raw.head && r_.parse.tokens[raw.head].dep != "appos") {
      // "the president, NAME, …"
    }
  }
  return -1;
}

// "NAME, the governor of …", "the governor of …, NAME".
int PhraseFinder::person_apposed(const RawActor& raw) const {
  auto person_at = [&](std::uint32_t i) {
    const int at = i < r_.size() ? raws_.at[i] : -1;
    return at >= 0 && raws_.list[static_cast<std::size_t>(at)].type == RawType::person ? at : -1;
  };
  const auto& t = r_.token(raw.head);
  if (t.dep == "appos" && person_at(t.head) >= 0) return person_at(t.head);
  for (const std::uint32_t c : near_children(r_.parse, raw.head))
    if (r_.token(c).dep == "appos" && person_at(c) >= 0) return person_at(c);
  // The comma before the phrase, its article, its possessor's words.
  std::uint32_t i = raw.begin;
  const std::uint32_t first = r_.first_of(raw.head);
  for (int step = 0; step < 5 && i > first; ++step) {
    --i;
    if (r_.word(i) == ",")
      return i > first && (t.dep == "appos" || t.dep == "conj" || t.dep == "nsubj" || t.dep == "ROOT" ||
                           t.dep == "dep" || t.dep == "npadvmod")
                 ? person_at(i - 1)
                 : -1;
    const auto& w = r_.token(i);
    if (w.pos != "DET" && w.pos != "ADJ" && w.pos != "PROPN" && w.pos != "PART" && w.pos != "NOUN") return -1;
  }
  return -1;
}

void PhraseFinder::give_role(RawActor& person, const RawActor& role) const {
  if (person.role.empty()) {
    person.role = role_words(role);
    person.role_noun = role.noun;
    person.ministry = role.ministry;
  }
  if (person.country == nullptr) person.country = role.country;
  if (person.country_code.empty()) person.country_code = role.country_code;
  if (person.affiliation < 0) person.affiliation = role.affiliation;
}

RawType type_of(ActorNounClass c) {
  switch (c) {
    case ActorNounClass::institution: return RawType::institution;
    case ActorNounClass::group: return RawType::group;
    case ActorNounClass::people: return RawType::people;
    case ActorNounClass::role: return RawType::role;
    case ActorNounClass::collective: return RawType::collective;
  }
  return RawType::collective;
}

// "was elected president", "as mayor", "is a nurse": said of an actor, none of its own.
bool PhraseFinder::is_predicate(std::uint32_t i) const {
  for (int step = 0; step < 4 && r_.token(i).dep == "conj"; ++step) i = r_.token(i).head;
  const auto& t = r_.token(i);
  if (t.dep == "attr" || t.dep == "oprd" || t.dep == "acomp") return true;
  return t.dep == "pobj" && lower(r_.word(t.head)) == "as";
}

// "President" or "MP" with neither article nor nation.
bool PhraseFinder::is_loose_title(const RawActor& raw) const {
  return is_capitalised(r_.word(raw.begin)) && !raw.definite && raw.country == nullptr && raw.country_code.empty() &&
         raw.affiliation < 0 && raw.of_person < 0 && !raw.plural;
}

// "Houthi rebels": the armed group that is named, not another one.
int PhraseFinder::group_named_before(const RawActor& raw) const {
  if (raw.type != RawType::group || raw.kind != ActorKind::armed_group || raw.affiliation < 0) return -1;
  const RawActor& name = raws_.list[static_cast<std::size_t>(raw.affiliation)];
  return name.kind == ActorKind::armed_group && name.end == raw.head ? raw.affiliation : -1;
}

void PhraseFinder::add(std::uint32_t i, const Head& head) {
  RawActor raw;
  raw.type = type_of(head.noun->noun_class);
  raw.noun = head.noun;
  raw.kind = head.noun->kind;
  raw.begin = head.begin;
  raw.head = i;
  raw.end = i + 1;
  raw.plural = r_.token(i).tag == "NNS" || r_.token(i).tag == "NNPS";
  read_modifiers(raw);
  read_before(raw);
  read_after(raw);
  read_ministry(raw);
  raw.role = raw.type == RawType::role ? role_words(raw) : std::string();
  if (const int name = group_named_before(raw); name >= 0) raw.same_as = name;
  if (raw.type == RawType::role || raw.type == RawType::people) {
    if (const int person = person_after(raw); person >= 0) {
      give_role(raws_.list[static_cast<std::size_t>(person)], raw);
      if (r_.word(raw.end) != ",") return;
      raw.same_as = person;
    } else if (const int apposed = person_apposed(raw); apposed >= 0) {
      give_role(raws_.list[static_cast<std::size_t>(apposed)], raw);
      raw.same_as = apposed;
    }
    if (raw.same_as >= 0 && raw.type == RawType::people) return;
  }
  if (raw.type == RawType::role && raw.same_as < 0 && (is_predicate(i) || is_loose_title(raw))) return;
  // A title that the tagger left before a bare surname is no mention of its own.
  if (raw.type == RawType::role && i + 1 < r_.size() && r_.token(i + 1).dep == "appos" && raws_.at[i + 1] >= 0) return;
  raws_.add(raw);
}

void PhraseFinder::run() {
  for (std::uint32_t i = 0; i < r_.size(); ++i) {
    if (raws_.at[i] >= 0) continue;
    const auto& t = r_.token(i);
    if ((t.dep == "compound" || t.dep == "amod" || t.dep == "nmod") && t.head > i && raws_.at[t.head] < 0 &&
        head_at(t.head).noun != nullptr)
      continue;
    const Head head = head_at(i);
    if (head.noun != nullptr) add(i, head);
  }
}

}  // namespace

void find_actor_phrases(const Reading& reading, const std::vector<Place>& places, RawActors& raws) {
  PhraseFinder(reading, places, raws).run();
}

}  // namespace rashomon::mentions
