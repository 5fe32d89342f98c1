#include "ingest/html_tree.hpp"

#include <gtest/gtest.h>

#include <string>

#include "ingest/dom.hpp"

namespace rashomon::ingest {
namespace {

std::string_view script(std::string_view text) { return text.substr(0, raw_text_end(text, "script")); }

TEST(RawText, EndsAtItsOwnEndTag) {
  EXPECT_EQ(script("let a = 1 < 2;</script>b"), "let a = 1 < 2;");
  EXPECT_EQ(script("a</SCRIPT >b"), "a");
  EXPECT_EQ(script("a</scripts></style></script/>b"), "a</scripts></style>");
  EXPECT_EQ(script("never closed </script"), "never closed </script");
  EXPECT_EQ(raw_text_end("p{}</script></style>", "style"), 12u);
}

TEST(RawText, InCommentsOfScriptsNestsAsInBrowsers) {
  EXPECT_EQ(script("<!-- a </script> b"), "<!-- a ");
  EXPECT_EQ(script("<!-- <script>a</script> --> b</script>c"), "<!-- <script>a</script> --> b");
  EXPECT_EQ(script("<!--> </script>c"), "<!--> ");
  EXPECT_EQ(script("<!-- <script> --> </script>c"), "<!-- <script> --> ");
  EXPECT_EQ(script("<!-- <script> </script> </script> -->"), "<!-- <script> </script> ");
}

std::string shape(std::string page) {
  const auto dom = Dom::parse(std::move(page));
  std::string out;
  for (const Node& n : dom->nodes()) out += n.element == Element::text ? std::string(n.text) : "<";
  return out;
}

TEST(Dom, HoldsScriptsAsOneTextAndGoesOnBehindThem) {
  EXPECT_EQ(shape("<script>if (a<b) c()</script><p>text"), "<<<<if (a<b) c()<<text");
  EXPECT_EQ(shape("<style>p</style><svg><style>q</style></svg>z"), "<<<<p<<<qz");
  EXPECT_EQ(shape("<p>a<script>b"), "<<<<<a<b");
}

}  // namespace
}  // namespace rashomon::ingest
