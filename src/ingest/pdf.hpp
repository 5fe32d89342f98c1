#pragma once

#include "ingest/article.hpp"

namespace rashomon::ingest {

/// The text layer of a PDF, read by the program pdftotext of poppler, which runs as a child with limits of time, memory
/// and output. Title by the size of the type, else by the file's data; author and day of creation by the file's data
/// where nothing else tells.
///
/// Errors    unsupported_input where pdftotext is not installed; limit_exceeded where it was stopped; malformed_input
/// for a
///           damaged or locked file; empty_input where there is no text layer.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes, const Given& given, const Options& options);

/// The same, of what pdftotext printed.
[[nodiscard]] Result<Document> document_of_layout(std::string_view printed, const Given& given, const Options& options);

}  // namespace rashomon::ingest
