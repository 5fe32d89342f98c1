#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "store/json.hpp"
#include "store/store.hpp"

namespace rashomon::store {
namespace {

mentions::Analysis some_analysis() {
  mentions::Analysis a;
  a.document.id = {"d-1"};
  a.document.text = "At least 12 people died, officials said.";
  a.document.blocks = {{{0, 40}, ingest::BlockKind::paragraph, "only block"}};
  a.document.published = {{make_date(2031, 5, 4), make_date(2031, 5, 4)}, "given"};
  a.document.dateline = ingest::Dateline{"Town", make_date(2031, 5, 3), {}};
  mentions::Actor actor;
  actor.span = {26, 35};
  actor.name = "officials";
  a.mentions.actors.push_back(actor);
  return a;
}

claims::Claim some_claim() {
  claims::Claim c;
  c.id = {"c-1"};
  c.document = {"d-1"};
  c.span = {0, 23};
  c.quote = "At least 12 people died";
  c.speakers.push_back({"officials", {"a-1"}, mentions::ActorKind::government, "", "", {26, 35}});
  c.voice = claims::Voice::indirect;
  c.trigger = Span{19, 23};
  c.trigger_lemma = "die";
  mentions::Quantity q;
  q.span = {0, 11};
  q.text = "At least 12";
  q.low = q.best = 12;
  q.bound = mentions::Bound::at_least;
  q.measure = mentions::Measure::killed;
  q.window = mentions::Window{mentions::WindowKind::since, {make_date(2031, 5, 1), std::nullopt}};
  q.relation = mentions::Relation{mentions::RelationKind::partition, {4, 7}, 1, std::nullopt, 3};
  q.who = {"NOR", "civilian", "child", "female", "rebel"};
  q.as_of = make_date(2031, 5, 2);
  q.coded = mentions::Coded{"ucdp", 12, 12, std::nullopt};
  c.quantities.push_back(q);
  c.mechanism = claims::Mechanism{"ceasefire", {{"area", "Town"}}};
  c.reasons.push_back({"voice", "content of a speech verb", "said"});
  return c;
}

class RecordTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".db";
    std::filesystem::remove(path_);
  }
  void TearDown() override { std::filesystem::remove(path_); }
  std::string path_;
};

TEST(ClaimJson, ReadsBackWhatItWrote) {
  const std::string json = claim_json(some_claim());
  const auto claim = read_claim(json);
  ASSERT_TRUE(claim);
  EXPECT_EQ(claim_json(*claim), json);
  EXPECT_EQ(claim->quantities[0].low, 12);
  EXPECT_EQ(claim->mechanism->fields.at("area"), "Town");
}

TEST(DocumentJson, ReadsBackWhatItWrote) {
  const std::string json = document_json(some_analysis().document);
  ASSERT_TRUE(read_document(json));
  EXPECT_EQ(document_json(*read_document(json)), json);
}

TEST_F(RecordTest, HoldsADocumentOnceHoweverOftenItIsAdded) {
  auto record = Record::open(path_);
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_TRUE(record->add(some_analysis(), {some_claim()}));
  ASSERT_TRUE(record->add(some_analysis(), {some_claim()}));
  EXPECT_TRUE(*record->has({"d-1"}));
  EXPECT_FALSE(*record->has({"d-2"}));
  const auto reports = record->reports();
  ASSERT_EQ(reports->size(), 1U);
  EXPECT_EQ(reports->at(0).claims.size(), 1U);
  EXPECT_EQ(record->mentions()->at(0).second.actors.size(), 1U);
}

TEST_F(RecordTest, KeepsWhatIsDerivedAndTheClaimsLinks) {
  auto record = Record::open(path_);
  ASSERT_TRUE(record->add(some_analysis(), {some_claim()}));
  auto reports = *record->reports();
  reports[0].claims[0].event = EventId{"e-1"};
  reconcile::Derived derived;
  derived.events.push_back({});
  derived.events[0].id = {"e-1"};
  derived.events[0].fatalities.low = 12;
  ASSERT_TRUE(record->set_derived(derived, reports));
  ASSERT_TRUE(record->set_derived(derived, reports));
  EXPECT_EQ(record->derived()->events.size(), 1U);
  EXPECT_EQ(record->derived()->events[0].fatalities.low, 12);
  EXPECT_EQ(record->reports()->at(0).claims[0].event, EventId{"e-1"});
}

TEST_F(RecordTest, RefusesAFileThatIsNoRecord) {
  std::ofstream(path_) << "not a database, only some text that is longer than a header of SQLite would be, by far";
  EXPECT_EQ(Record::open(path_).error().code, ErrorCode::record_unreadable);
  EXPECT_EQ(Record::open_read_only(path_ + "x").error().code, ErrorCode::record_unreadable);
}

}  // namespace
}  // namespace rashomon::store
