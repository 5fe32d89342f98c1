#include "claims/participants.hpp"

#include <gtest/gtest.h>

#include "mentions/test_parse.hpp"

namespace rashomon::claims {
namespace {

using mentions::test_parse;

// Participants of the event at `i`, with one actor mention a name in `names`.
Participants read(const mentions::TestText& text, std::uint32_t i, const std::vector<std::string>& names = {}) {
  mentions::Analysis analysis;
  analysis.document = text.document;
  analysis.parse = text.parse;
  for (std::uint32_t k = 0; k < text.parse.tokens.size(); ++k)
    for (const std::string& name : names)
      if (slice(text.document.text, text.parse.tokens[k].span) == name) {
        mentions::Actor actor;
        actor.span = text.parse.tokens[k].span;
        actor.token = k;
        actor.name = name;
        actor.actor_id.value = "a-" + name;
        analysis.mentions.actors.push_back(actor);
      }
  const Reading reading(analysis, {});
  const auto event = code_event_word(reading.words(), i);
  return event ? find_participants(reading, *event) : Participants{};
}

std::string names(const std::vector<Participant>& side) {
  std::string out;
  for (const auto& p : side) out += (out.empty() ? "" : ",") + p.name;
  return out;
}

TEST(Participants, TakesTheAgentOfAPassiveAsActor) {
  const auto text =
      test_parse("The bridge was shelled by Togo",
                 "The the DET DT 2 det\nbridge bridge NOUN NN 4 nsubjpass\nwas be AUX VBD 4 auxpass\n"
                 "shelled shell VERB VBN 0 ROOT\nby by ADP IN 4 agent\nTogo Togo PROPN NNP 5 pobj B-GPE\n");
  EXPECT_EQ(names(read(text, 3, {"Togo"}).actor), "Togo");
}

TEST(Participants, FindsTheActorInsideTheEventThatTheClauseNames) {
  const auto text =
      test_parse("Nine men were killed in a police raid",
                 "Nine nine NUM CD 2 nummod\nmen man NOUN NNS 4 nsubjpass\nwere be AUX VBD 4 auxpass\nkilled kill VERB "
                 "VBN 0 ROOT\n"
                 "in in ADP IN 4 prep\na a DET DT 8 det\npolice police NOUN NN 8 compound\nraid raid NOUN NN 5 pobj\n");
  const auto sides = read(text, 3, {"police"});
  EXPECT_EQ(names(sides.actor), "police");
  EXPECT_EQ(names(sides.recipient), "men");
}

TEST(Participants, LetsASubjectBeAnEventWithAnActorOfItsOwn) {
  const auto text = test_parse("Chad's raids killed herders",
                               "Chad Chad PROPN NNP 3 poss B-GPE\n's 's PART POS 1 case\nraids raid NOUN NNS 4 nsubj\n"
                               "killed kill VERB VBD 0 ROOT\nherders herder NOUN NNS 4 dobj\n");
  EXPECT_EQ(names(read(text, 3, {"Chad"}).actor), "Chad");
}

TEST(Participants, ReadsBothSidesOfTalks) {
  const auto text =
      test_parse("Talks between Togo and Chad opened",
                 "Talks talk NOUN NNS 6 nsubj\nbetween between ADP IN 1 prep\nTogo Togo PROPN NNP 2 pobj B-GPE\n"
                 "and and CCONJ CC 3 cc\nChad Chad PROPN NNP 3 conj B-GPE\nopened open VERB VBD 0 ROOT\n");
  EXPECT_EQ(names(read(text, 5, {"Togo", "Chad"}).actor), "Togo,Chad");
}

TEST(Participants, TurnsComingUnderFireAround) {
  const auto text = test_parse("Troops came under fire from rebels",
                               "Troops troop NOUN NNS 2 nsubj\ncame come VERB VBD 0 ROOT\nunder under ADP IN 2 prep\n"
                               "fire fire NOUN NN 3 pobj\nfrom from ADP IN 2 prep\nrebels rebel NOUN NNS 5 pobj\n");
  const auto sides = read(text, 1);
  EXPECT_EQ(names(sides.actor), "rebels");
  EXPECT_EQ(names(sides.recipient), "Troops");
}

TEST(Participants, AddressesADemandToTheOneWhoIsToAct) {
  const auto text =
      test_parse("Togo demanded that Chad withdraw",
                 "Togo Togo PROPN NNP 2 nsubj B-GPE\ndemanded demand VERB VBD 0 ROOT\nthat that SCONJ IN 5 mark\n"
                 "Chad Chad PROPN NNP 5 nsubj B-GPE\nwithdraw withdraw VERB VB 2 ccomp\n");
  const auto sides = read(text, 1, {"Togo", "Chad"});
  EXPECT_EQ(names(sides.actor), "Togo");
  EXPECT_EQ(names(sides.recipient), "Chad");
}

TEST(Participants, SplitsNationsThatShareANoun) {
  const auto text =
      test_parse("Chadian and Togolese officials met",
                 "Chadian chadian ADJ JJ 4 amod B-NORP\nand and CCONJ CC 1 cc\nTogolese togolese ADJ JJ 1 conj B-NORP\n"
                 "officials official NOUN NNS 5 nsubj\nmet meet VERB VBD 0 ROOT\n");
  const auto sides = read(text, 4);
  ASSERT_GE(sides.actor.size(), 2U);
  EXPECT_EQ(sides.actor[0].country, "TCD");
  EXPECT_EQ(sides.actor[1].country, "TGO");
}

}  // namespace
}  // namespace rashomon::claims
