#pragma once

#include <string>
#include <string_view>

namespace rashomon::ingest {

/// ISO 639-1 of the language that a text is in, by its small words (data/ingest/stopwords.tsv); empty where fewer than
/// one word in twenty is known or the text is short. Looks at the first 20,000 bytes.
[[nodiscard]] std::string guess_language(std::string_view text);

}  // namespace rashomon::ingest
