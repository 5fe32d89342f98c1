#pragma once

#include "ingest/page_blocks.hpp"
#include "ingest/word_bits.hpp"

namespace rashomon::ingest {

/// Counts of one block's text, for content_features().
struct BlockWords {
  float words = 0, bytes = 0, links = 0, stops = 0, commas = 0, common = 0, capitals = 0, digits = 0, title_overlap = 0,
        longest = 0;
  bool ends_sentence = false, furniture = false, picture = false, comment_mark = false, related_mark = false,
       reply = false, date = false, good = false, quote = false, symbols = false, repeated = false, copyright = false;
};

/// Measures the block of that index. `title`: the words of the page's titles. `repeated` is left to the caller. Cost
/// O(bytes).
[[nodiscard]] BlockWords measure_words(const PageText& text, std::size_t index, const WordBits& title);

}  // namespace rashomon::ingest
