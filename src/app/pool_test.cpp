#include "app/pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace rashomon::app {
namespace {

std::vector<int> squares(unsigned threads, int count, int wanted) {
  std::vector<int> out;
  OrderedPool<int, int> pool(
      threads,
      [](int&& n) {
        if (n % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return n * n;
      },
      [&](int&& square) {
        out.push_back(square);
        return static_cast<int>(out.size()) < wanted;
      });
  for (int n = 0; n < count; ++n)
    if (!pool.push(std::move(n))) break;
  pool.finish();
  return out;
}

TEST(OrderedPool, GivesTheOrderOfTheInputForAnyNumberOfThreads) {
  std::vector<int> expected;
  for (int n = 0; n < 200; ++n) expected.push_back(n * n);
  for (const unsigned threads : {1U, 2U, 5U}) EXPECT_EQ(squares(threads, 200, 1000), expected) << threads;
}

TEST(OrderedPool, StopsWhenNothingMoreIsWanted) {
  for (const unsigned threads : {1U, 4U}) EXPECT_EQ(squares(threads, 200, 10).size(), 10U) << threads;
}

TEST(OrderedPool, KeepsFewInputsUnderWay) {
  std::atomic<int> begun = 0;
  int taken = 0, most = 0;
  OrderedPool<int, int> pool(
      2, [&](int&& n) { return ++begun, n; },
      [&](int&&) {
        most = std::max(most, begun - taken++);
        return true;
      });
  for (int n = 0; n < 100; ++n) pool.push(int{n});
  pool.finish();
  EXPECT_EQ(taken, 100);
  EXPECT_LE(most, 9);
}

TEST(OrderedPool, KeepsLittleWeightUnderWay) {
  std::atomic<int> begun = 0;
  int taken = 0, most = 0;
  OrderedPool<int, int> pool(
      4, [&](int&& n) { return ++begun, n; },
      [&](int&&) {
        most = std::max(most, begun - taken++);
        return true;
      },
      [](const int& n) { return static_cast<std::size_t>(n); }, 25);
  for (int n = 0; n < 100; ++n) pool.push(n % 10 == 9 ? 1000 : 10);
  pool.finish();
  EXPECT_EQ(taken, 100);
  EXPECT_LE(most, 3);
}

TEST(OrderedPool, HandsOnAnExceptionOfTheWork) {
  for (const unsigned threads : {1U, 3U}) {
    OrderedPool<int, int> pool(
        threads, [](int&&) -> int { throw std::runtime_error("no memory"); }, [](int&&) { return true; });
    pool.push(1);
    EXPECT_THROW(pool.finish(), std::runtime_error);
  }
}

}  // namespace
}  // namespace rashomon::app
