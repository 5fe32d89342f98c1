#include "ingest/pdf.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/child_process.hpp"
#include "ingest/pdf_text.hpp"

namespace rashomon::ingest {
namespace {

/// What pdftotext would print: pages of lines, a word half as wide as it is high for each letter.
class Printed {
 public:
  Printed() { page(); }
  Printed& page() {
    out_ += "<page width=\"600.0\" height=\"800.0\">\n<flow>\n<block xMin=\"0\">\n";
    return *this;
  }
  Printed& line(double left, double top, std::string_view text, double size = 10) {
    out_ += "<line xMin=\"0\">\n";
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t stop = std::min(text.find(' ', i), text.size());
      const double width = 0.5 * size * static_cast<double>(stop - i);
      out_ += fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", left, top, left + width,
                          top + size, text.substr(i, stop - i));
      left += width + 0.3 * size;
      i = stop + 1;
    }
    out_ += "</line>\n";
    return *this;
  }
  [[nodiscard]] std::string text() const { return text_of_layout(read_layout(out_)).text; }
  [[nodiscard]] const std::string& bytes() const { return out_; }

 private:
  std::string out_ =
      "<title>Microsoft Word - a.docx</title>\n<meta name=\"Author\" content=\"Ann Example\"/>\n"
      "<meta name=\"CreationDate\" content=\"2031-05-05T10:15:00+02\"/>\n";
};

TEST(Pdf, LinesBecomeParagraphsAndHyphensOfLineEndsGo) {
  EXPECT_EQ(Printed()
                .line(50, 100, "The water rose on Monday, the rescue of-")
                .line(50, 112, "fice said, and it will go on to rise un-")
                .line(50, 124, "til Thursday.")
                .line(50, 136, "The bridge at Lund is closed, as are all")
                .line(50, 148, "roads to the well-known harbour. It is a")
                .line(50, 160, "well-")
                .line(50, 172, "known harbour.")
                .text(),
            "The water rose on Monday, the rescue office said, and it will go on to rise until Thursday.\n"
            "The bridge at Lund is closed, as are all roads to the well-known harbour. It is a well-known harbour.");
}

TEST(Pdf, ColumnsAreReadOneAfterTheOther) {
  Printed p;
  p.line(50, 60, "Floods in the Tosk valley", 20);
  const char* left[] = {"The water rose on Monday, the rescue", "office said, and the bridge at Lund is",
                        "closed until the end of the week, the"};
  const char* right[] = {"mayor added. No boats are left to go", "over to Velbrano, where the school and",
                         "the mill are under water since Sunday."};
  for (int i = 0; i < 3; ++i) p.line(50, 100 + 12 * i, left[i]).line(310, 101 + 12 * i, right[i]);
  EXPECT_EQ(
      p.text(),
      "Floods in the Tosk valley\nThe water rose on Monday, the rescue office said, and the bridge at Lund is closed "
      "until the end of the week, the mayor added. No boats are left to go over to Velbrano, where the school and the "
      "mill are under water since Sunday.");
}

TEST(Pdf, AJustifiedLineIsNoRowOfCells) {
  constexpr fmt::string_view kWord = "<word xMin=\"{}\" yMin=\"100\" xMax=\"{}\" yMax=\"110\">{}</word>\n";
  std::string bytes = "<page width=\"600\" height=\"800\">\n<block x>\n<line x>\n";
  double left = 50;
  for (const std::string_view word : {"no", "boats", "are", "left"}) {
    const double right = left + 5.0 * static_cast<double>(word.size());
    bytes += fmt::format(fmt::runtime(kWord), left, right, word);
    left = right + 30;
  }
  EXPECT_EQ(text_of_layout(read_layout(bytes + "</line>\n")).text, "no boats are left");
}

TEST(Pdf, RowsOfATableStayRows) {
  Printed p;
  const char* rows[][3] = {{"Town", "Killed", "Hurt"}, {"Lund", "3", "12"}, {"Tosk", "0", "7"}, {"Velbrano", "1", "2"}};
  for (int i = 0; i < 4; ++i)
    for (int k = 0; k < 3; ++k) p.line(50 + 150 * k, 100 + 12 * i, rows[i][k]);
  EXPECT_EQ(p.text(), "Town\tKilled\tHurt\nLund\t3\t12\nTosk\t0\t7\nVelbrano\t1\t2");
}

TEST(Pdf, RunningLinesAreFurnitureAndCutNoSentence) {
  Printed p;
  p.line(50, 20, "Lund Office for Rescue, 6 May 2031")
      .line(50, 700, "The water rose on Monday, and the bridge")
      .line(290, 780, "Page 1 of 2");
  p.page()
      .line(50, 20, "Lund Office for Rescue, 6 May 2031")
      .line(50, 100, "at Lund is closed.")
      .line(290, 780, "Page 2 of 2");
  const auto document = document_of_layout(p.bytes(), {}, {});
  ASSERT_TRUE(document);
  EXPECT_EQ(slice(document->text, document->blocks[0].span),
            "The water rose on Monday, and the bridge at Lund is closed.");
  EXPECT_EQ(document->blocks.back().kind, BlockKind::furniture);
  EXPECT_EQ(document->published.range.start->iso(), "2031-05-06");
}

TEST(Pdf, TitleIsTheLargestTypeAndTheFilesDataIsTheLastEvidence) {
  const auto document = document_of_layout(
      Printed().line(50, 60, "Floods in the Tosk valley", 20).line(50, 100, "The water rose.").bytes(), {}, {});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "Floods in the Tosk valley");
  EXPECT_EQ(document->blocks[0].kind, BlockKind::title);
  EXPECT_EQ(document->bylines, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(document->published.range.start->iso(), "2031-05-05");
  EXPECT_EQ(document->published.basis, "file");
}

TEST(Pdf, LigaturesBecomeLettersAndInvisibleCharactersGo) {
  const auto document =
      document_of_layout(Printed().line(50, 100, "The o\uFB03ce &amp; the \u202Emill burnt.").bytes(), {}, {});
  EXPECT_EQ(document->text, "The office & the mill burnt.");
  EXPECT_EQ(document->warnings.front(), "The text held 1 bidirectional control; it was left out.");
}

TEST(Pdf, APageWithoutTextSaysSo) {
  EXPECT_EQ(document_of_layout(Printed().bytes(), {}, {}).error().code, ErrorCode::empty_input);
}

TEST(Pdf, WhatIsCutOffAnywhereIsReadAsFarAsItGoes) {
  const std::string bytes = Printed().line(50, 100, "The water rose").line(400, 100, "here.").bytes();
  for (std::size_t n = 0; n <= bytes.size(); ++n)
    static_cast<void>(document_of_layout(bytes.substr(0, n), {}, {}).has_value());
}

TEST(ChildProcess, LimitsAndFailuresAreTold) {
  ChildLimits limits;
  limits.output = 1000;
  EXPECT_EQ(*run_child({"cat"}, "Rain.", limits), "Rain.");
  EXPECT_EQ(run_child({"no-such-program"}, "", limits).error().code, ErrorCode::unsupported_input);
  EXPECT_EQ(run_child({"yes"}, "", limits).error().message, "yes gave more than 1000 bytes and was stopped.");
  EXPECT_EQ(run_child({"cat", "/no/such/file"}, "", limits).error().code, ErrorCode::malformed_input);
  limits.idle_seconds = 1;
  EXPECT_EQ(run_child({"sleep", "30"}, "", limits).error().code, ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace rashomon::ingest
