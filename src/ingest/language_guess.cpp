#include "ingest/language_guess.hpp"

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
  const auto words = words_of(head);
  const auto& languages = tables().stopwords;
  std::vector<std::size_t> hits(languages.size());
  std::size_t han = 0;
  for (const std::string& word : words) {
    for (std::size_t i = 0; i < languages.size(); ++i) hits[i] += languages[i].second.contains(word);
    han += static_cast<unsigned char>(word.front()) >= 0xE4 && static_cast<unsigned char>(word.front()) <= 0xE9;
  }
  if (han * 2 > words.size() && han > 3) return "zh";  // no blanks between words
  std::size_t best = 0;
  for (std::size_t i = 1; i < hits.size(); ++i)
    if (hits[i] > hits[best]) best = i;
  if (words.size() < kFewestWords || hits[best] * 20 < words.size()) return {};
  return std::string(languages[best].first);
}

}  // namespace rashomon::ingest
