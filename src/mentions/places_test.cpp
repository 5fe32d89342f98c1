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

TEST(FindPlaces, TellsHowNearToAPlaceSomethingLies) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "11 11 NUM CD 4 nummod\n"
      "km km NOUN NN 5 npadvmod\n"
      "north north ADV RB 2 advmod\n"
      "- - PUNCT HYPH 5 punct\n"
      "east east ADV RB 5 advmod\n"
      "of of ADP IN 5 prep\n"
      "Damascus Damascus PROPN NNP 8 pobj B-GPE\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].precision, PlacePrecision::near);
  EXPECT_EQ(ucdp_where_precision(places[0]), 2);
  ASSERT_TRUE(places[0].told && places[0].told->point);
  EXPECT_EQ(places[0].told->direction, "NE");
  EXPECT_EQ(places[0].told->kilometres, 11);
  EXPECT_NEAR(squared_kilometres(*places[0].told->point, *places[0].point), 121, 2);
  EXPECT_GT(places[0].told->point->latitude, places[0].point->latitude);
}

TEST(FindPlaces, PutsAPointBetweenTwoTowns) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "fell fall VERB VBD 0 ROOT\n"
      "between between ADP IN 2 prep\n"
      "Norhaven Norhaven PROPN NNP 3 pobj B-GPE\n"
      "and and CCONJ CC 4 cc\n"
      "Al-Kasr Al-Kasr PROPN NNP 4 conj B-GPE\n"
      "in in ADP IN 2 prep\n"
      "Syria Syria PROPN NNP 7 pobj B-GPE\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 3U);
  ASSERT_TRUE(places[0].told && places[1].told);
  EXPECT_EQ(places[0].told, places[1].told);
  EXPECT_EQ(places[0].told->point, (Point{11, 21}));
  EXPECT_EQ(acled_geo_precision(places[0]), 2);
  EXPECT_EQ(ucdp_where_precision(places[2]), 6);
}

TEST(FindPlaces, KeepsNamesThatTheWordsAroundThemCallPlaces) {
  const auto t = spaced_parse(
      "Rain rain NOUN NN 2 nsubj\n"
      "hit hit VERB VBD 0 ROOT\n"
      "Qelbrok Qelbrok PROPN NNP 2 dobj\n"
      ", , PUNCT , 3 punct\n"
      "a a DET DT 6 det\n"
      "village village NOUN NN 3 appos\n"
      "in in ADP IN 6 prep\n"
      "East East PROPN NNP 9 compound B-GPE\n"
      "Valley Valley PROPN NNP 7 pobj I-GPE\n"
      ", , PUNCT , 2 punct\n"
      "and and CCONJ CC 2 cc\n"
      "the the DET DT 14 det\n"
      "M5 M5 PROPN NNP 14 compound\n"
      "highway highway NOUN NN 2 conj\n");
  const auto places = places_of(t);
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(places[0].name, "Qelbrok");
  EXPECT_EQ(places[0].country, "SYR");
  EXPECT_EQ(places[0].admin1, "East Valley");
  EXPECT_FALSE(places[0].point);
  EXPECT_EQ(places[2].rule, "road");
}

TEST(FindPlaces, ReadsCoordinates) {
  const auto points = [](const std::string& text) {
    std::string out;
    for (const Place& p : places_of(flat_parse(text)))
      if (p.rule == "coordinates")
        out += std::string(out.empty() ? "" : "; ") + std::to_string(p.point->latitude).substr(0, 6) + " " +
               std::to_string(p.point->longitude).substr(0, 6);
    return out;
  };
  EXPECT_EQ(points("It fell at 35.55 N, 45.43 E on Monday."), "35.550 45.430");
  EXPECT_EQ(points("It fell at 45.43\u00B0E 35.55\u00B0S."), "-35.55 45.430");
  EXPECT_EQ(points("It fell at 35\u00B033'36\"N 45\u00B030'W."), "35.560 -45.50");
  EXPECT_EQ(points("It fell (35.5523, -45.4341)."), "35.552 -45.43");
  EXPECT_EQ(points("It cost 35.5, then 45.4 and 12.345, 67.890."), "");
  EXPECT_EQ(points("At 95.555 N, 45.433 E and 35.5 N, 45.4 S."), "") << "no such points";
}

}  // namespace
}  // namespace rashomon::mentions
