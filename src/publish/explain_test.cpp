#include <gtest/gtest.h>

#include <filesystem>

#include "publish/report.hpp"
#include "publish/test_record.hpp"

namespace rashomon::publish {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class ExplainTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "/explain_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".db";
    std::filesystem::remove(path_);
    record_ = std::make_unique<store::Record>(*store::Record::open(path_));
    const View view = ferry_view();
    for (const reconcile::Report& report : view.reports())
      ASSERT_TRUE(record_->add({report.document, {}, {}}, report.claims));
    ASSERT_TRUE(record_->set_derived(view.derived(), view.reports()));
  }
  void TearDown() override { record_.reset(), std::filesystem::remove(path_); }
  std::string path_;
  std::unique_ptr<store::Record> record_;
};

TEST_F(ExplainTest, NamesQuotationRuleAndInputOfAClaim) {
  const auto text = explain(*record_, "c-1", false);
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_TRUE(holds(*text, "[At least 12 sailors were killed]"));
  EXPECT_TRUE(holds(*text, "inside the clause, from “At least 12”"));
  EXPECT_TRUE(holds(*text, "denied by    c-2"));
}

TEST_F(ExplainTest, NamesTheRuleThatReadAQuantityAndItsWhole) {
  const auto text = explain(*record_, "c-1", false);
  ASSERT_TRUE(text);
  EXPECT_TRUE(holds(*text, "subset of the figure at 40–42; who: fighter; as of 2031-05-02; rule: kill")) << *text;
}

TEST_F(ExplainTest, ShowsWhoHoldsWhichValueOfATally) {
  const auto text = explain(*record_, "t-1", false);
  ASSERT_TRUE(text);
  EXPECT_TRUE(holds(*text, "at least 12, held by harbour master"));
  EXPECT_TRUE(holds(*text, "one origin"));
}

TEST_F(ExplainTest, GivesTheRecordsOwnRowInJson) {
  const auto json = explain(*record_, "e-1", true);
  ASSERT_TRUE(json);
  EXPECT_TRUE(holds(*json, "\"row\":{\"id\":\"e-1\""));
}

TEST_F(ExplainTest, NamesTheNearestIdsOfAMistypedOne) {
  const auto none = explain(*record_, "c-9", false);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
  EXPECT_TRUE(holds(none.error().message, "c-1"));
}

TEST_F(ExplainTest, SummaryFitsTheWidthAndHasNoColourUnlessAsked) {
  const auto plain = make_summary(*record_, 60, false);
  ASSERT_TRUE(plain);
  EXPECT_FALSE(holds(*plain, "\x1b"));
  std::size_t begin = 0;
  for (std::size_t end = plain->find('\n'); end != std::string::npos; begin = end + 1, end = plain->find('\n', begin)) {
    std::size_t columns = 0;
    for (std::size_t i = begin; i < end; ++i) columns += (static_cast<unsigned char>((*plain)[i]) & 0xC0) != 0x80;
    EXPECT_LE(columns, 60U) << plain->substr(begin, end - begin);
  }
  EXPECT_TRUE(holds(*make_summary(*record_, 60, true), "\x1b[1m"));
}

}  // namespace
}  // namespace rashomon::publish
