#include "ingest/paragraphs.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> out;
  for (const Span span : cut_paragraphs(text)) out.emplace_back(slice(text, span));
  return out;
}

std::vector<std::string> glued(std::string_view text) {
  std::vector<std::string> out;
  for (const Span span : cut_glued(text, {0, static_cast<std::uint32_t>(text.size())}))
    out.emplace_back(slice(text, span));
  return out;
}

using Texts = std::vector<std::string>;

TEST(CutParagraphs, EndsAParagraphAtAnEmptyLine) {
  EXPECT_EQ(paragraphs("One here.\n\n  Two here.  \r\n\r\nThree"), (Texts{"One here.", "Two here.", "Three"}));
}

TEST(CutParagraphs, JoinsLinesThatWereWrapped) {
  const std::string text =
      "The harbour of Luderitz was closed on Monday after a fuel barge ran\n"
      "aground near the lighthouse, and the port authority said that it did\n"
      "not know when the channel would open again.";
  EXPECT_EQ(paragraphs(text), Texts{text});
}

TEST(CutParagraphs, KeepsLinesThatWereNotWrappedApart) {
  EXPECT_EQ(
      paragraphs(
          "Barge runs aground\n12 May 2018\nThe harbour of Luderitz was closed on Monday after a barge ran aground."),
      (Texts{"Barge runs aground", "12 May 2018",
             "The harbour of Luderitz was closed on Monday after a barge ran aground."}));
}

TEST(CutGlued, CutsAtALostBreak) {
  EXPECT_EQ(glued("The bridge fell.Nobody was hurt.A crane stood near."),
            (Texts{"The bridge fell.", "Nobody was hurt.", "A crane stood near."}));
  EXPECT_EQ(glued("It opened in 2014.The mayor was there."), (Texts{"It opened in 2014.", "The mayor was there."}));
}

TEST(CutGlued, LeavesAbbreviationsInitialsAndHostsWhole) {
  for (const std::string_view text :
       {"The U.S.Army moved.", "Mr.Smith and J.Doe left.", "See mail.Host.example and Mail@a.Host.example now.",
        "about 3.5 km St.Anne lies"})
    EXPECT_EQ(glued(text), Texts{std::string(text)}) << text;
}

TEST(CutGlued, GivesAClosingMarkToTheSentenceThatOpenedIt) {
  EXPECT_EQ(glued("\xE2\x80\x9CWe wait.\xE2\x80\x9DThe crew slept."),
            (Texts{"\xE2\x80\x9CWe wait.\xE2\x80\x9D", "The crew slept."}));
  // A closing mark that closes nothing was meant to open.
  EXPECT_EQ(glued("The crew slept.\xE2\x80\x9DWe wait,\xE2\x80\x9D she said."),
            (Texts{"The crew slept.", "\xE2\x80\x9DWe wait,\xE2\x80\x9D she said."}));
}

}  // namespace
}  // namespace rashomon::ingest
