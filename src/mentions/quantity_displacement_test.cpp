#include <gtest/gtest.h>

#include "mentions/test_quantities.hpp"

namespace rashomon::mentions {
namespace {

using test::read_quantities;

TEST(QuantityDisplacement, CountsPeopleWithoutAHomeAsDisplaced) {
  EXPECT_EQ(read_quantities(
                "The fire left 120 families without homes.",
                "The the DET DT 2 det;fire fire NOUN NN 3 nsubj;left leave VERB VBD 0 ROOT;"
                "120 120 NUM CD 5 nummod B-CARDINAL;families family NOUN NNS 3 dobj;without without ADP IN 3 prep;"
                "homes home NOUN NNS 6 pobj;. . PUNCT . 3 punct"),
            "120 120/120/120 exact displaced [households] [families] incident\n");
}

TEST(QuantityDisplacement, CountsPeopleInNeedOfShelterAsDisplaced) {
  EXPECT_EQ(read_quantities(
                "Around 10,000 herders are in need of emergency shelter.",
                "Around around ADV RB 2 advmod B-CARDINAL;10,000 10,000 NUM CD 3 nummod I-CARDINAL;"
                "herders herder NOUN NNS 4 nsubj;are be AUX VBP 0 ROOT;in in ADP IN 4 prep;need need NOUN NN 5 pobj;"
                "of of ADP IN 6 prep;emergency emergency NOUN NN 9 compound;shelter shelter NOUN NN 7 pobj;"
                ". . PUNCT . 4 punct"),
            "Around 10,000 9000/10000/11000 about displaced [persons] [herders] stock from 2020-02-28\n");
}

TEST(QuantityDisplacement, TakesABoundReadAsAPrepositionForABound) {
  EXPECT_EQ(read_quantities(
                "Over 20,000 have fled to neighbouring Chile.",
                "Over over ADP IN 4 prep B-CARDINAL;20,000 20,000 NUM CD 1 pobj I-CARDINAL;have have AUX VBP 4 aux;"
                "fled flee VERB VBN 0 ROOT;to to ADP IN 4 prep;neighbouring neighbour VERB VBG 7 amod;"
                "Chile Chile PROPN NNP 5 pobj B-GPE;. . PUNCT . 4 punct"),
            "Over 20,000 20000/20000/- more than displaced [persons] [] incident\n");
}

TEST(QuantityDisplacement, SaysNothingOfTheVillagesWhoseResidentsLeave) {
  EXPECT_EQ(
      read_quantities("Residents of 40 villages were evacuated.",
                      "Residents resident NOUN NNS 6 nsubjpass;of of ADP IN 1 prep;40 40 NUM CD 4 nummod B-CARDINAL;"
                      "villages village NOUN NNS 2 pobj;were be AUX VBD 6 auxpass;evacuated evacuate VERB VBN 0 ROOT;"
                      ". . PUNCT . 6 punct"),
      "40 40/40/40 exact other [villages] [villages] incident\n");
}

TEST(QuantityDisplacement, TakesCrossingToEscapeForFlight) {
  EXPECT_EQ(read_quantities(
                "Some 8,000 people crossed the river to escape the fighting.",
                "Some some DET DT 2 quantmod B-CARDINAL;8,000 8,000 NUM CD 3 nummod I-CARDINAL;"
                "people people NOUN NNS 4 nsubj;crossed cross VERB VBD 0 ROOT;the the DET DT 6 det;"
                "river river NOUN NN 4 dobj;to to PART TO 8 aux;escape escape VERB VB 4 advcl;the the DET DT 10 det;"
                "fighting fighting NOUN NN 8 dobj;. . PUNCT . 4 punct"),
            "Some 8,000 7500/8000/8500 about displaced [persons] [people] incident\n");
}

TEST(QuantityDisplacement, CountsThoseWhoLiveWithHostFamiliesAsDisplaced) {
  EXPECT_EQ(read_quantities("About 1,400 people are living with host families.",
                            "About about ADV RB 2 advmod B-CARDINAL;1,400 1,400 NUM CD 3 nummod I-CARDINAL;"
                            "people people NOUN NNS 5 nsubj;are be AUX VBP 5 aux;living live VERB VBG 0 ROOT;"
                            "with with ADP IN 5 prep;host host NOUN NN 8 compound;families family NOUN NNS 6 pobj;"
                            ". . PUNCT . 5 punct"),
            "About 1,400 1350/1400/1450 about displaced [persons] [people] stock from 2020-02-28\n");
}

TEST(QuantityDisplacement, LooksThroughMostOf) {
  EXPECT_EQ(
      read_quantities("Almost all of the town's 8,000 residents have left.",
                      "Almost almost ADV RB 2 advmod;all all PRON DT 10 nsubj;of of ADP IN 2 prep;the the DET DT 5 det;"
                      "town town NOUN NN 8 poss;'s 's PART POS 5 case;8,000 8,000 NUM CD 8 nummod B-CARDINAL;"
                      "residents resident NOUN NNS 3 pobj;have have AUX VBP 10 aux;left leave VERB VBN 0 ROOT;"
                      ". . PUNCT . 10 punct"),
      "8,000 8000/8000/8000 exact displaced [persons] [residents] incident\n");
}

TEST(QuantityDisplacement, FindsTheNounOfADanglingOf) {
  EXPECT_EQ(read_quantities(
                "The storm forced the evacuation of, by the latest count, 17,200 people.",
                "The the DET DT 2 det;storm storm NOUN NN 3 nsubj;forced force VERB VBD 0 ROOT;the the DET DT 5 det;"
                "evacuation evacuation NOUN NN 3 dobj;of of ADP IN 5 prep;, , PUNCT , 6 punct;by by ADP IN 3 prep;"
                "the the DET DT 11 det;latest late ADJ JJS 11 amod;count count NOUN NN 8 pobj;, , PUNCT , 11 punct;"
                "17,200 17,200 NUM CD 14 nummod B-CARDINAL;people people NOUN NNS 11 appos;. . PUNCT . 3 punct"),
            "17,200 17200/17200/17200 exact evacuated [persons] [people] incident\n");
}

TEST(QuantityDisplacement, ReadsARowOfATable) {
  EXPECT_EQ(read_quantities("Displaced people 4,520",
                            "Displaced displace VERB VBN 2 amod;people people NOUN NNS 0 ROOT;"
                            "4,520 4,520 NUM CD 2 nummod B-CARDINAL"),
            "4,520 4520/4520/4520 exact displaced [persons] [] incident\n");
}

TEST(QuantityDisplacement, CountsHousesInALabelledRow) {
  EXPECT_EQ(read_quantities("Houses destroyed: 85",
                            "Houses house NOUN NNS 2 nsubj;destroyed destroy VERB VBD 0 ROOT;: : PUNCT : 2 punct;"
                            "85 85 NUM CD 2 dobj B-CARDINAL"),
            "85 85/85/85 exact houses_destroyed [houses] [] incident\n");
}

TEST(QuantityDisplacement, GivesTheTotalTheMeasureOfTheFigureBefore) {
  EXPECT_EQ(read_quantities(
                "An additional 4,300 people were displaced on Monday, bringing the total to 17,000.",
                "An an DET DT 4 det B-CARDINAL;additional additional ADJ JJ 3 amod I-CARDINAL;"
                "4,300 4,300 NUM CD 4 nummod I-CARDINAL;people people NOUN NNS 6 nsubjpass;were be AUX VBD 6 auxpass;"
                "displaced displace VERB VBN 0 ROOT;on on ADP IN 6 prep;Monday Monday PROPN NNP 7 pobj B-DATE;"
                ", , PUNCT , 6 punct;bringing bring VERB VBG 6 advcl;the the DET DT 12 det;"
                "total total NOUN NN 10 dobj;to to ADP IN 10 prep;17,000 17,000 NUM CD 13 pobj B-CARDINAL;"
                ". . PUNCT . 6 punct"),
            "4,300 4300/4300/4300 exact displaced [persons] [people] incident\n"
            "17,000 17000/17000/17000 exact displaced [persons] [people] incident\n");
}

TEST(QuantityDisplacement, TakesTheRescueForMoreThanTheStranding) {
  EXPECT_EQ(read_quantities("The army airlifted 230 stranded villagers to safety.",
                            "The the DET DT 2 det;army army NOUN NN 3 nsubj;airlifted airlift VERB VBD 0 ROOT;"
                            "230 230 NUM CD 6 nummod B-CARDINAL;stranded strand VERB VBN 6 amod;"
                            "villagers villager NOUN NNS 3 dobj;to to ADP IN 3 prep;safety safety NOUN NN 7 pobj;"
                            ". . PUNCT . 3 punct"),
            "230 230/230/230 exact evacuated [persons] [stranded villagers] incident\n");
}

TEST(QuantityDisplacement, CountsThoseWhoAreEvicted) {
  EXPECT_EQ(read_quantities(
                "Some 120 families were evicted from their homes.",
                "Some some DET DT 2 quantmod B-CARDINAL;120 120 NUM CD 3 nummod I-CARDINAL;"
                "families family NOUN NNS 5 nsubjpass;were be AUX VBD 5 auxpass;evicted evict VERB VBN 0 ROOT;"
                "from from ADP IN 5 prep;their their PRON PRP$ 8 poss;homes home NOUN NNS 6 pobj;. . PUNCT . 5 punct"),
            "Some 120 115/120/125 about displaced [households] [families] incident\n");
}

}  // namespace
}  // namespace rashomon::mentions
