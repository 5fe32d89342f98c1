#include "core/date.hpp"

#include <gtest/gtest.h>

namespace rashomon {

TEST(Date, KnowsTheWeekdayOfALeapDay) {
  const auto date = make_date(2020, 2, 29);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->weekday(), 5);
  EXPECT_EQ(date->iso(), "2020-02-29");
}

TEST(Date, RefusesDaysThatNoCalendarHas) {
  EXPECT_FALSE(make_date(2021, 2, 29));
  EXPECT_FALSE(make_date(2021, 13, 1));
  EXPECT_FALSE(parse_date("2021-02-30"));
  EXPECT_FALSE(parse_date("2021-2-3"));
}

TEST(Date, ReadsADateTimeUpToItsDay) { EXPECT_EQ(parse_date("2020-02-28T13:06:00Z"), make_date(2020, 2, 28)); }

TEST(Date, ClipsTheDayWhenMonthsAreAdded) {
  EXPECT_EQ(add_months(*make_date(2020, 3, 31), -1), *make_date(2020, 2, 29));
  EXPECT_EQ(add_months(*make_date(2020, 1, 15), -13), *make_date(2018, 12, 15));
}

TEST(Date, GivesTheWeekdaysBeforeTheEpoch) { EXPECT_EQ(make_date(1969, 12, 28)->weekday(), 6); }

TEST(UcdpPrecision, FollowsTheCodebook) {
  const Date day = *make_date(2020, 2, 1);
  EXPECT_EQ(ucdp_precision({day, day}), 1);
  EXPECT_EQ(ucdp_precision({day, day.plus(5)}), 2);
  EXPECT_EQ(ucdp_precision({day, day.plus(6)}), 3);
  EXPECT_EQ(ucdp_precision({day, day.plus(28)}), 4);
  EXPECT_EQ(ucdp_precision({day, std::nullopt}), 5);
  EXPECT_EQ(acled_precision({day, day}), 1);
  EXPECT_EQ(acled_precision({day, day.plus(1)}), 2);
  EXPECT_EQ(acled_precision({day, day.plus(6)}), 2);
  EXPECT_EQ(acled_precision({day, day.plus(7)}), 3);
  EXPECT_EQ(acled_precision({day, std::nullopt}), 3);
}

}  // namespace rashomon
