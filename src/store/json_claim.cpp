#include "store/json.hpp"
#include "store/json_parts.hpp"

namespace rashomon::store {

using claims::name_of;

void write_event_type(JsonWriter& w, const claims::EventType& type) {
  w.object("event_type", [&](JsonWriter& out) {
    out.text("plover", type.plover);
    out.text("plover_mode", type.plover_mode);
    out.text("cameo", type.cameo);
    out.text("acled", type.acled);
    out.text("acled_sub", type.acled_sub);
  });
}

void write_participant(JsonWriter& w, const claims::Participant& p) {
  w.begin_object();
  w.span(p.span);
  w.text("name", p.name);
  w.key("actor_id"), write_id(w, p.actor_id);
  w.string("kind", mentions::name_of(p.kind));
  w.text("country", p.country);
  w.text("role", p.role);
  w.text("code", p.code);
  w.end_object();
}

void write_weapon(JsonWriter& w, const std::optional<claims::Weapon>& weapon) {
  w.key("weapon");
  if (!weapon) return w.null();
  w.begin_object();
  w.span(weapon->span);
  w.text("text", weapon->text);
  w.text("class", weapon->weapon_class);
  w.end_object();
}

void write_time_span(JsonWriter& w, const std::optional<TimeSpan>& time) {
  w.key("time");
  if (!time) return w.null();
  w.begin_object();
  w.date("start", time->range.start);
  w.date("end", time->range.end);
  w.integer("precision", time->precision);
  w.text("anchor", time->anchor);
  w.end_object();
}

void write_reason(JsonWriter& w, const claims::Reason& reason) {
  w.begin_object();
  w.string("field", reason.field);
  w.string("rule", reason.rule);
  w.text("input", reason.input);
  w.end_object();
}

namespace {

void write_speaker(JsonWriter& w, const claims::Speaker& s) {
  w.begin_object();
  w.text("name", s.name);
  w.key("actor_id"), write_id(w, s.actor_id);
  w.string("kind", mentions::name_of(s.kind));
  w.text("country", s.country);
  w.text("role", s.role);
  w.span(s.span);
  w.end_object();
}

void write_cue(JsonWriter& w, const std::optional<claims::Cue>& cue) {
  w.key("cue");
  if (!cue) return w.null();
  w.begin_object();
  w.span(cue->span);
  w.string("lemma", cue->lemma);
  w.end_object();
}

void write_trigger(JsonWriter& w, const claims::Claim& claim) {
  w.key("trigger");
  if (!claim.trigger) return w.null();
  w.begin_object();
  w.span(*claim.trigger);
  w.text("lemma", claim.trigger_lemma);
  w.end_object();
}

void write_mechanism(JsonWriter& w, const std::optional<claims::Mechanism>& mechanism) {
  w.key("mechanism");
  if (!mechanism) return w.null();
  w.begin_object();
  w.string("family", mechanism->family);
  for (const auto& [name, value] : mechanism->fields) w.text(name, value);
  w.end_object();
}

template <class Kind>
void write_optional(JsonWriter& w, std::string_view name, const std::optional<Id<Kind>>& id) {
  w.text(name, id ? std::string_view(id->value) : std::string_view());
}

}  // namespace

void write_claim(JsonWriter& w, const claims::Claim& c) {
  w.begin_object();
  w.string("id", c.id.value);
  w.string("document", c.document.value);
  w.span(c.span);
  w.string("quote", c.quote);
  w.array("speakers", c.speakers, write_speaker);
  write_cue(w, c.cue);
  w.string("voice", name_of(c.voice));
  w.string("polarity", name_of(c.polarity));
  w.string("modality", name_of(c.modality));
  write_event_type(w, c.event_type);
  write_trigger(w, c);
  w.array("actor", c.actor, write_participant);
  w.array("recipient", c.recipient, write_participant);
  write_weapon(w, c.weapon);
  write_time_span(w, c.time);
  w.array("places", c.places, write_place);
  w.array("quantities", c.quantities, write_quantity);
  write_mechanism(w, c.mechanism);
  write_optional(w, "denies", c.denies);
  write_optional(w, "event", c.event);
  write_optional(w, "origin", c.origin);
  w.array("reasons", c.reasons, write_reason);
  w.end_object();
}

std::string claim_json(const claims::Claim& claim) {
  JsonWriter w;
  write_claim(w, claim);
  return w.take();
}

}  // namespace rashomon::store
