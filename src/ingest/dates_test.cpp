#include "ingest/dates.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

std::string first(std::string_view text, DayOrder order = DayOrder::month_first) {
  const auto dates = find_dates(text, order);
  if (dates.empty()) return "none";
  return std::to_string(dates[0].year) + "-" + std::to_string(dates[0].month) + "-" + std::to_string(dates[0].day);
}

TEST(FindDates, TakesAMonthInSmallLettersBetweenDayAndYearOnly) {
  const auto found = find_dates("Le 23 mai 2019");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].date()->iso(), "2019-05-23");
  EXPECT_TRUE(find_dates("They may 5 times refuse").empty());
}

TEST(FindDates, ReadsTheFormsOfReports) {
  EXPECT_EQ(first("2019-04-17 08:30:00"), "2019-4-17");
  EXPECT_EQ(first("2019-04-17T08:30:00Z"), "2019-4-17");
  EXPECT_EQ(first("17.04.2019"), "2019-4-17");
  EXPECT_EQ(first("Wed 17 Apr 2019 Ferry sinks"), "2019-4-17");
  EXPECT_EQ(first("April 17, 2019"), "2019-4-17");
  EXPECT_EQ(first("Apr. 17th 2019"), "2019-4-17");
  EXPECT_EQ(first("17 avril 2019"), "2019-4-17");
  EXPECT_EQ(first("17 de abril de 2019"), "2019-4-17");
  EXPECT_EQ(first("17. April 2019"), "2019-4-17");
  EXPECT_EQ(first("(Published 4/17/19)"), "2019-4-17");
  EXPECT_EQ(first("20190417"), "2019-4-17");
  EXPECT_EQ(first("on Wednesday (April 17th)"), "0-4-17");
  EXPECT_EQ(first("since April 2019"), "2019-4-0");
  EXPECT_EQ(first("Last updated at Apr 172019"), "2019-4-17");
}

TEST(FindDates, TakesTheOrderOfDayAndMonthFromTheCaller) {
  EXPECT_EQ(first("5/7/2016", DayOrder::month_first), "2016-5-7");
  EXPECT_EQ(first("5/7/2016", DayOrder::day_first), "2016-7-5");
  EXPECT_EQ(first("25/7/2016", DayOrder::month_first), "2016-7-25");
}

TEST(FindDates, LeavesOtherNumbersAlone) {
  EXPECT_EQ(first("the march of 12 men may 10 times"), "none");
  EXPECT_EQ(first("version 3.14.15 of 31/31/2016"), "none");
  EXPECT_EQ(first("at 10:30 on 1-800-555-0199"), "none");
  EXPECT_EQ(first("30 February"), "none");
}

TEST(FindDates, SpansWeekdayAndTime) {
  const std::string_view text = "Posted: Wednesday, April 17, 2019 8:18 PM EST by staff";
  const auto dates = find_dates(text);
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(slice(text, dates[0].span), "Wednesday, April 17, 2019 8:18 PM EST");
  EXPECT_EQ(dates[0].weekday, 2);
  EXPECT_TRUE(dates[0].with_time);
}

TEST(FitYear, TakesTheFirstYearInWhichTheWeekdayFits) {
  const auto dates = find_dates("Tuesday, March 3");
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(fit_year(dates[0], 2012)->iso(), "2015-03-03");
  EXPECT_FALSE(fit_year(find_dates("Tuesday, February 29")[0], 2001));
}

TEST(DateOfUrl, ReadsDaysAndMonths) {
  EXPECT_EQ(date_of_url("https://a.example/2019/04/17/ferry").start->iso(), "2019-04-17");
  EXPECT_EQ(date_of_url("https://a.example/x-20190417.html").start->iso(), "2019-04-17");
  EXPECT_EQ(date_of_url("https://a.example/notes/17-04-2019").start->iso(), "2019-04-17");
  EXPECT_TRUE(date_of_url("https://a.example/notes/07-04-2019").empty()) << "7 April or 4 July";
  const DateRange month = date_of_url("https://a.example/2019/04/ferry");
  EXPECT_EQ(month.start->iso(), "2019-04-01");
  EXPECT_EQ(month.end->iso(), "2019-04-30");
  EXPECT_TRUE(date_of_url("https://a.example/story-4711?d=2019-04-17").empty());
}

}  // namespace
}  // namespace rashomon::ingest
