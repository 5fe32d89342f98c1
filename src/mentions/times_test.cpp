#include "mentions/times.hpp"

#include <gtest/gtest.h>

#include "mentions/test_parse.hpp"

namespace rashomon::mentions {
namespace {

// The anchor of these tests is Wednesday, 12 June 2019.
std::vector<Time> read(const std::string& text, std::string_view anchor = "2019-06-12") {
  const TestText t = flat_parse(text);
  return find_times(t.document, t.parse, {parse_date(anchor), "published"});
}

// "span=value" of every time, joined by "; ".
std::string values(const std::string& text, std::string_view anchor = "2019-06-12") {
  std::string out;
  for (const Time& time : read(text, anchor)) {
    if (!out.empty()) out += "; ";
    out += std::string(slice(text, time.span)) + "=" + time.value;
  }
  return out;
}

std::string days(const std::string& text) {
  const auto times = read(text);
  if (times.size() != 1) return "not one time";
  const auto iso = [](const std::optional<Date>& d) { return d ? d->iso() : std::string("-"); };
  return iso(times[0].range.start) + ".." + iso(times[0].range.end);
}

// What every time hangs on, joined by "; ".
std::string anchors(const std::string& text) {
  std::string out;
  for (const Time& time : read(text)) out += (out.empty() ? "" : "; ") + (time.anchor.empty() ? "-" : time.anchor);
  return out;
}

TEST(FindTimes, NamesWhatEachTimeHangsOn) {
  EXPECT_EQ(anchors("They met on Tuesday."), "published");
  EXPECT_EQ(anchors("They met yesterday and on 10 May 2018."), "published; itself");
  EXPECT_EQ(anchors("It closed on 10 May 2018. Two days later it opened."), "itself; focus");
  EXPECT_EQ(anchors("They met for two weeks."), "-") << "a duration has no days";
}

TEST(FindTimes, ReadsFullDatesInEveryOrder) {
  EXPECT_EQ(values("It closed on 10 May 2018 in Malmo."), "10 May 2018=2018-05-10");
  EXPECT_EQ(values("It closed on May 10th, 2018, in Malmo."), "May 10th, 2018=2018-05-10");
  EXPECT_EQ(values("It closed on 2018-05-10."), "2018-05-10=2018-05-10");
  EXPECT_EQ(values("It closed on 05.07.2018."), "05.07.2018=2018-07-05") << "dots write the day first";
  EXPECT_EQ(values("It closed on the 3rd of May, 2018."), "the 3rd of May, 2018=2018-05-03");
}

TEST(FindTimes, ReadsDaysFromOneToAnother) {
  EXPECT_EQ(values("It rained from 3 to 9 June."), "3 to 9 June=2019-06-03/2019-06-09");
  EXPECT_EQ(days("It rained on 3-4 March 2018."), "2018-03-03..2018-03-04");
  EXPECT_EQ(values("It rained on March 3-5, 2018, in Malmo."), "March 3-5, 2018=2018-03-03/2018-03-05");
  EXPECT_EQ(values("It rained between 3 and 9 June."), "3 and 9 June=2019-06-03/2019-06-09");
  EXPECT_EQ(values("They met on 3, 5 and 9 June."), "3=2019-06-03; 5=2019-06-05; 9 June=2019-06-09");
  EXPECT_EQ(values("He saw 3 and 9 June was cold."), "9 June=2019-06-09") << "a number that no word makes a day";
}

TEST(FindTimes, ReadsPartsOfNamedDaysAndWeeks) {
  EXPECT_EQ(values("It fell at dawn on Sunday."), "dawn on Sunday=2019-06-09TMO");
  EXPECT_EQ(days("It fell on the night of 3-4 March 2018."), "2018-03-03..2018-03-04");
  EXPECT_EQ(values("It fell on the evening of 10 May 2018."), "the evening of 10 May 2018=2018-05-10TEV");
  EXPECT_EQ(days("It fell in the week of March 6."), "2019-03-06..2019-03-12");
  EXPECT_EQ(days("It fell in the week ending 12 March 2018."), "2018-03-06..2018-03-12");
}

TEST(FindTimes, LooksAtTheWeekdayOfADate) {
  const auto times = read("It closed on Tuesday, 10 May 2018.");
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].value, "2018-05-10") << "the date counts";
  EXPECT_EQ(times[0].rule, "full date, which was another weekday");
  EXPECT_EQ(values("It closed on Wednesday, April 11."), "Wednesday, April 11=2018-04-11") << "in 2019 a Thursday";
}

