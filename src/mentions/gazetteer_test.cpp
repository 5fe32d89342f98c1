#include "mentions/gazetteer.hpp"

#include <gtest/gtest.h>

#include "mentions/test_gazetteer.hpp"

namespace rashomon::mentions {
namespace {

TEST(Gazetteer, FindsByNameMostPopulousFirst) {
  const auto found = testing::small_gazetteer().find("NORHAVEN");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].geonames_id, 2);
  EXPECT_EQ(found[1].country, "SYR");
  EXPECT_EQ(found[1].admin1, "East Valley");
  EXPECT_EQ(found[1].level, PlaceLevel::settlement);
}

TEST(Gazetteer, FindsByAlternateNameButNotByAirportCode) {
  const auto& g = testing::small_gazetteer();
  ASSERT_EQ(g.find("Norhafen").size(), 1U);
  EXPECT_TRUE(g.find("Norhafen")[0].alternate);
  EXPECT_TRUE(g.find("NHV").empty());
  EXPECT_TRUE(g.find("nrhfn").empty());
}

TEST(Gazetteer, ForgivesTheArabicArticle) {
  const auto& g = testing::small_gazetteer();
  ASSERT_EQ(g.find("el Kasr").size(), 1U);
  ASSERT_EQ(g.find("Kasr").size(), 1U);
}

TEST(Gazetteer, MakesPointsOfAreasFromTheirSettlements) {
  const auto area = testing::small_gazetteer().find("East Valley");
  ASSERT_EQ(area.size(), 1U);
  EXPECT_EQ(area[0].level, PlaceLevel::admin1);
  EXPECT_TRUE(area[0].point_made);
  EXPECT_NEAR(area[0].point.latitude, 11.8, 0.2);
  const auto country = testing::small_gazetteer().find("Syrian Arab Republic");
  ASSERT_EQ(country.size(), 1U);
  EXPECT_EQ(country[0].level, PlaceLevel::country);
}

TEST(Gazetteer, MarksCapitals) { EXPECT_TRUE(testing::small_gazetteer().find("Damascus").at(0).capital); }

TEST(Gazetteer, SaysThatAMissingFileIsMissing) {
  const auto g = Gazetteer::open("/nowhere");
  ASSERT_FALSE(g);
  EXPECT_EQ(g.error().code, ErrorCode::missing_model);
}

TEST(BuildGazetteer, NamesAMissingPackageFile) {
  const auto built = build_gazetteer("/nowhere", "/nowhere", "/nowhere/gazetteer.model");
  ASSERT_FALSE(built);
  EXPECT_EQ(built.error().code, ErrorCode::missing_model);
}

}  // namespace
}  // namespace rashomon::mentions
