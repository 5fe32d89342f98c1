#include <gtest/gtest.h>

#include "ingest/article.hpp"
#include "ingest/content_features.hpp"
#include "ingest/forest.hpp"

namespace rashomon::ingest {
namespace {

Document read(std::string_view page, const Options& options = {}) {
  auto document = read_html(page, Given{}, options);
  EXPECT_TRUE(document.has_value());
  return document ? *document : Document{};
}

std::vector<std::string> blocks(const Document& d, BlockKind kind) {
  std::vector<std::string> out;
  for (const Block& block : d.blocks)
    if (block.kind == kind) out.emplace_back(slice(d.text, block.span));
  return out;
}

using Texts = std::vector<std::string>;

constexpr std::string_view kPage =
    R"(<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Crane falls on ship | Coast Post</title>
<meta property="og:site_name" content="Coast Post"><link rel="canonical" href="https://coastpost.example/port/crane">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Crane falls on ship","datePublished":"2018-03-05T09:00:00+02:00",
"author":{"@type":"Person","name":"Ada Quill"}}</script></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/port">Port</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Crane falls on ship</h1><p class="standfirst">Two sailors hurt as the mast breaks</p>
<figure><img src="a.jpg"><figcaption>The crane on Monday. Photo: Ivo Brandt</figcaption></figure>
<div class="article-body"><p>LOBITO, Angola &mdash; A crane fell on a ship in the port of Lobito on Monday and two sailors were hurt, the harbour master said.</p>
<p>The port will be closed for a week while the mast is taken apart, he said, and ships have been sent to other ports.</p>
<h2>Old cranes</h2><p>Three of the cranes were built before the war, and the union has asked for years that they be replaced by new ones.</p></div></article>
<aside class="related"><h4>Most read</h4><ul><li><a href="/1">Rebels shoot down helicopter</a></li><li><a href="/2">Rain ahead</a></li></ul></aside>
<div id="comments"><p>My uncle says that forty people died there and nobody tells us the truth about it.</p></div>
<footer>Copyright 2018 Coast Post</footer></body></html>)";

TEST(ReadHtml, TellsTheReportFromThePage) {
  const Document d = read(kPage);
  EXPECT_EQ(blocks(d, BlockKind::title), Texts{"Crane falls on ship"});
  EXPECT_EQ(blocks(d, BlockKind::deck), Texts{"Two sailors hurt as the mast breaks"});
  EXPECT_EQ(blocks(d, BlockKind::heading), Texts{"Old cranes"});
  EXPECT_EQ(blocks(d, BlockKind::caption), Texts{"The crane on Monday. Photo: Ivo Brandt"});
  EXPECT_EQ(blocks(d, BlockKind::paragraph).size(), 3u);
  for (const std::string& kept : blocks(d, BlockKind::paragraph)) EXPECT_EQ(kept.find("uncle"), std::string::npos);
}

TEST(ReadHtml, FindsTheFactsOfThePage) {
  const Document d = read(kPage);
  EXPECT_EQ(d.title, "Crane falls on ship");
  EXPECT_EQ(d.outlet, "Coast Post");
  EXPECT_EQ(d.url, "https://coastpost.example/port/crane");
  EXPECT_EQ(d.bylines, Texts{"Ada Quill"});
  EXPECT_EQ(d.published.range.start->iso(), "2018-03-05");
  EXPECT_EQ(d.published.basis, "json-ld");
  ASSERT_TRUE(d.dateline);
  EXPECT_EQ(d.dateline->place, "LOBITO, Angola");
}

TEST(ReadHtml, DropsNothingButScripts) {
  const Document d = read("<p>one<script>var a = 'two';</script></p><nav>three</nav><style>p{}</style>");
  EXPECT_EQ(d.text, "one\nthree");
}

TEST(ReadHtml, FoldsWhiteSpaceAndLeavesInvisibleCharactersOut) {
  EXPECT_EQ(read("<p>a \n  b\xE2\x80\x8B"
                 "c &nbsp; d\xE2\x80\xAE</p>")
                .text,
            "a bc d");
}

TEST(ReadHtml, EndsABlockAtALineBreakBehindASentence) {
  EXPECT_EQ(read("<div>One ends.<br>Two goes<br>on<br><br>Three</div>").text, "One ends.\nTwo goes on\nThree");
}

