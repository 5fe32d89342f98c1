#include "ingest/language_guess.hpp"

#include <bit>

#include "ingest/chars.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {
constexpr std::size_t kBytes = 20000;
constexpr std::size_t kFewestWords = 12;
}  // namespace

std::string guess_language(std::string_view text) {
  std::string_view head = text.substr(0, kBytes);
  while (!head.empty() && head.size() < text.size() && (static_cast<unsigned char>(text[head.size()]) & 0xC0) == 0x80)
    head.remove_suffix(1);
  const std::string key = words_key(head);
  const Tables& t = tables();
  std::vector<std::size_t> hits(t.languages.size());
  std::size_t han = 0, words = 0;
  each_word(key, [&](std::string_view word) {
    ++words;
    for (std::uint32_t bits = t.stopwords.of(word); bits != 0; bits &= bits - 1)
      ++hits[static_cast<std::size_t>(std::countr_zero(bits))];
    han += static_cast<unsigned char>(word.front()) >= 0xE4 && static_cast<unsigned char>(word.front()) <= 0xE9;
  });
  if (han * 2 > words && han > 3) return "zh";  // no blanks between words
  std::size_t best = 0;
  for (std::size_t i = 1; i < hits.size(); ++i)
    if (hits[i] > hits[best]) best = i;
  if (words < kFewestWords || hits[best] * 20 < words) return {};
  return std::string(t.languages[best]);
}

}  // namespace rashomon::ingest