TEST(FindTimes, ReadsPartsOfFeasts) {
  EXPECT_EQ(values("It fell on the first day of Ramadan."), "the first day of Ramadan=2019-05-06");
  EXPECT_EQ(values("It fell on the eve of Orthodox Easter."), "the eve of Orthodox Easter=2019-04-27");
  EXPECT_EQ(values("It fell shortly after Eid."), "Eid=2019-06-05") << "the nearer of two";
}

TEST(FindTimes, BoundsHoursAndStandsHugeNumbers) {
  EXPECT_EQ(days("Ten fell over the past 48 hours."), "2019-06-10..2019-06-12");
  EXPECT_EQ(values("It fell 999999999999 years ago."), "999999999999 years ago=PAST_REF");
}

TEST(FindTimes, DatesClockTimesOfNamedZonesByTheLocalDay) {
  const TestText t = flat_parse("It fell at 2230 GMT on 10 May 2018. It rose at 9:30 pm local time.");
  const auto at = [&](std::string_view country) {
    const auto times = find_times(t.document, t.parse, {parse_date("2018-05-12"), "published"}, country);
    return times.at(0).value + " " + times.at(0).range.start->iso() + ".." + times.at(0).range.end->iso();
  };
  EXPECT_EQ(at(""), "2018-05-10T22:30 2018-05-10..2018-05-10");
  EXPECT_EQ(at("SYR"), "2018-05-10T22:30 2018-05-11..2018-05-11");
  EXPECT_EQ(at("COL"), "2018-05-10T22:30 2018-05-10..2018-05-10");
  EXPECT_EQ(at("DEU"), "2018-05-10T22:30 2018-05-10..2018-05-11") << "summer time decides";
  EXPECT_EQ(at("USA"), "2018-05-10T22:30 2018-05-10..2018-05-10") << "no zone of its own";
}

TEST(FindTimes, KeepsDatesThatNoCalendarHasWithoutAValue) {
  EXPECT_EQ(values("It closed on 31 June 2019."), "31 June 2019=");
  EXPECT_EQ(values("It closed on February 30, 2018, in Malmo."), "February 30, 2018=");
  EXPECT_EQ(values("It closed on 2018-02-30."), "2018-02-30=");
  EXPECT_EQ(values("It closed on 13/25/2018."), "13/25/2018=");
  const auto times = read("It closed on 31 June 2019.");
  EXPECT_EQ(times[0].rule, "no such date");
  EXPECT_TRUE(times[0].range.empty());
}

TEST(FindTimes, TakesAWeekdayIntoTheDateBesideIt) {
  EXPECT_EQ(values("They met Tuesday, June 11, in Turin."), "Tuesday, June 11=2019-06-11");
  EXPECT_EQ(values("They met on Tuesday (June 11th) in Turin."), "Tuesday (June 11th)=2019-06-11");
}

TEST(FindTimes, SetsWeekdaysToTheNearestPastDayTheAnchorIncluded) {
  EXPECT_EQ(values("They met on Wednesday."), "Wednesday=2019-06-12");
  EXPECT_EQ(values("They met late Thursday."), "late Thursday=2019-06-06");
  EXPECT_EQ(values("They met on Monday night."), "Monday night=2019-06-10TNI");
}

TEST(FindTimes, LooksForwardWhereTheClauseDoes) {
  const TestText t = test_parse("Miners will meet Friday.",
                                "Miners miner NOUN NNS 3 nsubj\nwill will AUX MD 3 aux\nmeet meet VERB VB 0 ROOT\n"
                                "Friday Friday PROPN NNP 3 npadvmod B-DATE\n. . PUNCT . 3 punct\n");
  const auto times = find_times(t.document, t.parse, {parse_date("2019-06-12"), "published"});
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].value, "2019-06-14");
}

TEST(FindTimes, CountsUnitsFromTheAnchor) {
  EXPECT_EQ(values("It fell last month."), "last month=2019-05");
  EXPECT_EQ(values("It fell last week."), "last week=2019-W23");
  EXPECT_EQ(values("It fell three years ago."), "three years ago=2016");
  EXPECT_EQ(values("It fell earlier this year."), "earlier this year=2019");
  EXPECT_EQ(values("It fell yesterday."), "yesterday=2019-06-11");
  EXPECT_EQ(values("It fell this morning."), "this morning=2019-06-12TMO");
}

