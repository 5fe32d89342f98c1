#include "store/json.hpp"
#include "store/json_parts.hpp"

namespace rashomon::store {

using mentions::name_of;

namespace {

void write_precision(JsonWriter& w, std::string_view name, int precision) {
  w.key(name), precision > 0 ? w.integer(precision) : w.null();
}

void write_told(JsonWriter& w, const std::optional<mentions::ToldPoint>& told) {
  w.key("told");
  if (!told) return w.null();
  w.begin_object();
  w.number("latitude", told->point ? std::optional(told->point->latitude) : std::nullopt);
  w.number("longitude", told->point ? std::optional(told->point->longitude) : std::nullopt);
  w.number("kilometres", told->kilometres);
  w.text("direction", told->direction);
  w.end_object();
}

}  // namespace

void write_place(JsonWriter& w, const mentions::Place& place) {
  w.begin_object();
  w.span(place.span);
  w.string("name", place.name);
  w.number("latitude", place.point ? std::optional(place.point->latitude) : std::nullopt);
  w.number("longitude", place.point ? std::optional(place.point->longitude) : std::nullopt);
  w.boolean("point_made", place.point_made);
  w.key("geonames_id"), place.geonames_id ? w.integer(*place.geonames_id) : w.null();
  w.text("gazetteer_id", place.gazetteer_id);
  w.text("country", place.country);
  w.text("admin1", place.admin1);
  w.string("level", name_of(place.level));
  w.text("precision", place.precision ? name_of(*place.precision) : std::string_view());
  write_precision(w, "ucdp_precision", mentions::ucdp_where_precision(place));
  write_precision(w, "acled_precision", mentions::acled_geo_precision(place));
  write_told(w, place.told);
  w.text("rule", place.rule);
  w.end_object();
}

void write_actor(JsonWriter& w, const mentions::Actor& actor) {
  w.begin_object();
  w.span(actor.span);
  w.integer("token", actor.token);
  w.string("form", name_of(actor.form));
  w.key("actor_id"), write_id(w, actor.actor_id);
  w.text("name", actor.name);
  w.string("kind", name_of(actor.kind));
  w.text("country", actor.country);
  w.text("role", actor.role);
  w.text("code", actor.code);
  w.text("rule", actor.rule);
  w.end_object();
}

void write_window(JsonWriter& w, const std::optional<mentions::Window>& window) {
  w.key("window");
  if (!window) return w.null();
  w.begin_object();
  w.string("kind", name_of(window->kind));
  w.date("start", window->range.start);
  w.date("end", window->range.end);
  w.end_object();
}

namespace {

void write_time(JsonWriter& w, const mentions::Time& time) {
  w.begin_object();
  w.span(time.span);
  w.string("type", name_of(time.type));
  w.text("value", time.value);
  w.date("start", time.range.start);
  w.date("end_date", time.range.end);
  const bool dated = !time.range.empty();
  w.key("precision"), dated ? w.integer(ucdp_precision(time.range)) : w.null();
  w.key("acled_precision"), dated ? w.integer(acled_precision(time.range)) : w.null();
  w.text("anchor", time.anchor);
  w.text("rule", time.rule);
  w.end_object();
}

void write_relation(JsonWriter& w, const mentions::Relation& relation) {
  w.string("kind", name_of(relation.kind));
  w.object("whole", [&](JsonWriter& out) { out.span(relation.whole); });
  w.number("low", relation.low);
  w.number("best", relation.best);
  w.number("high", relation.high);
}

void write_who(JsonWriter& w, const mentions::Who& who) {
  w.text("country", who.country);
  w.text("status", who.status);
  w.text("age", who.age);
  w.text("gender", who.gender);
  w.text("side", who.side);
}

void write_coded(JsonWriter& w, const mentions::Coded& coded) {
  w.string("profile", coded.profile);
  w.number("low", coded.low);
  w.number("best", coded.best);
  w.number("high", coded.high);
}

void write_quantity_fields(JsonWriter& w, const mentions::Quantity& quantity) {
  w.span(quantity.span);
  w.integer("token", quantity.token);
  w.string("text", quantity.text);
  w.number("low", quantity.low);
  w.number("best", quantity.best);
  w.number("high", quantity.high);
  w.string("bound", name_of(quantity.bound));
  w.string("measure", name_of(quantity.measure));
  w.text("unit", quantity.unit);
  w.text("group", quantity.group);
  w.object("group_span", [&](JsonWriter& out) { out.span(quantity.group_span); });
  write_window(w, quantity.window);
  w.text("rule", quantity.rule);
  if (quantity.relation) w.object("relation", [&](JsonWriter& out) { write_relation(out, *quantity.relation); });
  if (quantity.who != mentions::Who{}) w.object("who", [&](JsonWriter& out) { write_who(out, quantity.who); });
  if (quantity.as_of) w.date("as_of", quantity.as_of);
  if (quantity.coded) w.object("coded", [&](JsonWriter& out) { write_coded(out, *quantity.coded); });
}

}  // namespace

void write_quantity(JsonWriter& w, const mentions::Quantity& quantity) {
  w.begin_object();
  write_quantity_fields(w, quantity);
  w.end_object();
}

void write_mentions_fields(JsonWriter& w, const mentions::Mentions& m) {
  w.array("times", m.times, write_time);
  w.array("places", m.places, write_place);
  w.array("actors", m.actors, write_actor);
  w.array("quantities", m.quantities, write_quantity);
}

std::string mentions_json(const mentions::Mentions& mentions) {
  JsonWriter w;
  w.begin_object();
  write_mentions_fields(w, mentions);
  w.end_object();
  return w.take();
}

std::string quantity_row_json(const mentions::Quantity& quantity, const claims::Claim& claim) {
  JsonWriter w;
  w.begin_object();
  w.string("document", claim.document.value);
  w.string("claim", claim.id.value);
  w.text("event", claim.event ? std::string_view(claim.event->value) : std::string_view());
  write_quantity_fields(w, quantity);
  w.end_object();
  return w.take();
}

namespace {
// The object that `write` makes, with "document" as its first member.
template <class T>
std::string row_of(const T& value, const DocumentId& document, void (*write)(JsonWriter&, const T&)) {
  JsonWriter inner;
  write(inner, value);
  JsonWriter id;
  id.string(document.value);
  return "{\"document\":" + id.take() + "," + inner.take().substr(1);
}
}  // namespace

std::string actor_row_json(const mentions::Actor& actor, const DocumentId& document) {
  return row_of(actor, document, write_actor);
}

std::string place_row_json(const mentions::Place& place, const DocumentId& document) {
  return row_of(place, document, write_place);
}

}  // namespace rashomon::store
