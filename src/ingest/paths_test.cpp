#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ingest/ingest.hpp"
#include "ingest/jsonl.hpp"

namespace rashomon::ingest {
namespace {

namespace fs = std::filesystem;

class ReadPaths : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("rashomon-paths-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void put(const std::string& name, std::string_view bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::vector<Item> read(const Options& options = {}) const { return read({folder_.string()}, options); }
  static std::vector<Item> read(const std::vector<std::string>& paths, const Options& options = {}) {
    std::vector<Item> out;
    read_paths(paths, options, [&](Item&& item) { return out.push_back(std::move(item)), true; });
    return out;
  }
  fs::path folder_;
};

TEST_F(ReadPaths, WalksAFolderInSortedOrder) {
  put("b.txt", "The port was closed.");
  put("a/z.html", "<p>The port was closed again.</p>");
  put("a.txt", "The crane fell.");
  put("notes.css", "p { color: red }");
  put(".hidden.txt", "The crane was hidden.");
  const auto items = read();
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].path, "a.txt");
  EXPECT_EQ(items[1].path, "a/z.html");
  EXPECT_EQ(items[2].path, "b.txt");
  EXPECT_EQ(items[1].document->text, "The port was closed again.");
}

TEST_F(ReadPaths, NamesTheInputInEveryError) {
  put("empty.txt", "");
  put("lines.jsonl", "{\"text\": \"The crane fell.\"}\n{broken\n\n{\"title\": \"no text\"}\n");
  put("paper.txt", "\x89PNG ...");
  const auto items = read();
  ASSERT_EQ(items.size(), 5u);
  EXPECT_EQ(items[0].document.error().code, ErrorCode::empty_input);
  EXPECT_TRUE(items[0].document.error().message.starts_with("empty.txt: "));
  EXPECT_TRUE(items[1].document.has_value());
  EXPECT_EQ(items[1].path, "lines.jsonl:1");
  EXPECT_EQ(items[2].document.error().code, ErrorCode::malformed_input);
  EXPECT_TRUE(items[2].document.error().message.starts_with("lines.jsonl:2: "));
  EXPECT_TRUE(items[3].document.error().message.starts_with("lines.jsonl:4: "));
  EXPECT_EQ(items[4].document.error().code, ErrorCode::unsupported_input);
}

TEST_F(ReadPaths, ReportsWhatIsNotThereAndFoldersWithoutReports) {
  const auto missing = read({(folder_ / "none.txt").string()});
  ASSERT_EQ(missing.size(), 1u);
  EXPECT_EQ(missing[0].document.error().code, ErrorCode::unreadable_input);
  EXPECT_EQ(read()[0].document.error().code, ErrorCode::no_reports);
}

TEST_F(ReadPaths, GivesASecondDocumentOfOneIdAnother) {
  put("a.jsonl", "{\"id\": \"x\", \"text\": \"The crane fell.\"}\n{\"id\": \"x\", \"text\": \"The port closed.\"}\n");
  const auto items = read();
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].document->id.value, "x");
  EXPECT_NE(items[1].document->id.value, "x");
}

TEST_F(ReadPaths, TellsFormatsByContentBeforeName) {
  put("page", "<!DOCTYPE html><html><body><p>The crane fell.</p></body></html>");
  put("lines.txt", "{\"text\": \"The crane fell.\"}\n");
  const auto items = read();
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].path, "lines.txt:1");
  EXPECT_EQ(items[1].document->text, "The crane fell.");
}

TEST_F(ReadPaths, StopsWhenTheTakerHasEnough) {
  put("a.txt", "The crane fell."), put("b.txt", "The port closed.");
  int n = 0;
  read_paths({folder_.string()}, {}, [&](Item&&) { return ++n, false; });
  EXPECT_EQ(n, 1);
}

TEST_F(ReadPaths, RefusesInputsPastTheLimit) {
  put("a.txt", "The crane fell on the ship.");
  Options options;
  options.largest = 10;
  EXPECT_EQ(read(options)[0].document.error().code, ErrorCode::limit_exceeded);
}

TEST(ReadJsonLine, TakesMembersAsGiven) {
  const auto d = read_json_line(
      R"({"id": 7, "text": "Crane falls.\nA crane fell.", "title": "Crane", "outlet": "Coast Post", "url": null, "published": "2018-03-05T10:00:00Z", "x": []})",
      {});
  ASSERT_TRUE(d.has_value());
  EXPECT_EQ(d->id.value, "7");
  EXPECT_EQ(d->title, "Crane");
  EXPECT_EQ(d->outlet, "Coast Post");
  EXPECT_EQ(d->published.range.start->iso(), "2018-03-05");
  EXPECT_EQ(d->text, "Crane falls.\nA crane fell.");
}

TEST(ReadJsonLine, ReplacesHalvesOfSurrogatePairs) {
  const auto document = read_json_line(R"({"text": "a \ud83d b \ude00 c \ud83d\ude00 \\ud83d d\ud83d"})", {});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text, "a \uFFFD b \uFFFD c \U0001F600 \\ud83d d\uFFFD");
  ASSERT_EQ(document->warnings.size(), 1U);
}

TEST(ReadJsonLine, RefusesMembersOfAWrongKind) {
  EXPECT_EQ(read_json_line(R"({"text": ["a"]})", {}).error().code, ErrorCode::malformed_input);
  EXPECT_EQ(read_json_line(R"({"text": "The crane fell.", "published": "yesterday"})", {}).error().code,
            ErrorCode::malformed_input);
  EXPECT_EQ(read_json_line("[1]", {}).error().code, ErrorCode::malformed_input);
  EXPECT_EQ(read_json_line(R"({"text": ""})", {}).error().code, ErrorCode::empty_input);
  EXPECT_EQ(read_json_line(std::string(300000, '['), {}).error().code, ErrorCode::malformed_input);
}

}  // namespace
}  // namespace rashomon::ingest
