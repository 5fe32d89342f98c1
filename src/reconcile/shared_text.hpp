#pragma once

#include <utility>
#include <vector>

#include "reconcile/corpus.hpp"

/// Text that several reports share word for word: wire copy, the same page under another address, its later versions.
namespace rashomon::reconcile {

/// What a report shares with the earlier one that it shares most with.
struct SharedText {
  std::size_t earlier = 0, later = 0;               ///< indices into Corpus::reports
  double share_of_earlier = 0, share_of_later = 0;  ///< words in common by words of that report, 0 to 1
  bool identical = false;                           ///< word for word, whatever the layout
  std::vector<std::pair<Span, Span>> spans;         ///< (of the earlier, of the later), each within one block
};

/// Finds for each report the earlier one that it shares most with, if at least half of one of the two stands in the
/// other in runs of eight words or more. Earlier: by day of publication, then the agency's own report, then a report
/// that credits one, then by id. By `later`, at most one a report.
///
/// Runs of five words are hashed, and the least of each four neighbours is kept, so that two texts with eight words in
/// a row in common keep one in common; a hash leads to the four earliest reports that have it, and the eight reports
/// that share most are compared word by word. Cost O(words of all texts), whatever is shared.
/// Reference: S. Schleimer, D. Wilkerson, A. Aiken, Winnowing: local algorithms for document fingerprinting, 2003.
[[nodiscard]] std::vector<SharedText> find_shared_text(const Corpus& corpus);

/// The same as the record has it, by id.
[[nodiscard]] std::vector<Copy> copies_of(const Corpus& corpus, const std::vector<SharedText>& shared);

/// True if report `a` comes before `b` in that order.
[[nodiscard]] bool is_earlier(const Corpus& corpus, std::size_t a, std::size_t b);

}  // namespace rashomon::reconcile
