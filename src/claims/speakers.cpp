#include "claims/speakers.hpp"

#include "claims/lexicon.hpp"
#include "mentions/fold.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;

Speaker speaker_of(const mentions::Actor& actor) {
  return {actor.name, actor.actor_id, actor.kind, actor.country, actor.role, actor.span};
}

bool is_person_pronoun(std::string_view lemma) { return is_one_of(lemma, {"he", "she"}); }
bool may_be_person(mentions::ActorKind kind) {
  return kind == mentions::ActorKind::person || kind == mentions::ActorKind::other;
}
bool is_body_pronoun(std::string_view lemma) { return is_one_of(lemma, {"it", "they"}); }

}  // namespace

SpeakerFinder::SpeakerFinder(const mentions::Analysis& analysis, const Syntax& syntax)
    : analysis_(analysis), syntax_(syntax) {
  for (const auto& actor : analysis.mentions.actors) {
    const auto [it, fresh] = by_token_.emplace(actor.token, &actor);
    if (!fresh && actor.form == mentions::ActorForm::name) it->second = &actor;
  }
}

const mentions::Actor* SpeakerFinder::at(Index token) const {
  const auto it = by_token_.find(token);
  return it == by_token_.end() ? nullptr : it->second;
}

namespace {
bool is_name(const mentions::Actor* actor) { return actor != nullptr && actor->form == mentions::ActorForm::name; }

bool is_left_open(const mentions::Actor* actor) {
  return actor != nullptr && actor->form == mentions::ActorForm::pronoun &&
         is_one_of(mentions::lower(actor->name), {"he", "she", "it", "they", "who"});
}
}  // namespace

const mentions::Actor* SpeakerFinder::name_beside(Index noun) const {
  for (Index c : syntax_.children(noun))
    if (syntax_[c].dep == "appos" && is_name(at(c))) return at(c);
  return nullptr;
}

// "the DHA news agency": the name stands before the common noun.
const mentions::Actor* SpeakerFinder::outlet_before(Index noun) const {
  for (Index c : syntax_.children(noun)) {
    if (!is_one_of(syntax_[c].dep, {"compound", "nmod"}) || syntax_[c].pos != "PROPN") continue;
    if (const auto* name = at(c); name != nullptr && name->kind == mentions::ActorKind::media) return name;
  }
  return nullptr;
}

// A mention whose head the parse sees elsewhere in the phrase.
const mentions::Actor* SpeakerFinder::mention_around(Index noun) const {
  for (Index c : syntax_.children(noun)) {
    if (!is_one_of(syntax_[c].dep, {"compound", "nmod"})) continue;
    if (const auto* part = at(c); part != nullptr && part->span.contains(syntax_[noun].span)) return part;
  }
  return nullptr;
}

const mentions::Actor* SpeakerFinder::mention_at(Index noun) const {
  const auto* own = at(noun);
  if (is_left_open(own)) return nullptr;
  if (is_name(own)) return own;
  if (const auto* name = name_beside(noun)) return name;
  if (own == nullptr || in_class("media_noun", syntax_[noun].lemma))
    if (const auto* outlet = outlet_before(noun)) return outlet;
  return own != nullptr ? own : mention_around(noun);
}

bool SpeakerFinder::is_media(Index noun) const {
  const auto* actor = mention_at(noun);
  if (actor != nullptr && actor->kind == mentions::ActorKind::media) return true;
  if (in_class("media_noun", syntax_[noun].lemma) || in_class("media_noun", mentions::lower(syntax_[noun].lemma)))
    return true;
  const Span name = bytes_of(syntax_.parse(), noun_phrase(syntax_, noun));
  const std::string words = mentions::fold_name(slice(analysis_.document.text, name));
  if (!analysis_.document.outlet.empty() && words == mentions::fold_name(analysis_.document.outlet)) return true;
  for (const auto& agency : analysis_.document.agencies)
    if (words == mentions::fold_name(agency)) return true;
  return false;
}

std::optional<Speaker> SpeakerFinder::outlet() const {
  if (analysis_.document.outlet.empty()) return {};
  Speaker out;
  out.name = analysis_.document.outlet;
  out.kind = mentions::ActorKind::media;
  out.country = analysis_.document.outlet_country;
  out.role = "outlet";
  return out;
}

