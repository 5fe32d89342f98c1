#include "mentions/quantity_who.hpp"

#include <gtest/gtest.h>

namespace rashomon::mentions {
namespace {

TEST(WhoOf, ReadsNationAndStatus) {
  EXPECT_EQ(who_of("Danish soldiers"), (Who{"DNK", "fighter", "", "", ""}));
  EXPECT_EQ(who_of("South Korean engineers").country, "KOR");
}

TEST(WhoOf, ReadsAgeAndGender) {
  EXPECT_EQ(who_of("elderly women"), (Who{"", "", "elderly", "female", ""}));
  EXPECT_EQ(who_of("12-year-old boy"), (Who{"", "", "child", "male", ""}));
}

TEST(WhoOf, ReadsTheSide) {
  EXPECT_EQ(who_of("government troops").side, "government");
  EXPECT_EQ(who_of("rebel fighters"), (Who{"", "fighter", "", "", "rebel"}));
}

TEST(WhoOf, LeavesOpenWhatIsSaidTwice) {
  const Who who = who_of("men, women and children");
  EXPECT_EQ(who, Who{});
  EXPECT_EQ(who_of("Danish and Chilean sailors").country, "");
}

TEST(WhoOf, KnowsNothingOfNobody) { EXPECT_EQ(who_of(""), Who{}); }

}  // namespace
}  // namespace rashomon::mentions
