#include "claims/trigger.hpp"

#include <gtest/gtest.h>

#include "claims/event_type.hpp"
#include "mentions/test_parse.hpp"

namespace rashomon::claims {
namespace {

using mentions::test_parse;

std::string code_of(const mentions::TestText& text, std::uint32_t i) {
  const Words words(text.parse);
  const auto event = code_event_word(words, i);
  return event ? event->code : std::string{};
}

TEST(Trigger, PrefersTheFrameThatSaysMore) {
  const auto fire = test_parse("Guards fired tear gas",
                               "Guards guard NOUN NNS 2 nsubj\nfired fire VERB VBD 0 ROOT\n"
                               "tear tear NOUN NN 4 compound\ngas gas NOUN NN 2 dobj\n");
  EXPECT_EQ(code_of(fire, 1), "175");
  const auto chief = test_parse("Ministers fired the director",
                                "Ministers minister NOUN NNS 2 nsubj\nfired fire VERB VBD 0 ROOT\n"
                                "the the DET DT 4 det\ndirector director NOUN NN 2 dobj\n");
  EXPECT_EQ(code_of(chief, 1), "172");
}

TEST(Trigger, ReadsThroughALightVerbToTheNounThatNamesTheEvent) {
  const auto text = test_parse("Jets carried out raids",
                               "Jets jet NOUN NNS 2 nsubj\ncarried carry VERB VBD 0 ROOT\nout out ADP RP 2 prt\n"
                               "raids raid NOUN NNS 2 dobj\n");
  const Words words(text.parse);
  const auto event = code_event_word(words, 1);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->trigger, 3U);
  EXPECT_EQ(event->predicate, 1U);
  EXPECT_EQ(event->plover, "ASSAULT");
}

TEST(Trigger, ComposesARejectionWithTheRequestThatItIsAbout) {
  const auto text = test_parse("Chad rejected calls for talks",
                               "Chad Chad PROPN NNP 2 nsubj B-GPE\nrejected reject VERB VBD 0 ROOT\n"
                               "calls call NOUN NNS 2 dobj\nfor for ADP IN 3 prep\ntalks talk NOUN NNS 4 pobj\n");
  EXPECT_EQ(code_of(text, 1), "125");
}

TEST(Trigger, TurnsTheEndOfARestrictionIntoAConcession) {
  const auto text = test_parse("Peru ended the curfew",
                               "Peru Peru PROPN NNP 2 nsubj B-GPE\nended end VERB VBD 0 ROOT\nthe the DET DT 4 det\n"
                               "curfew curfew NOUN NN 2 dobj\n");
  EXPECT_EQ(code_of(text, 1), "0813");
}

TEST(Trigger, TakesAFailureForWhatDidNotHappen) {
  const auto text = test_parse("Togo failed to inform Ghana",
                               "Togo Togo PROPN NNP 2 nsubj B-GPE\nfailed fail VERB VBD 0 ROOT\nto to PART TO 4 aux\n"
                               "inform inform VERB VB 2 xcomp\nGhana Ghana PROPN NNP 4 dobj B-GPE\n");
  const Words words(text.parse);
  const auto event = code_event_word(words, 1);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->code, "064");
  EXPECT_TRUE(event->negated);
}

TEST(Trigger, KnowsHyphenatedWordsThatTheTokenizerSplits) {
  const auto text = test_parse("They announced a cease-fire",
                               "They they PRON PRP 2 nsubj\nannounced announce VERB VBD 0 ROOT\na a DET DT 6 det\n"
                               "cease cease NOUN NN 6 compound\n- - PUNCT HYPH 6 punct\nfire fire NOUN NN 2 dobj\n");
  EXPECT_EQ(code_of(text, 1), "0871");
}

TEST(Trigger, LeavesWordsOfOtherFieldsAlone) {
  const auto deal = test_parse("They met the deadline",
                               "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 ROOT\nthe the DET DT 4 det\n"
                               "deadline deadline NOUN NN 2 dobj\n");
  EXPECT_EQ(code_of(deal, 1), "");
}

TEST(Trigger, EndsOnHeadsThatRunInACircle) {
  auto text = test_parse("calls for calls for calls",
                         "calls call NOUN NNS 0 ROOT\nfor for ADP IN 1 prep\ncalls call NOUN NNS 2 pobj\n"
                         "for for ADP IN 3 prep\ncalls call NOUN NNS 4 pobj\n");
  text.parse.tokens[0].head = 4;
  EXPECT_NO_FATAL_FAILURE(code_of(text, 0));
}

}  // namespace
}  // namespace rashomon::claims
