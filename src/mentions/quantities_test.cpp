#include <gtest/gtest.h>

#include "mentions/test_quantities.hpp"

namespace rashomon::mentions {
namespace {

using test::read_quantities;

TEST(FindQuantities, TakesTheMeasureFromAPassiveVerb) {
  EXPECT_EQ(read_quantities("Seven Basque miners were killed on Monday.",
                            "Seven seven NUM CD 3 nummod B-CARDINAL;Basque basque ADJ JJ 3 amod B-NORP;"
                            "miners miner NOUN NNS 5 nsubjpass;were be AUX VBD 5 auxpass;killed kill VERB VBN 0 ROOT;"
                            "on on ADP IN 5 prep;Monday Monday PROPN NNP 6 pobj B-DATE;. . PUNCT . 5 punct"),
            "Seven 7/7/7 exact killed [persons] [Basque miners] incident\n");
}

TEST(FindQuantities, TakesTheMeasureFromAnActiveVerb) {
  EXPECT_EQ(read_quantities("The blast wounded at least 12 sailors.",
                            "The the DET DT 2 det;blast blast NOUN NN 3 nsubj;wounded wound VERB VBD 0 ROOT;"
                            "at at ADV RB 5 advmod B-CARDINAL;least least ADV RBS 6 advmod I-CARDINAL;"
                            "12 12 NUM CD 7 nummod I-CARDINAL;sailors sailor NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "at least 12 12/12/- at least injured [persons] [sailors] incident\n");
}

TEST(FindQuantities, FillsAnElidedGroupFromBefore) {
  EXPECT_EQ(read_quantities(
                "Nine nurses were killed and almost 40 more injured.",
                "Nine nine NUM CD 2 nummod B-CARDINAL;nurses nurse NOUN NNS 4 nsubjpass;were be AUX VBD 4 auxpass;"
                "killed kill VERB VBN 0 ROOT;and and CCONJ CC 4 cc;almost almost ADV RB 7 advmod B-CARDINAL;"
                "40 40 NUM CD 9 npadvmod I-CARDINAL;more more ADV RBR 7 amod;injured injured ADJ JJ 4 conj;"
                ". . PUNCT . 4 punct"),
            "Nine 9/9/9 exact killed [persons] [nurses] incident\n"
            "almost 40 36/-/39 almost injured [persons] [nurses] incident\n");
}

TEST(FindQuantities, NamesTheNationOfAPossessive) {
  EXPECT_EQ(
      read_quantities(
          "Norway said three of its soldiers were wounded.",
          "Norway Norway PROPN NNP 2 nsubj B-GPE;said say VERB VBD 0 ROOT;three three NUM CD 8 nsubjpass B-CARDINAL;"
          "of of ADP IN 3 prep;its its PRON PRP$ 6 poss;soldiers soldier NOUN NNS 4 pobj;were be AUX VBD 8 auxpass;"
          "wounded wound VERB VBN 2 ccomp;. . PUNCT . 2 punct"),
      "three 3/3/3 exact injured [persons] [Norwegian soldiers] incident\n");
}

TEST(FindQuantities, TakesASubsetFromTheNumberBefore) {
  EXPECT_EQ(
      read_quantities("Five tourists, two of them children, were killed.",
                      "Five five NUM CD 2 nummod B-CARDINAL;tourists tourist NOUN NNS 10 nsubjpass;, , PUNCT , 2 punct;"
                      "two two NUM CD 7 nsubj B-CARDINAL;of of ADP IN 4 prep;them they PRON PRP 5 pobj;"
                      "children child NOUN NNS 2 appos;, , PUNCT , 10 punct;were be AUX VBD 10 auxpass;"
                      "killed kill VERB VBN 0 ROOT;. . PUNCT . 10 punct"),
      "Five 5/5/5 exact killed [persons] [tourists] incident\n"
      "two 2/2/2 exact killed [persons] [children] incident subset of Five\n");
}

TEST(FindQuantities, CountsPlacesThatWereCaptured) {
  EXPECT_EQ(read_quantities("The army captured 20 villages.",
                            "The the DET DT 2 det;army army NOUN NN 3 nsubj;captured capture VERB VBD 0 ROOT;"
                            "20 20 NUM CD 5 nummod B-CARDINAL;villages village NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "20 20/20/20 exact captured [villages] [villages] incident\n");
}

TEST(FindQuantities, CountsHousesThatWereDestroyed) {
  EXPECT_EQ(
      read_quantities("The storm destroyed 150 houses and left 483 homeless.",
                      "The the DET DT 2 det;storm storm NOUN NN 3 nsubj;destroyed destroy VERB VBD 0 ROOT;"
                      "150 150 NUM CD 5 nummod B-CARDINAL;houses house NOUN NNS 3 dobj;and and CCONJ CC 3 cc;"
                      "left leave VERB VBD 3 conj;483 483 NUM CD 9 nummod B-CARDINAL;homeless homeless ADJ JJ 7 dobj;"
                      ". . PUNCT . 3 punct"),
      "150 150/150/150 exact houses_destroyed [houses] [houses] incident\n"
      "483 483/483/483 exact displaced [persons] [] incident\n");
}

TEST(FindQuantities, ReadsOneBeingFromAnArticle) {
  EXPECT_EQ(
      read_quantities(
          "A sailor was killed and no one was injured.",
          "A a DET DT 2 det;sailor sailor NOUN NN 4 nsubjpass;was be AUX VBD 4 auxpass;killed kill VERB VBN 0 ROOT;"
          "and and CCONJ CC 4 cc;no no DET DT 7 det;one one NOUN NN 9 nsubjpass;was be AUX VBD 9 auxpass;"
          "injured injure VERB VBN 4 conj;. . PUNCT . 9 punct"),
      "A sailor 1/1/1 exact killed [persons] [sailor] incident\n"
      "no one 0/0/0 exact injured [persons] [] incident\n");
}

TEST(FindQuantities, TakesVagueMultiples) {
  EXPECT_EQ(read_quantities(
                "Hundreds of thousands of villagers fled.",
                "Hundreds hundred NOUN NNS 3 quantmod B-CARDINAL;of of ADP IN 3 quantmod I-CARDINAL;"
                "thousands thousand NOUN NNS 6 nsubj I-CARDINAL;of of ADP IN 3 prep;villagers villager NOUN NNS 4 pobj;"
                "fled flee VERB VBD 0 ROOT;. . PUNCT . 6 punct"),
            "Hundreds of thousands 200000/-/- vague displaced [persons] [villagers] incident\n");
}

TEST(FindQuantities, CountsARange) {
  EXPECT_EQ(
      read_quantities("The strike killed 33 to 36 fighters.",
                      "The the DET DT 2 det;strike strike NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                      "33 33 NUM CD 6 quantmod B-CARDINAL;to to PART TO 6 quantmod;36 36 NUM CD 7 nummod B-CARDINAL;"
                      "fighters fighter NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
      "33 to 36 33/-/36 exact killed [persons] [fighters] incident\n");
}

TEST(FindQuantities, LeavesNamesWithNumbers) {
  EXPECT_EQ(
      read_quantities(
          "Article 5 covers the S-400 on Route 30.",
          "Article article NOUN NN 3 nsubj B-LAW;5 5 NUM CD 1 nummod I-LAW;covers cover VERB VBZ 0 ROOT;"
          "the the DET DT 5 det;S-400 s-400 NOUN NN 3 dobj;on on ADP IN 3 prep;Route Route PROPN NNP 6 pobj B-FAC;"
          "30 30 NUM CD 7 nummod I-FAC;. . PUNCT . 3 punct"),
      "");
}

TEST(FindQuantities, PassesNothingOnFromAPart) {
  EXPECT_EQ(read_quantities(
                "At least 15 nurses, including two children, were killed and more than 100 wounded.",
                "At at ADV RB 2 advmod B-CARDINAL;least least ADV RBS 3 advmod I-CARDINAL;"
                "15 15 NUM CD 4 nummod I-CARDINAL;nurses nurse NOUN NNS 11 nsubjpass;, , PUNCT , 4 punct;"
                "including include VERB VBG 4 prep;two two NUM CD 8 nummod B-CARDINAL;children child NOUN NNS 6 pobj;"
                ", , PUNCT , 11 punct;were be AUX VBD 11 auxpass;killed kill VERB VBN 0 ROOT;and and CCONJ CC 11 cc;"
                "more more ADJ JJR 15 amod B-CARDINAL;than than ADP IN 15 quantmod I-CARDINAL;"
                "100 100 NUM CD 16 nsubj I-CARDINAL;wounded wound VERB VBN 11 conj;. . PUNCT . 11 punct"),
            "At least 15 15/15/- at least killed [persons] [nurses] incident\n"
            "two 2/2/2 exact killed [persons] [children] incident subset of At least 15\n"
            "more than 100 100/100/- more than injured [persons] [nurses] incident\n");
}

TEST(FindQuantities, CountsFightersSaidToBeDestroyed) {
  EXPECT_EQ(
      read_quantities("Jets destroyed up to 80 fighters.",
                      "Jets jet NOUN NNS 2 nsubj B-PERSON;destroyed destroy VERB VBD 0 ROOT;up up ADP IN 5 quantmod;"
                      "to to PART TO 5 quantmod;80 80 NUM CD 6 nummod B-CARDINAL;fighters fighter NOUN NNS 2 dobj;"
                      ". . PUNCT . 2 punct"),
      "up to 80 -/-/80 at most killed [persons] [fighters] incident\n");
}

TEST(FindQuantities, LeavesAPurposeUncounted) {
  EXPECT_EQ(
      read_quantities(
          "They began a campaign to drive thousands out of the valley.",
          "They they PRON PRP 2 nsubj;began begin VERB VBD 0 ROOT;a a DET DT 4 det;campaign campaign NOUN NN 2 dobj;"
          "to to PART TO 6 aux;drive drive VERB VB 4 acl;thousands thousand NOUN NNS 6 dobj B-CARDINAL;"
          "out out ADP IN 6 prep;of of ADP IN 8 prep;the the DET DT 11 det;valley valley NOUN NN 9 pobj;"
          ". . PUNCT . 2 punct"),
      "thousands 2000/-/- vague other [] []\n");
}

TEST(FindQuantities, TakesTheHeadlineVerbForAPassive) {
  EXPECT_EQ(
      read_quantities("Two sailors killed in harbour blast",
                      "Two two NUM CD 2 nummod B-CARDINAL;sailors sailor NOUN NNS 0 ROOT;killed kill VERB VBN 2 acl;"
                      "in in ADP IN 3 prep;harbour harbour PROPN NNP 6 compound;blast blast PROPN NNP 4 pobj"),
      "Two 2/2/2 exact killed [persons] [sailors] incident\n");
}

TEST(FindQuantities, TakesTheKindOfSuchDeathsFromTheGroupBefore) {
  EXPECT_EQ(read_quantities(
                "On Friday, 4 members of one family were killed, adding to more than 200 such deaths since January.",
                "On on ADP IN 10 prep;Friday Friday PROPN NNP 1 pobj B-DATE;, , PUNCT , 10 punct;"
                "4 4 NUM CD 5 nummod B-CARDINAL;members member NOUN NNS 10 nsubjpass;of of ADP IN 5 prep;"
                "one one NUM CD 8 nummod B-CARDINAL;family family NOUN NN 6 pobj;were be AUX VBD 10 auxpass;"
                "killed kill VERB VBN 0 ROOT;, , PUNCT , 10 punct;adding add VERB VBG 10 advcl;to to ADP IN 12 prep;"
                "more more ADJ JJR 16 amod B-CARDINAL;than than ADP IN 16 quantmod I-CARDINAL;"
                "200 200 NUM CD 18 nummod I-CARDINAL;such such ADJ JJ 18 amod;deaths death NOUN NNS 13 pobj;"
                "since since SCONJ IN 18 prep;January January PROPN NNP 19 pobj B-DATE;. . PUNCT . 10 punct"),
            "4 4/4/4 exact killed [persons] [members of one family] incident\n"
            "one 1/1/1 exact other [households] [family] incident\n"
            "more than 200 200/200/- more than killed [persons] [civilians] since from 2020-01-01\n");
}

}  // namespace
}  // namespace rashomon::mentions
