#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/invisible.hpp"

/// The pages of a PDF as pdftotext -bbox-layout describes them. Lengths in points, from the upper left corner of a
/// page.
namespace rashomon::ingest {

struct PdfLine {
  double left = 0, top = 0, right = 0, bottom = 0;
  double first_word = 0;  ///< width of the first word
  double type = 0;        ///< height of the widest word: a mark of a footnote makes the line higher, not the type
  double widest = 0;      ///< its width
  std::string text;       ///< UTF-8, words parted by one blank, ligatures as letters, nothing invisible
  [[nodiscard]] double height() const { return bottom - top; }
};

/// Lines that stand together, in reading order.
struct PdfBlock {
  std::vector<PdfLine> lines;
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfBlock> blocks;  ///< in reading order
};

struct PdfLayout {
  std::string title, author;  ///< as the file says; often the name of a program or its user
  std::string created;        ///< ISO 8601
  std::vector<PdfPage> pages;
  Invisible invisible;  ///< what was left out
};

/// Reads what pdftotext prints; lines it does not know are passed over. Cost O(bytes).
[[nodiscard]] PdfLayout read_layout(std::string_view printed);

}  // namespace rashomon::ingest
