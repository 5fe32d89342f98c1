#include "claims/syntax.hpp"

#include <gtest/gtest.h>

#include "mentions/test_parse.hpp"

namespace rashomon::claims {
namespace {

using mentions::test_parse;

const char* const kShared =
    "Gunmen gunman NOUN NNS 2 nsubj\n"
    "stormed storm VERB VBD 0 ROOT\n"
    "the the DET DT 4 det\n"
    "depot depot NOUN NN 2 dobj\n"
    "and and CCONJ CC 2 cc\n"
    "were be AUX VBD 7 auxpass\n"
    "shot shoot VERB VBN 2 conj\n"
    "by by ADP IN 7 agent\n"
    "guards guard NOUN NNS 8 pobj\n"
    ", , PUNCT , 2 punct\n"
    "wounding wound VERB VBG 2 advcl\n"
    "nobody nobody PRON NN 11 dobj\n";

TEST(Syntax, SharesTheSubjectWithConjunctsAndEdgeParticiples) {
  const auto text = test_parse("Gunmen stormed the depot and were shot by guards, wounding nobody", kShared);
  const Syntax syntax(text.parse);
  EXPECT_EQ(subject_of(syntax, 1), 0u);
  EXPECT_EQ(subject_of(syntax, 6), 0u);
  EXPECT_EQ(subject_of(syntax, 10), 0u);
  EXPECT_FALSE(own_subject(syntax, 6));
}

TEST(Syntax, KnowsPassivesAndTheirAgents) {
  const auto text = test_parse("Gunmen stormed the depot and were shot by guards, wounding nobody", kShared);
  const Syntax syntax(text.parse);
  EXPECT_FALSE(is_passive(syntax, 1));
  EXPECT_TRUE(is_passive(syntax, 6));
  EXPECT_EQ(agents_of(syntax, 6), std::vector<std::uint32_t>{8});
  EXPECT_EQ(objects_of(syntax, 1), std::vector<std::uint32_t>{3});
}

TEST(Syntax, SeesNegationInTheObject) {
  const auto text = test_parse("Gunmen stormed the depot and were shot by guards, wounding nobody", kShared);
  const Syntax syntax(text.parse);
  EXPECT_TRUE(is_negated(syntax, 10));
  EXPECT_FALSE(is_negated(syntax, 1));
}

TEST(Syntax, FindsTheAntecedentOfARelativeClause) {
  const auto text = test_parse("shells which fell on the bridge they lost",
                               "shells shell NOUN NNS 0 ROOT\n"
                               "which which PRON WDT 3 nsubj\n"
                               "fell fall VERB VBD 1 relcl\n"
                               "on on ADP IN 3 prep\n"
                               "the the DET DT 6 det\n"
                               "bridge bridge NOUN NN 4 pobj\n"
                               "they they PRON PRP 8 nsubj\n"
                               "lost lose VERB VBD 6 relcl\n");
  const Syntax syntax(text.parse);
  EXPECT_EQ(subject_of(syntax, 2), 0u);
  EXPECT_EQ(objects_of(syntax, 7), std::vector<std::uint32_t>{5});
  EXPECT_EQ(noun_phrase(syntax, 5), (TokenRange{4, 6}));
}

TEST(Syntax, GivesAnAskedActToTheOneAsked) {
  const auto text = test_parse("Chad asked rebels to leave",
                               "Chad Chad PROPN NNP 2 nsubj\nasked ask VERB VBD 0 ROOT\nrebels rebel NOUN NNS 2 dobj\n"
                               "to to PART TO 5 aux\nleave leave VERB VB 2 xcomp\n");
  const Syntax syntax(text.parse);
  EXPECT_EQ(subject_of(syntax, 4), 2u);
  EXPECT_FALSE(is_finite(syntax, 4));
  EXPECT_TRUE(is_finite(syntax, 1));
}

}  // namespace
}  // namespace rashomon::claims
