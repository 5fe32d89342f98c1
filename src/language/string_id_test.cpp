#include "language/string_id.hpp"

#include <gtest/gtest.h>

namespace rashomon::language {
namespace {

TEST(StringId, IsZeroForTheEmptyString) { EXPECT_EQ(string_id(""), 0U); }

TEST(StringId, EqualsThePublishedHash) {
  EXPECT_EQ(string_id("apple"), 8566208034543834098U);
  EXPECT_EQ(string_id("noun"), 16833663260455505849U);
  EXPECT_EQ(string_id("verb"), 6360137228241296794U);
  EXPECT_EQ(string_id("adj"), 12401032943472870168U);
}

TEST(StringId, IsTheNumberOfAReservedSymbol) {
  EXPECT_EQ(string_id("X"), 101U);
  EXPECT_EQ(string_id("_"), 456U);
  EXPECT_EQ(string_id("mark"), 423U);
  EXPECT_EQ(string_id("FLAG19"), 19U);
  EXPECT_EQ(string_id("DEPRECATED276"), 379U);
}

TEST(StringId, HashesWhatOnlyLooksReserved) {
  for (const char* word : {"ROOT", "compound", "nummod", "case", "flag19"}) EXPECT_GT(string_id(word), 1000U) << word;
}

}  // namespace
}  // namespace rashomon::language
