#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

/// Words of texts, evened out for comparison.
namespace rashomon::reconcile {

/// Runs of letters and digits in `text`, in lower case, "'s" cut off, in order. Cost O(bytes).
[[nodiscard]] std::vector<std::string> tokens_of(std::string_view text);

/// A token with its bytes in the text that was given.
struct Token {
  std::string word;
  Span span;
};
[[nodiscard]] std::vector<Token> tokens_with_spans(std::string_view text);

/// The tokens that carry meaning, as stems: no stop words, no numbers, nothing under three letters.
[[nodiscard]] std::vector<std::string> content_stems(std::string_view text);

/// "strikes", "striking" and "strike" give one stem; crude on purpose, the same everywhere.
[[nodiscard]] std::string stem_of(std::string_view word);

/// Base-2 logarithm of x >= 1 from sums and products alone, the same bits on every CPU; error below 1e-4.
[[nodiscard]] double log2_of(double x);

/// Words by number, numbered in the order in which they are first seen.
class Vocabulary {
 public:
  [[nodiscard]] std::uint32_t add(std::string_view word);
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const std::string& word(std::uint32_t id) const { return words_[id]; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> ids_;
  std::vector<std::string> words_;
};

/// Of 1,000 reports, how many hold the stem, by data/reconcile/word_df.tsv; `otherwise` for a stem that it lacks.
[[nodiscard]] double background_rate(std::string_view stem, double otherwise);

/// Share of the smaller of two ascending sets that the other holds; 0 where one is empty.
[[nodiscard]] double containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

/// Hashes of all runs of `length` tokens, ascending and unique.
[[nodiscard]] std::vector<std::uint64_t> shingles_of(const std::vector<std::string>& tokens, std::size_t length);

}  // namespace rashomon::reconcile
