#include "store/json.hpp"
#include "store/json_parts.hpp"

namespace rashomon::store {
namespace {

using reconcile::name_of;

template <class Kind>
void write_ids(JsonWriter& w, std::string_view name, const std::vector<Id<Kind>>& ids) {
  w.array(name, ids, [](JsonWriter& out, const Id<Kind>& id) { out.string(id.value); });
}

void write_optional(JsonWriter& w, std::string_view name, const std::optional<EventId>& id) {
  w.text(name, id ? std::string_view(id->value) : std::string_view());
}

void write_range(JsonWriter& w, std::string_view name, const reconcile::Range& range) {
  w.key(name);
  if (range.empty()) return w.null();
  w.begin_object();
  w.number("low", range.low);
  w.number("best", range.best);
  w.number("high", range.high);
  w.end_object();
}

void write_names(JsonWriter& w, std::string_view name, const std::vector<std::string>& values) {
  w.array(name, values, [](JsonWriter& out, const std::string& value) { out.string(value); });
}

// An object with the members that `write` adds, as text.
template <class Write>
std::string object(Write write) {
  JsonWriter w;
  w.begin_object();
  write(w);
  w.end_object();
  return w.take();
}

}  // namespace

std::string event_json(const reconcile::Event& e) {
  return object([&](JsonWriter& w) {
    w.string("id", e.id.value);
    w.text("label", e.label);
    write_event_type(w, e.event_type);
    write_time_span(w, e.time);
    w.array("place", e.places, write_place);
    w.array("actor", e.actor, write_participant);
    w.array("recipient", e.recipient, write_participant);
    write_weapon(w, e.weapon);
    w.string("status", name_of(e.status));
    write_ids(w, "claims", e.claims);
    write_ids(w, "documents", e.documents);
    write_ids(w, "origins", e.origins);
    write_range(w, "fatalities", e.fatalities);
    write_range(w, "injured", e.injured);
    write_range(w, "missing", e.missing);
    write_range(w, "captured", e.captured);
    write_range(w, "displaced", e.displaced);
    w.array("reasons", e.reasons, write_reason);
  });
}

std::string tally_json(const reconcile::Tally& t) {
  return object([&](JsonWriter& w) {
    w.string("id", t.id.value);
    write_optional(w, "event", t.event);
    w.string("measure", mentions::name_of(t.measure));
    w.text("group", t.group);
    write_window(w, t.window);
    w.text("scope", t.scope);
    w.text("place", t.place);
    w.number("low", t.range.low);
    w.number("best", t.range.best);
    w.number("high", t.range.high);
    w.boolean("open_high", t.open_high);
    write_ids(w, "origins", t.origins);
    write_ids(w, "claims", t.claims);
    w.text("status", t.status);
    w.text("rule", t.rule);
  });
}

std::string dispute_json(const reconcile::Dispute& d) {
  return object([&](JsonWriter& w) {
    w.string("id", d.id.value);
    w.string("kind", name_of(d.kind));
    w.text("question", d.question);
    w.array("positions", d.positions, [](JsonWriter& out, const reconcile::Position& position) {
      out.begin_object();
      out.text("value", position.value);
      write_names(out, "held_by", position.held_by);
      write_ids(out, "claims", position.claims);
      out.end_object();
    });
    w.text("verdict", d.verdict);
    w.array("reasons", d.reasons, write_reason);
  });
}

std::string origin_json(const reconcile::Origin& o) {
  return object([&](JsonWriter& w) {
    w.string("id", o.id.value);
    w.text("name", o.name);
    write_names(w, "aliases", o.aliases);
    w.text("kind", o.kind);
    write_ids(w, "documents", o.documents);
    write_ids(w, "claims", o.claims);
  });
}

std::string story_json(const reconcile::Story& s) {
  return object([&](JsonWriter& w) {
    w.string("id", s.id.value);
    w.text("title", s.title);
    write_ids(w, "documents", s.documents);
    write_ids(w, "events", s.events);
    w.date("start", s.range.start);
    w.date("end", s.range.end);
  });
}

std::string copy_json(const reconcile::Copy& c) {
  return object([&](JsonWriter& w) {
    w.string("id", c.id.value);
    w.string("document", c.document.value);
    w.string("of", c.of.value);
    w.string("extent", name_of(c.extent));
    w.number("share", c.share);
    w.number("share_of", c.share_of);
    w.array("spans", c.spans, [](JsonWriter& out, const reconcile::SharedSpan& s) {
      out.begin_object();
      out.integer("begin", s.span.begin);
      out.integer("end", s.span.end);
      out.integer("of_begin", s.of_span.begin);
      out.integer("of_end", s.of_span.end);
      out.end_object();
    });
  });
}

std::string timeline_json(const reconcile::TimelineEntry& t) {
  return object([&](JsonWriter& w) {
    w.date("start", t.range.start);
    w.date("end", t.range.end);
    w.integer("precision", t.precision);
    w.text("label", t.label);
    write_optional(w, "event", t.event);
    write_ids(w, "claims", t.claims);
  });
}

}  // namespace rashomon::store
