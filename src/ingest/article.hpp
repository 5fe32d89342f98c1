#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/ingest.hpp"

/// What plain text and markup share once the text and its first blocks are there.
namespace rashomon::ingest {

/// What is known from outside the text: JSONL members, options.
struct Given {
  std::string id;
  std::string title;
  std::string outlet;
  std::string url;
  std::optional<Date> published;
  std::string basis = "given";  ///< the evidence for `published`, as Published::basis
  std::vector<std::string> bylines;
  std::string language;          ///< ISO 639-1
  std::string charset;           ///< label by which mail or server declared it; empty if they did not
  bool markup = false;           ///< the server said that it is HTML
  bool fragment = false;         ///< the markup is of the report alone, as feeds give it
  std::optional<Date> captured;  ///< when an archive fetched it: it was published by then
};

/// Findings that are gathered while blocks are marked.
struct Findings {
  std::string date_line;  ///< bytes of the date line nearest the title
  std::string outlet;
  std::optional<Date> captured;  ///< as Given::captured
  std::string running_date;      ///< a header or footer that names a day; counts where no date line does
  std::optional<Date> created;   ///< day of the file by its own data; counts where nothing else tells
};

/// Cuts blocks that are read at lost paragraph breaks, copyright lines and end marks; notes who is named there.
void cut_seams(Document& document, Findings& findings);

/// Cuts the dateline off the first paragraph that has one, as a block of kind credit, and notes it.
void cut_dateline(Document& document);

/// Fills in what the page or its giver did not state: publication date, outlet and its country, agencies without
/// doubles, language (with a warning where it is not English), id.
void complete(Document& document, const Findings& findings, const Options& options);

/// What is known of a document before its text is looked at.
[[nodiscard]] Document begin_document(const Given& given);

/// Kinds and facts of a document whose text is cut into blocks by no markup; blocks that have a kind keep it.
[[nodiscard]] Document finish_text(Document document, const Given& given, Findings findings, const Options& options);

/// A plain text with what is known of it. See read_text().
[[nodiscard]] Result<Document> read_text(std::string_view bytes, const Given& given, const Options& options);
/// A page with what is known of it. See read_html().
[[nodiscard]] Result<Document> read_html(std::string_view bytes, const Given& given, const Options& options);

}  // namespace rashomon::ingest
