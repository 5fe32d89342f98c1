#include "language/attribute_ruler.hpp"

#include <gtest/gtest.h>

#include "language/string_table.hpp"
#include "language/test_model.hpp"

namespace rashomon::language {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

TokenTest any() { return {kAll, {kAll, kAll}, 0, 0, kAny, 0}; }

AttributeRule rule(TokenTest test) { return {{test, any()}, 1, 0, kAny, kAny, kAny, kAny, kAny, 0}; }

class Ruler : public testing::Test {
 protected:
  // Tags 0, 1, 2; words "na" (1) and "gon" (2); values "NOUN", "VERB", "go", "to".
  static Result<AttributeRuler> read(const std::vector<AttributeRule>& rules, ModelFile& model) {
    model = model_of({{"ruler.values", pack_strings({"NOUN", "VERB", "go", "to"})},
                      {"ruler.words", pack_strings({"na", "gon"})},
                      {"ruler.word_lists", pack_array(std::vector<std::uint32_t>{0, 1})},
                      {"ruler.rules", pack_array(rules)}});
    return AttributeRuler::read(model);
  }
  ModelFile model_ = model_of({});
};

TEST_F(Ruler, LetsLaterRulesOverwrite) {
  AttributeRule first = rule(any());
  first.tests[0].tags = 0b011;
  first.pos = 0;
  AttributeRule second = rule(any());
  second.tests[0].deps[1] = 1;  // label 64 alone
  second.tests[0].deps[0] = 0;
  second.pos = 1;
  const auto ruler = read({first, second}, model_);
  ASSERT_TRUE(ruler.has_value());
  const std::vector<RulerToken> tokens = {{0, 3, 0, false}, {1, 64, 0, false}, {2, 3, 0, false}};
  const auto values = ruler->apply(tokens);
  EXPECT_EQ(values[0].pos, 0U);
  EXPECT_EQ(values[1].pos, 1U);
  EXPECT_EQ(values[2].pos, kAny);
}

TEST_F(Ruler, MatchesTwoTokensAndSetsEither) {
  AttributeRule head = rule(any());
  head.tests[0].words_begin = 1;
  head.tests[0].words_end = 2;
  head.tests[1].words_begin = 0;
  head.tests[1].words_end = 1;
  head.length = 2;
  head.lemma = 2;
  AttributeRule tail = head;
  tail.target = 1;
  tail.lemma = 3;
  const auto ruler = read({head, tail}, model_);
  ASSERT_TRUE(ruler.has_value());
  const std::uint32_t gon = ruler->word_number("gon");
  const std::uint32_t na = ruler->word_number("na");
  EXPECT_EQ(ruler->word_number("other"), 0U);
  const auto values = ruler->apply(std::vector<RulerToken>{{0, 0, gon, false}, {0, 0, na, false}, {0, 0, gon, false}});
  EXPECT_EQ(values[0].lemma, 2U);
  EXPECT_EQ(values[1].lemma, 3U);
  EXPECT_EQ(values[2].lemma, kAny);
}

TEST_F(Ruler, TellsWhiteSpaceApart) {
  AttributeRule spaces = rule(any());
  spaces.tests[0].space = 1;
  spaces.tag = 0;
  const auto ruler = read({spaces}, model_);
  ASSERT_TRUE(ruler.has_value());
  const auto values = ruler->apply(std::vector<RulerToken>{{0, 0, 0, true}, {0, 0, 0, false}});
  EXPECT_EQ(values[0].tag, 0U);
  EXPECT_EQ(values[1].tag, kAny);
}

TEST_F(Ruler, RefusesRulesThatPointOutside) {
  AttributeRule bad = rule(any());
  bad.pos = 4;
  EXPECT_EQ(read({bad}, model_).error().code, ErrorCode::damaged_model);
  bad = rule(any());
  bad.tests[0].words_end = 3;
  EXPECT_FALSE(read({bad}, model_).has_value());
  bad = rule(any());
  bad.target = 1;
  EXPECT_FALSE(read({bad}, model_).has_value());
}

}  // namespace
}  // namespace rashomon::language
