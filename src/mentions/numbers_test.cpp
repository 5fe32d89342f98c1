#include "mentions/numbers.hpp"

#include <gtest/gtest.h>

#include "mentions/test_parse.hpp"

namespace rashomon::mentions {
namespace {

Number read(const std::string& text) {
  const TestText t = flat_parse(text);
  const auto words = scan_words(t.document, t.parse);
  return read_number(words, 0).value_or(Number{-1, 0, 0, false, false});
}

TEST(ReadNumber, ReadsNumerals) {
  EXPECT_EQ(read("33 mills").value, 33);
  EXPECT_EQ(read("1,200 mills").value, 1200);
  EXPECT_EQ(read("1.2m mills").value, 1.2e6);
  EXPECT_EQ(read("4 million mills").value, 4e6);
  EXPECT_EQ(read("3bn").value, 3e9);
}

TEST(ReadNumber, TakesNoFirstLetterOfADamagedWordForAScale) {
  EXPECT_EQ(read("12 m \uFFFD nages").value, 12e6);
  EXPECT_EQ(read("12 m\uFFFDnages").value, 12);
  EXPECT_EQ(read("12m, and").value, 12e6);
}

TEST(ReadNumber, ReadsWords) {
  EXPECT_EQ(read("twenty-five mills").value, 25);
  EXPECT_EQ(read("two hundred and five mills").value, 205);
  EXPECT_EQ(read("three thousand two hundred").value, 3200);
  EXPECT_EQ(read("a dozen mills").value, 12);
  EXPECT_EQ(read("half a million mills").value, 5e5);
  EXPECT_EQ(read("one million mills").value, 1e6);
}

TEST(ReadNumber, KnowsTheLastSignificantDigit) {
  EXPECT_EQ(read("950,000 mills").grain, 1e4);
  EXPECT_EQ(read("4 million").grain, 1e6);
  EXPECT_NEAR(read("3.6 million").grain, 1e5, 1e-3);
  EXPECT_EQ(read("305").grain, 1);
}

TEST(ReadNumber, EndsARowOfDigitGroups) {
  std::string row = "1";
  for (int i = 0; i < 100; ++i) row += " 000";
  EXPECT_EQ(read(row).end, 5U);
  EXPECT_EQ(read("0 000 000").end, 1U);
  EXPECT_EQ(read("1 200 000 mills").value, 1.2e6);
}

TEST(ReadNumber, RefusesNumeralsOfFortyDigits) {
  EXPECT_EQ(read("1234567890123456789012345678901234567890 mills").value, -1);
}

TEST(ReadOrdinal, ReadsWordsAndNumerals) {
  const TestText t = flat_parse("twenty-first mill");
  const auto words = scan_words(t.document, t.parse);
  EXPECT_EQ(read_ordinal(words, 0)->value, 21);
}

}  // namespace
}  // namespace rashomon::mentions
