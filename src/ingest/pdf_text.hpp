#pragma once

#include <string>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/pdf_layout.hpp"

namespace rashomon::ingest {

/// The text of a PDF in paragraphs.
struct PdfText {
  std::string text;           ///< paragraphs joined by one line feed, the running lines last
  std::vector<Block> blocks;  ///< paragraphs, title and headings by the size of their type, running lines as furniture
  std::string title;          ///< the words set in the largest type of the first page; empty where none stand out
  std::string date_line;      ///< a running line that names a day; empty if none does
};

/// Rebuilds paragraphs from lines: a line goes on where the next word would not have fitted it, across columns and
/// pages where the sentence does; words cut by a hyphen at the end of a line are joined. Headers and footers that
/// repeat over the pages, and page numbers, are running lines; each stands once. Cost O(lines · log lines).
[[nodiscard]] PdfText text_of_layout(const PdfLayout& layout);

/// Which lines of each page are running, in the order of the lines of its blocks.
[[nodiscard]] std::vector<std::vector<bool>> find_running_lines(const PdfLayout& layout);

}  // namespace rashomon::ingest
