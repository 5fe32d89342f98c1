#include "core/json.hpp"
#include "publish/report_formats.hpp"

namespace rashomon::publish {
namespace {

void write_claims(JsonWriter& w, std::string_view name, const std::vector<ClaimId>& ids) {
  w.array(name, ids, [](JsonWriter& out, const ClaimId& id) { out.string(id.value); });
}

void write_names(JsonWriter& w, std::string_view name, const std::vector<std::string>& values) {
  w.array(name, values, [](JsonWriter& out, const std::string& value) { out.string(value); });
}

void write_stand(JsonWriter& w, const Stand& stand) {
  w.begin_object();
  w.text("value", stand.value);
  write_names(w, "held_by", stand.held_by);
  write_claims(w, "claims", stand.claims);
  w.end_object();
}

void write_figure(JsonWriter& w, const Figure& figure) {
  w.begin_object();
  w.string("tally", figure.tally.value);
  w.text("what", figure.what);
  w.text("scope", figure.scope);
  w.text("range", figure.range);
  w.integer("origins", static_cast<std::int64_t>(figure.origins));
  w.text("status", figure.status);
  w.text("rule", figure.rule);
  w.array("stands", figure.stands, write_stand);
  w.end_object();
}

void write_happening(JsonWriter& w, const Happening& h) {
  w.begin_object();
  w.string("event", h.event.value);
  w.text("label", h.label);
  w.text("type", h.type);
  w.text("status", h.status);
  w.text("when", h.when);
  w.text("where", h.where);
  w.text("actors", h.actors);
  w.text("recipients", h.recipients);
  w.text("weapon", h.weapon);
  write_names(w, "outlets", h.outlets);
  w.integer("origins", static_cast<std::int64_t>(h.origins));
  w.array("figures", h.figures, write_figure);
  write_claims(w, "claims", h.claims);
  write_claims(w, "denials", h.denials);
  w.end_object();
}

void write_chapter(JsonWriter& w, const Chapter& chapter) {
  w.begin_object();
  w.text("title", chapter.title);
  w.text("period", chapter.period);
  w.integer("documents", static_cast<std::int64_t>(chapter.documents));
  w.array("events", chapter.happenings, write_happening);
  w.end_object();
}

void write_quarrel(JsonWriter& w, const Quarrel& quarrel) {
  w.begin_object();
  w.string("dispute", quarrel.dispute.value);
  w.text("kind", quarrel.kind);
  w.text("question", quarrel.question);
  w.array("positions", quarrel.stands, write_stand);
  w.text("verdict", quarrel.verdict);
  w.end_object();
}

void write_mechanism(JsonWriter& w, const MechanismPart& part) {
  w.begin_object();
  w.string("family", part.family);
  w.array("rows", part.rows, [](JsonWriter& out, const MechanismRow& row) {
    out.begin_object();
    out.string("claim", row.claim.value);
    out.text("said_by", row.holder);
    out.text("when", row.when);
    out.object("fields", [&](JsonWriter& fields) {
      for (const auto& [name, value] : row.fields) fields.text(name, value);
    });
    out.end_object();
  });
  w.end_object();
}

void write_timeline_row(JsonWriter& w, const TimelineRow& row) {
  w.begin_object();
  w.text("when", row.when);
  w.text("label", row.label);
  w.text("event", row.event.value);
  write_claims(w, "claims", row.claims);
  w.end_object();
}

void write_origin(JsonWriter& w, const OriginRow& row) {
  w.begin_object();
  w.string("origin", row.origin.value);
  w.text("name", row.name);
  w.text("kind", row.kind);
  write_names(w, "aliases", row.aliases);
  w.integer("documents", static_cast<std::int64_t>(row.documents));
  w.integer("claims", static_cast<std::int64_t>(row.claims));
  w.end_object();
}

void write_document(JsonWriter& w, const DocumentRow& row) {
  w.begin_object();
  w.string("document", row.id.value);
  w.text("outlet", row.outlet);
  w.text("title", row.title);
  w.text("published", row.published);
  w.text("path", row.path);
  w.text("url", row.url);
  write_names(w, "agencies", row.agencies);
  write_names(w, "warnings", row.warnings);
  w.integer("claims", static_cast<std::int64_t>(row.claims));
  w.text("copy", row.copy);
  w.end_object();
}

void write_quotation(JsonWriter& w, const Quotation& q) {
  w.begin_object();
  w.string("claim", q.claim.value);
  w.string("document", q.document.value);
  w.integer("begin", q.span.begin);
  w.integer("end", q.span.end);
  w.text("before", q.before);
  w.text("quote", q.quote);
  w.text("after", q.after);
  write_names(w, "figures", q.figures);
  w.text("chain", q.chain);
  w.text("said", q.said);
  w.end_object();
}

void write_counts(JsonWriter& w, const Situation& s) {
  w.object("counts", [&](JsonWriter& out) {
    out.integer("documents", static_cast<std::int64_t>(s.documents));
    out.integer("outlets", static_cast<std::int64_t>(s.outlets));
    out.integer("claims", static_cast<std::int64_t>(s.claims));
    out.integer("events", static_cast<std::int64_t>(s.events));
    out.integer("origins", static_cast<std::int64_t>(s.origins));
    out.integer("disputes", static_cast<std::int64_t>(s.disputes));
  });
}

}  // namespace

std::string to_json(const Situation& s) {
  JsonWriter w;
  w.begin_object();
  w.text("title", s.title);
  w.text("period", s.period);
  write_counts(w, s);
  w.array("stories", s.chapters, write_chapter);
  w.array("running_figures", s.loose, write_figure);
  w.array("disputes", s.quarrels, write_quarrel);
  w.array("mechanisms", s.mechanisms, write_mechanism);
  w.array("timeline", s.timeline, write_timeline_row);
  w.array("origins", s.origin_rows, write_origin);
  w.array("documents", s.document_rows, write_document);
  w.array("failures", s.failures, [](JsonWriter& out, const store::Failure& failure) {
    out.begin_object();
    out.text("path", failure.path);
    out.text("message", failure.message);
    out.end_object();
  });
  w.array("quotations", s.quotations, write_quotation);
  w.end_object();
  return w.take();
}

}  // namespace rashomon::publish
