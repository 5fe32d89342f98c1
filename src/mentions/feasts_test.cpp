#include "mentions/feasts.hpp"

#include <gtest/gtest.h>

namespace rashomon::mentions {
namespace {

std::string day(std::string_view name, int year) {
  const auto feasts = find_feasts(name);
  const auto date = feasts.empty() ? std::nullopt : feast_in(feasts[0], year);
  return date ? date->iso() : "none";
}

TEST(FeastIn, KnowsFixedAndMovingFeasts) {
  EXPECT_EQ(day("christmas", 2019), "2019-12-25");
  EXPECT_EQ(day("thanksgiving", 2019), "2019-11-28");
  EXPECT_EQ(day("easter", 2019), "2019-04-21");
  EXPECT_EQ(day("good friday", 2024), "2024-03-29");
  EXPECT_EQ(day("orthodox easter", 2023), "2023-04-16");
  EXPECT_EQ(day("orthodox easter", 2024), "2024-05-05");
  EXPECT_EQ(day("orthodox good friday", 2025), "2025-04-18") << "both Easters on one day";
  EXPECT_EQ(find_feasts("eid").size(), 2U);
}

TEST(FeastIn, IsADayOffAtMostForIslamicFeasts) {
  EXPECT_EQ(day("eid al fitr", 2020), "2020-05-24");
  EXPECT_EQ(day("ramadan", 2020), "2020-04-24");
  EXPECT_EQ(day("eid al adha", 2019), "2019-08-12");  // seen on the 11th
}

TEST(FeastIn, StandsOddYears) {
  EXPECT_EQ(day("eid al fitr", 3), "none");
  EXPECT_EQ(day("christmas", 99999), "none");
  EXPECT_EQ(day("no feast", 2019), "none");
}

}  // namespace
}  // namespace rashomon::mentions
