#pragma once

#include <string>
#include <vector>

#include "claims/claim.hpp"
#include "ingest/document.hpp"

namespace rashomon::publish {

/// A claim's quotation as a reader checks it: the words around it, the figures in it, who says it where.
struct Quotation {
  ClaimId claim;
  DocumentId document;
  Span span;                         ///< bytes of the document's text
  std::string before, quote, after;  ///< context, white space folded; "…" where it is cut
  std::vector<std::string> figures;  ///< texts of the quantities in the quote, in order
  std::string chain;                 ///< "Ministry → Agency → Outlet"
  std::string said;  ///< "says", "denies", "threatened": polarity, else modality, in a word; empty for plain
  std::string outlet, title, path;
  std::string published;  ///< in words
};

/// `claim` of `document` with up to `reach` bytes of its block on either side, cut at words.
[[nodiscard]] Quotation quote_claim(const ingest::Document& document, const claims::Claim& claim,
                                    std::size_t reach = 160);

/// Runs of white space as one space, ends trimmed.
[[nodiscard]] std::string fold_space(std::string_view text);

}  // namespace rashomon::publish
