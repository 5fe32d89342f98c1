#include "store/json.hpp"
#include "store/json_parts.hpp"

namespace rashomon::store {
namespace {

void write_tokens(JsonWriter& w, const language::Parse& parse) {
  w.array("sentences", parse.sentences, [](JsonWriter& out, const language::Sentence& sentence) {
    out.begin_object();
    out.span(sentence.span);
    out.end_object();
  });
  w.array("tokens", parse.tokens, [](JsonWriter& out, const language::Token& token) {
    out.begin_object();
    out.integer("begin", token.span.begin);
    out.integer("end", token.span.end);
    out.string("tag", token.tag);
    out.string("pos", token.pos);
    out.string("morph", token.morph);
    out.string("lemma", token.lemma);
    out.integer("head", token.head);
    out.string("dep", token.dep);
    out.string("ent", token.entity.empty() ? "O" : (token.entity_begin ? "B-" : "I-") + std::string(token.entity));
    out.end_object();
  });
  w.array("entities", parse.entities, [](JsonWriter& out, const language::Entity& entity) {
    out.begin_object();
    out.span(entity.span);
    out.string("label", entity.label);
    out.end_object();
  });
}

void write_strings(JsonWriter& w, std::string_view name, const std::vector<std::string>& values) {
  w.array(name, values, [](JsonWriter& out, const std::string& value) { out.string(value); });
}

void write_dateline(JsonWriter& w, const std::optional<ingest::Dateline>& dateline) {
  w.key("dateline");
  if (!dateline) return w.null();
  w.begin_object();
  w.text("place", dateline->place);
  w.date("date", dateline->date);
  w.span(dateline->span);
  w.end_object();
}

void write_published(JsonWriter& w, const ingest::Published& published) {
  w.object("published", [&](JsonWriter& out) {
    out.date("start", published.range.start);
    out.date("end", published.range.end);
    out.text("basis", published.basis);
  });
}

}  // namespace

void write_document_fields(JsonWriter& w, const ingest::Document& d) {
  w.string("id", d.id.value);
  w.string("sha256", d.sha256);
  w.text("path", d.path);
  w.text("url", d.url);
  w.text("title", d.title);
  w.text("outlet", d.outlet);
  w.text("outlet_country", d.outlet_country);
  write_strings(w, "agencies", d.agencies);
  write_strings(w, "bylines", d.bylines);
  write_dateline(w, d.dateline);
  write_published(w, d.published);
  w.text("language", d.language);
  w.string("text", d.text);
  w.array("blocks", d.blocks, [](JsonWriter& out, const ingest::Block& block) {
    out.begin_object();
    out.span(block.span);
    out.string("kind", ingest::name_of(block.kind));
    out.text("reason", block.reason);
    out.end_object();
  });
  write_strings(w, "warnings", d.warnings);
}

std::string document_json(const ingest::Document& document) {
  JsonWriter w;
  w.begin_object();
  write_document_fields(w, document);
  w.end_object();
  return w.take();
}

std::string analysis_json(const mentions::Analysis& analysis, const std::vector<claims::Claim>& claims, Until until) {
  JsonWriter w;
  w.begin_object();
  write_document_fields(w, analysis.document);
  write_tokens(w, analysis.parse);
  if (until != Until::language) write_mentions_fields(w, analysis.mentions);
  if (until == Until::claims) w.array("claims", claims, write_claim);
  w.end_object();
  return w.take();
}

}  // namespace rashomon::store
