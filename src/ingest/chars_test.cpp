#include "ingest/chars.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

TEST(ValidUtf8, KeepsValidTextByteForByte) {
  std::size_t replaced = 9;
  const std::string text = "caf\xC3\xA9 \xF0\x9F\x9A\x91 \xEF\xBB\xBF";
  EXPECT_EQ(valid_utf8(text, replaced), text);
  EXPECT_EQ(replaced, 0u);
}

TEST(ValidUtf8, ReplacesEachMaximalSubpart) {
  std::size_t replaced = 0;
  EXPECT_EQ(valid_utf8("a\xFFz", replaced), "a\xEF\xBF\xBDz");
  EXPECT_EQ(replaced, 1u);
  EXPECT_EQ(valid_utf8("\xE2\x82", replaced), "\xEF\xBF\xBD");  // a truncated sequence is one
  EXPECT_EQ(replaced, 1u);
  (void)valid_utf8("\xED\xA0\x80", replaced);  // a surrogate is three
  EXPECT_EQ(replaced, 3u);
  (void)valid_utf8("\xC0\xAF", replaced);  // an overlong form is two
  EXPECT_EQ(replaced, 2u);
}

TEST(NextChar, GoesBackTheWayItCame) {
  const std::string_view text = "x\xE2\x80\x9Dy";
  std::size_t at = 1;
  EXPECT_EQ(next_char(text, at), 0x201Du);
  EXPECT_EQ(at, 4u);
  EXPECT_EQ(previous_char(text, at), 0x201Du);
  EXPECT_EQ(at, 1u);
}

TEST(Trim, TakesNoBreakSpacesToo) { EXPECT_EQ(trim("\xC2\xA0 a b \xE2\x80\x8B\n"), "a b"); }

TEST(FoldSpace, MakesRunsOne) {
  EXPECT_EQ(fold_space(" a \n\t b\xC2\xA0\xC2\xA0"
                       "c "),
            "a b c");
}

TEST(WordsKey, IsBlindToMarksAndCase) {
  EXPECT_EQ(words_key("Bridge \xE2\x80\x98"
                      "closed\xE2\x80\x99, it\xE2\x80\x99s said!"),
            words_key("bridge closed its SAID"));
}

}  // namespace
}  // namespace rashomon::ingest
