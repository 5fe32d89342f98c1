#include "core/model_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace rashomon {
namespace {

class ModelFileTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    path_ = testing::TempDir() + "/" + info->name() + ".model";
    ASSERT_TRUE(
        write_model_file(path_, {"toy", 3, "ours", "CC0-1.0", {}}, {{"a", "abcd"}, {"b", std::string(100, 'x')}}));
  }
  void TearDown() override { std::filesystem::remove(path_); }
  std::string path_;
};

TEST_F(ModelFileTest, GivesBackItsSections) {
  const auto model = ModelFile::open(path_, "toy", 3);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->section("a"), "abcd");
  EXPECT_EQ(model->section("b").size(), 100U);
  EXPECT_TRUE(model->section("c").empty());
  EXPECT_TRUE(model->verify_sha256());
  EXPECT_EQ(model->array<std::uint16_t>("a")->size(), 2U);
  EXPECT_FALSE(model->array<std::uint16_t>("a", 3));
}

TEST_F(ModelFileTest, RefusesOneThatWasCutShortAnywhere) {
  const auto size = std::filesystem::file_size(path_);
  for (std::uintmax_t keep : {size - 1, size / 2, std::uintmax_t{40}, std::uintmax_t{7}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(path_, keep);
    const auto model = ModelFile::open(path_, "toy", 3);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::damaged_model);
    EXPECT_NE(model.error().message.find("models build"), std::string::npos);
  }
}

TEST_F(ModelFileTest, RefusesAFlippedBit) {
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(-70, std::ios::end);
  file.put('?');
  file.close();
  EXPECT_FALSE(ModelFile::open(path_, "toy", 3));
}

TEST_F(ModelFileTest, RefusesAnotherKindOrVersion) {
  EXPECT_FALSE(ModelFile::open(path_, "toy", 4));
  EXPECT_FALSE(ModelFile::open(path_, "english", 3));
  EXPECT_EQ(ModelFile::open(path_ + "x", "toy", 3).error().code, ErrorCode::missing_model);
}

}  // namespace
}  // namespace rashomon
