#include "language/lexeme.hpp"

#include <gtest/gtest.h>

#include "language/unicode.hpp"

namespace rashomon::language {
namespace {

TEST(WordShape, WritesLettersByCaseDigitsAndTheRestAsItIs) {
  EXPECT_EQ(word_shape("Ada"), "Xxx");
  EXPECT_EQ(word_shape("C-17s"), "X-ddx");
  EXPECT_EQ(word_shape("ß²"), "xd");
  EXPECT_EQ(word_shape("ǅ"), "x");  // a title-case letter is not upper case
}

TEST(WordShape, CutsRunsAfterFour) {
  EXPECT_EQ(word_shape("Wellingtonians"), "Xxxxx");
  EXPECT_EQ(word_shape("------"), "----");
}

TEST(WordShape, CallsAHundredCodePointsLong) {
  EXPECT_EQ(word_shape(std::string(99, 'a')), "xxxx");
  EXPECT_EQ(word_shape(std::string(100, 'a')), "LONG");
  std::string wide;
  for (int i = 0; i < 99; ++i) wide += "é";
  EXPECT_EQ(word_shape(wide), "xxxx");
}

TEST(LowerCase, FollowsUnicodeWithoutALocale) {
  EXPECT_EQ(lower_case("ISTRIA"), "istria");
  EXPECT_EQ(lower_case("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(lower_case("İ"), "i̇");
}

TEST(IsSpace, IsWhatPythonCallsSpace) {
  for (const char32_t c : {U'\t', U'\u001c', U' ', U'\u0085', U'\u00a0', U'\u2009', U'\u3000'})
    EXPECT_TRUE(is_space(c));
  for (const char32_t c : {U'a', U'\u180e', U'\u200b', U'\ufeff'}) EXPECT_FALSE(is_space(c));
}

TEST(CodePointAt, ReadsBrokenBytesOneByOne) {
  EXPECT_EQ(code_point_at("é", 0).value, U'é');
  EXPECT_EQ(code_point_at("\xf0\x9f\x98", 0).size, 1U);
  EXPECT_EQ(code_point_at("\xc3(", 0).value, U'\ufffd');
  EXPECT_EQ(code_point_at("\xe0\x80\xa0", 0).size, 1U);      // a space, written longer than it is
  EXPECT_EQ(code_point_at("\xed\xa0\x80", 0).size, 1U);      // half a surrogate pair
  EXPECT_EQ(code_point_at("\xf4\x90\x80\x80", 0).size, 1U);  // past the last code point
  EXPECT_EQ(before("aé", 3), 1U);
}

}  // namespace
}  // namespace rashomon::language
