#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ingest/document.hpp"
#include "language/parse.hpp"

namespace rashomon::mentions {

enum class WordKind { letters, digits, mark };

/// A piece of a token: letters, a numeral or one mark. Times and numbers are read over these, as tokens split
/// "17-year-old", "1.2m" and "8:30am" in too many ways.
struct Word {
  Span span;
  std::string low;  ///< lower case without dots ("nov", "am"); a numeral without its thousands marks ("1200.5")
  WordKind kind = WordKind::mark;
  std::uint32_t token = 0;  ///< index into the parse
  bool glued = false;       ///< nothing stands between it and the word before
  bool opens = false;       ///< a block or a blank line begins here
  bool capital = false;     ///< begins with a capital letter
};

/// The words of the parse in order. Dashes of every length are "-", curly apostrophes "'". Cost O(bytes).
[[nodiscard]] std::vector<Word> scan_words(const ingest::Document& document, const language::Parse& parse);

/// `words` cut before every word that opens a block or follows a blank line. Views into `words`.
[[nodiscard]] std::vector<std::span<const Word>> segments_of(const std::vector<Word>& words);

}  // namespace rashomon::mentions
