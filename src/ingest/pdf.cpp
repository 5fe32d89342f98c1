#include "ingest/pdf.hpp"

#include <array>

#include "core/hash.hpp"
#include "ingest/chars.hpp"
#include "ingest/child_process.hpp"
#include "ingest/credits.hpp"
#include "ingest/pdf_text.hpp"
#include "ingest/published.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

/// False for what programs write where nobody gave a title: names of files, "Microsoft Word - …", "untitled".
bool is_title(std::string_view title) {
  const std::string low = lower(title);
  if (count_words(title) < 3 || low.starts_with("microsoft ") || low.starts_with("untitled") ||
      low.find('_') != std::string::npos)
    return false;
  for (const std::string_view ending :
       {".doc", ".docx", ".pdf", ".indd", ".pptx", ".ppt", ".odt", ".rtf", ".html", ".xlsx"})
    if (low.ends_with(ending)) return false;
  return true;
}

/// The file's author is a person, an outlet, or the name of an account, which says nothing.
void take_author(const std::string& author, Document& d, Findings& findings) {
  if (const Outlet* outlet = find_outlet(author)) {
    findings.outlet = outlet->name;
  } else if (const auto credit = count_words(author) > 1 ? read_byline("By " + author) : std::nullopt;
             credit && d.bylines.empty() && lower(author).find("user") == std::string::npos) {
    d.bylines = credit->persons;
  }
}

}  // namespace

Result<Document> document_of_layout(std::string_view printed, const Given& given, const Options& options) {
  const PdfLayout layout = read_layout(printed);
  PdfText text = text_of_layout(layout);
  if (trim(text.text).empty())
    return fail(ErrorCode::empty_input, "The PDF has no text layer; run a text recognition over it first.");
  Document d = begin_document(given);
  d.text = std::move(text.text);
  d.blocks = std::move(text.blocks);
  if (std::string warning = warning_of(layout.invisible, false); !warning.empty())
    d.warnings.push_back(std::move(warning));
  if (d.title.empty())
    d.title = !text.title.empty() ? fold_space(text.title) : is_title(layout.title) ? layout.title : "";
  Findings findings;
  findings.captured = given.captured;
  take_author(layout.author, d, findings);
  findings.running_date = text.date_line;
  findings.created = parse_date(layout.created);
  return finish_text(std::move(d), given, std::move(findings), options);
}

Result<Document> read_pdf(std::string_view bytes, const Given& given, const Options& options) {
  const auto printed = run_child({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-q", "-", "-"}, bytes, {});
  if (!printed && printed.error().code == ErrorCode::unsupported_input)
    return fail(ErrorCode::unsupported_input,
                "PDFs are read by the program pdftotext, which is not installed; install the package poppler-utils.");
  if (!printed && printed.error().code == ErrorCode::malformed_input)
    return fail(ErrorCode::malformed_input, "The PDF cannot be opened: it is damaged, or locked by a password.");
  if (!printed) return tl::unexpected(printed.error());
  auto document = document_of_layout(*printed, given, options);
  if (document) document->sha256 = sha256_hex(bytes);
  return document;
}

}  // namespace rashomon::ingest
