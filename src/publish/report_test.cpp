#include <gtest/gtest.h>

#include "publish/html.hpp"
#include "publish/report_formats.hpp"
#include "publish/strip.hpp"
#include "publish/test_record.hpp"
#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(NumberWords, GroupsThousands) {
  EXPECT_EQ(number_words(948000), "948,000");
  EXPECT_EQ(number_words(33), "33");
  EXPECT_EQ(number_words(0.9 * 40), "36");
  EXPECT_EQ(number_words(2.25), "2.3");
  EXPECT_EQ(number_words(-1000), "-1,000");
}

TEST(RangeWords, SayWhatIsOpen) {
  EXPECT_EQ(range_words({33, 33, 33}, false), "33");
  EXPECT_EQ(range_words({33, 33, 33}, true), "33 or more");
  EXPECT_EQ(range_words({16, 20, 20}, false), "16–20");
  EXPECT_EQ(range_words({200, 200, {}}, true), "200 or more");
  EXPECT_EQ(range_words({24, 300, {}}, true), "24–300 or more");
  EXPECT_EQ(range_words({{}, {}, 40}, false), "up to 40");
  EXPECT_EQ(range_words({}, false), "");
}

TEST(HolderWords, KnowAReportWithoutAnOutletFromHearsay) {
  claims::Claim claim;
  EXPECT_EQ(holder_words(claim), "the report (own account)");
  EXPECT_EQ(chain_words(claim), "the report");
  claim.voice = claims::Voice::unattributed;
  EXPECT_EQ(holder_words(claim), "unattributed");
}

TEST(DateWords, AreAsPreciseAsTheRange) {
  const auto day = [](int m, int d) { return make_date(2031, m, d); };
  EXPECT_EQ(date_words({day(5, 4), day(5, 4)}, 1), "4 May 2031");
  EXPECT_EQ(date_words({day(5, 4), day(5, 6)}, 2), "4–6 May 2031");
  EXPECT_EQ(date_words({day(2, 1), day(2, 28)}, 4), "February 2031");
  EXPECT_EQ(date_words({day(1, 1), day(12, 31)}, 5), "2031");
  EXPECT_EQ(date_words({day(5, 30), day(6, 2)}, 2), "30 May – 2 June 2031");
  EXPECT_EQ(date_words({day(5, 4), {}}, 4), "since 4 May 2031");
  EXPECT_EQ(date_words({}, 5), "date unknown");
}

TEST(QuoteClaim, KeepsTheContextInsideItsBlock) {
  const View view = ferry_view();
  const Quotation q = quote_claim(*view.document("d-1"), *view.claim("c-1"), 24);
  EXPECT_EQ(q.quote, "At least 12 sailors were killed");
  EXPECT_EQ(q.before, "");
  EXPECT_EQ(q.after, " when a drone hit a …");
  EXPECT_EQ(q.chain, "harbour master → Fjord Post");
}

TEST(QuoteClaim, StaysInBoundsOfAShorterText) {
  claims::Claim claim;
  claim.span = {500, 900};
  ingest::Document document;
  document.text = "short";
  EXPECT_EQ(quote_claim(document, claim).quote, "");
}

TEST(Arrange, PutsFigureDenialAndDisputeWithTheirHolders) {
  const Situation s = arrange(ferry_view());
  ASSERT_EQ(s.chapters.size(), 1U);
  const Happening& lead = s.chapters[0].happenings.at(0);
  ASSERT_EQ(lead.figures.size(), 1U);
  EXPECT_EQ(lead.figures[0].what, "Sailors killed");
  EXPECT_EQ(lead.figures[0].range, "12 or more");
  EXPECT_EQ(lead.figures[0].stands.at(0).held_by, std::vector<std::string>{"harbour master"});
  EXPECT_EQ(lead.denials, std::vector<ClaimId>{{"c-2"}});
  EXPECT_EQ(s.quotations.size(), 2U);
  EXPECT_EQ(s.quarrels.at(0).stands.at(1).held_by, std::vector<std::string>{"navy"});
}

TEST(ToHtml, EscapesTitlesAndLeadsFiguresToQuotations) {
  const std::string html = to_html(arrange(ferry_view()));
  EXPECT_TRUE(holds(html, "Ferry hit &lt;off&gt; Sandvik"));
  EXPECT_FALSE(holds(html, "<off>"));
  EXPECT_TRUE(holds(html, "href=\"#c-1\""));
  EXPECT_TRUE(holds(html, "id=\"c-1\""));
  EXPECT_TRUE(holds(html, "<mark><b>At least 12</b> sailors were killed</mark>"));
  EXPECT_FALSE(holds(html, "http://"));
  EXPECT_FALSE(holds(html, "https://"));
  EXPECT_TRUE(holds(html, "bad.txt: is empty"));
}

TEST(ToMarkdown, EscapesAndLeadsToQuotations) {
  const std::string md = to_markdown(arrange(ferry_view()));
  EXPECT_TRUE(holds(md, "[[1]](#c-1)"));
  EXPECT_TRUE(holds(md, "<a id=\"c-1\"></a>"));
  EXPECT_FALSE(holds(md, "<off>"));
}

TEST(ToJson, HoldsTheSameFigures) {
  const std::string json = to_json(arrange(ferry_view()));
  EXPECT_TRUE(holds(json, "\"range\":\"12 or more\""));
  EXPECT_TRUE(holds(json, "\"question\":\"Who hit the ferry?\""));
}

TEST(StripSvg, NeedsTwoDifferentValues) {
  Figure figure;
  figure.stands = {{"10", {"a"}, {}, 10, 10}, {"10", {"b"}, {}, 10, 10}};
  EXPECT_EQ(strip_svg(figure), "");
  figure.stands[1].high = 14;
  EXPECT_TRUE(holds(strip_svg(figure), "<circle"));
}

TEST(StripSvg, CutsLongNamesBetweenCharacters) {
  Figure figure;
  figure.stands = {{"1", {"ééééééééééééééééééééééééé"}, {}, 1, 1}, {"2", {"b"}, {}, 2, 2}};
  EXPECT_TRUE(holds(strip_svg(figure), "éééééééééééé…"));
}

TEST(EscapeMarkdown, DisarmsMarkup) { EXPECT_EQ(escape_markdown("a|b\n[c]"), "a\\|b \\[c\\]"); }

}  // namespace
}  // namespace rashomon::publish
