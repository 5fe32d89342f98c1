#pragma once

#include <vector>

#include "ingest/pdf_layout.hpp"

namespace rashomon::ingest {

/// Lines of a page by columns, each column from top to bottom, in reading order: a page is cut where no line crosses,
/// into columns where both sides hold running text, else into strips; what cannot be cut is one block. Lines that stand
/// side by side in a block become one, with a tab where cells of a table are parted. Cost O(lines · log lines); more
/// than 20,000 lines stay in the order given. Reference Nagy and Seth 1984, recursive X-Y cuts.
[[nodiscard]] std::vector<PdfBlock> in_reading_order(std::vector<PdfLine> lines);

}  // namespace rashomon::ingest
