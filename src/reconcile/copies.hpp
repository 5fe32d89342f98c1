#pragma once

#include <vector>

#include "reconcile/corpus.hpp"
#include "reconcile/likeness.hpp"

/// Wire text that several outlets print.
namespace rashomon::reconcile {

/// Which claims repeat the text of another report.
struct Copies {
  std::vector<std::size_t> root_report;  ///< by report: the first report whose text it is mostly a copy of; else itself
  std::vector<std::size_t> root_item;    ///< by item: the first item of the same wording in another report; else itself
};

/// A report is a copy if half of its runs of five words stand in an earlier one; a claim, if it has at least eight
/// words and four fifths of its runs of three words stand in a claim of an earlier report. Earlier: by day of
/// publication, then by whether an agency is credited or is itself the outlet, then by id. Cost near linear: only like
/// reports are compared.
[[nodiscard]] Copies find_copies(const Corpus& corpus, const LikenessTable& likeness);

}  // namespace rashomon::reconcile
