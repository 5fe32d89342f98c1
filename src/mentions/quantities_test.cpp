#include "mentions/quantities.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "mentions/test_parse.hpp"
#include "mentions/times.hpp"

namespace rashomon::mentions {
namespace {

std::string number(const std::optional<double>& v) { return v ? fmt::format("{}", *v) : "-"; }

// Each quantity as "text low/best/high bound measure unit group window", one a line. Anchor: Friday, 28 February 2020.
std::string read(const std::string& text, std::string parse) {
  std::replace(parse.begin(), parse.end(), ';', '\n');
  const TestText t = test_parse(text, parse);
  const Anchor anchor{parse_date("2020-02-28"), "published"};
  std::string out;
  for (const Quantity& q : find_quantities(t.document, t.parse, find_times(t.document, t.parse, anchor), anchor)) {
    out += fmt::format("{} {}/{}/{} {} {} [{}] [{}]", q.text, number(q.low), number(q.best), number(q.high),
                       name_of(q.bound), name_of(q.measure), q.unit, q.group);
    if (q.window) out += fmt::format(" {}", name_of(q.window->kind));
    if (q.window && q.window->range.start) out += " from " + q.window->range.start->iso();
    out += "\n";
  }
  return out;
}

TEST(FindQuantities, TakesTheMeasureFromAPassiveVerb) {
  EXPECT_EQ(read("Seven Basque miners were killed on Monday.",
                 "Seven seven NUM CD 3 nummod B-CARDINAL;Basque basque ADJ JJ 3 amod B-NORP;"
                 "miners miner NOUN NNS 5 nsubjpass;were be AUX VBD 5 auxpass;killed kill VERB VBN 0 ROOT;"
                 "on on ADP IN 5 prep;Monday Monday PROPN NNP 6 pobj B-DATE;. . PUNCT . 5 punct"),
            "Seven 7/7/7 exact killed [persons] [Basque miners] incident\n");
}

TEST(FindQuantities, TakesTheMeasureFromAnActiveVerb) {
  EXPECT_EQ(read("The blast wounded at least 12 sailors.",
                 "The the DET DT 2 det;blast blast NOUN NN 3 nsubj;wounded wound VERB VBD 0 ROOT;"
                 "at at ADV RB 5 advmod B-CARDINAL;least least ADV RBS 6 advmod I-CARDINAL;"
                 "12 12 NUM CD 7 nummod I-CARDINAL;sailors sailor NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "at least 12 12/12/- at least injured [persons] [sailors] incident\n");
}

TEST(FindQuantities, ReadsTheTollOfACountNoun) {
  EXPECT_EQ(
      read("This brought the total number of Danish sailors killed this month to 53.",
           "This this PRON DT 2 nsubj;brought bring VERB VBD 0 ROOT;the the DET DT 5 det;total total ADJ JJ 5 amod;"
           "number number NOUN NN 2 dobj;of of ADP IN 5 prep;Danish danish ADJ JJ 8 amod B-NORP;"
           "sailors sailor NOUN NNS 6 pobj;killed kill VERB VBN 5 acl;this this DET DT 11 det B-DATE;"
           "month month NOUN NN 9 npadvmod I-DATE;to to ADP IN 9 prep;53 53 NUM CD 12 pobj B-CARDINAL;"
           ". . PUNCT . 2 punct"),
      "53 53/53/53 exact killed [persons] [Danish sailors] during from 2020-02-01\n");
}

TEST(FindQuantities, FillsAnElidedGroupFromBefore) {
  EXPECT_EQ(read("Nine nurses were killed and almost 40 more injured.",
                 "Nine nine NUM CD 2 nummod B-CARDINAL;nurses nurse NOUN NNS 4 nsubjpass;were be AUX VBD 4 auxpass;"
                 "killed kill VERB VBN 0 ROOT;and and CCONJ CC 4 cc;almost almost ADV RB 7 advmod B-CARDINAL;"
                 "40 40 NUM CD 9 npadvmod I-CARDINAL;more more ADV RBR 7 amod;injured injured ADJ JJ 4 conj;"
                 ". . PUNCT . 4 punct"),
            "Nine 9/9/9 exact killed [persons] [nurses] incident\n"
            "almost 40 36/-/39 almost injured [persons] [nurses] incident\n");
}

TEST(FindQuantities, NamesTheNationOfAPossessive) {
  EXPECT_EQ(
      read("Norway said three of its soldiers were wounded.",
           "Norway Norway PROPN NNP 2 nsubj B-GPE;said say VERB VBD 0 ROOT;three three NUM CD 8 nsubjpass B-CARDINAL;"
           "of of ADP IN 3 prep;its its PRON PRP$ 6 poss;soldiers soldier NOUN NNS 4 pobj;were be AUX VBD 8 auxpass;"
           "wounded wound VERB VBN 2 ccomp;. . PUNCT . 2 punct"),
      "three 3/3/3 exact injured [persons] [Norwegian soldiers] incident\n");
}

TEST(FindQuantities, FollowsAForcedVerbToWhatIsForced) {
  EXPECT_EQ(
      read("Floods since April have forced some 3,600 farmers to flee their homes.",
           "Floods flood NOUN NNS 5 nsubj;since since SCONJ IN 5 prep;April April PROPN NNP 2 pobj B-DATE;"
           "have have AUX VBP 5 aux;forced force VERB VBN 0 ROOT;some some DET DT 7 quantmod B-CARDINAL;"
           "3,600 3,600 NUM CD 8 nummod I-CARDINAL;farmers farmer NOUN NNS 5 dobj;to to PART TO 10 aux;"
           "flee flee VERB VB 5 xcomp;their their PRON PRP$ 12 poss;homes home NOUN NNS 10 dobj;. . PUNCT . 5 punct"),
      "some 3,600 3550/3600/3650 about displaced [persons] [farmers] since from 2019-04-01\n");
}

TEST(FindQuantities, TakesASubsetFromTheNumberBefore) {
  EXPECT_EQ(read("Five tourists, two of them children, were killed.",
                 "Five five NUM CD 2 nummod B-CARDINAL;tourists tourist NOUN NNS 10 nsubjpass;, , PUNCT , 2 punct;"
                 "two two NUM CD 7 nsubj B-CARDINAL;of of ADP IN 4 prep;them they PRON PRP 5 pobj;"
                 "children child NOUN NNS 2 appos;, , PUNCT , 10 punct;were be AUX VBD 10 auxpass;"
                 "killed kill VERB VBN 0 ROOT;. . PUNCT . 10 punct"),
            "Five 5/5/5 exact killed [persons] [tourists] incident\n"
            "two 2/2/2 exact killed [persons] [children] incident\n");
}

TEST(FindQuantities, CountsPlacesThatWereCaptured) {
  EXPECT_EQ(read("The army captured 20 villages.",
                 "The the DET DT 2 det;army army NOUN NN 3 nsubj;captured capture VERB VBD 0 ROOT;"
                 "20 20 NUM CD 5 nummod B-CARDINAL;villages village NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "20 20/20/20 exact captured [villages] [villages] incident\n");
}

TEST(FindQuantities, SaysThatHostingIsAStock) {
  EXPECT_EQ(
      read("Chile hosts around 4 million refugees.",
           "Chile chile NOUN NN 2 nsubj B-GPE;hosts host VERB VBZ 0 ROOT;around around ADP IN 5 quantmod B-CARDINAL;"
           "4 4 NUM CD 5 compound I-CARDINAL;million million NUM CD 6 nummod I-CARDINAL;"
           "refugees refugee NOUN NNS 2 dobj;. . PUNCT . 2 punct"),
      "around 4 million 3600000/4000000/4400000 about hosted [persons] [refugees] stock from 2020-02-28\n");
}

TEST(FindQuantities, CountsHousesThatWereDestroyed) {
  EXPECT_EQ(read("The storm destroyed 150 houses and left 483 homeless.",
                 "The the DET DT 2 det;storm storm NOUN NN 3 nsubj;destroyed destroy VERB VBD 0 ROOT;"
                 "150 150 NUM CD 5 nummod B-CARDINAL;houses house NOUN NNS 3 dobj;and and CCONJ CC 3 cc;"
                 "left leave VERB VBD 3 conj;483 483 NUM CD 9 nummod B-CARDINAL;homeless homeless ADJ JJ 7 dobj;"
                 ". . PUNCT . 3 punct"),
            "150 150/150/150 exact houses_destroyed [houses] [houses] incident\n"
            "483 483/483/483 exact displaced [persons] [] incident\n");
}

TEST(FindQuantities, ReadsOneBeingFromAnArticle) {
  EXPECT_EQ(
      read("A sailor was killed and no one was injured.",
           "A a DET DT 2 det;sailor sailor NOUN NN 4 nsubjpass;was be AUX VBD 4 auxpass;killed kill VERB VBN 0 ROOT;"
           "and and CCONJ CC 4 cc;no no DET DT 7 det;one one NOUN NN 9 nsubjpass;was be AUX VBD 9 auxpass;"
           "injured injure VERB VBN 4 conj;. . PUNCT . 9 punct"),
      "A sailor 1/1/1 exact killed [persons] [sailor] incident\n"
      "no one 0/0/0 exact injured [persons] [] incident\n");
}

TEST(FindQuantities, LeavesAHyphenatedModifierToItsNoun) {
  EXPECT_EQ(read("Brazil left the 29-member alliance.",
                 "Brazil Brazil PROPN NNP 2 nsubj B-GPE;left leave VERB VBD 0 ROOT;the the DET DT 7 det;"
                 "29 29 NUM CD 6 nummod B-CARDINAL;- - PUNCT HYPH 6 punct;member member NOUN NN 7 compound;"
                 "alliance alliance NOUN NN 2 dobj;. . PUNCT . 2 punct"),
            "29 29/29/29 exact members [members] [alliance] stock from 2020-02-28\n");
}

TEST(FindQuantities, TakesVagueMultiples) {
  EXPECT_EQ(
      read("Hundreds of thousands of villagers fled.",
           "Hundreds hundred NOUN NNS 3 quantmod B-CARDINAL;of of ADP IN 3 quantmod I-CARDINAL;"
           "thousands thousand NOUN NNS 6 nsubj I-CARDINAL;of of ADP IN 3 prep;villagers villager NOUN NNS 4 pobj;"
           "fled flee VERB VBD 0 ROOT;. . PUNCT . 6 punct"),
      "Hundreds of thousands 200000/-/- vague displaced [persons] [villagers] incident\n");
}

TEST(FindQuantities, CountsARange) {
  EXPECT_EQ(read("The strike killed 33 to 36 fighters.",
                 "The the DET DT 2 det;strike strike NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                 "33 33 NUM CD 6 quantmod B-CARDINAL;to to PART TO 6 quantmod;36 36 NUM CD 7 nummod B-CARDINAL;"
                 "fighters fighter NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "33 to 36 33/-/36 exact killed [persons] [fighters] incident\n");
}

TEST(FindQuantities, LeavesNamesWithNumbers) {
  EXPECT_EQ(
      read("Article 5 covers the S-400 on Route 30.",
           "Article article NOUN NN 3 nsubj B-LAW;5 5 NUM CD 1 nummod I-LAW;covers cover VERB VBZ 0 ROOT;"
           "the the DET DT 5 det;S-400 s-400 NOUN NN 3 dobj;on on ADP IN 3 prep;Route Route PROPN NNP 6 pobj B-FAC;"
           "30 30 NUM CD 7 nummod I-FAC;. . PUNCT . 3 punct"),
      "");
}

TEST(FindQuantities, FindsTheSinceOfAParticiple) {
  EXPECT_EQ(read("Rebels have since May cut off the valley, forcing some 300 villagers to leave.",
                 "Rebels rebel NOUN NNS 5 nsubj;have have AUX VBP 5 aux;since since SCONJ IN 5 prep;"
                 "May May PROPN NNP 3 pobj B-DATE;cut cut VERB VB 0 ROOT;off off ADP RP 5 prt;the the DET DT 8 det;"
                 "valley valley NOUN NN 5 dobj;, , PUNCT , 5 punct;forcing force VERB VBG 5 advcl;"
                 "some some DET DT 12 quantmod B-CARDINAL;300 300 NUM CD 13 nummod I-CARDINAL;"
                 "villagers villager NOUN NNS 10 dobj;to to PART TO 15 aux;leave leave VERB VB 10 xcomp;"
                 ". . PUNCT . 5 punct"),
            "some 300 270/300/330 about displaced [persons] [villagers] since from 2019-05-01\n");
}

TEST(FindQuantities, TakesWarsForMoreThanAnIncident) {
  EXPECT_EQ(read("The war has killed more than 9,000 people.",
                 "The the DET DT 2 det;war war NOUN NN 4 nsubj;has have AUX VBZ 4 aux;killed kill VERB VBN 0 ROOT;"
                 "more more ADJ JJR 7 amod B-CARDINAL;than than ADP IN 7 quantmod I-CARDINAL;"
                 "9,000 9,000 NUM CD 8 nummod I-CARDINAL;people people NOUN NNS 4 dobj;. . PUNCT . 4 punct"),
            "more than 9,000 9000/9000/- more than killed [persons] [people] since\n");
}

TEST(FindQuantities, SharesTheSinceOfAGappedClause) {
  EXPECT_EQ(read("About 90 miners have been killed and dozens injured since June.",
                 "About about ADV RB 2 advmod B-CARDINAL;90 90 NUM CD 3 nummod I-CARDINAL;"
                 "miners miner NOUN NNS 6 nsubjpass;have have AUX VBP 6 aux;been be AUX VBN 6 auxpass;"
                 "killed kill VERB VBN 0 ROOT;and and CCONJ CC 6 cc;dozens dozen NOUN NNS 6 conj B-CARDINAL;"
                 "injured injure VERB VBN 8 acl;since since SCONJ IN 9 prep;June June PROPN NNP 10 pobj B-DATE;"
                 ". . PUNCT . 6 punct"),
            "About 90 85/90/95 about killed [persons] [miners] since from 2019-06-01\n"
            "dozens 24/-/- vague injured [persons] [miners] since from 2019-06-01\n");
}

TEST(FindQuantities, PassesNothingOnFromAPart) {
  EXPECT_EQ(read("At least 15 nurses, including two children, were killed and more than 100 wounded.",
                 "At at ADV RB 2 advmod B-CARDINAL;least least ADV RBS 3 advmod I-CARDINAL;"
                 "15 15 NUM CD 4 nummod I-CARDINAL;nurses nurse NOUN NNS 11 nsubjpass;, , PUNCT , 4 punct;"
                 "including include VERB VBG 4 prep;two two NUM CD 8 nummod B-CARDINAL;children child NOUN NNS 6 pobj;"
                 ", , PUNCT , 11 punct;were be AUX VBD 11 auxpass;killed kill VERB VBN 0 ROOT;and and CCONJ CC 11 cc;"
                 "more more ADJ JJR 15 amod B-CARDINAL;than than ADP IN 15 quantmod I-CARDINAL;"
                 "100 100 NUM CD 16 nsubj I-CARDINAL;wounded wound VERB VBN 11 conj;. . PUNCT . 11 punct"),
            "At least 15 15/15/- at least killed [persons] [nurses] incident\n"
            "two 2/2/2 exact killed [persons] [children] incident\n"
            "more than 100 100/100/- more than injured [persons] [nurses] incident\n");
}

TEST(FindQuantities, CountsFightersSaidToBeDestroyed) {
  EXPECT_EQ(read("Jets destroyed up to 80 fighters.",
                 "Jets jet NOUN NNS 2 nsubj B-PERSON;destroyed destroy VERB VBD 0 ROOT;up up ADP IN 5 quantmod;"
                 "to to PART TO 5 quantmod;80 80 NUM CD 6 nummod B-CARDINAL;fighters fighter NOUN NNS 2 dobj;"
                 ". . PUNCT . 2 punct"),
            "up to 80 -/-/80 at most killed [persons] [fighters] incident\n");
}

TEST(FindQuantities, LeavesAPurposeUncounted) {
  EXPECT_EQ(
      read("They began a campaign to drive thousands out of the valley.",
           "They they PRON PRP 2 nsubj;began begin VERB VBD 0 ROOT;a a DET DT 4 det;campaign campaign NOUN NN 2 dobj;"
           "to to PART TO 6 aux;drive drive VERB VB 4 acl;thousands thousand NOUN NNS 6 dobj B-CARDINAL;"
           "out out ADP IN 6 prep;of of ADP IN 8 prep;the the DET DT 11 det;valley valley NOUN NN 9 pobj;"
           ". . PUNCT . 2 punct"),
      "thousands 2000/-/- vague other [] []\n");
}

TEST(FindQuantities, TakesTheHeadlineVerbForAPassive) {
  EXPECT_EQ(read("Two sailors killed in harbour blast",
                 "Two two NUM CD 2 nummod B-CARDINAL;sailors sailor NOUN NNS 0 ROOT;killed kill VERB VBN 2 acl;"
                 "in in ADP IN 3 prep;harbour harbour PROPN NNP 6 compound;blast blast PROPN NNP 4 pobj"),
            "Two 2/2/2 exact killed [persons] [sailors] incident\n");
}

TEST(FindQuantities, ReadsAFigureThatWasRaised) {
  EXPECT_EQ(read("The strike killed 47 miners. This was later raised to 82.",
                 "The the DET DT 2 det;strike strike NOUN NN 3 nsubj;killed kill VERB VBD 0 ROOT;"
                 "47 47 NUM CD 5 nummod B-CARDINAL;miners miner NOUN NNS 3 dobj;. . PUNCT . 3 punct;;"
                 "This this PRON DT 4 nsubjpass;was be AUX VBD 4 auxpass;later later ADV RB 4 advmod;"
                 "raised raise VERB VBN 0 ROOT;to to ADP IN 4 prep;82 82 NUM CD 5 pobj B-CARDINAL;. . PUNCT . 4 punct"),
            "47 47/47/47 exact killed [persons] [miners] incident\n"
            "82 82/82/82 exact killed [persons] [miners] incident\n");
}

TEST(FindQuantities, CountsBesidesAnotherNumber) {
  EXPECT_EQ(read("Three pilots were killed along with six mechanics.",
                 "Three three NUM CD 2 nummod B-CARDINAL;pilots pilot NOUN NNS 4 nsubjpass;were be AUX VBD 4 auxpass;"
                 "killed kill VERB VBN 0 ROOT;along along ADV RB 4 prt;with with ADP IN 4 prep;"
                 "six six NUM CD 8 nummod B-CARDINAL;mechanics mechanic NOUN NNS 6 pobj;. . PUNCT . 4 punct"),
            "Three 3/3/3 exact killed [persons] [pilots] incident\n"
            "six 6/6/6 exact killed [persons] [mechanics] incident\n");
}

TEST(FindQuantities, CountsAmongTheDead) {
  EXPECT_EQ(read("Six nurses were among 19 people killed.",
                 "Six six NUM CD 2 nummod B-CARDINAL;nurses nurse NOUN NNS 3 nsubj;were be AUX VBD 0 ROOT;"
                 "among among ADP IN 3 prep;19 19 NUM CD 6 nummod B-CARDINAL;people people NOUN NNS 4 pobj;"
                 "killed kill VERB VBN 6 acl;. . PUNCT . 3 punct"),
            "Six 6/6/6 exact killed [persons] [nurses] incident\n"
            "19 19/19/19 exact killed [persons] [people] incident\n");
}

TEST(FindQuantities, ReadsMoneyPercentAndLengths) {
  EXPECT_EQ(
      read("It cost $3.5 million, 12 per cent more, for 40 square kilometres.",
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

TEST(FindQuantities, ReadsSpacedThousands) {
  EXPECT_EQ(read("Over 9 300 families were evacuated.",
                 "Over over ADP IN 3 quantmod B-CARDINAL;9 9 NUM CD 3 compound I-CARDINAL;"
                 "300 300 NUM CD 4 nummod I-CARDINAL;families family NOUN NNS 6 nsubjpass;were be AUX VBD 6 auxpass;"
                 "evacuated evacuate VERB VBN 0 ROOT;. . PUNCT . 6 punct"),
            "Over 9 300 9300/9300/- more than evacuated [households] [families] incident\n");
}

TEST(FindQuantities, LeavesAScoreAndAClockTimeAlone) {
  EXPECT_EQ(
      read("They won 3-1 at 7 p.m. in May.",
           "They they PRON PRP 2 nsubj;won win VERB VBD 0 ROOT;3 3 NUM CD 2 npadvmod B-CARDINAL;- - SYM SYM 5 punct;"
           "1 1 NUM CD 3 prep;at at ADP IN 2 prep;7 7 NUM CD 8 nummod B-TIME;p.m. p.m. NOUN NN 6 pobj I-TIME;"
           "in in ADP IN 2 prep;May May PROPN NNP 9 pobj B-DATE;. . PUNCT . 2 punct"),
      "");
}

TEST(FindQuantities, KnowsALengthOfTime) {
  EXPECT_EQ(read("They marched for six months.",
                 "They they PRON PRP 2 nsubj;marched march VERB VBD 0 ROOT;for for ADP IN 2 prep;"
                 "six six NUM CD 5 nummod B-DATE;months month NOUN NNS 3 pobj I-DATE;. . PUNCT . 2 punct"),
            "six 6/6/6 exact count [months] []\n");
}

TEST(FindQuantities, TakesTheVerbBehindAJoinedPhrase) {
  EXPECT_EQ(read("Norway hosts 20 Danish, Finnish and Latvian pilots.",
                 "Norway Norway PROPN NNP 2 nsubj B-GPE;hosts host VERB VBZ 0 ROOT;20 20 NUM CD 4 nummod B-CARDINAL;"
                 "Danish Danish PROPN NNP 9 nmod B-NORP;, , PUNCT , 4 punct;Finnish finnish ADJ JJ 9 amod B-NORP;"
                 "and and CCONJ CC 6 cc;Latvian latvian ADJ JJ 6 conj B-NORP;pilots pilot NOUN NNS 2 dobj;"
                 ". . PUNCT . 2 punct"),
            "20 20/20/20 exact hosted [persons] [Danish, Finnish and Latvian pilots] stock from 2020-02-28\n");
}

TEST(FindQuantities, CountsDisplacedInCampsAsAStock) {
  EXPECT_EQ(read("Some 4,000 people are still living in camps.",
                 "Some some DET DT 2 quantmod B-CARDINAL;4,000 4,000 NUM CD 3 nummod I-CARDINAL;"
                 "people people NOUN NNS 6 nsubj;are be AUX VBP 6 aux;still still ADV RB 6 advmod;"
                 "living live VERB VBG 0 ROOT;in in ADP IN 6 prep;camps camp NOUN NNS 7 pobj;. . PUNCT . 6 punct"),
            "Some 4,000 3600/4000/4400 about displaced [persons] [people] stock from 2020-02-28\n");
}

TEST(FindQuantities, GivesADayToWhatHappenedOnItAlone) {
  EXPECT_EQ(read("Between 900 and 1,200 people crossed the river on Thursday alone.",
                 "Between between ADP IN 6 prep;900 900 NUM CD 5 nummod;and and CCONJ CC 2 cc;"
                 "1,200 1,200 NUM CD 2 conj B-CARDINAL;people people NOUN NNS 6 nsubj;crossed cross VERB VBD 0 ROOT;"
                 "the the DET DT 8 det;river river NOUN NN 6 dobj;on on ADP IN 6 prep;"
                 "Thursday Thursday PROPN NNP 9 pobj B-DATE;alone alone ADV RB 6 advmod;. . PUNCT . 6 punct"),
            "Between 900 and 1,200 900/-/1200 exact moved [persons] [people] day from 2020-02-27\n");
}

TEST(FindQuantities, ReadsAHeadlineOfTwoTolls) {
  EXPECT_EQ(read("Two miners killed 5 others injured in blast",
                 "Two two NUM CD 2 nummod B-CARDINAL;miners miner NOUN NNS 3 nsubj;killed kill VERB VBD 0 ROOT;"
                 "5 5 NUM CD 5 nummod B-CARDINAL;others other NOUN NNS 3 dobj;injured injure VERB VBN 5 acl;"
                 "in in ADP IN 6 prep;blast blast NOUN NN 7 pobj"),
            "Two 2/2/2 exact killed [persons] [miners] incident\n"
            "5 5/5/5 exact injured [persons] [miners] incident\n");
}

TEST(FindQuantities, CountsTheBodiesOfTheDead) {
  EXPECT_EQ(read("The video showed the bodies of a dozen farmers.",
                 "The the DET DT 2 det;video video NOUN NN 3 nsubj;showed show VERB VBD 0 ROOT;the the DET DT 5 det;"
                 "bodies body NOUN NNS 3 dobj;of of ADP IN 5 prep;a a DET DT 8 quantmod B-CARDINAL;"
                 "dozen dozen NOUN NN 9 nummod I-CARDINAL;farmers farmer NOUN NNS 6 pobj;. . PUNCT . 3 punct"),
            "a dozen 12/12/12 exact killed [persons] [farmers] incident\n");
}

TEST(FindQuantities, NamesNoNationForAPart) {
  EXPECT_EQ(
      read("A Danish air strike killed 49 rebels including seven of its commanders.",
           "A a DET DT 4 det;Danish danish ADJ JJ 4 amod B-NORP;air air NOUN NN 4 compound;"
           "strike strike NOUN NN 5 nsubj;killed kill VERB VBD 0 ROOT;49 49 NUM CD 7 nummod B-CARDINAL;"
           "rebels rebel NOUN NNS 5 dobj;including include VERB VBG 7 prep;seven seven NUM CD 8 pobj B-CARDINAL;"
           "of of ADP IN 9 prep;its its PRON PRP$ 12 poss;commanders commander NOUN NNS 10 pobj;. . PUNCT . 5 punct"),
      "49 49/49/49 exact killed [persons] [rebels] incident\n"
      "seven 7/7/7 exact killed [persons] [commanders] incident\n");
}

TEST(FindQuantities, DatesWhatHasSinceBeenCounted) {
  EXPECT_EQ(
      read("The war began in 2013 and has since claimed the lives of almost 2,000 people.",
           "The the DET DT 2 det;war war NOUN NN 3 nsubj;began begin VERB VBD 0 ROOT;in in ADP IN 3 prep;"
           "2013 2013 NUM CD 4 pobj B-DATE;and and CCONJ CC 3 cc;has have AUX VBZ 9 aux;since since ADV RB 9 advmod;"
           "claimed claim VERB VBN 3 conj;the the DET DT 11 det;lives life NOUN NNS 9 dobj;of of ADP IN 11 prep;"
           "almost almost ADV RB 14 advmod B-CARDINAL;2,000 2,000 NUM CD 15 nummod I-CARDINAL;"
           "people people NOUN NNS 12 pobj;. . PUNCT . 3 punct"),
      "almost 2,000 1800/-/1999 almost killed [persons] [people] since from 2013-01-01\n");
}

TEST(FindQuantities, ReadsInjuriesThatAreSustained) {
  EXPECT_EQ(read("Three cooks sustained injuries.",
                 "Three three NUM CD 2 nummod B-CARDINAL;cooks cook NOUN NNS 3 nsubj;sustained sustain VERB VBD 0 ROOT;"
                 "injuries injury NOUN NNS 3 dobj;. . PUNCT . 3 punct"),
            "Three 3/3/3 exact injured [persons] [cooks] incident\n");
}

TEST(FindQuantities, ReadsSharesAndPartsOfAMillion) {
  EXPECT_EQ(read("Two-thirds of the town is gone. A quarter of a million farmers fled.",
                 "Two two NUM CD 3 nummod B-CARDINAL;- - PUNCT HYPH 3 punct I-CARDINAL;"
                 "thirds third NOUN NNS 7 nsubj I-CARDINAL;of of ADP IN 3 prep;the the DET DT 6 det;"
                 "town town NOUN NN 4 pobj;is be AUX VBZ 0 ROOT;gone go VERB VBN 7 acomp;. . PUNCT . 7 punct;;"
                 "A a DET DT 2 det B-CARDINAL;quarter quarter NOUN NN 7 npadvmod I-CARDINAL;of of ADP IN 2 prep;"
                 "a a DET DT 5 quantmod;million million NUM CD 6 nummod;farmers farmer NOUN NNS 7 nsubj;"
                 "fled flee VERB VBD 0 ROOT;. . PUNCT . 7 punct"),
            "Two-thirds 0.6666666666666666/0.6666666666666666/0.6666666666666666 exact count [share] []\n"
            "A quarter of a million 250000/250000/250000 exact displaced [persons] [farmers] incident\n");
}

}  // namespace
}  // namespace rashomon::mentions
