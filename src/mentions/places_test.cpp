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

TEST(SquaredKilometres, IsGoodToAFewPerCent) {
  const double d = squared_kilometres({52.52, 13.40}, {48.86, 2.35});  // Berlin, Paris: 878 km
  EXPECT_GT(d, 850.0 * 850);
  EXPECT_LT(d, 910.0 * 910);
  EXPECT_LT(squared_kilometres({0, 179.9}, {0, -179.9}), 30.0 * 30);
}

}  // namespace
}  // namespace rashomon::mentions