TEST(FindTimes, CountsFromTheDayLastNamed) {
  EXPECT_EQ(values("It fell on 2 May 2019. Two days earlier it stood."),
            "2 May 2019=2019-05-02; Two days earlier=2019-04-30");
  EXPECT_EQ(values("It fell on 2 May 2019 and the next day it rose."),
            "2 May 2019=2019-05-02; the next day=2019-05-03");
}

TEST(FindTimes, GivesMonthsTheYearThatFits) {
  EXPECT_EQ(values("It has rained since December."), "December=2018-12");
  EXPECT_EQ(values("It rained in February."), "February=2019-02");
  EXPECT_EQ(days("It has rained since late December."), "2018-12-01..2018-12-31");
}

TEST(FindTimes, ReadsLengthsAndSets) {
  EXPECT_EQ(values("It took more than two weeks."), "more than two weeks=P2W");
  EXPECT_EQ(values("A two-month campaign."), "two-month=P2M");
  EXPECT_EQ(values("It took half a year."), "half a year=P6M");
  EXPECT_EQ(values("It opens every Monday."), "every Monday=XXXX-WXX-1");
  EXPECT_EQ(values("It rained for the past three days."), "the past three days=P3D");
}

TEST(FindTimes, ReadsFeastsWithTheDaysTheyLast) {
  EXPECT_EQ(values("The truce for Eid al-Fitr held."), "Eid al-Fitr=2019-06-05");
  EXPECT_EQ(days("They met in Ramadan 2019."), "2019-05-05..2019-06-05");
  EXPECT_EQ(values("They met on Christmas Eve."), "Christmas Eve=2018-12-24");
}

TEST(FindTimes, LeavesNumbersThatAreNoYears) {
  EXPECT_EQ(values("They counted 1850 trees."), "");
  EXPECT_EQ(values("They bought $2000 of seed."), "");
  EXPECT_EQ(values("It began in 1850."), "1850=1850");
}

TEST(FindTimes, ReadsClockTimesWithTheirDay) {
  EXPECT_EQ(values("It was hit at 7:15 pm on Monday."), "7:15 pm on Monday=2019-06-10T19:15");
  EXPECT_EQ(values("It was hit at 0600 GMT."), "0600 GMT=2019-06-12T06:00");
}

TEST(FindTimes, StandsAbsurdDates) {
  EXPECT_EQ(values("On 31 February 2019 and 99999999999999999999999 years ago."),
            "31 February 2019=; 99999999999999999999999 years ago=PAST_REF");
  EXPECT_EQ(values("It is 45 May 2019."), "May 2019=2019-05");
  EXPECT_EQ(values("It fell last week.", "0001-01-01"), "last week=P1W") << "no week before the calendar begins";
  for (const Time& time : read("In the next 2000 years and 300 weeks ago.", "9999-12-31"))
    EXPECT_TRUE(!time.range.start || !time.range.end || *time.range.start <= *time.range.end);
}

TEST(AnchorOf, PrefersTheDatelineThenPublicationThenTheText) {
  TestText t = flat_parse("Seen on 4 July 2018 and again on 5 July 2018.");
  EXPECT_EQ(anchor_of(t.document, t.parse).basis, "text");
  EXPECT_EQ(anchor_of(t.document, t.parse).date->iso(), "2018-07-05");
  t.document.published.range = {parse_date("2018-07-09"), parse_date("2018-07-09")};
  EXPECT_EQ(anchor_of(t.document, t.parse).basis, "published");
  t.document.dateline = ingest::Dateline{"Lund", parse_date("2018-07-08"), {}};
  EXPECT_EQ(anchor_of(t.document, t.parse).date->iso(), "2018-07-08");
}

TEST(FindTimes, KnowsNoDayWhereOnlyTheYearOfPublicationIsKnown) {
  TestText t = flat_parse("They met on Sunday and on 3 May 2018.");
  t.document.published.range = {parse_date("2019-01-01"), parse_date("2019-12-31")};
  const Anchor anchor = anchor_of(t.document, t.parse);
  ASSERT_TRUE(anchor.earliest);
  const auto times = find_times(t.document, t.parse, anchor);
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].range.start->iso(), "2018-12-30");
  EXPECT_EQ(times[0].range.end->iso(), "2019-12-29");
  EXPECT_EQ(times[1].value, "2018-05-03");
  t.document.published.range.start = parse_date("2019-12-28");
  EXPECT_FALSE(anchor_of(t.document, t.parse).earliest) << "within a week a day is near enough";
}

}  // namespace
}  // namespace rashomon::mentions
