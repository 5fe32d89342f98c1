#include "language/interner.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rashomon::language {
namespace {

TEST(Interner, NumbersPairsInTheOrderMet) {
  Interner interner;
  EXPECT_EQ(interner.intern("fjord", 0).number, 0U);
  EXPECT_EQ(interner.intern("fjord", 5).number, 1U);
  EXPECT_EQ(interner.intern("", 0).number, 2U);
  const auto again = interner.intern(std::string("fjord"), 0);
  EXPECT_EQ(again.number, 0U);
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(interner.string(1), "fjord");
}

TEST(Interner, KeepsNumbersWhileItGrowsAndForgetsAllAtOnce) {
  Interner interner;
  for (std::uint32_t i = 0; i < 20'000; ++i) ASSERT_EQ(interner.intern("word" + std::to_string(i), i % 3).number, i);
  for (std::uint32_t i = 0; i < 20'000; ++i) ASSERT_EQ(interner.intern("word" + std::to_string(i), i % 3).number, i);
  interner.forget();
  EXPECT_EQ(interner.size(), 0U);
  EXPECT_TRUE(interner.intern("word7", 1).is_new);
}

}  // namespace
}  // namespace rashomon::language
