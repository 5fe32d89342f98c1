#include "store/json.hpp"
#include "store/json_read_parts.hpp"

namespace rashomon::store {
namespace {

reconcile::Range range_of(const Reader& r) { return {r.number("low"), r.number("best"), r.number("high")}; }

reconcile::Event event_of(const Reader& r) {
  reconcile::Event e;
  const auto range = [&](const char* name) { return r.object(name, range_of).value_or(reconcile::Range{}); };
  e.id = r.id<EventId>("id");
  e.label = r.text("label");
  e.event_type = event_type_of(r);
  e.time = time_span_of(r);
  e.places = r.list("place", place_of);
  e.actor = r.list("actor", participant_of);
  e.recipient = r.list("recipient", participant_of);
  e.weapon = weapon_of(r);
  e.status = reconcile::parse_name<reconcile::EventStatus>(r.text("status")).value_or(reconcile::EventStatus::occurred);
  e.claims = r.ids<ClaimId>("claims");
  e.documents = r.ids<DocumentId>("documents");
  e.origins = r.ids<OriginId>("origins");
  e.fatalities = range("fatalities");
  e.injured = range("injured");
  e.missing = range("missing");
  e.captured = range("captured");
  e.displaced = range("displaced");
  e.reasons = r.list("reasons", reason_of);
  return e;
}

reconcile::Tally tally_of(const Reader& r) {
  reconcile::Tally t;
  t.id = r.id<TallyId>("id");
  t.event = r.optional_id<EventId>("event");
  t.measure = mentions::parse_name<mentions::Measure>(r.text("measure")).value_or(mentions::Measure::other);
  t.group = r.text("group");
  t.window = window_of(r);
  t.scope = r.text("scope");
  t.place = r.text("place");
  t.range = range_of(r);
  t.open_high = r.boolean("open_high");
  t.origins = r.ids<OriginId>("origins");
  t.claims = r.ids<ClaimId>("claims");
  t.status = r.text("status");
  t.rule = r.text("rule");
  return t;
}

reconcile::Dispute dispute_of(const Reader& r) {
  reconcile::Dispute d;
  d.id = r.id<DisputeId>("id");
  d.kind =
      reconcile::parse_name<reconcile::DisputeKind>(r.text("kind")).value_or(reconcile::DisputeKind::contradiction);
  d.question = r.text("question");
  d.positions = r.list("positions", [](const Reader& p) {
    return reconcile::Position{p.text("value"), p.strings("held_by"), p.ids<ClaimId>("claims")};
  });
  d.verdict = r.text("verdict");
  d.reasons = r.list("reasons", reason_of);
  return d;
}

}  // namespace

Result<reconcile::Event> read_event(std::string_view json) { return read_object(json, event_of); }
Result<reconcile::Tally> read_tally(std::string_view json) { return read_object(json, tally_of); }
Result<reconcile::Dispute> read_dispute(std::string_view json) { return read_object(json, dispute_of); }

Result<reconcile::Origin> read_origin(std::string_view json) {
  return read_object(json, [](const Reader& r) {
    return reconcile::Origin{r.id<OriginId>("id"),           r.text("name"),
                             r.strings("aliases"),           r.text("kind"),
                             r.ids<DocumentId>("documents"), r.ids<ClaimId>("claims")};
  });
}

Result<reconcile::Story> read_story(std::string_view json) {
  return read_object(json, [](const Reader& r) {
    return reconcile::Story{r.id<StoryId>("id"), r.text("title"), r.ids<DocumentId>("documents"),
                            r.ids<EventId>("events"), r.dates("start", "end")};
  });
}

Result<reconcile::Copy> read_copy(std::string_view json) {
  return read_object(json, [](const Reader& r) {
    reconcile::Copy c;
    c.id = r.id<CopyId>("id");
    c.document = r.id<DocumentId>("document"), c.of = r.id<DocumentId>("of");
    c.extent = reconcile::parse_name<reconcile::CopyExtent>(r.text("extent")).value_or(reconcile::CopyExtent::part);
    c.share = r.number("share").value_or(0), c.share_of = r.number("share_of").value_or(0);
    c.spans = r.list("spans", [](const Reader& s) {
      const Span of{static_cast<std::uint32_t>(s.integer("of_begin")), static_cast<std::uint32_t>(s.integer("of_end"))};
      return reconcile::SharedSpan{s.span(), of};
    });
    return c;
  });
}

Result<reconcile::TimelineEntry> read_timeline(std::string_view json) {
  return read_object(json, [](const Reader& r) {
    return reconcile::TimelineEntry{r.dates("start", "end"), static_cast<int>(r.integer("precision", 5)),
                                    r.text("label"), r.optional_id<EventId>("event"), r.ids<ClaimId>("claims")};
  });
}

}  // namespace rashomon::store
