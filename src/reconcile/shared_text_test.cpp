#include "reconcile/shared_text.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile {
namespace {

using test::claim;
using test::report;

const std::string kFerry = "Gunmen seized the ferry landing at Guayaramerin before dawn and held it for six hours";
const std::string kHarbour = "The harbour master said that nobody was hurt and that the gunmen left in two boats";
const std::string kMarket = "Traders at the covered market of Riberalta shut their stalls when they heard of the raid";
const std::string kGovernor = "The governor of the province promised a new police post on the river within the month";

std::vector<Copy> copies_of(std::vector<Report> reports) { return reconcile(reports).copies; }

TEST(SharedText, LinksACopyToTheEarlierReport) {
  const auto copies = copies_of({report("a", "Valley Post", 2031, 5, 5, {claim(kFerry), claim(kHarbour)}),
                                 report("b", "Andes Wire", 2031, 5, 4, {claim(kFerry), claim(kHarbour)})});
  ASSERT_EQ(copies.size(), 1u);
  EXPECT_EQ(copies[0].document.value, "a");
  EXPECT_EQ(copies[0].of.value, "b");
  EXPECT_EQ(copies[0].extent, CopyExtent::identical);
  EXPECT_EQ(copies[0].share, 1);
}

TEST(SharedText, GivesTheStretchesThatAreTheSameInBothTexts) {
  std::vector<Report> reports = {report("a", "Andes Wire", 2031, 5, 4, {claim(kFerry), claim(kHarbour)}),
                                 report("b", "Valley Post", 2031, 5, 5, {claim(kGovernor), claim(kHarbour)})};
  const auto copies = reconcile(reports).copies;
  ASSERT_EQ(copies.size(), 1u);
  EXPECT_EQ(copies[0].extent, CopyExtent::part);
  ASSERT_EQ(copies[0].spans.size(), 1u);
  EXPECT_EQ(slice(reports[1].document.text, copies[0].spans[0].span), kHarbour);
  EXPECT_EQ(slice(reports[0].document.text, copies[0].spans[0].of_span), kHarbour);
}

TEST(SharedText, CallsALongerReportThatTakesInAShortOneItsCopy) {
  const auto copies = copies_of(
      {report("a", "Andes Wire", 2031, 5, 4, {claim(kFerry)}),
       report("b", "Valley Post", 2031, 5, 5, {claim(kMarket), claim(kFerry), claim(kGovernor), claim(kHarbour)})});
  ASSERT_EQ(copies.size(), 1u);
  EXPECT_LT(copies[0].share, 0.5);
  EXPECT_EQ(copies[0].share_of, 1);
}

TEST(SharedText, CallsAnUpdateWithFewWordsChangedNear) {
  std::string update = kFerry + ", " + kHarbour + ", " + kMarket;
  const std::string before = update;
  update.replace(update.find("six"), 3, "nine");
  const auto copies = copies_of(
      {report("a", "Andes Wire", 2031, 5, 4, {claim(before)}), report("b", "Andes Wire", 2031, 5, 5, {claim(update)})});
  ASSERT_EQ(copies.size(), 1u);
  EXPECT_EQ(copies[0].extent, CopyExtent::near);
  EXPECT_EQ(copies[0].spans.size(), 2u);
}

TEST(SharedText, IsNotASentenceInCommon) {
  EXPECT_TRUE(
      copies_of({report("a", "Andes Wire", 2031, 5, 4, {claim(kFerry), claim(kHarbour), claim(kMarket)}),
                 report("b", "Valley Post", 2031, 5, 5, {claim(kFerry), claim(kGovernor + " and " + kGovernor)})})
          .empty());
}

TEST(SharedText, FindsTheBestOfManyThatShareAParagraph) {
  std::vector<Report> reports;
  for (int i = 0; i < 40; ++i)
    reports.push_back(
        report(fmt::format("r{:02}", i), "Andes Wire", 2031, 5, 4,
               {claim(kFerry), claim(fmt::format("{0}x {0}y {0}z {0}u {0}v {0}w {0}p {0}q {0}r", i)), claim(kMarket)}));
  reports.push_back(report("s", "Valley Post", 2031, 5, 6,
                           {claim(kFerry), claim("30x 30y 30z 30u 30v 30w 30p 30q 30r"), claim(kMarket)}));
  const auto copies = copies_of(reports);
  const auto s = std::find_if(copies.begin(), copies.end(), [](const Copy& c) { return c.document.value == "s"; });
  ASSERT_NE(s, copies.end());
  EXPECT_EQ(s->of.value, "r30");
}

TEST(SharedText, TakesTextOfOneWordOverAndOver) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "boom ";
  const auto copies = copies_of(
      {report("a", "Andes Wire", 2031, 5, 4, {claim(text)}), report("b", "Valley Post", 2031, 5, 5, {claim(text)})});
  ASSERT_EQ(copies.size(), 1u);
  EXPECT_EQ(copies[0].extent, CopyExtent::identical);
}

}  // namespace
}  // namespace rashomon::reconcile
