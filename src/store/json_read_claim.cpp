#include "store/json.hpp"
#include "store/json_read_parts.hpp"

namespace rashomon::store {

mentions::ActorKind kind_of(const Reader& r) {
  return mentions::parse_name<mentions::ActorKind>(r.text("kind")).value_or(mentions::ActorKind::other);
}

mentions::Place place_of(const Reader& r) {
  mentions::Place p;
  p.span = r.span();
  p.name = r.text("name");
  if (const auto latitude = r.number("latitude"), longitude = r.number("longitude"); latitude && longitude)
    p.point = mentions::Point{*latitude, *longitude};
  p.point_made = r.boolean("point_made");
  if (r.find("geonames_id") != nullptr) p.geonames_id = r.integer("geonames_id");
  p.gazetteer_id = r.text("gazetteer_id");
  p.country = r.text("country");
  p.admin1 = r.text("admin1");
  p.level = mentions::parse_name<mentions::PlaceLevel>(r.text("level")).value_or(mentions::PlaceLevel::other);
  if (const std::string precision = r.text("precision"); !precision.empty())
    p.precision = mentions::parse_name<mentions::PlacePrecision>(precision);
  p.told = r.object("told", [](const Reader& t) {
    mentions::ToldPoint told{{}, t.number("kilometres").value_or(0), t.text("direction")};
    if (const auto latitude = t.number("latitude"), longitude = t.number("longitude"); latitude && longitude)
      told.point = mentions::Point{*latitude, *longitude};
    return told;
  });
  p.rule = r.text("rule");
  return p;
}

std::optional<mentions::Window> window_of(const Reader& r) {
  return r.object("window", [](const Reader& w) {
    return mentions::Window{
        mentions::parse_name<mentions::WindowKind>(w.text("kind")).value_or(mentions::WindowKind::incident),
        w.dates("start", "end")};
  });
}

namespace {

std::optional<mentions::Relation> relation_of(const Reader& r) {
  return r.object("relation", [](const Reader& s) {
    const auto kind = mentions::parse_name<mentions::RelationKind>(s.text("kind"));
    return mentions::Relation{kind.value_or(mentions::RelationKind::subset),
                              s.object("whole", [](const Reader& w) { return w.span(); }).value_or(Span{}),
                              s.number("low"), s.number("best"), s.number("high")};
  });
}

mentions::Who who_of(const Reader& r) {
  return {r.text("country"), r.text("status"), r.text("age"), r.text("gender"), r.text("side")};
}

}  // namespace

mentions::Quantity quantity_of(const Reader& r) {
  mentions::Quantity q;
  q.span = r.span();
  q.token = static_cast<std::uint32_t>(r.integer("token"));
  q.text = r.text("text");
  q.low = r.number("low");
  q.best = r.number("best");
  q.high = r.number("high");
  q.bound = mentions::parse_name<mentions::Bound>(r.text("bound")).value_or(mentions::Bound::exact);
  q.measure = mentions::parse_name<mentions::Measure>(r.text("measure")).value_or(mentions::Measure::other);
  q.unit = r.text("unit");
  q.group = r.text("group");
  q.group_span = r.object("group_span", [](const Reader& s) { return s.span(); }).value_or(Span{});
  q.window = window_of(r);
  q.rule = r.text("rule");
  q.relation = relation_of(r);
  q.who = r.object("who", who_of).value_or(mentions::Who{});
  q.as_of = r.date("as_of");
  q.coded = r.object("coded", [](const Reader& s) {
    return mentions::Coded{s.text("profile"), s.number("low"), s.number("best"), s.number("high")};
  });
  return q;
}

claims::Participant participant_of(const Reader& r) {
  return {r.span(),       r.text("name"), r.id<ActorId>("actor_id"), kind_of(r), r.text("country"),
          r.text("role"), r.text("code")};
}

claims::EventType event_type_of(const Reader& r) {
  return r
      .object("event_type",
              [](const Reader& t) {
                return claims::EventType{t.text("plover"), t.text("plover_mode"), t.text("cameo"), t.text("acled"),
                                         t.text("acled_sub")};
              })
      .value_or(claims::EventType{});
}

std::optional<claims::Weapon> weapon_of(const Reader& r) {
  return r.object("weapon", [](const Reader& w) { return claims::Weapon{w.span(), w.text("text"), w.text("class")}; });
}

std::optional<TimeSpan> time_span_of(const Reader& r) {
  return r.object("time", [](const Reader& t) {
    return TimeSpan{t.dates("start", "end"), static_cast<int>(t.integer("precision", 5)), t.text("anchor")};
  });
}

claims::Reason reason_of(const Reader& r) { return {r.text("field"), r.text("rule"), r.text("input")}; }

namespace {

claims::Speaker speaker_of(const Reader& r) {
  return {r.text("name"), r.id<ActorId>("actor_id"), kind_of(r), r.text("country"), r.text("role"), r.span()};
}

std::optional<claims::Mechanism> mechanism_of(const Reader& r) {
  return r.object("mechanism", [](const Reader& m) {
    claims::Mechanism mechanism;
    for (const auto& member : m.value().GetObject())
      if (member.value.IsString()) mechanism.fields[member.name.GetString()] = member.value.GetString();
    mechanism.family = mechanism.fields["family"];
    mechanism.fields.erase("family");
    return mechanism;
  });
}

claims::Claim claim_of(const Reader& r) {
  claims::Claim c;
  c.id = r.id<ClaimId>("id");
  c.document = r.id<DocumentId>("document");
  c.span = r.span();
  c.quote = r.text("quote");
  c.speakers = r.list("speakers", speaker_of);
  c.cue = r.object("cue", [](const Reader& cue) { return claims::Cue{cue.span(), cue.text("lemma")}; });
  c.voice = claims::parse_name<claims::Voice>(r.text("voice")).value_or(claims::Voice::own);
  c.polarity = claims::parse_name<claims::Polarity>(r.text("polarity")).value_or(claims::Polarity::asserts);
  c.modality = claims::parse_name<claims::Modality>(r.text("modality")).value_or(claims::Modality::actual);
  c.event_type = event_type_of(r);
  c.trigger = r.object("trigger", [](const Reader& t) { return t.span(); });
  c.trigger_lemma = r.object("trigger", [](const Reader& t) { return t.text("lemma"); }).value_or("");
  c.actor = r.list("actor", participant_of);
  c.recipient = r.list("recipient", participant_of);
  c.weapon = weapon_of(r);
  c.time = time_span_of(r);
  c.places = r.list("places", place_of);
  c.quantities = r.list("quantities", quantity_of);
  c.mechanism = mechanism_of(r);
  c.denies = r.optional_id<ClaimId>("denies");
  c.event = r.optional_id<EventId>("event");
  c.origin = r.optional_id<OriginId>("origin");
  c.reasons = r.list("reasons", reason_of);
  return c;
}

}  // namespace

Result<claims::Claim> read_claim(std::string_view json) { return read_object(json, claim_of); }

}  // namespace rashomon::store
