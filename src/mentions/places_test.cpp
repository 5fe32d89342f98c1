#include "mentions/places.hpp"

#include <gtest/gtest.h>

#include "mentions/distance.hpp"
#include "mentions/test_gazetteer.hpp"
#include "mentions/test_parse.hpp"

namespace rashomon::mentions {
namespace {

std::vector<Place> places_of(const TestText& t) { return find_places(t.document, t.parse, testing::small_gazetteer()); }

TEST(FindPlaces, ResolvesByTheCountryThatHoldsTheName) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "in in ADP IN 2 prep\n"
      "Norhaven Norhaven PROPN NNP 3 pobj B-GPE\n"
      ", , PUNCT , 4 punct\n"
      "Syria Syria PROPN NNP 4 appos B-GPE\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].geonames_id, 1);
  EXPECT_EQ(places[0].country, "SYR");
  EXPECT_EQ(places[0].admin1, "East Valley");
  EXPECT_EQ(places[1].level, PlaceLevel::country);
}

TEST(FindPlaces, PrefersTheMorePopulousTownWhereNothingElseSpeaks) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "near near ADP IN 2 prep\n"
      "Norhaven Norhaven PROPN NNP 3 pobj B-GPE\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].geonames_id, 2);
}

TEST(FindPlaces, KeepsAnUnknownNameWithoutAPoint) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "in in ADP IN 2 prep\n"
      "Qelbrok Qelbrok PROPN NNP 3 pobj B-GPE\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].name, "Qelbrok");
  EXPECT_FALSE(places[0].point);
  EXPECT_FALSE(places[0].geonames_id);
}

TEST(FindPlaces, LeavesAPersonCalledLikeATownAlone) {
  const auto t = spaced_parse(
      "Mr. Mr. PROPN NNP 2 compound\n"
      "Norhaven Norhaven PROPN NNP 3 nsubj B-PERSON\n"
      "spoke speak VERB VBD 0 ROOT\n");
  EXPECT_TRUE(places_of(t).empty());
}

TEST(FindPlaces, TakesAnAgencyInCapitalsForNoTown) {
  const auto t = spaced_parse(
      "agency agency NOUN NN 2 compound\n"
      "SANA SANA PROPN NNP 4 pobj B-GPE\n"
      "in in ADP IN 2 prep\n"
      "Syria Syria PROPN NNP 3 pobj B-GPE\n"
      "said say VERB VBD 0 ROOT\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].country, "SYR");
}

TEST(FindPlaces, FindsATownUnderAnotherRomanisation) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "in in ADP IN 2 prep\n"
      "Kassar Kassar PROPN NNP 3 pobj B-ORG\n"
      "and and CCONJ CC 2 cc\n"
      "Syria Syria PROPN NNP 7 nsubj B-GPE\n"
      "slept sleep VERB VBD 2 conj\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].geonames_id, 3);  // "Al-Kasr"
  EXPECT_EQ(places[0].rule, "romanised");
}

TEST(FindPlaces, LeavesASmallTownOfACountryNeverNamedUnresolved) {
  std::string lines;
  for (int i = 0; i < 3; ++i)
    lines +=
        "Norway Norway PROPN NNP 2 nsubj B-GPE\n"
        "slept sleep VERB VBD 0 ROOT\n"
        "near near ADP IN 2 prep\n"
        "Al-Kasr Al-Kasr PROPN NNP 3 pobj B-GPE\n\n";
  const auto places = places_of(spaced_parse(lines));
  ASSERT_EQ(places.size(), 6U);
  EXPECT_FALSE(places[1].point);
  EXPECT_EQ(places[1].name, "Al-Kasr");
}

TEST(FindPlaces, GivesAnUnknownNameTheCountryOfItsHolder) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "in in ADP IN 2 prep\n"
      "Qelbrok Qelbrok PROPN NNP 3 pobj B-GPE\n"
      ", , PUNCT , 4 punct\n"
      "Syria Syria PROPN NNP 4 appos B-GPE\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_FALSE(places[0].point);
  EXPECT_EQ(places[0].country, "SYR");
}

TEST(FindPlaces, StandsAnEmptyTextAndOneOfMarksAlone) {
  EXPECT_TRUE(places_of(TestText{}).empty());
  EXPECT_TRUE(places_of(spaced_parse("- - PUNCT HYPH 0 ROOT\n")).empty());
}

TEST(SquaredKilometres, IsGoodToAFewPerCent) {
  const double d = squared_kilometres({52.52, 13.40}, {48.86, 2.35});  // Berlin, Paris: 878 km
  EXPECT_GT(d, 850.0 * 850);
  EXPECT_LT(d, 910.0 * 910);
  EXPECT_LT(squared_kilometres({0, 179.9}, {0, -179.9}), 30.0 * 30);
}

}  // namespace
}  // namespace rashomon::mentions
