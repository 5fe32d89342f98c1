#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/json.hpp"
#include "publish/quotation.hpp"
#include "publish/report.hpp"
#include "publish/situation.hpp"
#include "publish/words.hpp"
#include "store/json.hpp"

namespace rashomon::publish {
namespace {

/// The parts of an explanation, in the order of both its forms.
struct Explanation {
  std::string id, kind, headline;
  std::string row;  ///< the record's own JSON of the thing
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<claims::Reason> reasons;
  std::vector<const claims::Claim*> evidence;
};

void fact(Explanation& e, std::string name, std::string value) {
  if (!value.empty()) e.facts.emplace_back(std::move(name), std::move(value));
}

std::string codes_words(const claims::EventType& type) {
  std::string out;
  const auto add = [&](std::string_view name, const std::string& code, const std::string& more = "") {
    if (!code.empty())
      out += fmt::format("{}{} {}{}", out.empty() ? "" : ", ", name, code, more.empty() ? "" : " / " + more);
  };
  add("PLOVER", type.plover, type.plover_mode);
  add("CAMEO", type.cameo);
  add("ACLED", type.acled, type.acled_sub);
  return out;
}

std::string quantity_words(const mentions::Quantity& q) {
  const std::string group = q.group.empty() ? q.unit : q.group;
  return fmt::format("“{}” = {} ({}), {} {}{}", fold_space(q.text), range_words({q.low, q.best, q.high}, false),
                     name_of(q.bound), group, measure_words(q.measure), q.window ? ", " + window_words(q.window) : "");
}

// "part of another figure: 474000 to 948500 of it; counts civilian, child; as of 2020-02-24; rule"
std::string quantity_notes(const mentions::Quantity& q) {
  std::vector<std::string> notes;
  if (q.relation) {
    const mentions::Relation& r = *q.relation;
    const std::string share = range_words({r.low, r.best, r.high}, false);
    notes.push_back(fmt::format("{} of the figure at {}–{}{}", name_of(r.kind), r.whole.begin, r.whole.end,
                                r.low || r.high ? ", which makes " + share : ""));
  }
  std::vector<std::string> who;
  for (const std::string& each : {q.who.country, q.who.status, q.who.age, q.who.gender, q.who.side})
    if (!each.empty()) who.push_back(each);
  if (!who.empty()) notes.push_back("who: " + fmt::format("{}", fmt::join(who, ", ")));
  if (q.as_of) notes.push_back("as of " + q.as_of->iso());
  if (!q.rule.empty()) notes.push_back("rule: " + q.rule);
  return fmt::format("{}", fmt::join(notes, "; "));
}

std::string ids_words(const auto& ids) {
  std::vector<std::string> values;
  for (const auto& id : ids) values.push_back(id.value);
  return list_words(values);
}

Explanation explain_claim(const View& view, const claims::Claim& c) {
  Explanation e{c.id.value, "claim", "“" + fold_space(c.quote) + "”", store::claim_json(c), {}, c.reasons, {&c}};
  fact(e, "said by", chain_words(c));
  fact(e, "cue", c.cue ? c.cue->lemma : "");
  fact(e, "voice", std::string(name_of(c.voice)));
  fact(e, "polarity", std::string(name_of(c.polarity)));
  fact(e, "modality", std::string(name_of(c.modality)));
  fact(e, "event type", codes_words(c.event_type));
  fact(e, "trigger", c.trigger_lemma);
  fact(e, "actor", participants_words(c.actor));
  fact(e, "recipient", participants_words(c.recipient));
  fact(e, "weapon", c.weapon ? c.weapon->text + " (" + c.weapon->weapon_class + ")" : "");
  if (c.time)
    fact(e, "time", fmt::format("{} (precision {}, from {})", time_words(c.time), c.time->precision, c.time->anchor));
  for (const mentions::Place& place : c.places)
    fact(e, "place", place.name + (place.rule.empty() ? "" : " (" + place.rule + ")"));
  for (const mentions::Quantity& q : c.quantities)
    fact(e, "quantity", quantity_words(q) + (quantity_notes(q).empty() ? "" : "; " + quantity_notes(q)));
  if (c.mechanism)
    for (const auto& [name, value] : c.mechanism->fields) fact(e, c.mechanism->family + " " + name, value);
  if (c.event)
    fact(e, "event", c.event->value + (view.event(c.event->value) ? ": " + view.event(c.event->value)->label : ""));
  if (c.origin)
    fact(e, "origin",
         c.origin->value + (view.origin(c.origin->value) ? ": " + view.origin(c.origin->value)->name : ""));
  if (c.denies) fact(e, "denies", c.denies->value);
  for (const claims::Claim* denial : view.denials_of(c.id))
    fact(e, "denied by", denial->id.value + ", " + chain_words(*denial));
  return e;
}

Explanation explain_event(const View& view, const reconcile::Event& event) {
  Explanation e{event.id.value,           "event", event.label, store::event_json(event), {}, event.reasons,
                view.claims(event.claims)};
  fact(e, "event type", codes_words(event.event_type));
  fact(e, "status", std::string(name_of(event.status)));
  if (event.time)
    fact(e, "time",
         fmt::format("{} (precision {}, from {})", time_words(event.time), event.time->precision, event.time->anchor));
  for (const mentions::Place& place : event.places) fact(e, "place", place.name);
  fact(e, "actor", participants_words(event.actor));
  fact(e, "recipient", participants_words(event.recipient));
  const std::pair<const char*, const reconcile::Range*> ranges[] = {{"dead", &event.fatalities},
                                                                    {"injured", &event.injured},
                                                                    {"missing", &event.missing},
                                                                    {"captured", &event.captured},
                                                                    {"displaced", &event.displaced}};
  for (const auto& [name, range] : ranges) fact(e, name, range_words(*range, false));
  for (const reconcile::Tally& tally : view.derived().tallies)
    if (tally.event == event.id) fact(e, "tally", fmt::format("{}: {}", tally.id.value, tally.rule));
  fact(e, "origins", ids_words(event.origins));
  fact(e, "documents", ids_words(event.documents));
  return e;
}

Explanation explain_tally(const View& view, const reconcile::Tally& tally) {
  const Figure figure = figure_of(view, tally);
  Explanation e{tally.id.value,           "tally", figure.range + " " + figure.what, store::tally_json(tally), {}, {},
                view.claims(tally.claims)};
  fact(e, "scope", figure.scope);
  fact(e, "status", tally.status);
  for (const Stand& stand : figure.stands) fact(e, "value", stand.value + ", held by " + list_words(stand.held_by));
  fact(e, "rule", tally.rule);
  fact(e, "origins", ids_words(tally.origins));
  if (tally.event) fact(e, "event", tally.event->value);
  return e;
}

Explanation explain_dispute(const View& view, const reconcile::Dispute& dispute) {
  Explanation e{dispute.id.value, "dispute", dispute.question, store::dispute_json(dispute), {}, dispute.reasons, {}};
  fact(e, "kind", std::string(name_of(dispute.kind)));
  for (const Stand& stand : stands_of(view, dispute))
    fact(e, "position", stand.value + ", held by " + list_words(stand.held_by));
  fact(e, "verdict", dispute.verdict);
  for (const reconcile::Position& position : dispute.positions)
    for (const claims::Claim* claim : view.claims(position.claims)) e.evidence.push_back(claim);
  return e;
}

Explanation explain_origin(const View& view, const reconcile::Origin& origin) {
  Explanation e{origin.id.value, "origin", origin.name, store::origin_json(origin), {}, {}, view.claims(origin.claims)};
  fact(e, "kind", origin.kind);
  fact(e, "aliases", list_words(origin.aliases));
  fact(e, "documents", ids_words(origin.documents));
  return e;
}

Explanation explain_document(const View& view, const ingest::Document& d) {
  Explanation e{d.id.value, "document", d.title.empty() ? d.path : d.title, store::document_json(d), {}, {}, {}};
  fact(e, "outlet", d.outlet);
  fact(e, "agencies", list_words(d.agencies));
  if (!d.published.range.empty())
    fact(e, "published", date_words(d.published.range, 1) + " (from " + d.published.basis + ")");
  if (!d.modified.range.empty())
    fact(e, "modified", date_words(d.modified.range, 1) + " (from " + d.modified.basis + ")");
  if (d.dateline) fact(e, "dateline", d.dateline->place);
  for (const reconcile::Copy& copy : view.derived().copies) {
    if (copy.document == d.id) fact(e, "copy", fmt::format("{} ({})", copy_words(view, copy), copy.of.value));
    if (copy.of == d.id) fact(e, "copied by", copy.document.value);
  }
  for (const ingest::Block& block : d.blocks)
    fact(e, std::string(name_of(block.kind)),
         fmt::format("bytes {}–{}: {}", block.span.begin, block.span.end, block.reason));
  for (const std::string& warning : d.warnings) fact(e, "warning", warning);
  return e;
}

std::optional<Explanation> find(const View& view, const std::string& id) {
  if (const auto* claim = view.claim(id)) return explain_claim(view, *claim);
  if (const auto* event = view.event(id)) return explain_event(view, *event);
  if (const auto* tally = view.tally(id)) return explain_tally(view, *tally);
  if (const auto* dispute = view.dispute(id)) return explain_dispute(view, *dispute);
  if (const auto* origin = view.origin(id)) return explain_origin(view, *origin);
  if (const auto* document = view.document(id)) return explain_document(view, *document);
  return {};
}

// Ids that share the longest beginning with `id`: what a mistyped one may have meant.
std::vector<std::string> nearest(const View& view, const std::string& id) {
  const auto shared = [&](const std::string& other) {
    return static_cast<std::size_t>(std::mismatch(id.begin(), id.end(), other.begin(), other.end()).first - id.begin());
  };
  std::vector<std::string> ids = view.ids();
  std::stable_sort(ids.begin(), ids.end(), [&](const auto& a, const auto& b) { return shared(a) > shared(b); });
  if (ids.size() > 3) ids.resize(3);
  return ids;
}

std::string to_text(const View& view, const Explanation& e) {
  std::string out = fmt::format("{} {}\n{}\n", e.kind, e.id, e.headline);
  for (const auto& [name, value] : e.facts) out += fmt::format("  {:<12} {}\n", name, value);
  if (!e.reasons.empty()) out += "rules\n";
  for (const claims::Reason& reason : e.reasons)
    out += fmt::format("  {:<12} {}{}\n", reason.field, reason.rule,
                       reason.input.empty() ? "" : ", from “" + fold_space(reason.input) + "”");
  if (!e.evidence.empty()) out += "quotations\n";
  for (const claims::Claim* claim : e.evidence)
    if (const ingest::Document* document = view.document(claim->document.value)) {
      const Quotation q = quote_claim(*document, *claim);
      out += fmt::format("  {}  {}\n    {}[{}]{}\n    {}, bytes {}–{}\n", q.claim.value, q.chain, q.before, q.quote,
                         q.after, q.title.empty() ? q.path : q.title, q.span.begin, q.span.end);
    }
  return out;
}

std::string to_json(const View& view, const Explanation& e) {
  JsonWriter w;
  w.begin_object();
  w.string("id", e.id);
  w.string("kind", e.kind);
  w.text("headline", e.headline);
  w.array("facts", e.facts, [](JsonWriter& out, const auto& each) {
    out.begin_object();
    out.string("field", each.first);
    out.string("value", each.second);
    out.end_object();
  });
  w.array("reasons", e.reasons, [](JsonWriter& out, const claims::Reason& reason) {
    out.begin_object();
    out.text("field", reason.field);
    out.text("rule", reason.rule);
    out.text("input", reason.input);
    out.end_object();
  });
  w.array("quotations", e.evidence, [&](JsonWriter& out, const claims::Claim* claim) {
    const ingest::Document* document = view.document(claim->document.value);
    const Quotation q = document ? quote_claim(*document, *claim) : Quotation{};
    out.begin_object();
    out.string("claim", claim->id.value);
    out.string("document", claim->document.value);
    out.integer("begin", claim->span.begin);
    out.integer("end", claim->span.end);
    out.text("before", q.before);
    out.text("quote", claim->quote);
    out.text("after", q.after);
    out.text("chain", chain_words(*claim));
    out.end_object();
  });
  w.key("row");
  w.raw(e.row, rapidjson::kObjectType);
  w.end_object();
  return w.take();
}

}  // namespace

Result<std::string> explain(const store::Record& record, const std::string& id, bool json) {
  const auto view = View::load(record);
  if (!view) return tl::unexpected(view.error());
  const auto found = find(*view, id);
  if (!found) {
    const std::vector<std::string> near = nearest(*view, id);
    return fail(ErrorCode::not_found,
                fmt::format("the record has no claim, event, tally, dispute, origin or document '{}'{}", id,
                            near.empty() ? "; it is empty" : "; the nearest ids are " + list_words(near)));
  }
  return json ? to_json(*view, *found) : to_text(*view, *found);
}

}  // namespace rashomon::publish
