#include "mentions/test_parse.hpp"

#include <gtest/gtest.h>

namespace rashomon::mentions {
namespace {

TEST(TestParse, ReadsHeadsEdgesSentencesAndEntities) {
  const TestText t = test_parse("Two trams left Lower Ostrava. They came back.",
                                "Two two NUM CD 2 nummod B-CARDINAL\n"
                                "trams tram NOUN NNS 3 nsubj O\n"
                                "left leave VERB VBD 0 ROOT O Tense=Past\n"
                                "Lower Lower PROPN NNP 5 compound B-GPE\n"
                                "Ostrava Ostrava PROPN NNP 3 dobj I-GPE\n"
                                ". . PUNCT . 3 punct\n"
                                "\n"
                                "They they PRON PRP 2 nsubj\n"
                                "came come VERB VBD 0 ROOT\n"
                                "back back ADV RB 2 advmod\n"
                                ". . PUNCT . 2 punct\n");
  ASSERT_EQ(t.parse.tokens.size(), 10U);
  ASSERT_EQ(t.parse.sentences.size(), 2U);
  EXPECT_EQ(t.parse.tokens[2].left_edge, 0U);
  EXPECT_EQ(t.parse.tokens[2].right_edge, 5U);
  EXPECT_EQ(t.parse.tokens[6].head, 7U);
  EXPECT_EQ(slice(t.document.text, t.parse.subtree(1)), "Two trams");
  ASSERT_EQ(t.parse.entities.size(), 2U);
  EXPECT_EQ(slice(t.document.text, t.parse.entities[1].span), "Lower Ostrava");
  EXPECT_TRUE(t.parse.tokens[0].space_after);
  EXPECT_FALSE(t.parse.tokens[4].space_after);
}

}  // namespace
}  // namespace rashomon::mentions
