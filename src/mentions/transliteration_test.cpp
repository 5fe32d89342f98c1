#include "mentions/transliteration.hpp"

#include <gtest/gtest.h>

namespace rashomon::mentions {
namespace {

TEST(ConsonantsOf, AgreesOverRomanisations) {
  EXPECT_EQ(consonants_of("bir al qasr"), consonants_of("beer kasr"));
  EXPECT_EQ(consonants_of("zouq sharqi"), consonants_of("zuk sharki"));
  EXPECT_EQ(consonants_of("tall al khair"), "tlxr");
  EXPECT_EQ(consonants_of("raha"), consonants_of("rahah"));
  EXPECT_EQ(consonants_of("aia"), "");
}

TEST(EditDistance, CountsChangesUpToTheLimit) {
  EXPECT_EQ(edit_distance("nimra", "nimra", 3), 0U);
  EXPECT_EQ(edit_distance("nimra", "namira", 3), 2U);
  EXPECT_EQ(edit_distance("nimra", "something", 3), 4U);
  EXPECT_EQ(edit_distance("", "ab", 3), 2U);
}

}  // namespace
}  // namespace rashomon::mentions
