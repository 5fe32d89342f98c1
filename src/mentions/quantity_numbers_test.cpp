#include <gtest/gtest.h>

#include "mentions/test_quantities.hpp"

namespace rashomon::mentions {
namespace {

using test::read_quantities;

TEST(QuantityWords, ReadsAFewAndACouple) {
  EXPECT_EQ(read_quantities(
                "A few miners were killed and a couple of guards were hurt.",
                "A a DET DT 3 det;few few ADJ JJ 3 amod;miners miner NOUN NNS 5 nsubjpass;were be AUX VBD 5 auxpass;"
                "killed kill VERB VBN 0 ROOT;and and CCONJ CC 5 cc;a a DET DT 8 det;"
                "couple couple NOUN NN 12 nsubjpass;of of ADP IN 8 prep;guards guard NOUN NNS 9 pobj;"
                "were be AUX VBD 12 auxpass;hurt hurt VERB VBN 5 conj;. . PUNCT . 12 punct"),
            "A few 2/-/- vague killed [persons] [miners] incident\n"
            "a couple 2/-/- vague injured [persons] [guards] incident\n");
}

TEST(QuantityWords, LeavesAFewThingsThatNothingIsSaidOf) {
  EXPECT_EQ(read_quantities(
                "A few shops opened.",
                "A a DET DT 2 quantmod;few few ADJ JJ 3 amod;shops shop NOUN NNS 4 nsubj;opened open VERB VBD 0 ROOT;"
                ". . PUNCT . 4 punct"),
            "");
}

TEST(QuantityWords, ReadsScoresBeforeAParticiple) {
  EXPECT_EQ(read_quantities(
                "Dozens were wounded and scores arrested.",
                "Dozens dozen NOUN NNS 3 nsubjpass B-CARDINAL;were be AUX VBD 3 auxpass;wounded wound VERB VBN 0 ROOT;"
                "and and CCONJ CC 3 cc;scores score NOUN NNS 6 nsubj;arrested arrest VERB VBN 3 conj;"
                ". . PUNCT . 3 punct"),
            "Dozens 24/-/- vague injured [persons] [] incident\n"
            "scores 40/-/- vague arrested [persons] [] incident\n");
}

TEST(QuantityWords, LeavesTheScoresOfGames) {
  EXPECT_EQ(read_quantities(
                "The scores were close.",
                "The the DET DT 2 det;scores score NOUN NNS 3 nsubj;were be AUX VBD 0 ROOT;close close ADJ JJ 3 acomp;"
                ". . PUNCT . 3 punct"),
            "");
}

TEST(QuantityWords, CountsNoneAsZero) {
  EXPECT_EQ(read_quantities("None of the passengers were hurt.",
                            "None none NOUN NN 6 nsubjpass;of of ADP IN 1 prep;the the DET DT 4 det;"
                            "passengers passenger NOUN NNS 2 pobj;were be AUX VBD 6 auxpass;hurt hurt VERB VBN 0 ROOT;"
                            ". . PUNCT . 6 punct"),
            "None of the passengers 0/0/0 exact injured [persons] [passengers] incident\n");
}

TEST(QuantityWords, CountsNobodyAsZero) {
  EXPECT_EQ(read_quantities("Nobody was killed in the raid.",
                            "Nobody nobody PRON NN 3 nsubjpass;was be AUX VBD 3 auxpass;killed kill VERB VBN 0 ROOT;"
                            "in in ADP IN 3 prep;the the DET DT 6 det;raid raid NOUN NN 4 pobj;. . PUNCT . 3 punct"),
            "Nobody 0/0/0 exact killed [persons] [] incident\n");
}

TEST(QuantityWords, CountsNoCasualtiesAsZero) {
  EXPECT_EQ(read_quantities("There were no casualties.",
                            "There there PRON EX 2 expl;were be VERB VBD 0 ROOT;no no DET DT 4 det;"
                            "casualties casualty NOUN NNS 2 attr;. . PUNCT . 2 punct"),
            "no casualties 0/0/0 exact casualties [persons] [] incident\n");
}

TEST(QuantityWords, CountsBoth) {
  EXPECT_EQ(read_quantities(
                "Both pilots died in the crash.",
                "Both both DET DT 2 det;pilots pilot NOUN NNS 3 nsubj;died die VERB VBD 0 ROOT;in in ADP IN 3 prep;"
                "the the DET DT 6 det;crash crash NOUN NN 4 pobj;. . PUNCT . 3 punct"),
            "Both pilots 2/2/2 exact killed [persons] [pilots] incident\n");
}

TEST(QuantityWords, CountsAFamilyByItsMembers) {
  EXPECT_EQ(
      read_quantities("A family of six was killed in the shelling.",
                      "A a DET DT 2 det;family family NOUN NN 6 nsubjpass;of of ADP IN 2 prep;"
                      "six six NUM CD 3 pobj B-CARDINAL;was be AUX VBD 6 auxpass;killed kill VERB VBN 0 ROOT;"
                      "in in ADP IN 6 prep;the the DET DT 9 det;shelling shelling NOUN NN 7 pobj;. . PUNCT . 6 punct"),
      "six 6/6/6 exact killed [persons] [] incident\n");
}

TEST(QuantityWords, ReadsThreeOrFour) {
  EXPECT_EQ(
      read_quantities("Three or four men were arrested.",
                      "Three three NUM CD 4 nummod B-CARDINAL;or or CCONJ CC 1 cc;four four NUM CD 1 conj B-CARDINAL;"
                      "men man NOUN NNS 6 nsubjpass;were be AUX VBD 6 auxpass;arrested arrest VERB VBN 0 ROOT;"
                      ". . PUNCT . 6 punct"),
      "Three or four 3/-/4 exact arrested [persons] [men] incident\n");
}

TEST(QuantityWords, ReadsFromTo) {
  EXPECT_EQ(
      read_quantities("Between 33 and 36 soldiers were killed.",
                      "Between between ADP IN 2 quantmod B-DATE;33 33 NUM CD 5 nummod I-DATE;and and CCONJ CC 2 cc;"
                      "36 36 NUM CD 2 conj B-CARDINAL;soldiers soldier NOUN NNS 7 nsubjpass;were be AUX VBD 7 auxpass;"
                      "killed kill VERB VBN 0 ROOT;. . PUNCT . 7 punct"),
      "Between 33 and 36 33/-/36 exact killed [persons] [soldiers] incident\n");
}

TEST(QuantityWords, ReadsNearlyAMillion) {
  EXPECT_EQ(read_quantities(
                "Nearly a million people fled the city.",
                "Nearly nearly ADV RB 3 advmod B-CARDINAL;a a DET DT 3 quantmod I-CARDINAL;"
                "million million NUM CD 4 nummod I-CARDINAL;people people NOUN NNS 5 nsubj;fled flee VERB VBD 0 ROOT;"
                "the the DET DT 7 det;city city NOUN NN 5 dobj;. . PUNCT . 5 punct"),
            "Nearly a million 900000/-/999999 almost displaced [persons] [people] incident\n");
}

TEST(QuantityWords, ReadsHalfAMillion) {
  EXPECT_EQ(read_quantities("Half a million refugees fled.",
                            "Half half DET PDT 3 quantmod B-CARDINAL;a a DET DT 3 quantmod I-CARDINAL;"
                            "million million NUM CD 4 nummod I-CARDINAL;refugees refugee NOUN NNS 5 nsubj;"
                            "fled flee VERB VBD 0 ROOT;. . PUNCT . 5 punct"),
            "Half a million 500000/500000/500000 exact displaced [persons] [refugees] incident\n");
}

TEST(QuantityWords, ReadsLetterScales) {
  EXPECT_EQ(read_quantities(
                "About 1.2m people were displaced.",
                "About about ADV RB 2 quantmod B-CARDINAL;1.2 1.2 NUM CD 3 nummod I-CARDINAL;m m NOUN NN 4 compound;"
                "people people NOUN NNS 6 nsubjpass;were be AUX VBD 6 auxpass;displaced displace VERB VBN 0 ROOT;"
                ". . PUNCT . 6 punct"),
            "About 1.2m 1150000/1200000/1250000 about displaced [persons] [people] incident\n");
}

TEST(QuantityWords, ReadsNumberWords) {
  EXPECT_EQ(
      read_quantities("Twenty-two thousand people were evacuated.",
                      "Twenty twenty NUM CD 4 compound B-CARDINAL;- - PUNCT HYPH 4 punct I-CARDINAL;"
                      "two two NUM CD 4 compound I-CARDINAL;thousand thousand NUM CD 5 nummod;"
                      "people people NOUN NNS 7 nsubjpass;were be AUX VBD 7 auxpass;evacuated evacuate VERB VBN 0 ROOT;"
                      ". . PUNCT . 7 punct"),
      "Twenty-two thousand 22000/22000/22000 exact evacuated [persons] [people] incident\n");
}

TEST(QuantityWords, ReadsNotMoreThan) {
  EXPECT_EQ(read_quantities(
                "Not more than 20 houses were burnt.",
                "Not not PART RB 4 neg;more more ADJ JJR 4 amod B-CARDINAL;than than ADP IN 4 quantmod I-CARDINAL;"
                "20 20 NUM CD 5 nummod I-CARDINAL;houses house NOUN NNS 7 nsubjpass;were be AUX VBD 7 auxpass;"
                "burnt burn VERB VBN 0 ROOT;. . PUNCT . 7 punct"),
            "Not more than 20 -/-/20 at most houses_destroyed [houses] [houses] incident\n");
}

TEST(QuantityWords, ReadsUpwardsOf) {
  EXPECT_EQ(
      read_quantities("Upwards of 200 fighters were captured.",
                      "Upwards upwards ADJ JJ 6 nsubjpass;of of ADP IN 1 prep;200 200 NUM CD 4 nummod B-CARDINAL;"
                      "fighters fighter NOUN NNS 2 pobj;were be AUX VBD 6 auxpass;captured capture VERB VBN 0 ROOT;"
                      ". . PUNCT . 6 punct"),
      "Upwards of 200 200/200/- at least captured [persons] [fighters] incident\n");
}

TEST(QuantityWords, ReadsNoFewerThan) {
  EXPECT_EQ(
      read_quantities("No fewer than 17 rebels surrendered.",
                      "No no PRON DT 4 neg;fewer few ADJ JJR 4 amod;than than ADP IN 4 quantmod;17 17 NUM CD 5 nummod;"
                      "rebels rebel NOUN NNS 6 nsubj;surrendered surrender VERB VBD 0 ROOT;. . PUNCT . 6 punct"),
      "No fewer than 17 17/17/- at least captured [persons] [rebels] incident\n");
}

TEST(QuantityWords, NamesABoyByHisAge) {
  EXPECT_EQ(read_quantities(
                "A 12-year-old boy was killed.",
                "A a DET DT 7 det;12 12 NUM CD 4 nummod B-DATE;- - PUNCT HYPH 4 punct I-DATE;"
                "year year NOUN NN 6 npadvmod I-DATE;- - PUNCT HYPH 6 punct I-DATE;old old ADJ JJ 7 amod I-DATE;"
                "boy boy NOUN NN 9 nsubjpass;was be AUX VBD 9 auxpass;killed kill VERB VBN 0 ROOT;. . PUNCT . 9 punct"),
            "A 12-year-old boy 1/1/1 exact killed [persons] [12-year-old boy] incident\n"
            "12 12/12/12 exact age [years] []\n");
}

TEST(QuantityWords, RefusesOrdinals) {
  EXPECT_EQ(read_quantities(
                "The 46th brigade shelled the town.",
                "The the DET DT 3 det;46th 46th ADJ JJ 3 amod B-ORDINAL;brigade brigade NOUN NN 4 nsubj;"
                "shelled shell VERB VBD 0 ROOT;the the DET DT 6 det;town town NOUN NN 4 dobj;. . PUNCT . 4 punct"),
            "");
}

TEST(QuantityWords, RefusesScoresOfGames) {
  EXPECT_EQ(read_quantities(
                "Norway beat Chile 3-1 on Saturday.",
                "Norway Norway PROPN NNP 2 nsubj B-GPE;beat beat VERB VBD 0 ROOT;Chile Chile PROPN NNP 2 dobj B-GPE;"
                "3 3 NUM CD 3 nummod;- - SYM SYM 6 punct;1 1 NUM CD 2 npadvmod;on on ADP IN 2 prep;"
                "Saturday Saturday PROPN NNP 7 pobj B-DATE;. . PUNCT . 2 punct"),
            "");
}

TEST(QuantityWords, RefusesDocumentNumbers) {
  EXPECT_EQ(read_quantities("Resolution 2254 was adopted.",
                            "Resolution resolution NOUN NN 4 nsubjpass B-LAW;2254 2254 NUM CD 1 nummod I-LAW;"
                            "was be AUX VBD 4 auxpass;adopted adopt VERB VBN 0 ROOT;. . PUNCT . 4 punct"),
            "");
}

TEST(QuantityWords, RefusesRoadsAndTypes) {
  EXPECT_EQ(
      read_quantities("The M5 highway was hit by an S-300 missile.",
                      "The the DET DT 3 det;M5 m5 NOUN NN 3 compound;highway highway NOUN NN 5 nsubjpass;"
                      "was be AUX VBD 5 auxpass;hit hit VERB VBN 0 ROOT;by by ADP IN 5 agent;an an DET DT 9 det;"
                      "S-300 S-300 PROPN NNP 9 compound B-PRODUCT;missile missile NOUN NN 6 pobj;. . PUNCT . 5 punct"),
      "");
}

TEST(QuantityWords, RefusesNumbersWithManyPoints) {
  EXPECT_EQ(read_quantities(
                "Version 1.2.3.4 was released.",
                "Version Version PROPN NNP 2 compound;1.2.3.4 1.2.3.4 NUM CD 4 nsubjpass;was be AUX VBD 4 auxpass;"
                "released release VERB VBN 0 ROOT;. . PUNCT . 4 punct"),
            "");
}

TEST(QuantityWords, RefusesClockTimes) {
  EXPECT_EQ(read_quantities(
                "The man was shot at 10:30.",
                "The the DET DT 2 det;man man NOUN NN 4 nsubjpass;was be AUX VBD 4 auxpass;shot shoot VERB VBN 0 ROOT;"
                "at at ADP IN 4 prep;10:30 10:30 NUM CD 5 pobj B-TIME;. . PUNCT . 4 punct"),
            "");
}

TEST(QuantityWords, MeasuresAges) {
  EXPECT_EQ(
      read_quantities("Maria Novak, 44, was killed.",
                      "Maria Maria PROPN NNP 2 compound B-PERSON;Novak Novak PROPN NNP 7 nsubjpass I-PERSON;"
                      ", , PUNCT , 2 punct;44 44 NUM CD 2 appos B-DATE;, , PUNCT , 2 punct;was be AUX VBD 7 auxpass;"
                      "killed kill VERB VBN 0 ROOT;. . PUNCT . 7 punct"),
      "44 44/44/44 exact age [years] []\n");
}

TEST(QuantityWords, MeasuresCalibres) {
  EXPECT_EQ(read_quantities(
                "He fired a 122mm rocket.",
                "He he PRON PRP 2 nsubj;fired fire VERB VBD 0 ROOT;a a DET DT 6 det;"
                "122 122 NUM CD 5 nummod B-CARDINAL;mm mm NOUN NN 6 compound B-PERSON;rocket rocket NOUN NN 2 dobj;"
                ". . PUNCT . 2 punct"),
            "122 122/122/122 exact length [millimetres] []\n");
}

TEST(QuantityWords, MeasuresDistancesAndMoney) {
  EXPECT_EQ(read_quantities(
                "The ministry paid $3 million for a post 12 km away.",
                "The the DET DT 2 det;ministry ministry NOUN NN 3 nsubj;paid pay VERB VBD 0 ROOT;"
                "$ $ SYM $ 6 quantmod B-MONEY;3 3 NUM CD 6 compound I-MONEY;million million NUM CD 3 dobj I-MONEY;"
                "for for ADP IN 3 prep;a a DET DT 9 det;post post NOUN NN 7 pobj;12 12 NUM CD 11 nummod B-QUANTITY;"
                "km km NOUN NNS 12 npadvmod I-QUANTITY;away away ADV RB 9 advmod;. . PUNCT . 3 punct"),
            "$3 million 3000000/3000000/3000000 exact money [dollars] []\n"
            "12 12/12/12 exact length [kilometres] []\n");
}

TEST(QuantityWords, CountsVotesAsNoToll) {
  EXPECT_EQ(
      read_quantities("The law passed by 120 votes.",
                      "The the DET DT 2 det;law law NOUN NN 3 nsubj;passed pass VERB VBD 0 ROOT;by by ADP IN 3 prep;"
                      "120 120 NUM CD 6 nummod B-CARDINAL;votes vote NOUN NNS 4 pobj;. . PUNCT . 3 punct"),
      "120 120/120/120 exact other [votes] [votes] incident\n");
}

TEST(QuantityWords, KeepsTheWordsOfANumberThatIsTooLong) {
  EXPECT_EQ(read_quantities("The army said 12,345,678,901,234,567,890,123,456,789,012,345,678,901 people were killed.",
                            "The the DET DT 2 det;army army NOUN NN 3 nsubj;said say VERB VBD 0 ROOT;"
                            "12,345,678,901,234,567,890,123,456,789,012,345,678,901 "
                            "12,345,678,901,234,567,890,123,456,789,012,345,678,901 NUM CD 5 nummod B-CARDINAL;"
                            "people people NOUN NNS 7 nsubjpass;were be AUX VBD 7 auxpass;killed kill VERB VBN 3 ccomp;"
                            ". . PUNCT . 3 punct"),
            "12,345,678,901,234,567,890,123,456,789,012,345,678,901 -/-/- vague killed [persons] [people] incident\n");
}

}  // namespace
}  // namespace rashomon::mentions
