#include "store/json.hpp"
#include "store/json_parts.hpp"

namespace rashomon::store {
namespace {

// `before`: tokens of the units before this one.
void write_token(JsonWriter& w, const language::Token& token, std::uint32_t before) {
  w.begin_object();
  w.integer("begin", token.span.begin);
  w.integer("end", token.span.end);
  w.string("tag", token.tag);
  w.string("pos", token.pos);
  w.string("morph", token.morph);
  w.string("lemma", token.lemma);
  w.integer("head", before + token.head);
  w.string("dep", token.dep);
  w.string("ent", token.entity.empty() ? "O" : (token.entity_begin ? "B-" : "I-") + std::string(token.entity));
  w.end_object();
}

void write_sentence(JsonWriter& w, Span span) {
  w.begin_object();
  w.span(span);
  w.end_object();
}

void write_entity(JsonWriter& w, Span span, std::string_view label) {
  w.begin_object();
  w.span(span);
  w.string("label", label);
  w.end_object();
}

// Tokens first: of a long text they are written as they come.
void write_tokens(JsonWriter& w, const language::Parse& parse) {
  w.array("tokens", parse.tokens, [](JsonWriter& out, const language::Token& token) { write_token(out, token, 0); });
  w.array("sentences", parse.sentences,
          [](JsonWriter& out, const language::Sentence& sentence) { write_sentence(out, sentence.span); });
  w.array("entities", parse.entities,
          [](JsonWriter& out, const language::Entity& entity) { write_entity(out, entity.span, entity.label); });
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

void write_published(JsonWriter& w, std::string_view name, const ingest::Published& published) {
  w.object(name, [&](JsonWriter& out) {
    out.date("start", published.range.start);
    out.date("end", published.range.end);
    out.text("basis", published.basis);
    out.number("confidence", published.confidence);
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
  w.text("outlet_kind", d.outlet_kind);
  w.text("section", d.section);
  write_strings(w, "agencies", d.agencies);
  write_strings(w, "bylines", d.bylines);
  write_dateline(w, d.dateline);
  write_published(w, "published", d.published);
  write_published(w, "modified", d.modified);
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
  if (d.candidates.empty()) return;
  w.array("candidates", d.candidates, [](JsonWriter& out, const ingest::Candidate& c) {
    out.begin_object();
    out.string("fact", c.fact);
    out.string("value", c.value);
    out.string("basis", c.basis);
    out.number("weight", c.weight);
    out.boolean("chosen", c.chosen);
    out.end_object();
  });
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

LongAnalysis::LongAnalysis(const ingest::Document& document, Sink sink) : sink_(std::move(sink)) {
  writer_.begin_object();
  write_document_fields(writer_, document);
  writer_.key("tokens");
  writer_.begin_array();
  flush();
}

bool LongAnalysis::flush() {
  wanted_ = wanted_ && sink_(writer_.written());
  writer_.forget();
  return wanted_;
}

bool LongAnalysis::add(const language::Parse& unit) {
  constexpr std::size_t kPiece = 1 << 20;
  for (const language::Token& token : unit.tokens) {
    write_token(writer_, token, tokens_);
    if (writer_.written().size() > kPiece && !flush()) return false;
  }
  for (const language::Sentence& sentence : unit.sentences) sentences_.push_back(sentence.span);
  for (const language::Entity& entity : unit.entities) entities_.emplace_back(entity.span, entity.label);
  tokens_ += static_cast<std::uint32_t>(unit.tokens.size());
  return flush();
}

void LongAnalysis::finish() {
  writer_.end_array();
  writer_.array("sentences", sentences_, write_sentence);
  writer_.array("entities", entities_,
                [](JsonWriter& out, const auto& entity) { write_entity(out, entity.first, entity.second); });
  writer_.end_object();
  flush();
}

}  // namespace rashomon::store
