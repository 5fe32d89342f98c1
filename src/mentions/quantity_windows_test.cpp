#include <gtest/gtest.h>

#include "mentions/test_quantities.hpp"

namespace rashomon::mentions {
namespace {

using test::read_quantities;

TEST(WindowOf, ReadsTheTollOfACountNoun) {
  EXPECT_EQ(
      read_quantities(
          "This brought the total number of Danish sailors killed this month to 53.",
          "This this PRON DT 2 nsubj;brought bring VERB VBD 0 ROOT;the the DET DT 5 det;total total ADJ JJ 5 amod;"
          "number number NOUN NN 2 dobj;of of ADP IN 5 prep;Danish danish ADJ JJ 8 amod B-NORP;"
          "sailors sailor NOUN NNS 6 pobj;killed kill VERB VBN 5 acl;this this DET DT 11 det B-DATE;"
          "month month NOUN NN 9 npadvmod I-DATE;to to ADP IN 9 prep;53 53 NUM CD 12 pobj B-CARDINAL;"
          ". . PUNCT . 2 punct"),
      "53 53/53/53 exact killed [persons] [Danish sailors] during from 2020-02-01\n");
}

TEST(WindowOf, FollowsAForcedVerbToWhatIsForced) {
  EXPECT_EQ(
      read_quantities(
          "Floods since April have forced some 3,600 farmers to flee their homes.",
          "Floods flood NOUN NNS 5 nsubj;since since SCONJ IN 5 prep;April April PROPN NNP 2 pobj B-DATE;"
          "have have AUX VBP 5 aux;forced force VERB VBN 0 ROOT;some some DET DT 7 quantmod B-CARDINAL;"
          "3,600 3,600 NUM CD 8 nummod I-CARDINAL;farmers farmer NOUN NNS 5 dobj;to to PART TO 10 aux;"
          "flee flee VERB VB 5 xcomp;their their PRON PRP$ 12 poss;homes home NOUN NNS 10 dobj;. . PUNCT . 5 punct"),
      "some 3,600 3550/3600/3650 about displaced [persons] [farmers] since from 2019-04-01\n");
}

TEST(WindowOf, SaysThatHostingIsAStock) {
  EXPECT_EQ(
      read_quantities(
          "Chile hosts around 4 million refugees.",
          "Chile chile NOUN NN 2 nsubj B-GPE;hosts host VERB VBZ 0 ROOT;around around ADP IN 5 quantmod B-CARDINAL;"
          "4 4 NUM CD 5 compound I-CARDINAL;million million NUM CD 6 nummod I-CARDINAL;"
          "refugees refugee NOUN NNS 2 dobj;. . PUNCT . 2 punct"),
      "around 4 million 3600000/4000000/4400000 about hosted [persons] [refugees] stock from 2020-02-28\n");
}

TEST(WindowOf, LeavesAHyphenatedModifierToItsNoun) {
  EXPECT_EQ(read_quantities("Brazil left the 29-member alliance.",
                            "Brazil Brazil PROPN NNP 2 nsubj B-GPE;left leave VERB VBD 0 ROOT;the the DET DT 7 det;"
                            "29 29 NUM CD 6 nummod B-CARDINAL;- - PUNCT HYPH 6 punct;member member NOUN NN 7 compound;"
                            "alliance alliance NOUN NN 2 dobj;. . PUNCT . 2 punct"),
            "29 29/29/29 exact members [members] [alliance] stock from 2020-02-28\n");
}

TEST(WindowOf, FindsTheSinceOfAParticiple) {
  EXPECT_EQ(read_quantities(
                "Rebels have since May cut off the valley, forcing some 300 villagers to leave.",
                "Rebels rebel NOUN NNS 5 nsubj;have have AUX VBP 5 aux;since since SCONJ IN 5 prep;"
                "May May PROPN NNP 3 pobj B-DATE;cut cut VERB VB 0 ROOT;off off ADP RP 5 prt;the the DET DT 8 det;"
                "valley valley NOUN NN 5 dobj;, , PUNCT , 5 punct;forcing force VERB VBG 5 advcl;"
                "some some DET DT 12 quantmod B-CARDINAL;300 300 NUM CD 13 nummod I-CARDINAL;"
                "villagers villager NOUN NNS 10 dobj;to to PART TO 15 aux;leave leave VERB VB 10 xcomp;"
                ". . PUNCT . 5 punct"),
            "some 300 270/300/330 about displaced [persons] [villagers] since from 2019-05-01\n");
}

TEST(WindowOf, TakesWarsForMoreThanAnIncident) {
  EXPECT_EQ(
      read_quantities("The war has killed more than 9,000 people.",
                      "The the DET DT 2 det;war war NOUN NN 4 nsubj;has have AUX VBZ 4 aux;killed kill VERB VBN 0 ROOT;"
                      "more more ADJ JJR 7 amod B-CARDINAL;than than ADP IN 7 quantmod I-CARDINAL;"
                      "9,000 9,000 NUM CD 8 nummod I-CARDINAL;people people NOUN NNS 4 dobj;. . PUNCT . 4 punct"),
      "more than 9,000 9000/9000/- more than killed [persons] [people] since\n");
}

TEST(WindowOf, SharesTheSinceOfAGappedClause) {
  EXPECT_EQ(
      read_quantities("About 90 miners have been killed and dozens injured since June.",
                      "About about ADV RB 2 advmod B-CARDINAL;90 90 NUM CD 3 nummod I-CARDINAL;"
                      "miners miner NOUN NNS 6 nsubjpass;have have AUX VBP 6 aux;been be AUX VBN 6 auxpass;"
                      "killed kill VERB VBN 0 ROOT;and and CCONJ CC 6 cc;dozens dozen NOUN NNS 6 conj B-CARDINAL;"
                      "injured injure VERB VBN 8 acl;since since SCONJ IN 9 prep;June June PROPN NNP 10 pobj B-DATE;"
                      ". . PUNCT . 6 punct"),
      "About 90 85/90/95 about killed [persons] [miners] since from 2019-06-01\n"
      "dozens 24/-/- vague injured [persons] [miners] since from 2019-06-01\n");
}

TEST(WindowOf, TakesTheVerbBehindAJoinedPhrase) {
  EXPECT_EQ(read_quantities(
                "Norway hosts 20 Danish, Finnish and Latvian pilots.",
                "Norway Norway PROPN NNP 2 nsubj B-GPE;hosts host VERB VBZ 0 ROOT;20 20 NUM CD 4 nummod B-CARDINAL;"
                "Danish Danish PROPN NNP 9 nmod B-NORP;, , PUNCT , 4 punct;Finnish finnish ADJ JJ 9 amod B-NORP;"
                "and and CCONJ CC 6 cc;Latvian latvian ADJ JJ 6 conj B-NORP;pilots pilot NOUN NNS 2 dobj;"
                ". . PUNCT . 2 punct"),
            "20 20/20/20 exact hosted [persons] [Danish, Finnish and Latvian pilots] stock from 2020-02-28\n");
}

TEST(WindowOf, CountsDisplacedInCampsAsAStock) {
  EXPECT_EQ(
      read_quantities("Some 4,000 people are still living in camps.",
                      "Some some DET DT 2 quantmod B-CARDINAL;4,000 4,000 NUM CD 3 nummod I-CARDINAL;"
                      "people people NOUN NNS 6 nsubj;are be AUX VBP 6 aux;still still ADV RB 6 advmod;"
                      "living live VERB VBG 0 ROOT;in in ADP IN 6 prep;camps camp NOUN NNS 7 pobj;. . PUNCT . 6 punct"),
      "Some 4,000 3600/4000/4400 about displaced [persons] [people] stock from 2020-02-28\n");
}

TEST(WindowOf, GivesADayToWhatHappenedOnItAlone) {
  EXPECT_EQ(read_quantities(
                "Between 900 and 1,200 people crossed the river on Thursday alone.",
                "Between between ADP IN 6 prep;900 900 NUM CD 5 nummod;and and CCONJ CC 2 cc;"
                "1,200 1,200 NUM CD 2 conj B-CARDINAL;people people NOUN NNS 6 nsubj;crossed cross VERB VBD 0 ROOT;"
                "the the DET DT 8 det;river river NOUN NN 6 dobj;on on ADP IN 6 prep;"
                "Thursday Thursday PROPN NNP 9 pobj B-DATE;alone alone ADV RB 6 advmod;. . PUNCT . 6 punct"),
            "Between 900 and 1,200 900/-/1200 exact moved [persons] [people] day from 2020-02-27\n");
}

TEST(WindowOf, DatesWhatHasSinceBeenCounted) {
  EXPECT_EQ(
      read_quantities(
          "The war began in 2013 and has since claimed the lives of almost 2,000 people.",
          "The the DET DT 2 det;war war NOUN NN 3 nsubj;began begin VERB VBD 0 ROOT;in in ADP IN 3 prep;"
          "2013 2013 NUM CD 4 pobj B-DATE;and and CCONJ CC 3 cc;has have AUX VBZ 9 aux;since since ADV RB 9 advmod;"
          "claimed claim VERB VBN 3 conj;the the DET DT 11 det;lives life NOUN NNS 9 dobj;of of ADP IN 11 prep;"
          "almost almost ADV RB 14 advmod B-CARDINAL;2,000 2,000 NUM CD 15 nummod I-CARDINAL;"
          "people people NOUN NNS 12 pobj;. . PUNCT . 3 punct"),
      "almost 2,000 1800/-/1999 almost killed [persons] [people] since from 2013-01-01\n");
}

TEST(WindowOf, ReadsAPeriodFromTwoDates) {
  EXPECT_EQ(
      read_quantities(
          "Floods displaced 9,000 people between 1 December and 23 February.",
          "Floods flood NOUN NNS 2 nsubj;displaced displace VERB VBD 0 ROOT;9,000 9,000 NUM CD 4 nummod B-CARDINAL;"
          "people people NOUN NNS 2 dobj;between between ADP IN 6 quantmod B-DATE;1 1 NUM CD 7 nummod I-DATE;"
          "December December PROPN NNP 4 npadvmod I-DATE;and and CCONJ CC 7 cc I-DATE;23 23 NUM CD 10 nummod I-DATE;"
          "February February PROPN NNP 7 conj I-DATE;. . PUNCT . 2 punct"),
      "9,000 9000/9000/9000 exact displaced [persons] [people] during from 2019-12-01\n");
}

TEST(WindowOf, CountsTroopsThatAStateHasInPlace) {
  EXPECT_EQ(read_quantities(
                "Chile has 2,000 troops on the ground.",
                "Chile Chile PROPN NNP 2 nsubj B-GPE;has have VERB VBZ 0 ROOT;2,000 2,000 NUM CD 4 nummod B-CARDINAL;"
                "troops troop NOUN NNS 2 dobj;on on ADP IN 4 prep;the the DET DT 7 det;ground ground NOUN NN 5 pobj;"
                ". . PUNCT . 2 punct"),
            "2,000 2000/2000/2000 exact deployed [persons] [troops] stock from 2020-02-28\n");
}

TEST(WindowOf, CountsWhatACampaignHasDoneSinceItBegan) {
  EXPECT_EQ(
      read_quantities(
          "Chile seeks to halt the two-month offensive. The offensive has already sent thousands of villagers fleeing.",
          "Chile Chile PROPN NNP 2 nsubj B-GPE;seeks seek VERB VBZ 0 ROOT;to to PART TO 4 aux;"
          "halt halt VERB VB 2 xcomp;the the DET DT 9 det;two two NUM CD 8 nummod B-DATE;"
          "- - PUNCT HYPH 8 punct I-DATE;month month NOUN NN 9 compound I-DATE;"
          "offensive offensive NOUN NN 4 dobj;. . PUNCT . 2 punct;;The the DET DT 2 det;"
          "offensive offensive NOUN NN 5 nsubj;has have AUX VBZ 5 aux;already already ADV RB 5 advmod;"
          "sent send VERB VBN 0 ROOT;thousands thousand NOUN NNS 9 nsubj B-CARDINAL;of of ADP IN 6 prep;"
          "villagers villager NOUN NNS 7 pobj;fleeing flee VERB VBG 5 advcl;. . PUNCT . 5 punct"),
      "two 2/2/2 exact count [months] []\n"
      "thousands 2000/-/- vague displaced [persons] [villagers] since from 2019-12-30\n");
}

TEST(WindowOf, LeavesWhatAnOffensiveDidToTheDay) {
  EXPECT_EQ(read_quantities("The offensive killed 40 villagers.",
                            "The the DET DT 2 det;offensive offensive NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                            "40 40 NUM CD 5 nummod B-CARDINAL;villagers villager NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "40 40/40/40 exact killed [persons] [villagers] incident\n");
}

}  // namespace
}  // namespace rashomon::mentions
