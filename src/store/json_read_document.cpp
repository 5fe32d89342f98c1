#include "store/json.hpp"
#include "store/json_read_parts.hpp"

namespace rashomon::store {
namespace {

ingest::Block block_of(const Reader& r) {
  return {r.span(), ingest::block_kind(r.text("kind")).value_or(ingest::BlockKind::furniture), r.text("reason")};
}

ingest::Published published_of(const Reader& r, const char* name) {
  const auto* p = r.find(name);
  if (p == nullptr) return {};
  return {Reader(*p).dates("start", "end"), Reader(*p).text("basis"), Reader(*p).number("confidence")};
}

ingest::Document document_of(const Reader& r) {
  ingest::Document d;
  d.id = r.id<DocumentId>("id");
  d.sha256 = r.text("sha256");
  d.path = r.text("path");
  d.url = r.text("url");
  d.title = r.text("title");
  d.outlet = r.text("outlet");
  d.outlet_country = r.text("outlet_country");
  d.outlet_kind = r.text("outlet_kind");
  d.section = r.text("section");
  d.agencies = r.strings("agencies");
  d.bylines = r.strings("bylines");
  d.dateline = r.object("dateline", [](const Reader& line) {
    return ingest::Dateline{line.text("place"), line.date("date"), line.span()};
  });
  d.published = published_of(r, "published");
  d.modified = published_of(r, "modified");
  d.language = r.text("language");
  d.text = r.text("text");
  d.blocks = r.list("blocks", block_of);
  d.warnings = r.strings("warnings");
  return d;
}

mentions::Time time_of(const Reader& r) {
  return {r.span(),        mentions::parse_name<mentions::TimeType>(r.text("type")).value_or(mentions::TimeType::date),
          r.text("value"), r.dates("start", "end_date"),
          r.text("rule"),  r.text("anchor")};
}

mentions::Actor actor_of(const Reader& r) {
  mentions::Actor a;
  a.span = r.span();
  a.token = static_cast<std::uint32_t>(r.integer("token"));
  a.form = mentions::parse_name<mentions::ActorForm>(r.text("form")).value_or(mentions::ActorForm::name);
  a.actor_id = r.id<ActorId>("actor_id");
  a.name = r.text("name");
  a.kind = kind_of(r);
  a.country = r.text("country");
  a.role = r.text("role");
  a.code = r.text("code");
  a.rule = r.text("rule");
  return a;
}

}  // namespace

Result<ingest::Document> read_document(std::string_view json) { return read_object(json, document_of); }

Result<mentions::Mentions> read_mentions(std::string_view json) {
  return read_object(json, [](const Reader& r) {
    return mentions::Mentions{r.list("times", time_of), r.list("places", place_of), r.list("actors", actor_of),
                              r.list("quantities", quantity_of)};
  });
}

}  // namespace rashomon::store
