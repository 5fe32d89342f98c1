#include "mentions/quantities.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <fmt/format.h>

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
    out += fmt::format("{} {}/{}/{} {} {} [{}] [{}]", q.text, number(q.low), number(q.best), number(q.high), name_of(q.bound),
                       name_of(q.measure), q.unit, q.group);
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
  EXPECT_EQ(read("This brought the total number of Danish sailors killed this month to 53.",
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
  EXPECT_EQ(read("Norway said three of its soldiers were wounded.",
                 "Norway Norway PROPN NNP 2 nsubj B-GPE;said say VERB VBD 0 ROOT;three three NUM CD 8 nsubjpass B-CARDINAL;"
                 "of of ADP IN 3 prep;its its PRON PRP$ 6 poss;soldiers soldier NOUN NNS 4 pobj;were be AUX VBD 8 auxpass;"
                 "wounded wound VERB VBN 2 ccomp;. . PUNCT . 2 punct"),
            "three 3/3/3 exact injured [persons] [Norwegian soldiers] incident\n");
}

TEST(FindQuantities, FollowsAForcedVerbToWhatIsForced) {
  EXPECT_EQ(read("Floods since April have forced some 3,600 farmers to flee their homes.",
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
  EXPECT_EQ(read("Chile hosts around 4 million refugees.",
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
  EXPECT_EQ(read("A sailor was killed and no one was injured.",
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
  EXPECT_EQ(read("Hundreds of thousands of villagers fled.",
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
  EXPECT_EQ(read("Article 5 covers the S-400 on Route 30.",
                 "Article article NOUN NN 3 nsubj B-LAW;5 5 NUM CD 1 nummod I-LAW;covers cover VERB VBZ 0 ROOT;"
                 "the the DET DT 5 det;S-400 s-400 NOUN NN 3 dobj;on on ADP IN 3 prep;Route Route PROPN NNP 6 pobj B-FAC;"
                 "30 30 NUM CD 7 nummod I-FAC;. . PUNCT . 3 punct"),
            "");
}

}  // namespace
}  // namespace rashomon::mentions
