#include <gtest/gtest.h>

#include "ingest/article.hpp"

namespace rashomon::ingest {
namespace {

Document read(std::string_view text, const Given& given = {}, const Options& options = {}) {
  auto document = read_text(text, given, options);
  EXPECT_TRUE(document.has_value());
  return document ? *document : Document{};
}

std::vector<std::string> blocks(const Document& d, BlockKind kind) {
  std::vector<std::string> out;
  for (const Block& block : d.blocks)
    if (block.kind == kind) out.emplace_back(slice(d.text, block.span));
  return out;
}

using Texts = std::vector<std::string>;

constexpr std::string_view kPasted =
    "Barge runs aground off Luderitz\n\nAgence France-Presse\n\nThis is an AI-generated summary."
    "\n\n"
    "Barge runs aground off Luderitz\n\nFuel leaks from the barge as crews work through the night to keep it off the "
    "rocks\n\n"
    "LUDERITZ, Namibia \xE2\x80\x93 A fuel barge ran aground on Wednesday, April 17, near the lighthouse, the port "
    "authority said.\n\n"
    "Crews work through the night to keep the barge off the rocks as fuel leaks from it, the authority said.\n\n"
    "A slow rescue\n\nThe channel was last closed in 2017 after a storm, and it took a week to open it again for "
    "ships.\n\n"
    "Nobody was hurt, said the harbour master. \xE2\x80\x93 Coastpost.com\n\nAdd a comment\n\nLatest News\nPort to get "
    "new crane\nRain ahead";

TEST(ReadText, KeepsTheTextByteForByte) { EXPECT_EQ(read(kPasted).text, kPasted); }

TEST(ReadText, FindsTitleDeckHeadingAndFurniture) {
  const Document d = read(kPasted);
  EXPECT_EQ(d.title, "Barge runs aground off Luderitz");
  EXPECT_EQ(blocks(d, BlockKind::title), Texts{"Barge runs aground off Luderitz"});
  EXPECT_EQ(blocks(d, BlockKind::deck),
            Texts{"Fuel leaks from the barge as crews work through the night to keep it off the rocks"});
  EXPECT_EQ(blocks(d, BlockKind::heading), Texts{"A slow rescue"});
  EXPECT_EQ(blocks(d, BlockKind::paragraph).size(), 4u);
  const auto furniture = blocks(d, BlockKind::furniture);
  EXPECT_NE(std::find(furniture.begin(), furniture.end(), "Rain ahead"), furniture.end());
}

TEST(ReadText, FindsTheFactsOfTheReport) {
  const Document d = read(kPasted);
  EXPECT_EQ(d.outlet, "Coastpost.com");
  EXPECT_EQ(d.agencies, Texts{"AFP"});
  ASSERT_TRUE(d.dateline);
  EXPECT_EQ(d.dateline->place, "LUDERITZ, Namibia");
  // 17 April is a Wednesday in 2019, the first such year after the latest one named.
  EXPECT_EQ(d.published.range.start->iso(), "2019-04-17");
  EXPECT_EQ(d.language, "en");
}

TEST(ReadText, TakesWhatStandsBeforeARepeatedTitleForAMasthead) {
  const Document d = read(
      "Founded by the dockers of the bay 1911\n\nCrane falls on ship in Lobito\n\nRegion | 2018-03-05 13:06:00\nCrane "
      "falls on ship in Lobito\n"
      "A crane fell on a ship in Lobito on Monday and two sailors were hurt, the port said.");
  EXPECT_EQ(d.title, "Crane falls on ship in Lobito");
  EXPECT_EQ(d.blocks[0].reason, "masthead");
  EXPECT_EQ(d.published.range.start->iso(), "2018-03-05");
  EXPECT_EQ(blocks(d, BlockKind::paragraph).size(), 1u);
}

TEST(ReadText, LeavesSentencesAboveTheTitleToTheReport) {
  const Document d = read(
      "A crane fell on a ship on Monday, the harbour master of Lobito said.\n\nCrane falls on ship in Lobito\n\nTwo "
      "sailors were hurt and the port was closed for a week.\n\n"
      "Crane falls on ship in Lobito");
  EXPECT_EQ(d.blocks[0].kind, BlockKind::paragraph);
}

TEST(ReadText, KeepsAGivenOutletAsItWasWritten) {
  Given given;
  given.outlet = "dailysabah";
  const Document d = read("The port was closed.", given);
  EXPECT_EQ(d.outlet, "dailysabah");
  EXPECT_EQ(d.outlet_country, "TUR");
}

TEST(ReadText, CutsADateAndTheGivenTitleOffTheOpening) {
  Given given;
  given.title = "Crane falls on ship in Lobito";
  const Document d = read(
      "Mon 05 Mar 2018 Crane falls on ship in Lobito. A crane fell on a ship in Lobito and two sailors were hurt the "
      "port said. --Reuters",
      given);
  EXPECT_EQ(blocks(d, BlockKind::title), Texts{"Crane falls on ship in Lobito"});
  EXPECT_EQ(blocks(d, BlockKind::paragraph),
            Texts{"A crane fell on a ship in Lobito and two sailors were hurt the port said."});
  EXPECT_EQ(d.published.range.start->iso(), "2018-03-05");
  EXPECT_EQ(d.agencies, Texts{"Reuters"});
}

TEST(ReadText, DoesNotTakeADateInASentenceForTheOpening) {
  const Document d = read(
      "5 March 2018 was the day on which the crane fell, and the port has been closed ever since, officials said.");
  EXPECT_EQ(blocks(d, BlockKind::paragraph).size(), 1u);
}

TEST(ReadText, MovesOnToTheWeekdayThatIsNamedAlone) {
  const Document d = read(
      "The army denied on Friday that it had shelled the port.\n\nOn 5 April a ship was hit there, it said on "
      "Friday.\n\nCopyright \xC2\xA9 2018, Coast Audio.");
  EXPECT_EQ(d.published.range.start->iso(), "2018-04-06");  // 5 April 2018 was a Thursday
  EXPECT_EQ(d.published.basis, "text");
}

TEST(ReadText, LeavesTheDateOpenWhereOnlyTheYearIsKnown) {
  const Document d = read(
      "The port was closed again, the harbour master said.\n\nCopyright \xC2\xA9 2018, Coast Audio. All rights "
      "reserved.");
  EXPECT_EQ(d.published.range.start->iso(), "2018-01-01");
  EXPECT_EQ(d.published.range.end->iso(), "2018-12-31");
}

TEST(ReadText, TakesTheGivenDateOnlyWhereTheTextSaysNone) {
  Options options;
  options.published = parse_date("2020-02-03");
  EXPECT_EQ(read("The port was closed again.", {}, options).published.basis, "given");
  EXPECT_EQ(
      read("Port closed\n\n5 March 2018\n\nThe port was closed again, the harbour master said on Monday.", {}, options)
          .published.range.start->iso(),
      "2018-03-05");
}

TEST(ReadText, WithRawLooksForNothing) {
  Options options;
  options.raw = true;
  const Document d = read(kPasted, {}, options);
  ASSERT_EQ(d.blocks.size(), 1u);
  EXPECT_EQ(d.blocks[0].span, (Span{0, static_cast<std::uint32_t>(kPasted.size())}));
  EXPECT_FALSE(d.dateline);
  EXPECT_TRUE(d.title.empty());
}

TEST(ReadText, WarnsOfReplacedBytesAndOtherLanguages) {
  EXPECT_EQ(read("The port \xFF is closed.").warnings.size(), 1u);
  const Document d = read(
      "Der Hafen ist seit Montag geschlossen, weil ein Schiff auf Grund gelaufen ist und die Rinne nicht frei war.");
  EXPECT_EQ(d.language, "de");
  EXPECT_EQ(d.warnings.size(), 1u);
}

TEST(ReadText, TakesWhiteSpaceAsItIsWhereTheTextIsGivenRaw) {
  Options options;
  options.raw = true;
  EXPECT_EQ(read_text(" \n\t", Given{}, options)->text, " \n\t");
  EXPECT_EQ(read_text("", Given{}, options).error().code, ErrorCode::empty_input);
}

TEST(ReadText, RefusesWhatHasNoText) {
  EXPECT_EQ(read_text(" \n\t", Given{}, {}).error().code, ErrorCode::empty_input);
  Options small;
  small.largest = 3;
  EXPECT_EQ(read_text("four", Given{}, small).error().code, ErrorCode::limit_exceeded);
}

TEST(ReadText, GivesTheSameTextOfAnotherOutletAnotherId) {
  Given one, two;
  one.outlet = "Coast Post", two.outlet = "Delta Times";
  EXPECT_NE(read("The port was closed.", one).id, read("The port was closed.", two).id);
  EXPECT_EQ(read("The port was closed.", one).id, read("The port was closed.", one).id);
}

}  // namespace
}  // namespace rashomon::ingest
