#include "ingest/feed.hpp"

#include <gtest/gtest.h>

#include "ingest/feed_entries.hpp"

namespace rashomon::ingest {
namespace {

std::vector<Result<Document>> read(std::string_view bytes) {
  std::vector<Result<Document>> out;
  const auto done = read_feed(bytes, {}, {}, [&](std::size_t number, Result<Document>&& d) {
    EXPECT_EQ(number, out.size() + 1);
    out.push_back(std::move(d));
    return true;
  });
  if (!done) out.push_back(tl::unexpected(done.error()));
  return out;
}

constexpr std::string_view kRss = R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tosk Post - World</title><link>https://tosk.example</link><language>en-gb</language>
<item><title>Ferry &amp;amp; bridge closed</title><link>https://tosk.example/a</link><dc:creator>Ann Example</dc:creator>
<pubDate>Mon, 05 May 2031 23:10:00 -0700</pubDate><description>The ferry was &lt;b&gt;stopped&lt;/b&gt; on Monday.</description>
<content:encoded><![CDATA[<p>The ferry to Lund was stopped on Monday, the harbour master said.</p><p>No </item> was lost.</p>]]></content:encoded></item>
<item><title>Rain</title><guid>https://tosk.example/b</guid><description>Rain fell on Tosk &lt;i&gt;all&lt;/i&gt; day.</description></item>
</channel></rss>)";

TEST(Feed, FullTextGoesBeforeTheSummary) {
  const auto all = read(kRss);
  ASSERT_EQ(all.size(), 2U);
  const Document& d = *all[0];
  EXPECT_EQ(d.text, "The ferry to Lund was stopped on Monday, the harbour master said.\nNo was lost.");
  EXPECT_EQ(d.title, "Ferry & bridge closed");
  EXPECT_EQ(d.url, "https://tosk.example/a");
  EXPECT_EQ(d.outlet, "Tosk Post");
  EXPECT_EQ(d.bylines, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(d.published.range.start->iso(), "2031-05-05");
  EXPECT_EQ(d.published.basis, "feed");
  EXPECT_TRUE(d.warnings.empty());
}

TEST(Feed, ASummaryAloneIsAWarning) {
  const auto all = read(kRss);
  EXPECT_EQ(all[1]->text, "Rain fell on Tosk all day.");
  EXPECT_EQ(all[1]->url, "https://tosk.example/b");
  EXPECT_EQ(all[1]->warnings, std::vector<std::string>{"The feed gives only a summary of the report."});
}

TEST(Feed, AtomGivesTextHtmlAndXhtml) {
  const auto all = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lund Wire</title>
<entry><title>A</title><link rel="self" href="https://l.example/self"/><link href="https://l.example/a"/>
<updated>2031-05-06T01:00:00Z</updated><published>2031-05-05T01:00:00Z</published><author><name>Bo Sample</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mill <b>burnt</b> down.</p></div></content></entry>
<entry><title>B</title><content type="html">&lt;p&gt;Snow fell &amp;amp; stayed.&lt;/p&gt;</content></entry>
<entry><title>C</title><content>Hail at 5 &lt; 6 degrees.</content><summary>Hail.</summary></entry></feed>)");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]->text, "The mill burnt down.");
  EXPECT_EQ(all[0]->url, "https://l.example/a");
  EXPECT_EQ(all[0]->published.range.start->iso(), "2031-05-05");
  EXPECT_EQ(all[0]->bylines, std::vector<std::string>{"Bo Sample"});
  EXPECT_EQ(all[1]->text, "Snow fell & stayed.");
  EXPECT_EQ(all[2]->text, "Hail at 5 < 6 degrees.");
}

TEST(Feed, Rss1ListsItsItemsBesideTheChannel) {
  const auto all =
      read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Tosk Radio</title><items><rdf:Seq/></items></channel>
<item rdf:about="https://r.example/a"><title>A</title><link>https://r.example/a</link><dc:date>2031-05-05</dc:date>
<description>The dam holds.</description></item></rdf:RDF>)");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0]->text, "The dam holds.");
  EXPECT_EQ(all[0]->outlet, "Tosk Radio");
}

TEST(Feed, EntitiesOfADocumentTypeAreNeverExpanded) {
  const auto all =
      read(R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&b;</title><description>Fog &c; came &nbsp; in.</description>
</item></channel></rss>)");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0]->text, "Fog &c; came in.");
  EXPECT_EQ(all[0]->title, "&b;");
}

TEST(Feed, DamageCostsItsEntry) {
  const auto all = read(
      "<rss><channel><item><description>Rain fell.</description></item><item><title>A</b></item>"
      "<item><description>Snow fell.<item><description>Hail fell.</description>");
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0]->text, "Rain fell.");
  EXPECT_EQ(all[1].error().code, ErrorCode::malformed_input);
  EXPECT_EQ(all[2]->text, "Snow fell.");
  EXPECT_TRUE(all[2]->warnings.back().starts_with("The entry is damaged"));
  EXPECT_EQ(all[3]->text, "Hail fell.");
}

TEST(Feed, WhatIsCutOffAnywhereIsReadAsFarAsItGoes) {
  for (std::size_t n = 0; n <= kRss.size(); ++n) static_cast<void>(read(kRss.substr(0, n)).size());
}

TEST(Feed, LegacyEncodingsAreThoseOfTheDeclaration) {
  EXPECT_EQ(read("<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>\xCF\xEE\xF0\xF2</title>"
                 "<description>\xCF\xEE\xF0\xF2</description></item></channel></rss>")[0]
                ->title,
            "Порт");
}

TEST(Feed, ItIsKnownByItsRoot) {
  EXPECT_TRUE(looks_like_feed(kRss));
  EXPECT_TRUE(
      looks_like_feed("\xEF\xBB\xBF<?xml version='1.0'?><!-- <html> --><feed xmlns='http://www.w3.org/2005/Atom'>"));
  EXPECT_FALSE(looks_like_feed("<html><body><rss></rss>"));
  EXPECT_FALSE(looks_like_feed("<feed>"));
  EXPECT_FALSE(looks_like_feed("The <rss> element"));
}

TEST(Feed, AMillionOpenTagsTakeLinearTime) {
  std::string bytes = "<rss><channel>";
  for (int i = 0; i < 300'000; ++i) bytes += "<item>";
  FeedEntries entries(bytes);
  std::size_t n = 0;
  while (entries.next()) ++n;
  EXPECT_EQ(n, 300'000U);
}

}  // namespace
}  // namespace rashomon::ingest
