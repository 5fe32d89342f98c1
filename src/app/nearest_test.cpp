#include "app/nearest.hpp"

#include <gtest/gtest.h>

namespace rashomon::app {
namespace {

TEST(Nearest, FindsTheWordThatASlipMeant) {
  const std::vector<std::string_view> known = {"read", "report", "export"};
  EXPECT_EQ(nearest("raed", known), "read");
  EXPECT_EQ(nearest("exprot", known), "export");
  EXPECT_EQ(nearest("reprt", known), "report");
}

TEST(Nearest, FindsNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest("banana", {"read", "report"}), "");
  EXPECT_EQ(nearest(std::string(100000, 'r'), {"read"}), "");
  EXPECT_EQ(suggestion("banana", {"read"}), "");
}

TEST(Nearest, TakesTheFirstOfTwoThatAreEquallyNear) { EXPECT_EQ(nearest("cat", {"bat", "rat"}), "bat"); }

}  // namespace
}  // namespace rashomon::app
