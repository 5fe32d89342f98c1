#include "core/csv.hpp"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

using Fields = std::vector<std::string>;

struct Read {
  std::vector<CsvRow> rows;
  std::vector<std::string> errors;
};

Read read(std::string_view bytes, char separator = ',') {
  Read out;
  CsvReader reader(bytes, separator);
  while (auto row = reader.next()) {
    if (*row) out.rows.push_back(**row);
    else out.errors.push_back(row->error().message);
  }
  return out;
}

}  // namespace

TEST(Csv, KeepsSeparatorsLineFeedsAndDoubledQuotationMarks) {
  const auto table = read("\xEF\xBB\xBFname,note\r\n\"Mo, Ka\",\"said \"\"no\"\"\r\ntwice\"\r\nLast,\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0].fields, (Fields{"name", "note"}));
  EXPECT_EQ(table.rows[1].fields, (Fields{"Mo, Ka", "said \"no\"\r\ntwice"}));
  EXPECT_EQ(table.rows[2].fields, (Fields{"Last", ""}));
  EXPECT_EQ(table.rows[2].line, 4U);
}

TEST(Csv, ReadsEveryKindOfLineEndAndTheSeparatorGiven) {
  const auto table = read("a;b\rc;d\n\n\r\ne", ';');
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[1].fields, (Fields{"c", "d"}));
  EXPECT_EQ(table.rows[2].fields, (Fields{"e"}));
  EXPECT_EQ(table.rows[2].line, 5U);
}

TEST(Csv, GoesOnWithTheLineAfterABrokenRow) {
  const auto table = read("a,b\n\"x\"y,2\n\"open,3\nc,d\n");
  ASSERT_EQ(table.errors.size(), 2U);
  EXPECT_NE(table.errors[0].find("Line 2"), std::string::npos);
  EXPECT_NE(table.errors[1].find("Line 3"), std::string::npos);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].fields, (Fields{"c", "d"}));
  EXPECT_EQ(table.rows[1].line, 4U);
}

TEST(Csv, KeepsAQuotationMarkInsideAnUnquotedField) {
  EXPECT_EQ(read("5\" gun,1").rows.at(0).fields, (Fields{"5\" gun", "1"}));
}

TEST(Csv, EmptyBytesHaveNoRow) {
  EXPECT_TRUE(read("").rows.empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF\r\n\n").rows.empty());
}

TEST(Csv, TakesLinearTimeOverRowsBehindAQuotationMarkThatIsNeverClosed) {
  std::string bytes = "\"open\n";
  for (int i = 0; i < 200'000; ++i) bytes += "\"\",x\n";
  const auto table = read(bytes);
  EXPECT_EQ(table.errors.size(), 1U);
  EXPECT_EQ(table.rows.size(), 200'000U);
}

}  // namespace rashomon
