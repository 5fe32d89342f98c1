#include "app/wheel.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace rashomon::app {
namespace {

namespace fs = std::filesystem;

// A ZIP archive with one stored entry; `crc` is that of "hello".
std::string archive(const std::string& name, std::uint32_t crc = 0x3610a686) {
  const auto put = [](std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
  };
  const std::string bytes = "hello";
  const auto sizes = [&](std::string& out) {
    put(out, crc, 4), put(out, bytes.size(), 4), put(out, bytes.size(), 4), put(out, name.size(), 2);
  };
  std::string local("PK\3\4");
  put(local, 20, 2), put(local, 0, 2), put(local, 0, 2), put(local, 0, 4), sizes(local), put(local, 0, 2);
  local += name + bytes;
  std::string central("PK\1\2");
  put(central, 20, 2), put(central, 20, 2), put(central, 0, 2), put(central, 0, 2), put(central, 0, 4), sizes(central);
  put(central, 0, 2), put(central, 0, 2), put(central, 0, 2), put(central, 0, 2), put(central, 0, 4),
      put(central, 0, 4);
  central += name;
  std::string end("PK\5\6");
  put(end, 0, 4), put(end, 1, 2), put(end, 1, 2), put(end, central.size(), 4), put(end, local.size(), 4),
      put(end, 0, 2);
  return local + central + end;
}

class Wheel : public ::testing::Test {
 protected:
  Wheel() : folder_(fs::temp_directory_path() / ("wheel_test." + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Wheel() override { fs::remove_all(folder_); }
  Result<void> unpack(const std::string& bytes, const std::string& wanted) {
    std::ofstream(folder_ / "a.whl", std::ios::binary) << bytes;
    return unpack_wheel(folder_ / "a.whl", {wanted}, folder_ / "out");
  }
  std::string read(const std::string& name) {
    std::ifstream in(folder_ / "out" / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path folder_;
};

TEST_F(Wheel, UnpacksWhatIsWantedAndNothingElse) {
  ASSERT_TRUE(unpack(archive("package/table.txt"), "package/"));
  EXPECT_EQ(read("package/table.txt"), "hello");
  ASSERT_TRUE(unpack(archive("package/other.txt"), "package/table.txt"));
  EXPECT_FALSE(fs::exists(folder_ / "out/package/other.txt"));
}

TEST_F(Wheel, RefusesAnEntryWhoseBytesWereAltered) {
  std::string bytes = archive("a/b");
  bytes[bytes.find("hello")] = 'j';
  const auto done = unpack(bytes, "a/");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::malformed_input);
}

TEST_F(Wheel, RefusesNamesThatLeaveTheFolder) {
  EXPECT_FALSE(unpack(archive("a/../../b"), "a/"));
  EXPECT_FALSE(fs::exists(folder_ / "b"));
}

TEST_F(Wheel, RefusesEveryTruncation) {
  const std::string whole = archive("a/b");
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(unpack(whole.substr(0, size), "a/")) << size;
}

}  // namespace
}  // namespace rashomon::app
