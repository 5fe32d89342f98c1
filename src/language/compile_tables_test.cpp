#include "language/compile_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/pattern.hpp"

namespace rashomon::language {
namespace {

TEST(StringsOfPattern, WritesOutEveryString) {
  auto strings = strings_of_pattern("^n[ou]t'?$");
  std::sort(strings.begin(), strings.end());
  EXPECT_EQ(strings, (std::vector<std::string>{"not", "not'", "nut", "nut'"}));
}

TEST(StringsOfPattern, RefusesWhatHasNoEnd) {
  for (const char* pattern : {"n't", "^n.t$", "^no*$", "^no+$", "^(a|b)$", "^[a-z]$", "^[a$", "^", ""})
    EXPECT_TRUE(strings_of_pattern(pattern).empty()) << pattern;
}

TEST(ToPcre2, RewritesEscapesAlone) {
  EXPECT_EQ(to_pcre2("(?u)^[\\u00A0-\\U0001F600]\\S\\\\u\\d$"), "^[\\x{00A0}-\\x{0001F600}]\\p{Any}\\\\u\\d$");
}

TEST(Pattern, SearchesBytesOfWholeCodePoints) {
  const auto pattern = Pattern::compile("(?<=é)b");
  ASSERT_TRUE(pattern.has_value());
  const auto match = pattern->search("ébéb", 3);
  ASSERT_TRUE(match.has_value());
  EXPECT_EQ(match->begin, 5U);
  EXPECT_FALSE(pattern->search("eb").has_value());
}

TEST(Pattern, RefusesABrokenExpression) { EXPECT_FALSE(Pattern::compile("(a").has_value()); }

TEST(Pattern, GivesUpOnAnExplosion) {
  const auto pattern = Pattern::compile("(a*)*b");
  ASSERT_TRUE(pattern.has_value());
  EXPECT_FALSE(pattern->search(std::string(50, 'a')).has_value());
}

}  // namespace
}  // namespace rashomon::language
