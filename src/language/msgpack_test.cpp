#include "language/msgpack.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace rashomon::language {
namespace {

using namespace std::string_literals;

TEST(ReadMsgpack, ReadsEveryKindOfScalar) {
  const std::string bytes =
      "\x9a\xc0\xc3\x7f\xff\xd1\xff\xfe\xcf\xff\xff\xff\xff\xff\xff\xff\xff\xca\x3f\x80\x00\x00"
      "\xcb\xc0\x00\x00\x00\x00\x00\x00\x00\xa3nul\xc4\x02\x00\x01"s;
  const auto value = read_msgpack(bytes);
  ASSERT_TRUE(value.has_value());
  ASSERT_EQ(value->size(), 10U);
  EXPECT_TRUE(value->items[0].is_nil());
  EXPECT_EQ(value->items[1].integer, 1U);
  EXPECT_EQ(value->items[2].integer, 127U);
  EXPECT_EQ(static_cast<std::int64_t>(value->items[3].integer), -1);
  EXPECT_EQ(static_cast<std::int64_t>(value->items[4].integer), -2);
  EXPECT_EQ(value->items[5].integer, ~std::uint64_t{0});
  EXPECT_EQ(value->items[6].real, 1.0);
  EXPECT_EQ(value->items[7].real, -2.0);
  EXPECT_EQ(value->items[8].bytes, "nul");
  EXPECT_EQ(value->items[9].bytes, "\0\1"s);
}

TEST(ReadMsgpack, FindsKeysOfMaps) {
  const std::string bytes =
      "\x82\xa1"
      "a\x01\xcd\x01\x00\xdc\x00\x01\x02"s;
  const auto value = read_msgpack(bytes);
  ASSERT_TRUE(value.has_value());
  ASSERT_NE(value->find("a"), nullptr);
  EXPECT_EQ(value->find("a")->integer, 1U);
  ASSERT_NE(value->find(256), nullptr);
  EXPECT_EQ(value->find(256)->items[0].integer, 2U);
  EXPECT_EQ(value->find("b"), nullptr);
}

TEST(ReadMsgpack, RefusesBadInput) {
  for (const std::string& bytes : {""s, "\xc1"s,
                                   "\xa3"
                                   "ab"s,
                                   "\xdd\xff\xff\xff\xff"s, "\xdf\xff\xff\xff\xff\x01"s, "\x01\x01"s, "\xd4\x01\x01"s,
                                   std::string(100'000, '\x91'), "\xc6\xff"s})
    EXPECT_FALSE(read_msgpack(bytes).has_value());
}

TEST(ReadMsgpack, SurvivesRandomBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    (void)read_msgpack(bytes);
  }
}

}  // namespace
}  // namespace rashomon::language
