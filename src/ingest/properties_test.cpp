#include <gtest/gtest.h>

#include <random>

#include "ingest/article.hpp"
#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

/// What every document must fulfil whatever it was made from; empty if it does, else the first property that fails.
std::string broken_property(const Document& d) {
  std::size_t replaced = 0;
  if (valid_utf8(d.text, replaced) != d.text || replaced != 0) return "the text is not valid UTF-8";
  const auto between = [&](std::uint32_t at) {
    return at <= d.text.size() && (at == d.text.size() || (static_cast<unsigned char>(d.text[at]) & 0xC0) != 0x80);
  };
  std::uint32_t last = 0;
  for (const Block& block : d.blocks) {
    if (block.span.end <= block.span.begin) return "a block is empty";
    if (block.span.begin < last) return "blocks overlap or are out of order";
    if (!between(block.span.begin) || !between(block.span.end)) return "a block is out of bounds or cuts a character";
    last = block.span.end;
  }
  if (d.dateline && (d.dateline->span.empty() || !between(d.dateline->span.begin) || !between(d.dateline->span.end)))
    return "the dateline is out of bounds";
  const DateRange& range = d.published.range;
  if (range.start && range.end && *range.end < *range.start) return "the publication range runs backwards";
  if (range.empty() != d.published.basis.empty())
    return "a publication date without a basis, or a basis without a date";
  if (d.id.empty()) return "there is no id";
  return {};
}

/// Texts and pages thrown together from pieces that the rules look for, the same ones in every run.
class Pieces {
 public:
  explicit Pieces(unsigned seed) : random_(seed) {}
  std::string draw(const std::vector<std::string>& pieces, std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += pieces[random_() % pieces.size()];
    return out;
  }

 private:
  std::mt19937 random_;
};

const std::vector<std::string> kText = {"The crane fell",
                                        ".",
                                        "The",
                                        " ",
                                        "\n",
                                        "\n\n",
                                        "\r\n",
                                        "\xE2\x80\x9C",
                                        "\xE2\x80\x9D",
                                        "\"",
                                        "LOBITO",
                                        ", Angola",
                                        " \xE2\x80\x94 ",
                                        "(AFP)",
                                        " - ",
                                        "5 March 2018",
                                        "Monday",
                                        ", ",
                                        "Copyright \xC2\xA9 2018, Coast Post.",
                                        "Comments (3)",
                                        "Latest News",
                                        "   ",
                                        "\xC2\xA0\xC2\xA0\xC2\xA0",
                                        "Photo: ",
                                        "/Reuters",
                                        "By Ada Quill",
                                        "\xFF",
                                        std::string(1, '\0'),
                                        "\xE2\x80",
                                        "U.S.",
                                        "?",
                                        "(",
                                        ")",
                                        "[",
                                        "]",
                                        "|",
                                        "Posted: ",
                                        "Write to Ada Quill at a@b.example",
                                        "a@",
                                        "\xF0\x9F\x9A\x91",
                                        "2018-03-05",
                                        "17",
                                        ":",
                                        "-",
                                        "--"};

const std::vector<std::string> kMarkup = {
    "<p>",
    "</p>",
    "<div class='article-body'>",
    "</div>",
    "<h1>",
    "</h1>",
    "<br>",
    "<a href=x>",
    "</a>",
    "<li>",
    "<table><tr><td>",
    "</table>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<meta property='article:published_time' content='2018-03-05'>",
    "<time datetime='2018-03-05'>",
    "<title>",
    "</title>",
    "&nbsp;",
    "&#0;",
    "&amp",
    "<",
    ">",
    "<div id=comments>",
    "<style>",
    "</",
    "<svg>",
    "<template>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2018-03-05\"}</script>",
    "\xE2\x80\xAE",
    "'",
    "\"",
    "="};

TEST(Properties, HoldForTextsThrownTogether) {
  Pieces pieces(11);
  for (std::size_t i = 0; i < 3000; ++i) {
    const std::string bytes = pieces.draw(kText, 1 + i % 60);
    Given given;
    if (i % 3 == 0) given.title = "The crane fell";
    const auto document = read_text(bytes, given, {});
    if (!document) continue;
    ASSERT_EQ(broken_property(*document), "") << "text " << i;
  }
}

TEST(Properties, HoldForPagesThrownTogether) {
  Pieces pieces(12);
  std::vector<std::string> all = kMarkup;
  all.insert(all.end(), kText.begin(), kText.end());
  for (std::size_t i = 0; i < 1500; ++i) {
    const auto document = read_html(pieces.draw(all, 1 + i % 90), Given{}, {});
    if (!document) continue;
    ASSERT_EQ(broken_property(*document), "") << "page " << i;
  }
}

TEST(Properties, AreSeenToFail) {
  Document d;
  d.id = {"d"};
  d.text = "a\xC3\xA9";
  d.blocks = {{{0, 2}, BlockKind::paragraph, {}}};
  EXPECT_EQ(broken_property(d), "a block is out of bounds or cuts a character");
  d.blocks = {{{0, 1}, BlockKind::paragraph, {}}, {{0, 3}, BlockKind::paragraph, {}}};
  EXPECT_EQ(broken_property(d), "blocks overlap or are out of order");
}

TEST(Properties, LongInputsTakeLinearTime) {
  for (const std::string_view piece : {"(", "- ", "a.B", "\xE2\x80\x9C", "5 March 2018 ", "Copyright ", "\xC2\xA9",
                                       "a   ", "1/", "May ", "[a", "LOBITO "}) {
    std::string bytes;
    while (bytes.size() < 1000000) bytes += piece;
    const auto document = read_text(bytes, Given{}, {});
    if (!document) continue;
    EXPECT_EQ(broken_property(*document), "");
  }
}

}  // namespace
}  // namespace rashomon::ingest
