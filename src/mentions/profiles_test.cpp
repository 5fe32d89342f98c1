#include "mentions/profiles.hpp"

#include <gtest/gtest.h>

namespace rashomon::mentions {
namespace {

Quantity said(std::string text, Bound bound, std::optional<double> low, std::optional<double> best,
              std::optional<double> high) {
  Quantity q;
  q.text = std::move(text);
  q.bound = bound;
  q.low = low, q.best = best, q.high = high;
  return q;
}

CodedRange coded(std::string_view profile, const Quantity& q) { return find_profile(profile)->code(q); }

const Quantity kDozens = said("dozens", Bound::vague, 24, {}, {});
const Quantity kRange = said("33 to 36", Bound::exact, 33, {}, 36);
const Quantity kAlmost = said("almost 40", Bound::almost, 36, {}, 39);
const Quantity kUpTo = said("up to 20", Bound::at_most, {}, {}, 20);
const Quantity kAbout = said("about 300", Bound::about, 270, 300, 330);

TEST(Profiles, AreFoundByName) {
  for (std::string_view name : profile_names()) EXPECT_EQ(find_profile(name)->name(), name);
  EXPECT_EQ(find_profile("other"), nullptr);
}

TEST(Profiles, AllTakeABareNumberAsItIs) {
  const Quantity q = said("33", Bound::exact, 33, 33, 33);
  EXPECT_EQ(coded("acled", q), (CodedRange{33, 33, 33}));
  EXPECT_EQ(coded("ucdp", q), (CodedRange{33, 33, 33}));
  EXPECT_EQ(coded("ibc", q), (CodedRange{33, {}, 33}));
}

TEST(Profiles, AcledGivesVagueWordsItsNumbers) {
  EXPECT_EQ(coded("acled", kDozens), (CodedRange{12, 12, 12}));
  EXPECT_EQ(coded("acled", said("Several", Bound::vague, 3, {}, {})).best, 3);
  EXPECT_EQ(coded("acled", said("hundreds", Bound::vague, 200, {}, {})).best, 100);
  EXPECT_EQ(coded("acled", said("numerous", Bound::vague, {}, {}, {})).best, 3);
}

TEST(Profiles, AcledMultipliesAWordByItsScale) {
  EXPECT_EQ(coded("acled", said("tens of thousands", Bound::vague, 20000, {}, {})).best, 10000);
  EXPECT_EQ(coded("acled", said("several hundred", Bound::vague, 300, {}, {})).best, 300);
  EXPECT_EQ(coded("acled", said("hundreds of thousands", Bound::vague, 200000, {}, {})).best, 100000);
}

TEST(Profiles, AcledTakesTheLowestOfARangeAndZeroWhereNothingIsSaid) {
  EXPECT_EQ(coded("acled", kRange), (CodedRange{33, 33, 33}));
  EXPECT_EQ(find_profile("acled")->unsaid(), (CodedRange{0, 0, 0}));
  EXPECT_EQ(find_profile("acled")->where_figures_differ(), WhereFiguresDiffer::lowest);
}

TEST(Profiles, AcledReadsTheNumberBehindAlmost) { EXPECT_EQ(coded("acled", kAlmost).low, 39); }

TEST(Profiles, NoneGuessesTheLowEndOfUpTo) {
  for (std::string_view name : profile_names()) {
    EXPECT_EQ(coded(name, kUpTo).low, std::nullopt);
    EXPECT_EQ(coded(name, kUpTo).high, 20);
  }
}

TEST(Profiles, UcdpTakesTheLeastForBest) {
  EXPECT_EQ(coded("ucdp", kDozens), (CodedRange{24, 24, {}}));
  EXPECT_EQ(coded("ucdp", kRange), (CodedRange{33, 33, 36}));
  EXPECT_EQ(coded("ucdp", kAbout), (CodedRange{270, 300, 330}));
  EXPECT_EQ(find_profile("ucdp")->unsaid(), CodedRange{});
}

TEST(Profiles, IbcChoosesNoBest) {
  EXPECT_EQ(coded("ibc", kRange), (CodedRange{33, {}, 36}));
  EXPECT_EQ(coded("ibc", kDozens), (CodedRange{24, {}, {}}));
  EXPECT_EQ(find_profile("ibc")->where_figures_differ(), WhereFiguresDiffer::none);
}

TEST(Profiles, SayNothingOfANumberThatCouldNotBeRead) {
  EXPECT_EQ(coded("ucdp", said("99999999999999999999", Bound::vague, {}, {}, {})), CodedRange{});
}

}  // namespace
}  // namespace rashomon::mentions
