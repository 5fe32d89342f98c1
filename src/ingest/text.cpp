#include "core/hash.hpp"
#include "ingest/article.hpp"
#include "ingest/chars.hpp"
#include "ingest/encoding.hpp"
#include "ingest/explained.hpp"
#include "ingest/identify.hpp"
#include "ingest/paragraphs.hpp"
#include "ingest/published.hpp"
#include "ingest/text_marks.hpp"

namespace rashomon::ingest {
namespace {

/// One paragraph block over all of it; no facts are looked for.
Document as_given(Document d) {
  d.blocks = {{{0, static_cast<std::uint32_t>(d.text.size())}, BlockKind::paragraph, "raw"}};
  if (d.id.empty()) d.id = content_id_of(d);
  return d;
}

}  // namespace

Document begin_document(const Given& given) {
  Document d;
  d.id = {given.id};
  d.title = fold_space(given.title);
  d.outlet = given.outlet;
  d.url = given.url;
  d.language = given.language;
  d.bylines = given.bylines;
  if (given.published) d.published = {{given.published, given.published}, given.basis};
  return d;
}

Document finish_text(Document d, const Given& given, Findings findings, const Options& options) {
  if (options.raw) {
    if (d.published.range.empty() && options.published) d.published = {{options.published, options.published}, "given"};
    d.language = "en";
    return as_given(std::move(d));
  }
  cut_opening(d, findings);
  cut_seams(d, findings);
  mark_furniture(d, findings);
  mark_head(d, findings);
  mark_headings(d);
  cut_dateline(d);
  if (findings.date_line.empty()) findings.date_line = findings.running_date;
  if (d.published.range.empty()) d.published = published_of_text(d, findings.date_line);
  if (d.published.range.empty() && findings.created) d.published = {{findings.created, findings.created}, "file"};
  complete(d, findings, options);
  if (options.explain) explain(d, given, findings, nullptr);
  return d;
}

Result<Document> read_text(std::string_view bytes, const Given& given, const Options& options) {
  if (bytes.size() > options.largest)
    return fail(ErrorCode::limit_exceeded,
                "The text is larger than " + std::to_string(options.largest) + " bytes; split it.");
  Document d = begin_document(given);
  d.sha256 = sha256_hex(bytes);
  d.text = text_of_bytes(bytes, d.warnings, given.charset);
  if (d.text.empty() || (!options.raw && trim(d.text).empty()))
    return fail(ErrorCode::empty_input, "There is no text in it.");
  if (!options.raw)
    for (const Span span : cut_paragraphs(d.text)) d.blocks.push_back({span, BlockKind::paragraph, {}});
  Findings findings;
  findings.captured = given.captured;
  return finish_text(std::move(d), given, std::move(findings), options);
}

Result<Document> read_text(std::string_view bytes, const Options& options) {
  return read_text(bytes, Given{}, options);
}

}  // namespace rashomon::ingest