TEST(ReadHtml, TakesTheDateFromWhatThePageShows) {
  EXPECT_EQ(read("<h1>Crane falls</h1><span class='date'>5 March 2018</span><p>A crane fell on a ship.</p>")
                .published.range.start->iso(),
            "2018-03-05");
  EXPECT_EQ(
      read("<h1>Crane falls</h1><time datetime='2018-03-05T10:00'>today</time><p>A crane fell.</p>").published.basis,
      "time");
  EXPECT_EQ(read("<link rel=canonical href='https://a.example/2018/03/05/crane'><p>A crane fell.</p>").published.basis,
            "url");
  // A stamp in UTC on the day behind the URL's own is the same evening.
  EXPECT_EQ(read("<link rel=canonical href='https://a.example/2018/03/05/crane'><meta "
                 "property='article:published_time' content='2018-03-06T01:00:00Z'><p>A crane fell.</p>")
                .published.range.start->iso(),
            "2018-03-05");
}

TEST(ReadHtml, ReadsTheDayInTheAddressThatThePageCameFrom) {
  Given given;
  given.url = "https://a.example/2018/03/05/crane";
  const auto d = read_html("<h1>Crane falls</h1><p>A crane fell on a ship in the harbour.</p>", given, {});
  EXPECT_EQ(d->published.range.start->iso(), "2018-03-05");
  EXPECT_EQ(d->published.basis, "url");
}

TEST(ReadHtml, TellsTheDayOfTheLastChangeApart) {
  const Document d = read(
      "<meta property='article:published_time' content='2018-03-05'><meta property='article:modified_time' "
      "content='2018-03-09'><meta property='article:section' content='Harbour'><h1>Crane falls</h1><p>5 March 2018</p>"
      "<p>A crane fell on a ship in the harbour.</p>");
  EXPECT_EQ(d.published.range.start->iso(), "2018-03-05");
  EXPECT_GT(d.published.confidence.value_or(0), 0.9);
  EXPECT_EQ(d.modified.range.start->iso(), "2018-03-09");
  EXPECT_EQ(d.modified.basis, "meta");
  EXPECT_EQ(d.section, "Harbour");
}

TEST(ReadHtml, LeavesDatesOfCommentsAndSideColumnsAside) {
  const Document d = read(
      "<h1>Crane falls</h1><p>Posted on 5 March 2018</p><p>A crane fell on a ship in the harbour.</p><div "
      "class='comments'><p>7 March 2018</p><p>Sad.</p></div><aside><ul><li>9 March 2018</li></ul></aside>");
  EXPECT_EQ(d.published.range.start->iso(), "2018-03-05");
}

TEST(ReadHtml, ReadsDeclaredCharsets) {
  EXPECT_EQ(read("<meta charset='windows-1251'><p>\xCF\xEE\xF0\xF2</p>").text, "\xD0\x9F\xD0\xBE\xD1\x80\xD1\x82");
  EXPECT_EQ(read("<p>caf\xE9</p>").text, "caf\xC3\xA9");  // windows-1252 where nothing is declared
  EXPECT_EQ(read("\xFF\xFE<\0p\0>\0a\0").text.size() > 0, true);
}

TEST(ReadHtml, RefusesAPageWithoutText) {
  EXPECT_EQ(read_html("<p> </p>", Given{}, {}).error().code, ErrorCode::empty_input);
}

TEST(ReadHtml, SurvivesHostilePages) {
  std::string deep, closed;
  for (int i = 0; i < 100000; ++i) deep += "<div><b>", closed += "</b></div>";
  EXPECT_EQ(read(deep + "text" + closed).text, "text");
  std::string attributes = "<p";
  for (int i = 0; i < 1000000; ++i) attributes += " a" + std::to_string(i) + "=1";
  EXPECT_EQ(read(attributes + ">text</p>").text, "text");
  EXPECT_EQ(read(std::string("<p>a\0b</p>", 10)).text, "ab");
  for (std::size_t n = 0; n < kPage.size(); n += 7) (void)read_html(kPage.substr(0, n), Given{}, {});
  std::string formats;
  for (int i = 0; i < 20000; ++i) formats += "<a><b id=x" + std::to_string(i) + "><p>";
  (void)read_html(formats + "text", Given{}, {});
  std::string names, options = "<select>";
  for (int i = 0; i < 200000; ++i) names += "<i a" + std::to_string(i) + ">", options += "<option>a";
  EXPECT_EQ(read(names + "text").text, "text");
  EXPECT_EQ(read(options + "</select>text").text, "text");
}

TEST(ContentModel, WasTrainedWithTheColumnsThatAreMeasured) {
  const std::vector<std::vector<float>> none(1, std::vector<float>(content_feature_names().size()));
  EXPECT_LT(Forest("ingest/content_model.tsv", content_feature_names()).scores(none)[0],
            5.0);  // reading the table asserts that its columns exist
}

}  // namespace
}  // namespace rashomon::ingest
