#include <gtest/gtest.h>

#include "unpack/tar.hpp"
#include "unpack/test_archives.hpp"
#include "unpack/zip.hpp"

namespace rashomon::unpack {
namespace {

std::string all_of(Source& source) {
  const auto bytes = read_all(source, 1 << 28);
  return bytes ? *bytes : "error: " + bytes.error().message;
}

// "name=content;" of every member, and the error behind them.
std::string tar_members(std::string_view bytes) {
  MemorySource source(bytes);
  std::string out;
  const auto done =
      read_tar(source, [&](const Member& m) { return out += m.name + "=" + all_of(m.bytes) + ";", true; });
  return done ? out : out + done.error().message;
}

std::string zip_members(std::string_view bytes) {
  const MemoryAccess archive(bytes);
  std::string out;
  Budget budget;
  const auto listed = list_zip(archive, budget, [&](const ZipEntry& entry) {
    const auto content = open_zip(archive, entry, budget);
    out += entry.name + "=" + (content ? all_of(**content) : content.error().message) + ";";
    return true;
  });
  return listed ? out : out + listed.error().message;
}

const std::string kEnd(1024, '\0');

TEST(Tar, HandsOutFilesAndNoFolders) {
  const std::string bytes = tar_member("a/", "", '5') + tar_member("a/b.txt", "one") + tar_member("c.txt", "") +
                            tar_member("d.txt", std::string(700, 'x')) + kEnd;
  EXPECT_TRUE(is_tar(bytes));
  EXPECT_EQ(tar_members(bytes), "a/b.txt=one;c.txt=;d.txt=" + std::string(700, 'x') + ";");
}

TEST(Tar, TakesLongNamesOfBothKinds) {
  const std::string name(150, 'n');
  const std::string pax = "160 path=" + name + "\n";
  ASSERT_EQ(pax.size(), 160u);
  EXPECT_EQ(tar_members(tar_member("PaxHeader", pax, 'x') + tar_member("short", "one") + kEnd), name + "=one;");
  EXPECT_EQ(tar_members(tar_member("././@LongLink", name + '\0', 'L') + tar_member("short", "one") + kEnd),
            name + "=one;");
}

TEST(Tar, SaysWhereItIsCutAndGivesWhatCameBefore) {
  const std::string bytes = tar_member("a.txt", "one") + tar_member("b.txt", std::string(2000, 'x'));
  EXPECT_EQ(tar_members(bytes.substr(0, 1024 + 600)),
            "a.txt=one;b.txt=error: It ends before its time.;The archive ends too early.");
  std::string damaged = bytes;
  damaged[1024 + 10] ^= 1;
  EXPECT_EQ(tar_members(damaged), "a.txt=one;A header of the archive is damaged.");
}

TEST(Tar, IsToldFromText) {
  EXPECT_FALSE(is_tar(std::string(512, '\0')));
  EXPECT_FALSE(is_tar(std::string(600, 'a')));
}

TEST(Zip, ReadsStoredAndDeflatedFiles) {
  ZipMaker zip;
  zip.add("a/b.txt", "one");
  zip.add("a/", "", false);
  zip.add("c.txt", std::string(300'000, 'x'));
  zip.add("d.txt", "stored", false);
  EXPECT_EQ(zip_members(zip.done()), "a/b.txt=one;c.txt=" + std::string(300'000, 'x') + ";d.txt=stored;");
}

TEST(Zip, FindsWhatIsWholeInAnArchiveThatLostItsDirectory) {
  ZipMaker zip;
  zip.add("a.txt", "one");
  zip.add("b.txt", "two, its size behind it", true, 8);
  zip.add("c.txt", "three");
  const std::string bytes = zip.without_directory();
  const std::string lost = "The archive is cut: its directory is missing.";
  EXPECT_EQ(zip_members(bytes), "a.txt=one;b.txt=two, its size behind it;c.txt=three;" + lost);
  EXPECT_EQ(zip_members(bytes.substr(0, bytes.size() - 3)), "a.txt=one;b.txt=two, its size behind it;" + lost);
}

TEST(Zip, VerifiesChecksums) {
  ZipMaker zip;
  zip.add("a.txt", "stored here", false);
  std::string bytes = zip.done();
  bytes[bytes.find("stored")] = 'S';
  EXPECT_EQ(zip_members(bytes), "a.txt=error: Its content is not what its checksum says.;");
}

TEST(Zip, RefusesEncryptedFilesAndOddMethods) {
  ZipMaker zip;
  zip.add("a.txt", "secret", false, 1);
  EXPECT_EQ(zip_members(zip.done()), "a.txt=It is encrypted; unpack it with its password first.;");
}

TEST(Zip, SurvivesEveryCut) {
  ZipMaker zip;
  zip.add("a.txt", "one");
  zip.add("b.txt", "two", false);
  const std::string bytes = zip.done();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string found = zip_members(bytes.substr(0, size));
    EXPECT_NE(found, zip_members(bytes)) << size;
  }
}

}  // namespace
}  // namespace rashomon::unpack
