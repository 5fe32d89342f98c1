#include "claims/quotes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rashomon::claims {
namespace {

std::vector<std::string> inners(const std::string& text) {
  std::vector<std::string> out;
  for (const Quote& q : find_quotes(text, {0, static_cast<std::uint32_t>(text.size())}))
    out.emplace_back(slice(text, q.inner));
  return out;
}
using Words = std::vector<std::string>;

TEST(FindQuotes, ReadsStraightCurlyAndDoubledSingleMarks) {
  EXPECT_EQ(inners("\"We left,\" he said."), Words{"We left,"});
  EXPECT_EQ(inners("He spoke of “a mess” there."), Words{"a mess"});
  EXPECT_EQ(inners("''We left,'' he said."), Words{"We left,"});
  EXPECT_EQ(inners("He called it «a trap»."), Words{"a trap"});
}

TEST(FindQuotes, ClosesOneKindOfMarkWithAnother) {
  EXPECT_EQ(inners("\"We left,'' he said."), Words{"We left,"});
  EXPECT_EQ(inners("“We left,\" he said."), Words{"We left,"});
}

TEST(FindQuotes, TakesNoApostropheForAMark) {
  EXPECT_EQ(inners("The rebels' camp wasn't the army's target."), Words{});
  EXPECT_EQ(inners("The rebels’ camp wasn’t the army’s target."), Words{});
  EXPECT_EQ(inners("Both voiced 'grave doubts' on the rebels' plan."), Words{"grave doubts"});
}

TEST(FindQuotes, OpensWithAReversedMarkThatIsGluedToTheNextWord) {
  EXPECT_EQ(inners("They fled.”We were hit,” she said."), Words{"We were hit,"});
  EXPECT_EQ(inners("It is “a start.””We will go on,” she said."), (Words{"a start.", "We will go on,"}));
}

TEST(FindQuotes, GuessesTheBeginWhereTheOpeningMarkIsMissing) {
  EXPECT_EQ(inners("The talks failed. The mission goes on,” he said."), Words{"The mission goes on,"});
}

TEST(FindQuotes, RunsToTheEndOfTheBlockWhereTheClosingMarkIsMissing) {
  const std::string text = "“We left. We will return.";
  const auto quotes = find_quotes(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_FALSE(quotes[0].closed);
}

TEST(FindQuotes, StaysInsideTheBlock) {
  const std::string text = "a \"b\" c";
  for (std::uint32_t b = 0; b <= text.size(); ++b)
    for (std::uint32_t e = b; e <= text.size(); ++e)
      for (const Quote& q : find_quotes(text, {b, e})) EXPECT_TRUE((Span{b, e}).contains(q.span));
}

}  // namespace
}  // namespace rashomon::claims
