#include "language/string_pool.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace rashomon::language {
namespace {

TEST(StringPool, GivesOneViewToAllThreads) {
  StringPool pool;
  std::vector<std::vector<const char*>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : seen)
      threads.emplace_back([&] {
        for (int i = 0; i < 2000; ++i) mine.push_back(pool.keep("word" + std::to_string(i % 500)).data());
      });
  }
  for (const auto& mine : seen) EXPECT_EQ(mine, seen[0]);
  EXPECT_EQ(pool.keep("word7"), "word7");
  EXPECT_TRUE(pool.keep("").empty());
}

}  // namespace
}  // namespace rashomon::language
