#include "ingest/csv_reports.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

struct Row {
  std::size_t line;
  Result<Document> document;
};

std::vector<Row> read(std::string_view bytes, const Options& options = {}) {
  std::vector<Row> rows;
  unpack::MemorySource source(bytes);
  const auto done = read_csv(source, options, [&](std::size_t line, Result<Document>&& d) {
    rows.push_back({line, std::move(d)});
    return true;
  });
  if (!done) rows.push_back({0, tl::unexpected(done.error())});
  return rows;
}

TEST(CsvReports, UsualNamesOfColumnsAreKnown) {
  const auto rows = read(
      "Headline,publishedAt,Source,Body,Author\nFerry stopped,2031-05-05T10:00:00Z,Tosk Post,\"The ferry, an old one, "
      "was stopped.\",Ann Example\n");
  ASSERT_EQ(rows.size(), 1U);
  const Document& d = *rows[0].document;
  EXPECT_EQ(d.title, "Ferry stopped");
  EXPECT_EQ(d.outlet, "Tosk Post");
  EXPECT_EQ(d.published.range.start->iso(), "2031-05-05");
  EXPECT_EQ(d.text, "The ferry, an old one, was stopped.");
  EXPECT_EQ(d.bylines, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(rows[0].line, 2U);
}

TEST(CsvReports, TheUsersNamesWin) {
  Options options;
  options.columns = *read_columns("text=Long version, title=Name");
  const auto rows = read("text;Long version;Name\nshort;The long text of the ferry.;Ferry\n", options);
  EXPECT_EQ(rows[0].document->text, "The long text of the ferry.");
  EXPECT_EQ(rows[0].document->title, "Ferry");
  options.columns = *read_columns("text=Corpo");
  EXPECT_EQ(read("text;b\nx;y\n", options)[0].document.error().message,
            "No column is named 'Corpo'; its columns are: text, b.");
  EXPECT_FALSE(read_columns("body=x"));
  EXPECT_FALSE(read_columns("text"));
}

TEST(CsvReports, TabsAndSemicolonsAreFound) {
  EXPECT_EQ(read("url\ttext\nhttps://a.example/\tRain, snow; hail.\n")[0].document->text, "Rain, snow; hail.");
  EXPECT_EQ(read("url;text\nhttps://a.example/;Rain, snow.\n")[0].document->text, "Rain, snow.");
}

TEST(CsvReports, BrokenRowsAreNamedAndTheOthersRead) {
  const auto rows = read("title,text\nA,\"Rain\nfell.\"\nB,Snow,fell\nC,\nD,\"Hail\" fell\nE,Fog came.\n");
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].document->text, "Rain\nfell.");
  for (int i = 1; i < 4; ++i) EXPECT_FALSE(rows[i].document);
  EXPECT_EQ(rows[1].line, 4U);
  EXPECT_EQ(rows[2].line, 5U);
  EXPECT_EQ(rows[3].line, 6U);
  EXPECT_EQ(rows[4].line, 7U);
  EXPECT_EQ(rows[4].document->text, "Fog came.");
}

TEST(CsvReports, TheOrderOfDayAndMonthIsLearntFromTheColumn) {
  EXPECT_EQ(read("text,date\nA.,04/05/2031\nB.,04/25/2031\n")[0].document->published.range.start->iso(), "2031-04-05");
  EXPECT_EQ(read("text,date\nA.,04/05/2031\nB.,25/04/2031\n")[0].document->published.range.start->iso(), "2031-05-04");
  EXPECT_EQ(read("text,date\nA.,1935923696\n")[0].document->published.range.start->iso(), "2031-05-07");
  EXPECT_EQ(read("text,date\nA.,soon\n")[0].document->warnings.front(), "The date \"soon\" is not understood.");
}

TEST(CsvReports, LegacyAndWideEncodingsAreRead) {
  EXPECT_EQ(read("title,text\nCaf\xE9,L\xE0 o\xF9 la crue est arriv\xE9"
                 "e; tout a \xE9t\xE9 ferm\xE9.\n")[0]
                .document->title,
            "Café");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string_view("title\ttext\nA\tRain fell.\n")) wide += {c, '\0'};
  EXPECT_EQ(read(wide)[0].document->text, "Rain fell.");
}

TEST(CsvReports, ATableWithoutATextColumnIsRefused) {
  EXPECT_EQ(read("lat,lon\n1,2\n")[0].document.error().message,
            "No column is known to hold the text; its columns are: lat, lon. Name it with --columns text=NAME.");
  EXPECT_TRUE(looks_like_csv("url,title,text\nx"));
  EXPECT_FALSE(looks_like_csv("Text, and more of it\nx"));
  EXPECT_FALSE(looks_like_csv("The text, title and date of it all, he said\nx"));
}

/// Gives its bytes in small pieces, so that rows stand across windows.
class Slow : public unpack::Source {
 public:
  explicit Slow(std::string bytes) : bytes_(std::move(bytes)) {}

 private:
  std::size_t read(char* to, std::size_t room) override {
    const std::size_t n = std::min({room, bytes_.size() - at_, std::size_t{1000}});
    std::copy_n(bytes_.data() + at_, n, to);
    at_ += n;
    return n;
  }
  std::string bytes_;
  std::size_t at_ = 0;
};

TEST(CsvReports, AStreamGivesTheRowsOfTheWholeTable) {
  std::string bytes = "id,text\n";
  for (int i = 0; i < 9'000; ++i) bytes += std::to_string(i) + ",\"Rain\n" + std::string(1000, 'x') + "\"\n";
  Slow source(bytes);
  Options options;
  options.raw = true;
  std::size_t n = 0, line = 2;
  const auto done = read_csv(source, options, [&](std::size_t at, Result<Document>&& d) {
    EXPECT_EQ(at, line);
    EXPECT_EQ(d->id.value, std::to_string(n));
    ++n, line += 2;
    return true;
  });
  EXPECT_TRUE(done);
  EXPECT_EQ(n, 9'000U);
}

TEST(CsvReports, AnOpenQuotationMarkCostsItsRowAlone) {
  std::string bytes = "id,text\n1,\"open\n";
  for (int i = 2; i < 40'000; ++i) bytes += std::to_string(i) + "," + std::string(1000, 'x') + "\n";
  Slow source(bytes);
  Options options;
  options.raw = true;
  std::size_t good = 0, bad = 0;
  std::string message;
  ASSERT_TRUE(read_csv(source, options, [&](std::size_t, Result<Document>&& d) {
    ++(d ? good : bad);
    if (!d) message = d.error().message;
    return true;
  }));
  EXPECT_EQ(bad, 1U);
  EXPECT_EQ(message, "Line 2: the quotation mark is not closed; close the field with another.");
  EXPECT_EQ(good, 39'998U);
}

}  // namespace
}  // namespace rashomon::ingest
