#include "mentions/fold.hpp"

#include <gtest/gtest.h>

namespace rashomon::mentions {
namespace {

TEST(FoldName, EvensOutCaseAccentsAndHyphens) {
  EXPECT_EQ(fold_name("Şanlıurfa"), "sanliurfa");
  EXPECT_EQ(fold_name("Baden-Württemberg"), "baden wurttemberg");
  EXPECT_EQ(fold_name("St. Gallen"), "saint gallen");
  EXPECT_EQ(fold_name("The Hague"), "hague");
}

TEST(FoldName, WritesTheArabicArticleInOneWay) {
  EXPECT_EQ(fold_name("As-Suwayda"), fold_name("al Suwayda"));
  EXPECT_EQ(fold_name("Ma`arrat an Nu`man"), fold_name("Maarrat al-Nu’man"));
}

TEST(FoldName, StandsBrokenUtf8) {
  EXPECT_EQ(fold_name("ab\xC3"), "ab");
  EXPECT_EQ(fold_name(""), "");
}

TEST(IsCapitalised, KnowsLettersBeyondAscii) {
  EXPECT_TRUE(is_capitalised("Ömer"));
  EXPECT_FALSE(is_capitalised("ömer"));
  EXPECT_FALSE(is_capitalised(""));
}

}  // namespace
}  // namespace rashomon::mentions
