#include "app/arguments.hpp"

#include <gtest/gtest.h>

namespace rashomon::app {
namespace {

std::string error_of(const std::vector<std::string_view>& words) {
  const auto parsed = parse_arguments(words);
  return parsed ? "parsed" : parsed.error().message;
}

TEST(ParseArguments, TakesAnOptionInEachOfItsSpellings) {
  for (const auto& words : std::vector<std::vector<std::string_view>>{{"read", "reports", "--output", "a.db"},
                                                                      {"read", "reports", "--output=a.db"},
                                                                      {"read", "-o", "a.db", "reports"},
                                                                      {"read", "-oa.db", "reports"}}) {
    const auto parsed = parse_arguments(words);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(parsed->option("--output"), "a.db");
    EXPECT_EQ(parsed->operands, std::vector<std::string>{"reports"});
  }
}

TEST(ParseArguments, EndsTheOptionsAtTwoHyphensAndTakesOneAsStandardInput) {
  const auto parsed = parse_arguments({"annotate", "-", "--", "--json"});
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(parsed->operands, (std::vector<std::string>{"-", "--json"}));
  EXPECT_FALSE(parsed->has("--json"));
}

TEST(ParseArguments, NamesTheNearestCommandOptionAndWord) {
  EXPECT_NE(error_of({"raed"}).find("'read'"), std::string::npos);
  EXPECT_NE(error_of({"export", "a.db", "--tabel", "claims"}).find("'--table'"), std::string::npos);
  EXPECT_NE(error_of({"export", "a.db", "--table", "claim"}).find("'claims'"), std::string::npos);
}

TEST(ParseArguments, RefusesWhatIsNoDateAndNoCount) {
  EXPECT_NE(error_of({"read", "x", "--published", "2024-02-30"}).find("no date"), std::string::npos);
  EXPECT_NE(error_of({"read", "x", "--published", "2024-02-03T10:00"}).find("no date"), std::string::npos);
  for (const std::string_view count : {"0", "-1", "x", "99999999999999999999999", ""})
    EXPECT_NE(error_of({"read", "x", "--threads", count}), "parsed") << count;
}

TEST(ParseArguments, AsksForOperandsAndRefusesOnesTooMany) {
  EXPECT_NE(error_of({"read"}).find("needs PATH"), std::string::npos);
  EXPECT_NE(error_of({"report", "a.db", "b.db"}).find("'b.db' is one word too many"), std::string::npos);
  EXPECT_NE(error_of({"read", "x", "--output"}).find("needs a value"), std::string::npos);
  EXPECT_NE(error_of({"read", "x", "--quiet=1"}).find("takes no value"), std::string::npos);
  EXPECT_EQ(error_of({"read", "--help"}), "parsed");
}

TEST(ParseArguments, KeepsTheLastOfARepeatedOption) {
  EXPECT_EQ(parse_arguments({"read", "x", "-o", "a", "-o", "b"})->option("--output"), "b");
}

}  // namespace
}  // namespace rashomon::app