namespace {
// "Observatory for Human Rights": the end of a name that goes on after "for".
Index end_of_name(const Syntax& syntax, Index head) {
  if (!syntax.holds(head + 2) || syntax[head + 1].lemma != "for" || syntax[head + 2].pos != "PROPN") return head + 1;
  Index end = head + 2;
  while (syntax.holds(end) && syntax[end].pos == "PROPN") ++end;
  return end;
}

// Of "spokesman Ann Lee" the name.
Index begin_of_name(const Syntax& syntax, Index head, Index first) {
  Index begin = head;
  while (begin > first && is_one_of(syntax[begin - 1].pos, {"PROPN", "ADJ", "ADP"})) --begin;
  const auto continues = [&](Index i) {
    return is_one_of(syntax[i].entity, {"PERSON", "ORG"}) && !syntax[i].entity_begin;
  };
  while (begin > syntax.range().first && continues(begin)) --begin;
  while (begin < head && syntax[begin].pos != "PROPN" && syntax[begin].tag != "JJ") ++begin;
  return begin;
}

TokenRange words_of_name(const Syntax& syntax, Index head) {
  TokenRange range = noun_phrase(syntax, head);
  while (range.first < head && is_one_of(syntax[range.first].dep, {"det", "preconj", "predet"})) ++range.first;
  if (syntax[head].pos == "PROPN") {
    if (range.last == head + 1) range.last = end_of_name(syntax, head);
    range.first = begin_of_name(syntax, head, range.first);
  } else if (in_class("media_noun", syntax[head].lemma)) {  // "the DHA news agency"
    Index last = head;
    while (last > range.first && syntax[last].pos != "PROPN") --last;
    if (syntax[last].pos == "PROPN") range.last = last + 1;
  }
  return range;
}

bool is_person(const language::Token& token) {
  return token.entity == "PERSON" || in_class("speaker_title", token.lemma) || in_class("human_noun", token.lemma);
}
}  // namespace

Speaker SpeakerFinder::from_words(Index noun) const {
  Index head = noun;
  for (Index c : syntax_.children(noun))
    if (syntax_[c].dep == "appos" && syntax_[c].pos == "PROPN" && syntax_[noun].pos != "PROPN") head = c;
  Speaker out;
  out.span = bytes_of(syntax_.parse(), words_of_name(syntax_, head));
  out.name = std::string(slice(analysis_.document.text, out.span));
  for (char& c : out.name)
    if (is_one_of({&c, 1}, {"\n", "\r", "\t"})) c = ' ';
  if (is_person(syntax_[head])) out.kind = mentions::ActorKind::person;
  if (is_media(head)) out.kind = mentions::ActorKind::media;
  return out;
}

// Who a pronoun or "the ministry" means among those who spoke before.
const Speaker* SpeakerFinder::earlier(Index noun) const {
  const auto& token = syntax_[noun];
  if (is_person_pronoun(token.lemma)) return last_person_ ? &*last_person_ : nullptr;
  if (is_body_pronoun(token.lemma)) return last_body_ ? &*last_body_ : last_ ? &*last_ : nullptr;
  if (is_one_of(token.lemma, {"who", "which", "that"})) return nullptr;
  if (token.pos != "NOUN") {
    const auto it = by_noun_.find(mentions::lower(slice(analysis_.document.text, token.span)));
    return it == by_noun_.end() || it->second.name.size() <= token.span.size() ? nullptr : &it->second;
  }
  const auto det = syntax_.child(noun, {"det"});
  const TokenRange range = noun_phrase(syntax_, noun);
  if (!det || syntax_[*det].lemma != "the" || range.last - range.first != 2) return nullptr;
  const auto it = by_noun_.find(mentions::lower(token.lemma));
  return it == by_noun_.end() ? nullptr : &it->second;
}

void SpeakerFinder::remember(const Speaker& speaker) {
  last_ = speaker;
  if (may_be_person(speaker.kind)) last_person_ = speaker;
  if (speaker.kind != mentions::ActorKind::person) last_body_ = speaker;
  for (const std::string& words : {speaker.name, speaker.role}) {
    const std::size_t space = words.find_last_of(' ');
    const std::string last = mentions::lower(space == std::string::npos ? words : words.substr(space + 1));
    if (!last.empty()) by_noun_[last] = speaker;
  }
}

Speaker SpeakerFinder::find(Index noun) {
  auto [out, named] = resolve(noun);
  if (named) remember(out);
  return out;
}

Speaker SpeakerFinder::find_relay(Index noun) const { return resolve(noun).first; }

// The speaker, and whether the words themselves name one.
std::pair<Speaker, bool> SpeakerFinder::resolve(Index noun) const {
  const auto* actor = mention_at(noun);
  // "allies Chad and Peru", "spokesman Lee": the name that follows a role is who speaks.
  const auto name = syntax_.child(noun, {"appos"});
  if (actor != nullptr && actor->form == mentions::ActorForm::role && name && syntax_[*name].pos == "PROPN" &&
      noun_phrase(syntax_, *name).first == noun + 1 && at(*name) == nullptr)
    actor = nullptr;
  // "he" that the mentions hold for a body or a place: the last person who spoke.
  if (actor != nullptr && is_person_pronoun(syntax_[noun].lemma) && !may_be_person(actor->kind) && last_person_)
    actor = nullptr;
  Speaker out;
  if (actor != nullptr && !actor->actor_id.empty()) {
    out = speaker_of(*actor);
  } else if (const Speaker* before = earlier(noun)) {
    out = *before;
    out.span = syntax_[noun].span;
  } else {
    out = from_words(noun);
  }
  return {out, syntax_[noun].pos != "PRON" || actor != nullptr};
}

}  // namespace rashomon::claims
