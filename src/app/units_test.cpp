#include "app/units.hpp"

#include <gtest/gtest.h>

namespace rashomon::app {
namespace {

ingest::Document document(std::string text) {
  ingest::Document d;
  d.text = std::move(text);
  d.blocks.push_back({{0, static_cast<std::uint32_t>(d.text.size())}, ingest::BlockKind::paragraph, ""});
  return d;
}

TEST(UnitsOf, LeavesOutCaptionsCreditsAndFurniture) {
  ingest::Document d = document("Title\nAdvert\nText");
  d.blocks = {{{0, 5}, ingest::BlockKind::title, ""},
              {{6, 12}, ingest::BlockKind::furniture, ""},
              {{13, 17}, ingest::BlockKind::paragraph, ""}};
  EXPECT_EQ(units_of(d), (std::vector<Span>{{0, 5}, {13, 17}}));
}

TEST(UnitsOf, CutsLongTextsAtTheLastParagraphEndThatFits) {
  EXPECT_EQ(units_of(document("one\n\ntwo\n\nthree"), 11), (std::vector<Span>{{0, 10}, {10, 15}}));
  EXPECT_EQ(units_of(document("one two three"), 8), (std::vector<Span>{{0, 8}, {8, 13}}));
}

TEST(UnitsOf, CountsCharactersAndNeverCutsOne) {
  const ingest::Document d = document("ééééé");  // two bytes each
  EXPECT_EQ(units_of(d, 5), (std::vector<Span>{{0, 10}}));
  EXPECT_EQ(units_of(d, 2), (std::vector<Span>{{0, 4}, {4, 8}, {8, 10}}));
}

TEST(UnitsOf, CutsWhatIsTooLongIntoShorterPieces) {
  EXPECT_EQ(units_of(document("one two three"), 13, 4), (std::vector<Span>{{0, 13}}));
  EXPECT_EQ(units_of(document("one two three"), 12, 4), (std::vector<Span>{{0, 4}, {4, 8}, {8, 12}, {12, 13}}));
}

TEST(UnitsOf, CoversEveryByteOfALongText) {
  const ingest::Document d = document(std::string(1000, '\n') + std::string(1000, 'x'));
  std::uint32_t at = 0;
  for (const Span unit : units_of(d, 7)) {
    EXPECT_EQ(unit.begin, at);
    at = unit.end;
  }
  EXPECT_EQ(at, 2000U);
}

}  // namespace
}  // namespace rashomon::app
