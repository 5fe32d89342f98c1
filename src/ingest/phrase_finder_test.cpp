#include "ingest/phrase_finder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ingest/word_bits.hpp"

namespace rashomon::ingest {
namespace {

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(PhraseFinder, TellsEveryPlaceOfEveryPhrase) {
  const PhraseFinder finder({"read more", "more", "read", "oats are"});
  Places found;
  finder.each("reread more", [&](std::size_t phrase, std::size_t at) { found.emplace_back(phrase, at); });
  EXPECT_EQ(found, (Places{{2, 2}, {0, 2}, {1, 7}}));
  found.clear();
  for (const std::string_view text : {"", "mor", "reado", "oats ar"})
    finder.each(text, [&](std::size_t phrase, std::size_t at) { found.emplace_back(phrase, at); });
  EXPECT_EQ(found, (Places{{2, 0}}));
}

TEST(WordBits, GivesAWordAllBitsThatWereAdded) {
  std::vector<std::string> words;
  for (int i = 0; i < 1000; ++i) words.push_back("word-of-some-length-" + std::to_string(i));
  WordBits table;
  EXPECT_EQ(table.of("word"), 0u);
  for (std::uint32_t i = 0; i < words.size(); ++i) table.add(words[i], i + 1);
  table.add(words[2], 8);
  for (std::uint32_t i = 3; i < words.size(); ++i) EXPECT_EQ(table.of(words[i]), i + 1);
  EXPECT_EQ(table.of(words[2]), 11u);
  EXPECT_EQ(table.of("word-of-some-length-"), 0u);
  EXPECT_EQ(table.of(""), 0u);
}

}  // namespace
}  // namespace rashomon::ingest
