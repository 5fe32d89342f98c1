#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/result.hpp"
#include "ingest/columns.hpp"
#include "ingest/document.hpp"

namespace rashomon::ingest {

struct Options {
  bool raw = false;                   ///< text as given: no title, dateline or furniture; one paragraph block
  bool explain = false;               ///< keep what each fact could have been, in Document::candidates
  std::optional<Date> published;      ///< publication date for documents that do not state one
  GivenColumns columns;               ///< names of columns and members that hold the facts
  std::uint64_t largest = 256 << 20;  ///< bytes of one input; larger ones are refused with limit_exceeded
};

/// What one input gave: a document, or the error that names the input. Both are recorded.
struct Item {
  std::string path;  ///< relative to the PATH given, with ":LINE" for a JSONL line
  Result<Document> document = fail(ErrorCode::internal, "");
};

/// Reads every document of the paths (files, folders recursively in sorted order, "-" for standard input) and hands
/// each to `take` in that order; stops when `take` returns false. Formats: docs/reference/inputs.md.
///
/// Errors    only per item; a path that does not exist is an item with unreadable_input.
/// Cost      one document in memory at a time.
void read_paths(const std::vector<std::string>& paths, const Options& options, const std::function<bool(Item&&)>& take);

/// One plain-text document: byte-for-byte text (invalid UTF-8 becomes U+FFFD, with a warning), furniture marked.
[[nodiscard]] Result<Document> read_text(std::string_view bytes, const Options& options);

/// One HTML document: blocks in reading order joined by one line feed.
[[nodiscard]] Result<Document> read_html(std::string_view bytes, const Options& options);

}  // namespace rashomon::ingest
