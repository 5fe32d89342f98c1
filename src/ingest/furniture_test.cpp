#include "ingest/furniture.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

std::string reason(std::string_view block) {
  const auto found = find_furniture(block);
  return found ? std::string(found->reason) : "report";
}

TEST(FindFurniture, KnowsWhatPagesPrintAroundReports) {
  EXPECT_EQ(reason("Comments (14)"), "comment form");
  EXPECT_EQ(reason("Your email address will not be published."), "comment form");
  EXPECT_EQ(reason("Would you like to have the week's stories delivered to your inbox?"), "newsletter");
  EXPECT_EQ(reason("This is AI generated summarization, which may be wrong."), "generated summary");
  EXPECT_EQ(reason("Spread the love"), "share bar");
  EXPECT_EQ(reason("Click to share on Chirper (Opens in new window)"), "share bar");
  EXPECT_EQ(reason("Read more: Ten bridges that fell"), "related");
  EXPECT_EQ(reason("Region | 2019-04-17 13:06:00"), "date line");
  EXPECT_EQ(reason("Write to Ada Quill at ada.quill@coastpost.example"), "contact");
  EXPECT_EQ(reason("Home | World | Sport | Weather"), "link row");
}

TEST(FindFurniture, LeavesSentencesAlone) {
  for (const std::string_view block :
       {"Police in Windhoek said on 17 April 2019 that two men had been shot near the station.",
        "More than forty people comment on the plan in a letter that was published on Monday.",
        "The ministry shared the list with the mission, its spokesman said.",
        "Related charges were dropped, the court said.",
        "The recording was made on an iPhone, the court in Lobito was told."})
    EXPECT_EQ(reason(block), "report") << block;
}

TEST(IsTicker, NeedsSeveralHeadlinesApart) {
  EXPECT_TRUE(
      is_ticker("Barge runs aground off port      Minister resigns over bridge      Rain expected in the north"));
  EXPECT_TRUE(
      is_ticker("Barge runs aground off port\xC2\xA0\xC2\xA0\xC2\xA0Minister resigns over "
                "bridge\xC2\xA0\xC2\xA0\xC2\xA0Rain expected in north"));
  EXPECT_FALSE(is_ticker("The barge ran aground.   The minister resigned.   Rain is expected."));
  EXPECT_FALSE(is_ticker("The barge   ran aground off the port."));
}

TEST(FindFurniture, TellsCaptionsFromCredits) {
  const auto caption =
      find_furniture("Sailors watch the barge from the quay on Monday. (Published 4/17/19) Image: Ivo Brandt/Reuters");
  ASSERT_TRUE(caption);
  EXPECT_EQ(caption->kind, BlockKind::caption);
  const auto credit = find_furniture("ivo brandt/Agence France-Presse/Getty Images");
  ASSERT_TRUE(credit);
  EXPECT_EQ(credit->kind, BlockKind::credit);
}

TEST(FindFurniture, EndsAReportAtRelatedLists) {
  EXPECT_TRUE(find_furniture("Related articles")->tail);
  EXPECT_TRUE(find_furniture("Leave a Reply")->tail);
  EXPECT_FALSE(find_furniture("Advertisement")->tail);
}

}  // namespace
}  // namespace rashomon::ingest
