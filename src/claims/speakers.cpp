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

const mentions::Actor* SpeakerFinder::mention_at(Index noun) const {
  const auto* own = at(noun);
  if (own != nullptr && own->form == mentions::ActorForm::pronoun &&
      is_one_of(mentions::lower(own->name), {"he", "she", "it", "they", "who"}))
    return nullptr;  // left open
  if (own != nullptr && own->form == mentions::ActorForm::name) return own;
  for (Index c : syntax_.children(noun))
    if (syntax_[c].dep == "appos")
      if (const auto* name = at(c); name != nullptr && name->form == mentions::ActorForm::name) return name;
  // "the DHA news agency": the name stands before the common noun.
  if (own == nullptr || in_class("media_noun", syntax_[noun].lemma))
    for (Index c : syntax_.children(noun))
      if (is_one_of(syntax_[c].dep, {"compound", "nmod"}) && syntax_[c].pos == "PROPN")
        if (const auto* name = at(c); name != nullptr && name->kind == mentions::ActorKind::media) return name;
  if (own != nullptr) return own;
  for (Index c : syntax_.children(noun))
    if (is_one_of(syntax_[c].dep, {"compound", "nmod"}))
      if (const auto* part = at(c); part != nullptr && part->span.contains(syntax_[noun].span)) return part;
  return nullptr;
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

Speaker SpeakerFinder::from_words(Index noun) const {
  Index head = noun;
  for (Index c : syntax_.children(noun))
    if (syntax_[c].dep == "appos" && syntax_[c].pos == "PROPN" && syntax_[noun].pos != "PROPN") head = c;
  TokenRange range = noun_phrase(syntax_, head);
  if (syntax_[head].pos == "PROPN" && range.last == head + 1 && syntax_.holds(head + 2) &&
      syntax_[head + 1].lemma == "for" && syntax_[head + 2].pos == "PROPN")  // "Observatory for Human Rights"
    for (range.last = head + 2; syntax_.holds(range.last) && syntax_[range.last].pos == "PROPN";) ++range.last;
  while (range.first < head && is_one_of(syntax_[range.first].dep, {"det", "preconj", "predet"})) ++range.first;
  // Of "spokesman Ann Lee" and "the DHA news agency" the name.
  if (syntax_[head].pos == "PROPN") {
    Index first = head;
    while (first > range.first && is_one_of(syntax_[first - 1].pos, {"PROPN", "ADJ", "ADP"})) --first;
    while (first > syntax_.range().first && !syntax_[first].entity.empty() && !syntax_[first].entity_begin &&
           is_one_of(syntax_[first].entity, {"PERSON", "ORG"}))
      --first;
    while (first < head && syntax_[first].pos != "PROPN" && !is_one_of(syntax_[first].tag, {"JJ"})) ++first;
    range.first = first;
  } else if (in_class("media_noun", syntax_[head].lemma)) {
    Index last = head;
    while (last > range.first && syntax_[last].pos != "PROPN") --last;
    if (syntax_[last].pos == "PROPN") range.last = last + 1;
  }
  Speaker out;
  out.span = bytes_of(syntax_.parse(), range);
  out.name = std::string(slice(analysis_.document.text, out.span));
  for (char& c : out.name)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  if (syntax_[head].entity == "PERSON" || in_class("speaker_title", syntax_[head].lemma) ||
      in_class("human_noun", syntax_[head].lemma))
    out.kind = mentions::ActorKind::person;
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
