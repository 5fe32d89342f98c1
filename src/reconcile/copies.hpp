#pragma once

#include <vector>

#include "reconcile/corpus.hpp"
#include "reconcile/likeness.hpp"
#include "reconcile/shared_text.hpp"

/// Wire text that several outlets print.
namespace rashomon::reconcile {

/// Which claims repeat the text of another report.
struct Copies {
  std::vector<std::size_t> root_report;  ///< by report: the first report whose text it is mostly a copy of; else itself
  std::vector<std::size_t> root_item;    ///< by item: the first item of the same wording in another report; else itself
};

/// A report is a copy if it shares its text with an earlier one (find_shared_text); a claim, if it has at least eight
/// words and four fifths of its runs of three words stand in a claim of an earlier report. Cost near linear: only like
/// reports are compared.
[[nodiscard]] Copies find_copies(const Corpus& corpus, const LikenessTable& likeness,
                                 const std::vector<SharedText>& shared);

}  // namespace rashomon::reconcile
