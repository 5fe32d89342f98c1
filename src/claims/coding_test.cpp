#include "claims/coding.hpp"

#include <gtest/gtest.h>

#include "mentions/test_parse.hpp"

namespace rashomon::claims {
namespace {

// One proposition over the whole of a hand-built parse.
Claim code(const mentions::TestText& text, std::uint32_t head, Modality modality = Modality::actual,
           Polarity polarity = Polarity::asserts) {
  static mentions::Analysis analysis;
  analysis = {};
  analysis.document = text.document;
  analysis.parse = text.parse;
  Proposition proposition;
  proposition.span = {0, static_cast<std::uint32_t>(analysis.document.text.size())};
  proposition.head = head;
  proposition.last = static_cast<std::uint32_t>(analysis.parse.tokens.size());
  proposition.modality = modality;
  proposition.polarity = polarity;
  return code_proposition(analysis, proposition);
}

mentions::TestText airstrike() {
  return mentions::test_parse(
      "Nine herders were killed in an air strike",
      "Nine nine NUM CD 2 nummod\nherders herder NOUN NNS 4 nsubjpass\nwere be AUX VBD 4 auxpass\n"
      "killed kill VERB VBN 0 ROOT\nin in ADP IN 4 prep\nan an DET DT 8 det\nair air NOUN NN 8 compound\n"
      "strike strike NOUN NN 5 pobj\n");
}

TEST(Coding, GivesAKillingTheMeansThatTheClauseNames) {
  const Claim claim = code(airstrike(), 3);
  EXPECT_EQ(claim.event_type.plover, "ASSAULT");
  EXPECT_EQ(claim.event_type.plover_mode, "aerial");
  EXPECT_EQ(claim.event_type.cameo, "195");
  EXPECT_EQ(claim.event_type.acled_sub, "Air/drone strike");
  ASSERT_TRUE(claim.weapon);
  EXPECT_EQ(claim.weapon->text, "air strike");
  EXPECT_EQ(claim.trigger_lemma, "kill");
}

TEST(Coding, TakesThePassiveSubjectAsRecipientAndLeavesAnUnknownAgentOut) {
  const Claim claim = code(airstrike(), 3);
  EXPECT_TRUE(claim.actor.empty());
  ASSERT_EQ(claim.recipient.size(), 1U);
  EXPECT_EQ(claim.recipient[0].name, "herders");
}

TEST(Coding, MakesWhatIsDeniedARejection) {
  const Claim claim = code(airstrike(), 3, Modality::actual, Polarity::denies);
  EXPECT_EQ(claim.event_type.plover, "REJECT");
  EXPECT_EQ(claim.event_type.cameo, "016");
  EXPECT_TRUE(claim.event_type.acled.empty());
}

TEST(Coding, ReadsTheTopicOfAnAgreement) {
  const auto text = mentions::test_parse(
      "The rebels agreed to release prisoners",
      "The the DET DT 2 det\nrebels rebel NOUN NNS 3 nsubj\nagreed agree VERB VBD 0 ROOT\n"
      "to to PART TO 5 aux\nrelease release VERB VB 3 xcomp\nprisoners prisoner NOUN NNS 5 dobj\n");
  const Claim claim = code(text, 2);
  EXPECT_EQ(claim.event_type.plover, "AGREE");
  EXPECT_EQ(claim.event_type.cameo, "0353");
  ASSERT_EQ(claim.actor.size(), 1U);
  EXPECT_EQ(claim.actor[0].name, "rebels");
}

TEST(Coding, MakesPlannedForceAThreat) {
  const auto text =
      mentions::test_parse("The rebels will attack the town",
                           "The the DET DT 2 det\nrebels rebel NOUN NNS 4 nsubj\nwill will AUX MD 4 aux\n"
                           "attack attack VERB VB 0 ROOT\nthe the DET DT 6 det\ntown town NOUN NN 4 dobj\n");
  EXPECT_EQ(code(text, 3, Modality::planned).event_type.plover, "THREATEN");
  EXPECT_EQ(code(text, 3).event_type.plover, "ASSAULT");
}

TEST(Coding, LeavesBackgroundWithoutAType) {
  const auto text = mentions::test_parse("The town lies on a river",
                                         "The the DET DT 2 det\ntown town NOUN NN 3 nsubj\nlies lie VERB VBZ 0 ROOT\n"
                                         "on on ADP IN 3 prep\na a DET DT 6 det\nriver river NOUN NN 4 pobj\n");
  const Claim claim = code(text, 2);
  EXPECT_TRUE(claim.event_type.plover.empty());
  EXPECT_FALSE(claim.trigger);
  EXPECT_EQ(claim.quote, "The town lies on a river");
}

TEST(Coding, GivesTheSameIdToTheSameWordsInTheSamePlace) {
  EXPECT_EQ(code(airstrike(), 3).id, code(airstrike(), 3).id);
  EXPECT_FALSE(code(airstrike(), 3).id.empty());
}

TEST(Coding, SurvivesAnEmptyAnalysis) {
  const mentions::Analysis analysis;
  EXPECT_TRUE(code_propositions(analysis, {}).empty());
}

}  // namespace
}  // namespace rashomon::claims
