#include <gtest/gtest.h>

#include "mentions/test_quantities.hpp"

namespace rashomon::mentions {
namespace {

using test::read_quantities;

TEST(MeasuredBy, ReadsAFigureThatWasRaised) {
  EXPECT_EQ(read_quantities(
                "The strike killed 47 miners. This was later raised to 82.",
                "The the DET DT 2 det;strike strike NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                "47 47 NUM CD 5 nummod B-CARDINAL;miners miner NOUN NNS 3 dobj;. . PUNCT . 3 punct;;"
                "This this PRON DT 4 nsubjpass;was be AUX VBD 4 auxpass;later later ADV RB 4 advmod;"
                "raised raise VERB VBN 0 ROOT;to to ADP IN 4 prep;82 82 NUM CD 5 pobj B-CARDINAL;. . PUNCT . 4 punct"),
            "47 47/47/47 exact killed [persons] [miners] incident\n"
            "82 82/82/82 exact killed [persons] [miners] incident\n");
}

TEST(MeasuredBy, CountsBesidesAnotherNumber) {
  EXPECT_EQ(read_quantities(
                "Three pilots were killed along with six mechanics.",
                "Three three NUM CD 2 nummod B-CARDINAL;pilots pilot NOUN NNS 4 nsubjpass;were be AUX VBD 4 auxpass;"
                "killed kill VERB VBN 0 ROOT;along along ADV RB 4 prt;with with ADP IN 4 prep;"
                "six six NUM CD 8 nummod B-CARDINAL;mechanics mechanic NOUN NNS 6 pobj;. . PUNCT . 4 punct"),
            "Three 3/3/3 exact killed [persons] [pilots] incident\n"
            "six 6/6/6 exact killed [persons] [mechanics] incident\n");
}

TEST(MeasuredBy, CountsAmongTheDead) {
  EXPECT_EQ(read_quantities("Six nurses were among 19 people killed.",
                            "Six six NUM CD 2 nummod B-CARDINAL;nurses nurse NOUN NNS 3 nsubj;were be AUX VBD 0 ROOT;"
                            "among among ADP IN 3 prep;19 19 NUM CD 6 nummod B-CARDINAL;people people NOUN NNS 4 pobj;"
                            "killed kill VERB VBN 6 acl;. . PUNCT . 3 punct"),
            "Six 6/6/6 exact killed [persons] [nurses] incident\n"
            "19 19/19/19 exact killed [persons] [people] incident\n");
}

TEST(MeasuredBy, ReadsMoneyPercentAndLengths) {
  EXPECT_EQ(read_quantities(
                "It cost $3.5 million, 12 per cent more, for 40 square kilometres.",
                "It it PRON PRP 2 nsubj;cost cost VERB VBD 0 ROOT;$ $ SYM $ 5 quantmod B-MONEY;"
                "3.5 3.5 NUM CD 5 compound I-MONEY;million million NUM CD 2 dobj I-MONEY;, , PUNCT , 5 punct;"
                "12 12 NUM CD 9 nummod B-MONEY;per per ADP IN 9 compound I-MONEY;cent cent NOUN NN 10 npadvmod I-MONEY;"
                "more more ADJ JJR 5 amod;, , PUNCT , 5 punct;for for ADP IN 2 prep;40 40 NUM CD 15 nummod B-QUANTITY;"
                "square square ADJ JJ 15 amod I-QUANTITY;kilometres kilometre NOUN NNS 12 pobj I-QUANTITY;"
                ". . PUNCT . 2 punct"),
            "$3.5 million 3500000/3500000/3500000 exact money [dollars] []\n"
            "12 12/12/12 exact percent [percent] []\n"
            "40 40/40/40 exact area [square kilometres] []\n");
}

TEST(MeasuredBy, ReadsSpacedThousands) {
  EXPECT_EQ(read_quantities(
                "Over 9 300 families were evacuated.",
                "Over over ADP IN 3 quantmod B-CARDINAL;9 9 NUM CD 3 compound I-CARDINAL;"
                "300 300 NUM CD 4 nummod I-CARDINAL;families family NOUN NNS 6 nsubjpass;were be AUX VBD 6 auxpass;"
                "evacuated evacuate VERB VBN 0 ROOT;. . PUNCT . 6 punct"),
            "Over 9 300 9300/9300/- more than evacuated [households] [families] incident\n");
}

TEST(MeasuredBy, LeavesAScoreAndAClockTimeAlone) {
  EXPECT_EQ(
      read_quantities(
          "They won 3-1 at 7 p.m. in May.",
          "They they PRON PRP 2 nsubj;won win VERB VBD 0 ROOT;3 3 NUM CD 2 npadvmod B-CARDINAL;- - SYM SYM 5 punct;"
          "1 1 NUM CD 3 prep;at at ADP IN 2 prep;7 7 NUM CD 8 nummod B-TIME;p.m. p.m. NOUN NN 6 pobj I-TIME;"
          "in in ADP IN 2 prep;May May PROPN NNP 9 pobj B-DATE;. . PUNCT . 2 punct"),
      "");
}

TEST(MeasuredBy, KnowsALengthOfTime) {
  EXPECT_EQ(read_quantities("They marched for six months.",
                            "They they PRON PRP 2 nsubj;marched march VERB VBD 0 ROOT;for for ADP IN 2 prep;"
                            "six six NUM CD 5 nummod B-DATE;months month NOUN NNS 3 pobj I-DATE;. . PUNCT . 2 punct"),
            "six 6/6/6 exact count [months] []\n");
}

TEST(MeasuredBy, ReadsAHeadlineOfTwoTolls) {
  EXPECT_EQ(
      read_quantities("Two miners killed 5 others injured in blast",
                      "Two two NUM CD 2 nummod B-CARDINAL;miners miner NOUN NNS 3 nsubj;killed kill VERB VBD 0 ROOT;"
                      "5 5 NUM CD 5 nummod B-CARDINAL;others other NOUN NNS 3 dobj;injured injure VERB VBN 5 acl;"
                      "in in ADP IN 6 prep;blast blast NOUN NN 7 pobj"),
      "Two 2/2/2 exact killed [persons] [miners] incident\n"
      "5 5/5/5 exact injured [persons] [miners] incident\n");
}

TEST(MeasuredBy, CountsTheBodiesOfTheDead) {
  EXPECT_EQ(read_quantities(
                "The video showed the bodies of a dozen farmers.",
                "The the DET DT 2 det;video video NOUN NN 3 nsubj;showed show VERB VBD 0 ROOT;the the DET DT 5 det;"
                "bodies body NOUN NNS 3 dobj;of of ADP IN 5 prep;a a DET DT 8 quantmod B-CARDINAL;"
                "dozen dozen NOUN NN 9 nummod I-CARDINAL;farmers farmer NOUN NNS 6 pobj;. . PUNCT . 3 punct"),
            "a dozen 12/12/12 exact killed [persons] [farmers] incident\n");
}

TEST(MeasuredBy, NamesNoNationForAPart) {
  EXPECT_EQ(
      read_quantities(
          "A Danish air strike killed 49 rebels including seven of its commanders.",
          "A a DET DT 4 det;Danish danish ADJ JJ 4 amod B-NORP;air air NOUN NN 4 compound;"
          "strike strike NOUN NN 5 nsubj;killed kill VERB VBD 0 ROOT;49 49 NUM CD 7 nummod B-CARDINAL;"
          "rebels rebel NOUN NNS 5 dobj;including include VERB VBG 7 prep;seven seven NUM CD 8 pobj B-CARDINAL;"
          "of of ADP IN 9 prep;its its PRON PRP$ 12 poss;commanders commander NOUN NNS 10 pobj;. . PUNCT . 5 punct"),
      "49 49/49/49 exact killed [persons] [rebels] incident\n"
      "seven 7/7/7 exact killed [persons] [commanders] incident subset of 49\n");
}

TEST(MeasuredBy, ReadsInjuriesThatAreSustained) {
  EXPECT_EQ(read_quantities(
                "Three cooks sustained injuries.",
                "Three three NUM CD 2 nummod B-CARDINAL;cooks cook NOUN NNS 3 nsubj;sustained sustain VERB VBD 0 ROOT;"
                "injuries injury NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "Three 3/3/3 exact injured [persons] [cooks] incident\n");
}

TEST(FindQuantities, ReadsSharesOfWhatWasCountedBefore) {
  EXPECT_EQ(
      read_quantities("Two-thirds were women.",
                      "Two two NUM CD 3 nummod B-CARDINAL;- - PUNCT HYPH 3 punct I-CARDINAL;"
                      "thirds third NOUN NNS 4 nsubj I-CARDINAL;were be AUX VBD 0 ROOT;women woman NOUN NNS 4 attr;"
                      ". . PUNCT . 4 punct"),
      "Two-thirds 0.6666666666666666/0.6666666666666666/0.6666666666666666 exact count [share] []\n");
}

TEST(MeasuredBy, ReadsSharesAndPartsOfAMillion) {
  EXPECT_EQ(
      read_quantities("Two-thirds of the town is gone. A quarter of a million farmers fled.",
                      "Two two NUM CD 3 nummod B-CARDINAL;- - PUNCT HYPH 3 punct I-CARDINAL;"
                      "thirds third NOUN NNS 7 nsubj I-CARDINAL;of of ADP IN 3 prep;the the DET DT 6 det;"
                      "town town NOUN NN 4 pobj;is be AUX VBZ 0 ROOT;gone go VERB VBN 7 acomp;. . PUNCT . 7 punct;;"
                      "A a DET DT 2 det B-CARDINAL;quarter quarter NOUN NN 7 npadvmod I-CARDINAL;of of ADP IN 2 prep;"
                      "a a DET DT 5 quantmod;million million NUM CD 6 nummod;farmers farmer NOUN NNS 7 nsubj;"
                      "fled flee VERB VBD 0 ROOT;. . PUNCT . 7 punct"),
      "Two-thirds 0.6666666666666666/0.6666666666666666/0.6666666666666666 exact count [share] []\n"
      "A quarter of a million 250000/250000/250000 exact displaced [persons] [farmers] incident\n");
}

TEST(MeasuredBy, CountsVehiclesThatAreLostAsDestroyed) {
  EXPECT_EQ(
      read_quantities(
          "The army lost 3 tanks and 12 men.",
          "The the DET DT 2 det;army army NOUN NN 3 nsubj;lost lose VERB VBD 0 ROOT;3 3 NUM CD 5 nummod B-CARDINAL;"
          "tanks tank NOUN NNS 3 dobj;and and CCONJ CC 5 cc;12 12 NUM CD 8 nummod B-CARDINAL;"
          "men man NOUN NNS 5 conj;. . PUNCT . 3 punct"),
      "3 3/3/3 exact destroyed [tanks] [tanks] incident\n"
      "12 12/12/12 exact killed [persons] [men] incident\n");
}

TEST(MeasuredBy, TakesAChildOutOfTheWounded) {
  EXPECT_EQ(read_quantities(
                "The blast left five sailors wounded, among them a child.",
                "The the DET DT 2 det;blast blast NOUN NN 3 nsubj;left leave VERB VBD 0 ROOT;"
                "five five NUM CD 5 nummod B-CARDINAL;sailors sailor NOUN NNS 3 dobj;wounded wound VERB VBN 5 acl;"
                ", , PUNCT , 5 punct;among among ADP IN 11 prep;them they PRON PRP 8 pobj;a a DET DT 11 det;"
                "child child NOUN NN 3 oprd;. . PUNCT . 3 punct"),
            "five 5/5/5 exact injured [persons] [sailors] incident\n"
            "a child 1/1/1 exact injured [persons] [child] incident subset of five\n");
}

TEST(MeasuredBy, LeavesTheReleasedUncaptured) {
  EXPECT_EQ(read_quantities("The rebels released 20 prisoners.",
                            "The the DET DT 2 det;rebels rebel NOUN NNS 3 nsubj;released release VERB VBD 0 ROOT;"
                            "20 20 NUM CD 5 nummod B-CARDINAL;prisoners prisoner NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "20 20/20/20 exact other [persons] [prisoners] incident\n");
}

TEST(MeasuredBy, CountsThoseTakenPrisoner) {
  EXPECT_EQ(
      read_quantities("They took 12 soldiers prisoner.",
                      "They they PRON PRP 2 nsubj;took take VERB VBD 0 ROOT;12 12 NUM CD 5 nummod B-CARDINAL;"
                      "soldiers soldier NOUN NNS 5 compound;prisoner prisoner NOUN NN 2 dobj;. . PUNCT . 2 punct"),
      "12 12/12/12 exact captured [persons] [soldiers] incident\n");
}

}  // namespace
}  // namespace rashomon::mentions
