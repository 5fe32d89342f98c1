#include "reconcile/figures.hpp"

#include <gtest/gtest.h>

namespace rashomon::reconcile {
namespace {

using mentions::Bound;

Origins four_origins() {
  Origins o;
  o.list.resize(4);
  o.is_own_voice = {false, false, false, true};
  return o;
}

Count count(std::size_t item, std::size_t origin, Bound bound, double value, int day = 1) {
  Count c;
  c.item = item;
  c.items = {item};
  c.origin = origin;
  c.bound = bound;
  c.day = day;
  c.measure = mentions::Measure::killed;
  c.low = value;
  if (bound != Bound::vague) c.best = value;
  if (bound == Bound::exact) c.high = value;
  if (bound == Bound::about) c.low = value * .9, c.high = value * 1.1;
  if (bound == Bound::at_most) c.low = c.best = std::nullopt, c.high = value;
  return c;
}

TEST(MergeCounts, LetsDozensGiveWayToAnExactFigure) {
  const Merged m = merge_counts({count(0, 0, Bound::vague, 24), count(1, 1, Bound::exact, 41)}, four_origins());
  EXPECT_EQ(m.range.low, 41);
  EXPECT_EQ(m.range.high, 41);
  EXPECT_FALSE(m.open_high);
}

TEST(MergeCounts, KeepsDozensBesideARoundedFigure) {
  const Merged m = merge_counts({count(0, 0, Bound::vague, 24), count(1, 1, Bound::about, 200)}, four_origins());
  EXPECT_EQ(m.range.low, 24);
  EXPECT_EQ(m.range.best, 200);
  EXPECT_FALSE(m.range.high.has_value());
}

TEST(MergeCounts, TakesTheLaterFigureOfOneOrigin) {
  const Merged m = merge_counts({count(0, 0, Bound::exact, 12, 1), count(1, 0, Bound::exact, 15, 2)}, four_origins());
  EXPECT_EQ(m.range.low, 12);
  EXPECT_EQ(m.range.best, 15);
  EXPECT_EQ(m.range.high, 15);
  EXPECT_EQ(m.status, "updated");
}

Count coded(Count c, Range range) {
  c.coded = range;
  return c;
}

TEST(MergeCounts, TakesTheLowestFigureForBestAsAcledDoes) {
  const Merged m =
      merge_counts({coded(count(0, 0, Bound::exact, 17), {17, 17, 17}), coded(count(1, 1, Bound::exact, 9), {9, 9, 9}),
                    coded(count(2, 2, Bound::exact, 17), {17, 17, 17})},
                   four_origins(), mentions::find_profile("acled"));
  EXPECT_EQ(m.range.best, 9);
  EXPECT_EQ(m.range.high, 17);
  EXPECT_EQ(m.status, "disputed");
  EXPECT_NE(m.rule.find("profile acled"), std::string::npos);
}

TEST(MergeCounts, ClosesTheRangeThatAProfileCloses) {
  const Merged m = merge_counts({coded(count(0, 0, Bound::vague, 24), {12, 12, 12})}, four_origins(),
                                mentions::find_profile("acled"));
  EXPECT_EQ(m.range.low, 12);
  EXPECT_EQ(m.range.high, 12);
  EXPECT_TRUE(m.open_high);
}

TEST(MergeCounts, ChoosesNoBestAsIraqBodyCountDoesNot) {
  const Merged m = merge_counts(
      {coded(count(0, 0, Bound::exact, 9), {9, {}, 9}), coded(count(1, 1, Bound::exact, 12), {12, {}, 12})},
      four_origins(), mentions::find_profile("ibc"));
  EXPECT_EQ(m.range.low, 9);
  EXPECT_FALSE(m.range.best.has_value());
  EXPECT_EQ(m.range.high, 12);
}

TEST(MergeCounts, CountsSpeakersNotTheOutletsThatRepeatThem) {
  const Merged m = merge_counts({count(0, 0, Bound::exact, 9), count(1, 3, Bound::exact, 9)}, four_origins());
  EXPECT_EQ(m.origins, (std::vector<std::size_t>{0}));
  EXPECT_EQ(m.status, "single origin");
}

TEST(MergeCounts, CallsADayOfTwoFiguresDisputed) {
  const Merged m = merge_counts({count(0, 0, Bound::exact, 3), count(1, 1, Bound::exact, 17)}, four_origins());
  EXPECT_EQ(m.status, "disputed");
  EXPECT_EQ(m.range.low, 3);
  EXPECT_EQ(m.range.high, 17);
}

TEST(MergeCounts, LeavesHighOpenWhereMoreThanStandsAboveAll) {
  EXPECT_FALSE(merge_counts({count(0, 0, Bound::more_than, 200)}, four_origins()).range.high.has_value());
  const Merged m = merge_counts({count(0, 0, Bound::exact, 30), count(1, 1, Bound::at_least, 50)}, four_origins());
  EXPECT_FALSE(m.range.high.has_value());
  EXPECT_TRUE(m.open_high);
}

TEST(MergeCounts, BoundsFromAboveOnlyForUpTo) {
  const Merged m = merge_counts({count(0, 0, Bound::at_most, 5)}, four_origins());
  EXPECT_FALSE(m.range.low.has_value());
  EXPECT_FALSE(m.range.best.has_value());
  EXPECT_EQ(m.range.high, 5);
}

TEST(MergeCounts, DoesNotDependOnOrder) {
  const std::vector<Count> a = {count(0, 0, Bound::exact, 3), count(1, 1, Bound::exact, 7),
                                count(2, 2, Bound::at_least, 5)};
  const std::vector<Count> b = {a[2], a[0], a[1]};
  EXPECT_EQ(merge_counts(a, four_origins()).range.best, merge_counts(b, four_origins()).range.best);
  EXPECT_EQ(merge_counts(a, four_origins()).rule, merge_counts(b, four_origins()).rule);
}

TEST(SumOf, AddsGroupsThatShareNobody) {
  const Count s = sum_of({count(0, 0, Bound::exact, 2), count(1, 0, Bound::exact, 1)});
  EXPECT_EQ(s.best, 3);
  EXPECT_EQ(s.items.size(), 2u);
}

}  // namespace
}  // namespace rashomon::reconcile
