#include "reconcile/words.hpp"

#include <gtest/gtest.h>

namespace rashomon::reconcile {
namespace {

TEST(Words, GiveOneStemForFormsOfAVerb) {
  EXPECT_EQ(stem_of("shelling"), stem_of("shelled"));
  EXPECT_EQ(stem_of("strikes"), stem_of("strike"));
  EXPECT_EQ(stem_of("casualties"), stem_of("casualty"));
}

TEST(Words, PartAtTypographicMarksAndKeepLettersOfOtherScripts) {
  EXPECT_EQ(tokens_of("Cusco’s “old” wall—gone"), (std::vector<std::string>{"cusco", "s", "old", "wall", "gone"}));
  EXPECT_EQ(tokens_of("Ñuñoa").size(), 1u);
}

TEST(Words, LeaveOutStopWordsAndNumbers) {
  EXPECT_EQ(content_stems("The 14 of them were on a bridge"), std::vector<std::string>{"bridg"});
}

TEST(Words, TakeLogarithmsToFourDigits) {
  EXPECT_NEAR(log2_of(1), 0, 1e-9);
  EXPECT_NEAR(log2_of(10), 3.321928, 1e-4);
  EXPECT_NEAR(log2_of(1.999), 0.999279, 1e-4);
}

TEST(Words, MeasureContainmentByTheSmallerSet) {
  EXPECT_DOUBLE_EQ(containment({1, 2, 3, 4}, {2, 3}), 1.0);
  EXPECT_DOUBLE_EQ(containment({1, 2}, {}), 0.0);
}

}  // namespace
}  // namespace rashomon::reconcile
