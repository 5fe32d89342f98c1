#include <gtest/gtest.h>

#include "mentions/test_quantities.hpp"

namespace rashomon::mentions {
namespace {

using test::read_quantities;

TEST(QuantityRelations, PutsAnIncludedGroupUnderItsWhole) {
  EXPECT_EQ(read_quantities("Police said 33 people, including 3 officers and 2 clerks, were killed.",
                            "Police Police NOUN NNS 2 nsubj;said say VERB VBD 0 ROOT;33 33 NUM CD 4 nummod B-CARDINAL;"
                            "people people NOUN NNS 14 nsubjpass;, , PUNCT , 4 punct;including include VERB VBG 4 prep;"
                            "3 3 NUM CD 8 nummod B-CARDINAL;officers officer NOUN NNS 6 pobj;and and CCONJ CC 8 cc;"
                            "2 2 NUM CD 11 nummod B-CARDINAL;clerks clerk NOUN NNS 8 conj;, , PUNCT , 4 punct;"
                            "were be AUX VBD 14 auxpass;killed kill VERB VBN 2 ccomp;. . PUNCT . 2 punct"),
            "33 33/33/33 exact killed [persons] [people] incident\n"
            "3 3/3/3 exact killed [persons] [officers] incident subset of 33\n"
            "2 2/2/2 exact killed [persons] [clerks] incident subset of 33\n");
}

TEST(QuantityRelations, AddsUpAListAfterAColonAsAPartition) {
  EXPECT_EQ(read_quantities("The blast killed 12 people: seven women and five children.",
                            "The the DET DT 2 det;blast blast NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                            "12 12 NUM CD 5 nummod B-CARDINAL;people people NOUN NNS 3 dobj;: : PUNCT : 5 punct;"
                            "seven seven NUM CD 8 nummod B-CARDINAL;women woman NOUN NNS 5 appos;and and CCONJ CC 8 cc;"
                            "five five NUM CD 11 nummod B-CARDINAL;children child NOUN NNS 8 conj;. . PUNCT . 3 punct"),
            "12 12/12/12 exact killed [persons] [people] incident\n"
            "seven 7/7/7 exact killed [persons] [women] incident partition of 12\n"
            "five 5/5/5 exact killed [persons] [children] incident partition of 12\n");
}

TEST(QuantityRelations, LeavesTheMembersOfOneListApart) {
  EXPECT_EQ(
      read_quantities("The strike killed 4 women, 3 children and an elderly man.",
                      "The the DET DT 2 det;strike strike NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                      "4 4 NUM CD 5 nummod B-CARDINAL;women woman NOUN NNS 3 dobj;, , PUNCT , 5 punct;"
                      "3 3 NUM CD 8 nummod B-CARDINAL;children child NOUN NNS 5 appos;and and CCONJ CC 8 cc;"
                      "an an DET DT 12 det;elderly elderly ADJ JJ 12 amod;man man NOUN NN 8 conj;. . PUNCT . 3 punct"),
      "4 4/4/4 exact killed [persons] [women] incident\n"
      "3 3/3/3 exact killed [persons] [children] incident\n"
      "an elderly man 1/1/1 exact killed [persons] [elderly man] incident\n");
}

TEST(QuantityRelations, ResolvesAShareOfThem) {
  EXPECT_EQ(
      read_quantities("Some 948,000 people, more than half of them children, have fled.",
                      "Some some DET DT 2 quantmod B-CARDINAL;948,000 948,000 NUM CD 3 nummod I-CARDINAL;"
                      "people people NOUN NNS 13 nsubj;, , PUNCT , 3 punct;more more ADJ JJR 7 amod B-CARDINAL;"
                      "than than ADP IN 7 quantmod I-CARDINAL;half half NOUN NN 3 appos I-CARDINAL;of of ADP IN 7 prep;"
                      "them they PRON PRP 8 pobj;children child NOUN NNS 7 appos;, , PUNCT , 13 punct;"
                      "have have AUX VBP 13 aux;fled flee VERB VBN 0 ROOT;. . PUNCT . 13 punct"),
      "Some 948,000 947500/948000/948500 about displaced [persons] [people] incident\n"
      "more than half 0.5/0.5/- more than count [share] [children] subset of Some 948,000 473750/-/948500\n");
}

TEST(QuantityRelations, ResolvesAnApposedShare) {
  EXPECT_EQ(
      read_quantities("Floods displaced 948,000 people, more than half children.",
                      "Floods flood NOUN NNS 2 nsubj;displaced displace VERB VBD 0 ROOT;"
                      "948,000 948,000 NUM CD 4 nummod B-CARDINAL;people people NOUN NNS 2 dobj;, , PUNCT , 4 punct;"
                      "more more ADJ JJR 8 amod B-CARDINAL;than than ADP IN 8 quantmod I-CARDINAL;"
                      "half half ADJ JJ 9 nummod I-CARDINAL;children child NOUN NNS 4 appos;. . PUNCT . 2 punct"),
      "948,000 948000/948000/948000 exact displaced [persons] [people] incident\n"
      "more than half 0.5/0.5/- more than count [share] [children] subset of 948,000 474000/-/948000\n");
}

TEST(QuantityRelations, ResolvesAFractionOfANumber) {
  EXPECT_EQ(
      read_quantities("Two-thirds of the 300 families have returned.",
                      "Two two NUM CD 3 nummod B-CARDINAL;- - PUNCT HYPH 3 punct I-CARDINAL;"
                      "thirds third NOUN NNS 9 nsubj I-CARDINAL;of of ADP IN 3 prep;the the DET DT 7 det;"
                      "300 300 NUM CD 7 nummod B-CARDINAL;families family NOUN NNS 4 pobj;have have AUX VBP 9 aux;"
                      "returned return VERB VBN 0 ROOT;. . PUNCT . 9 punct"),
      "Two-thirds 0.6666666666666666/0.6666666666666666/0.6666666666666666 exact count [share] [families] subset of "
      "300 200/200/200\n"
      "300 300/300/300 exact returned [households] [families] incident\n");
}

TEST(QuantityRelations, ResolvesAPercentageOfThem) {
  EXPECT_EQ(
      read_quantities("Chile hosts 300,000 refugees, 60% of them women.",
                      "Chile Chile PROPN NNP 2 nsubj B-GPE;hosts host VERB VBZ 0 ROOT;"
                      "300,000 300,000 NUM CD 4 nummod B-CARDINAL;refugees refugee NOUN NNS 2 dobj;, , PUNCT , 4 punct;"
                      "60 60 NUM CD 7 nummod B-PERCENT;% % NOUN NN 4 appos I-PERCENT;of of ADP IN 7 prep;"
                      "them they PRON PRP 8 pobj;women woman NOUN NNS 7 appos;. . PUNCT . 2 punct"),
      "300,000 300000/300000/300000 exact hosted [persons] [refugees] stock from 2020-02-28\n"
      "60 60/60/60 exact percent [percent] [women] subset of 300,000 180000/180000/180000\n");
}

TEST(QuantityRelations, KeepsThePartsOfOpenWholesOpen) {
  EXPECT_EQ(
      read_quantities("At least 40 people were hurt, 6 of them seriously.",
                      "At at ADV RB 2 advmod B-CARDINAL;least least ADJ JJS 3 advmod I-CARDINAL;"
                      "40 40 NUM CD 4 nummod I-CARDINAL;people people NOUN NNS 6 nsubjpass;were be AUX VBD 6 auxpass;"
                      "hurt hurt VERB VBN 0 ROOT;, , PUNCT , 6 punct;6 6 NUM CD 4 appos B-CARDINAL;of of ADP IN 8 prep;"
                      "them they PRON PRP 9 pobj;seriously seriously ADV RB 8 advmod;. . PUNCT . 6 punct"),
      "At least 40 40/40/- at least injured [persons] [people] incident\n"
      "6 6/6/6 exact injured [persons] [people] incident subset of At least 40\n");
}

TEST(QuantityRelations, TakesAFrontedWholeForTheWhole) {
  EXPECT_EQ(read_quantities(
                "Of the 52 killed, 14 were children.",
                "Of of ADP IN 7 prep;the the DET DT 3 det;52 52 NUM CD 1 pobj B-CARDINAL;killed kill VERB VBN 3 acl;"
                ", , PUNCT , 7 punct;14 14 NUM CD 7 nsubj B-CARDINAL;were be AUX VBD 0 ROOT;"
                "children child NOUN NNS 7 attr;. . PUNCT . 7 punct"),
            "52 52/52/52 exact killed [persons] [] incident\n"
            "14 14/14/14 exact killed [persons] [children] incident subset of 52\n");
}

TEST(QuantityRelations, TakesThePartOfThese) {
  EXPECT_EQ(read_quantities("The flood displaced 9,000 people. Of these, 1,400 are living with host families.",
                            "The the DET DT 2 det;flood flood NOUN NN 3 nsubj;displaced displace VERB VBD 0 ROOT;"
                            "9,000 9,000 NUM CD 5 nummod B-CARDINAL;people people NOUN NNS 3 dobj;. . PUNCT . 3 punct;;"
                            "Of of ADP IN 6 prep;these these PRON DT 1 pobj;, , PUNCT , 6 punct;"
                            "1,400 1,400 NUM CD 6 nsubj B-CARDINAL;are be AUX VBP 6 aux;living live VERB VBG 0 ROOT;"
                            "with with ADP IN 6 prep;host host NOUN NN 9 compound;families family NOUN NNS 7 pobj;"
                            ". . PUNCT . 6 punct"),
            "9,000 9000/9000/9000 exact displaced [persons] [people] incident\n"
            "1,400 1400/1400/1400 exact displaced [persons] [people] stock from 2020-02-28 subset of 9,000\n");
}

TEST(QuantityRelations, TakesTheFirstOfTwoNumbersForThePart) {
  EXPECT_EQ(
      read_quantities("Twelve of the 30 hostages were freed.",
                      "Twelve twelve NUM CD 7 nsubjpass B-CARDINAL;of of ADP IN 1 prep;the the DET DT 5 det;"
                      "30 30 NUM CD 5 nummod B-CARDINAL;hostages hostage NOUN NNS 2 pobj;were be AUX VBD 7 auxpass;"
                      "freed free VERB VBN 0 ROOT;. . PUNCT . 7 punct"),
      "Twelve 12/12/12 exact other [persons] [hostages] incident subset of 30\n"
      "30 30/30/30 exact abducted [persons] [hostages] incident\n");
}

TEST(QuantityRelations, ReadsOneInFiveAsAShare) {
  EXPECT_EQ(read_quantities("One in five of the 500 residents had fled.",
                            "One one NUM CD 9 nsubj B-CARDINAL;in in ADP IN 1 prep;five five NUM CD 2 pobj B-CARDINAL;"
                            "of of ADP IN 3 prep;the the DET DT 7 det;500 500 NUM CD 7 nummod B-CARDINAL;"
                            "residents resident NOUN NNS 4 pobj;had have AUX VBD 9 aux;fled flee VERB VBN 0 ROOT;"
                            ". . PUNCT . 9 punct"),
            "One in five 0.2/0.2/0.2 exact count [share] [residents] subset of 500 100/100/100\n"
            "500 500/500/500 exact other [persons] [residents] incident\n");
}

TEST(QuantityRelations, DatesAFigureByAsOf) {
  EXPECT_EQ(read_quantities(
                "As of Monday, 412 people had been killed and 1,300 wounded.",
                "As as ADP IN 9 prep;of of ADP IN 1 prep;Monday Monday PROPN NNP 2 pobj B-DATE;, , PUNCT , 9 punct;"
                "412 412 NUM CD 6 nummod B-CARDINAL;people people NOUN NNS 9 nsubjpass;had have AUX VBD 9 aux;"
                "been be AUX VBN 9 auxpass;killed kill VERB VBN 0 ROOT;and and CCONJ CC 9 cc;"
                "1,300 1,300 NUM CD 12 nsubj B-CARDINAL;wounded wound VERB VBN 9 conj;. . PUNCT . 12 punct"),
            "412 412/412/412 exact killed [persons] [people] incident as of 2020-02-24\n"
            "1,300 1300/1300/1300 exact injured [persons] [people] incident as of 2020-02-24\n");
}

TEST(QuantityRelations, PutsNoPartUnderASmallerWhole) {
  EXPECT_EQ(
      read_quantities("Two guards were killed, including 30 men.",
                      "Two two NUM CD 2 nummod B-CARDINAL;guards guard NOUN NNS 4 nsubjpass;were be AUX VBD 4 auxpass;"
                      "killed kill VERB VBN 0 ROOT;, , PUNCT , 4 punct;including include VERB VBG 4 prep;"
                      "30 30 NUM CD 8 nummod B-CARDINAL;men man NOUN NNS 6 pobj;. . PUNCT . 4 punct"),
      "Two 2/2/2 exact killed [persons] [guards] incident\n"
      "30 30/30/30 exact killed [persons] [men] incident\n");
}

}  // namespace
}  // namespace rashomon::mentions
