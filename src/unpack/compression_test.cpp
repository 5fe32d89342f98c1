#include <gtest/gtest.h>

#include "unpack/inflate.hpp"
#include "unpack/test_archives.hpp"
#include "unpack/zstd.hpp"

namespace rashomon::unpack {
namespace {

/// Bytes that hardly compress, the same in every run.
std::string noise(std::size_t size) {
  std::string out(size, '\0');
  std::uint64_t state = 88172645463325252U;
  for (char& c : out) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    c = static_cast<char>(state);
  }
  return out;
}

std::string inflated(std::string_view bytes, Wrapping wrapping = Wrapping::gzip) {
  MemorySource source(bytes);
  Budget budget;
  InflateSource out(source, wrapping, budget);
  const auto all = read_all(out, 1 << 28);
  return all ? *all : "error: " + all.error().message;
}

TEST(Inflate, ReadsSmallAndLargeMembersOneAfterAnother) {
  const std::string large = noise(5 << 20);
  EXPECT_EQ(inflated(gzipped("one ")), "one ");
  EXPECT_EQ(inflated(gzipped("one ") + gzipped("") + gzipped(large) + gzipped("two")), "one " + large + "two");
  EXPECT_EQ(inflated(gzipped("one") + std::string(512, '\0')), "one") << "padding";
}

TEST(Inflate, TellsZlibFromBareDeflate) {
  EXPECT_EQ(inflated(deflated("a crane", 15), Wrapping::either), "a crane");
  EXPECT_EQ(inflated(deflated("a crane", -15), Wrapping::either), "a crane");
}

TEST(Inflate, SaysWhereBytesAreCutAndGivesWhatCameBefore) {
  const std::string packed = gzipped(noise(1 << 20));
  for (const std::size_t size : {packed.size() - 1, packed.size() / 2, std::size_t{5}}) {
    MemorySource source(std::string_view(packed).substr(0, size));
    Budget budget;
    InflateSource out(source, Wrapping::gzip, budget);
    std::size_t got = 0;
    while (!out.at_end()) got += out.peek(1).size(), out.skip(out.peek(1).size());
    ASSERT_TRUE(out.error()) << size;
    EXPECT_EQ(out.error()->code, ErrorCode::malformed_input);
    if (size > 1000) {
      EXPECT_GT(got, size / 2);
    }
  }
}

TEST(Inflate, GoesOnBehindADamagedMember) {
  std::string damaged = gzipped(noise(100'000));
  damaged[50'000] ^= 0x55;
  const std::string bytes = damaged + gzipped("after");
  MemorySource source(bytes);
  Budget budget;
  InflateSource out(source, Wrapping::gzip, budget);
  while (!out.at_end()) out.skip(1 << 20);
  ASSERT_TRUE(out.error());
  bool found = false;
  while (!found && out.recover()) {  // chance marks within the damage are tried first
    found = out.peek(5).substr(0, 5) == "after";
    out.skip(1 << 20);
    if (!out.error()) break;
  }
  EXPECT_TRUE(found);
}

TEST(Inflate, StopsABomb) {
  const std::string bomb = gzipped(gzipped(std::string(300 << 20, '\0')));
  MemorySource source(bomb);
  Budget budget;
  budget.earn(bomb.size());
  InflateSource outer(source, Wrapping::gzip, budget);
  InflateSource inner(outer, Wrapping::gzip, budget);
  while (!inner.at_end()) inner.skip(1 << 20);
  ASSERT_TRUE(inner.error());
  EXPECT_EQ(inner.error()->code, ErrorCode::limit_exceeded);
}

TEST(Zstd, ReadsFramesOneAfterAnother) {
  const std::string large = noise(3 << 20), zeros(3 << 20, '\0');
  const std::string bytes = zstded(large) + zstded("") + zstded(zeros) + zstded("end");
  MemorySource source(bytes);
  Budget budget;
  ZstdSource out(source, budget);
  EXPECT_EQ(*read_all(out, 1 << 28), large + zeros + "end");
}

TEST(Zstd, SaysWhereBytesAreCut) {
  const std::string packed = zstded(noise(1 << 20));
  for (const std::size_t size : {packed.size() - 1, packed.size() / 2, std::size_t{3}}) {
    MemorySource source(std::string_view(packed).substr(0, size));
    Budget budget;
    ZstdSource out(source, budget);
    EXPECT_FALSE(read_all(out, 1 << 28)) << size;
  }
}

TEST(Zstd, TakesTheDictionaryInFrontOfAWebArchive) {
  std::string dictionary = noise(2000);
  std::string packed(10'000, '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  const std::string text = dictionary.substr(100, 1500) + " is closed";
  packed.resize(ZSTD_compress_usingDict(context, packed.data(), packed.size(), text.data(), text.size(),
                                        dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  ASSERT_LT(packed.size(), 200u) << "the dictionary is used";
  const std::string bytes = "\x5D\x2A\x4D\x18" + little(dictionary.size(), 4) + dictionary + packed;
  MemorySource source(bytes);
  Budget budget;
  ZstdSource out(source, budget);
  EXPECT_EQ(*read_all(out, 1 << 20), text);
}

}  // namespace
}  // namespace rashomon::unpack
