#include "mentions/user_table.hpp"

#include <gtest/gtest.h>

#include "mentions/actors.hpp"
#include "mentions/places.hpp"
#include "mentions/test_gazetteer.hpp"
#include "mentions/test_parse.hpp"

namespace rashomon::mentions {
namespace {

class OwnTables : public ::testing::Test {
 protected:
  std::string write(const std::string& bytes) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("rashomon-own-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::ofstream(path, std::ios::binary) << bytes;
    written_.push_back(path.string());
    return path.string();
  }
  void TearDown() override {
    for (const std::string& path : written_) std::filesystem::remove(path);
  }
  static Gazetteer gazetteer() {
    const std::string root = testing::write_packages();
    auto built = build_gazetteer(root + "/g", root + "/m", root + "/gazetteer.model");
    auto opened = Gazetteer::open(built ? root : "/nowhere");
    std::filesystem::remove_all(root);
    return std::move(opened.value());
  }
  std::vector<std::string> written_;
};

constexpr char kVillage[] =
    "Rain rain NOUN NN 2 nsubj\nfell fall VERB VBD 0 ROOT\nin in ADP IN 2 prep\nNorhaven Norhaven PROPN NNP 3 pobj "
    "B-PERSON\n"
    ". . PUNCT . 2 punct\n";

TEST_F(OwnTables, NameAPlaceThatWinsOverOthersOfItsName) {
  Gazetteer places = gazetteer();
  ASSERT_TRUE(places.add_table(write("name,latitude,longitude,country,id\nNorhaven,41.5,-3.25,Syria,own-7\n")));
  const TestText t = spaced_parse(kVillage);
  const auto found = find_places(t.document, t.parse, places);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].gazetteer_id, "own-7");
  EXPECT_FALSE(found[0].geonames_id);
  EXPECT_EQ(found[0].point, (Point{41.5, -3.25}));
  EXPECT_EQ(found[0].country, "SYR");
  EXPECT_EQ(entry_key(found[0]), "uown-7");
}

TEST_F(OwnTables, FindPlacesByAliasAndOnlyInCapitalsWhereTheTableHasThem) {
  Gazetteer places = gazetteer();
  ASSERT_TRUE(places.add_table(write("Name,Latitude,Longitude,aliases\nHope Camp,1,2,Hope | The Hope\n")));
  EXPECT_EQ(places.find_own("Hope").size(), 1U);
  EXPECT_TRUE(places.find_own("Hope")[0].alternate);
  EXPECT_TRUE(places.find_own("hope").empty());
  EXPECT_TRUE(places.begins_own("Hope"));
  EXPECT_FALSE(places.begins_own("Camp"));
}

TEST_F(OwnTables, LeaveOutRowsThatCannotBeReadAndTellWhy) {
  Gazetteer places = gazetteer();
  ASSERT_TRUE(places.add_table(
      write("name,latitude,longitude,country,level,population\n"
            "A,91,0,,,\nB,0,x,,,\nC,0,0,Atlantis,,\nD,0,0,,moon,\nE,0,0,,,many\n,0,0,,,\nF,0,0\n\"G\"g,0,0,,,\n"
            "H,0,0,,admin_9,\nGood,0,0,,admin1,12\n")));
  EXPECT_EQ(places.broken_rows().size(), 9U);
  std::string all;
  for (const Error& error : places.broken_rows()) all += error.message + "\n";
  for (const char* part : {":2: latitude '91'", ":3: longitude 'x'", ":4: 'Atlantis'", ":5: 'moon'",
                           ":6: population 'many'", ":7: the cell 'name'", ":8: has 3 cells", "Line 9"})
    EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
  EXPECT_EQ(places.find_own("Good").size(), 1U);
}

TEST_F(OwnTables, AreRefusedWholeWhereTheColumnsAreNotThoseOfSuchATable) {
  Gazetteer places = gazetteer();
  for (const char* table : {"", "name,latitude\nA,1\n", "name,latitude,longitude,colour\nA,1,2,red\n"}) {
    const auto added = places.add_table(write(table));
    ASSERT_FALSE(added) << table;
    EXPECT_EQ(added.error().code, ErrorCode::malformed_input);
  }
  EXPECT_EQ(places.add_table("/nowhere/at/all.csv").error().code, ErrorCode::unreadable_input);
}

TEST_F(OwnTables, NameAnActorAndHisSurnameFurtherDown) {
  const auto actors =
      ActorLexicon::with_table(write("name,aliases,id,kind,country,role\nOrla Venk,Commander "
                                     "Venk,p-1,person,SYR,commander\nBlue Guard,BG,a-1,armed_group,,\n"));
  ASSERT_TRUE(actors.has_value());
  EXPECT_TRUE(actors->broken_rows().empty());
  EXPECT_EQ(actors->organisation("BG")->name, "Blue Guard");
  EXPECT_EQ(actors->organisation("BG")->kind, ActorKind::armed_group);
  const TestText t = spaced_parse(
      "Orla Orla PROPN NNP 2 compound B-PERSON\nVenk Venk PROPN NNP 3 nsubj I-PERSON\nspoke speak VERB VBD 0 ROOT\n. . "
      "PUNCT . 3 punct\n\n"
      "Venk Venk PROPN NNP 2 nsubj B-PERSON\nleft leave VERB VBD 0 ROOT\n. . PUNCT . 2 punct\n");
  const auto found = find_actors(t.document, t.parse, {}, *actors);
  ASSERT_EQ(found.size(), 2U);
  for (const Actor& actor : found) {
    EXPECT_EQ(actor.actor_id.value, "p-1");
    EXPECT_EQ(actor.name, "Orla Venk");
    EXPECT_EQ(actor.role, "commander");
  }
}

TEST_F(OwnTables, TellActorsOfNoKindOrCountry) {
  const auto actors = ActorLexicon::with_table(write("name,kind,country\nA,dragon,\nB,,Atlantis\n,,\nC,police,syr\n"));
  ASSERT_TRUE(actors.has_value());
  EXPECT_EQ(actors->broken_rows().size(), 3U);
  ASSERT_NE(actors->organisation("C"), nullptr);
  EXPECT_EQ(actors->organisation("C")->country, "SYR");
  EXPECT_TRUE(actors->organisation("C")->id.starts_with("actor-"));
}

}  // namespace
}  // namespace rashomon::mentions
