#include "mentions/actors.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "mentions/places.hpp"
#include "mentions/test_gazetteer.hpp"
#include "mentions/test_parse.hpp"

namespace rashomon::mentions {
namespace {

std::vector<Actor> actors_of(const TestText& t) {
  return find_actors(t.document, t.parse, find_places(t.document, t.parse, testing::small_gazetteer()));
}

const Actor* at(const TestText& t, const std::vector<Actor>& actors, std::string_view words) {
  for (const auto& a : actors)
    if (slice(t.document.text, a.span) == words) return &a;
  return nullptr;
}

TEST(FindActors, NamesAMinistryByItsNation) {
  const auto t = spaced_parse(
      "The the DET DT 4 det\n"
      "Danish danish ADJ JJ 4 amod B-NORP\n"
      "defence defence NOUN NN 4 compound\n"
      "ministry ministry NOUN NN 5 nsubj\n"
      "spoke speak VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].actor_id.value, "mod.DNK");
  EXPECT_EQ(actors[0].name, "Danish Ministry of Defence");
  EXPECT_EQ(actors[0].country, "DNK");
  EXPECT_EQ(actors[0].code, "DNKMIL");
}

TEST(FindActors, ReadsATownsNameBeforeASurnameAsAPersons) {
  const auto t = spaced_parse(
      "Houston Houston PROPN NNP 2 compound B-ORG\n"
      "Miller Miller PROPN NNP 3 nsubj I-ORG\n"
      "left leave VERB VBD 0 ROOT\n"
      "Houston Houston PROPN NNP 5 compound\n"
      "Davis Davis PROPN NNP 6 compound\n"
      "School School PROPN NNP 3 dobj\n");
  const auto actors = actors_of(t);
  const auto persons =
      std::count_if(actors.begin(), actors.end(), [](const Actor& a) { return a.kind == ActorKind::person; });
  ASSERT_NE(at(t, actors, "Houston Miller"), nullptr);
  EXPECT_EQ(at(t, actors, "Houston Miller")->kind, ActorKind::person);
  EXPECT_EQ(persons, 1) << "the school is none";
}

TEST(FindActors, FollowsAnAcronymFromItsBrackets) {
  const auto t = spaced_parse(
      "Coast Coast PROPN NNP 3 compound B-ORG\n"
      "Rescue Rescue PROPN NNP 3 compound I-ORG\n"
      "League League PROPN NNP 7 nsubj I-ORG\n"
      "( ( PUNCT -LRB- 3 punct\n"
      "CRL CRL PROPN NNP 3 appos\n"
      ") ) PUNCT -RRB- 3 punct\n"
      "spoke speak VERB VBD 0 ROOT\n"
      "\n"
      "CRL CRL PROPN NNP 2 compound\n"
      "boats boat NOUN NNS 3 nsubj\n"
      "left leave VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 3U);
  for (const Actor& actor : actors) EXPECT_EQ(actor.actor_id, actors[0].actor_id);
}

TEST(FindActors, SaysWhoIsInOfficeNoMore) {
  const auto t = spaced_parse(
      "Former former ADJ JJ 2 amod\n"
      "president president NOUN NN 4 compound\n"
      "Ole Ole PROPN NNP 4 compound B-PERSON\n"
      "Krag Krag PROPN NNP 5 nsubj I-PERSON\n"
      "spoke speak VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].role, "former president");
}

TEST(FindActors, KnowsGivenNamesThatTheTaggerDoesNot) {
  const auto t = spaced_parse(
      "Traci Traci PROPN NNP 2 nsubj B-ORG\n"
      "met meet VERB VBD 0 ROOT\n"
      "Debra Debra PROPN NNP 4 compound\n"
      "Kowalk Kowalk PROPN NNP 2 dobj B-PERSON\n"
      "near near ADP IN 2 prep\n"
      "Kevin Kevin PROPN NNP 8 compound B-ORG\n"
      "Harbour Harbour PROPN NNP 8 compound I-ORG\n"
      "Lines Lines PROPN NNPS 5 pobj I-ORG\n"
      "Limited Limited PROPN NNP 8 flat I-ORG\n");
  const auto actors = actors_of(t);
  ASSERT_NE(at(t, actors, "Traci"), nullptr);
  EXPECT_EQ(at(t, actors, "Traci")->kind, ActorKind::person);
  EXPECT_NE(at(t, actors, "Debra Kowalk"), nullptr);
  EXPECT_EQ(at(t, actors, "Kevin"), nullptr) << "part of a longer name";
}

TEST(FindActors, JoinsSurnameTitleAndPronounToTheFullName) {
  const auto t = spaced_parse(
      "Danish danish ADJ JJ 3 amod B-NORP\n"
      "Foreign Foreign PROPN NNP 3 compound\n"
      "Minister Minister PROPN NNP 5 compound\n"
      "Ole Ole PROPN NNP 5 compound B-PERSON\n"
      "Krag Krag PROPN NNP 6 nsubj I-PERSON\n"
      "spoke speak VERB VBD 0 ROOT\n"
      ". . PUNCT . 6 punct\n"
      "\n"
      "Krag Krag PROPN NNP 2 nsubj B-PERSON\n"
      "left leave VERB VBD 0 ROOT\n"
      "\n"
      "The the DET DT 2 det\n"
      "minister minister NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 ROOT\n"
      "he he PRON PRP 5 nsubj\n"
      "slept sleep VERB VBD 3 ccomp\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 4U);
  for (const auto& a : actors) {
    EXPECT_EQ(a.actor_id.value, "per.ole-krag");
    EXPECT_EQ(a.name, "Ole Krag");
    EXPECT_EQ(a.country, "DNK");
    EXPECT_EQ(a.role, "foreign minister");
  }
  EXPECT_EQ(actors[3].form, ActorForm::pronoun);
}

TEST(FindActors, GivesABareInstitutionTheCountryOfTheSubject) {
  const auto t = spaced_parse(
      "Norway Norway PROPN NNP 2 nsubj B-GPE\n"
      "agreed agree VERB VBD 0 ROOT\n"
      ", , PUNCT , 2 punct\n"
      "the the DET DT 5 det\n"
      "army army NOUN NN 6 nsubj\n"
      "said say VERB VBD 2 ccomp\n");
  const auto actors = actors_of(t);
  const Actor* army = at(t, actors, "army");
  ASSERT_NE(army, nullptr);
  EXPECT_EQ(army->country, "NOR");
  EXPECT_EQ(army->name, "Norwegian army");
}

TEST(FindActors, TakesNoNationFromABacker) {
  const auto t = spaced_parse(
      "Danish danish ADJ JJ 3 npadvmod B-NORP\n"
      "- - PUNCT HYPH 3 punct\n"
      "backed back VERB VBN 4 amod\n"
      "rebels rebel NOUN NNS 5 nsubj\n"
      "fled flee VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].kind, ActorKind::armed_group);
  EXPECT_EQ(actors[0].country, "");
}

TEST(FindActors, FindsTheNameOfAnOfficeThatComesWithTheQuotation) {
  const auto t = spaced_parse(
      "NATO NATO PROPN NNP 3 poss B-ORG\n"
      "'s 's PART POS 1 case\n"
      "chief chief NOUN NN 4 nsubj\n"
      "called call VERB VBD 0 ROOT\n"
      "for for ADP IN 4 prep\n"
      "calm calm NOUN NN 5 pobj\n"
      "\n"
      "We we PRON PRP 2 nsubj\n"
      "wait wait VERB VBP 5 ccomp\n"
      "Ole Ole PROPN NNP 4 compound B-PERSON\n"
      "Krag Krag PROPN NNP 5 nsubj I-PERSON\n"
      "said say VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  const Actor* chief = at(t, actors, "chief");
  ASSERT_NE(chief, nullptr);
  EXPECT_EQ(chief->name, "Ole Krag");
  EXPECT_EQ(chief->code, "IGONAT");
}

TEST(FindActors, DoesNotTakeACountryForThePresidencyNamedBefore) {
  const auto t = spaced_parse(
      "Norway Norway PROPN NNP 2 nsubj B-GPE\n"
      "slept sleep VERB VBD 0 ROOT\n"
      "\n"
      "Sweden Sweden PROPN NNP 2 nsubj B-GPE\n"
      "spoke speak VERB VBD 0 ROOT\n"
      "and and CCONJ CC 2 cc\n"
      "the the DET DT 5 det\n"
      "presidency presidency NOUN NN 6 nsubj\n"
      "agreed agree VERB VBD 2 conj\n");
  const auto actors = actors_of(t);
  const Actor* presidency = at(t, actors, "presidency");
  ASSERT_NE(presidency, nullptr);
  EXPECT_EQ(presidency->actor_id.value, "gov.SWE");
  EXPECT_EQ(presidency->name, "Sweden");
}

TEST(FindActors, ReadsANameOnToItsCountryAndLegalForm) {
  const auto t = spaced_parse(
      "The the DET DT 3 det B-ORG\n"
      "Reform Reform PROPN NNP 3 compound I-ORG\n"
      "Party Party PROPN NNP 8 nsubj I-ORG\n"
      "of of ADP IN 3 prep\n"
      "Norway Norway PROPN NNP 4 pobj B-GPE\n"
      "and and CCONJ CC 3 cc\n"
      "Brask Brask PROPN NNP 3 conj B-ORG\n"
      "Ltd. Ltd. PROPN NNP 7 appos\n"
      "met meet VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  EXPECT_NE(at(t, actors, "Reform Party of Norway"), nullptr);
  EXPECT_NE(at(t, actors, "Brask Ltd."), nullptr);
}

TEST(FindActors, SaysNothingOfAnOfficeThatIsOnlySaidOfSomeone) {
  const auto t = spaced_parse(
      "Krag Krag PROPN NNP 2 nsubj B-PERSON\n"
      "became become VERB VBD 0 ROOT\n"
      "mayor mayor NOUN NN 2 attr\n");
  const auto actors = actors_of(t);
  EXPECT_EQ(at(t, actors, "mayor"), nullptr);
}

TEST(FindActors, TakesAnUnnamedMonitorForTheOneThatIsNamed) {
  const auto t = spaced_parse(
      "A a DET DT 3 det\n"
      "monitoring monitoring NOUN NN 3 compound\n"
      "group group NOUN NN 4 nsubj\n"
      "spoke speak VERB VBD 0 ROOT\n"
      "\n"
      "The the DET DT 2 det\n"
      "SNHR SNHR PROPN NNP 3 nsubj B-ORG\n"
      "agreed agree VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[0].actor_id.value, "org.snhr");
  EXPECT_EQ(actors[0].form, ActorForm::role);
}

TEST(FindActors, JoinsAnAcronymInBracketsToItsName) {
  const auto t = spaced_parse(
      "Coast Coast PROPN NNP 3 compound B-ORG\n"
      "Relief Relief PROPN NNP 3 compound I-ORG\n"
      "Council Council PROPN NNP 7 nsubj I-ORG\n"
      "( ( PUNCT -LRB- 3 punct\n"
      "CRC CRC PROPN NNP 3 appos B-ORG\n"
      ") ) PUNCT -RRB- 3 punct\n"
      "spoke speak VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[0].actor_id, actors[1].actor_id);
  EXPECT_EQ(actors[1].name, "Coast Relief Council");
}

TEST(FindActors, LetsTheAllianceStandForTheOneNamedBefore) {
  const auto t = spaced_parse(
      "NATO NATO PROPN NNP 2 nsubj B-ORG\n"
      "met meet VERB VBD 0 ROOT\n"
      "\n"
      "The the DET DT 2 det\n"
      "alliance alliance NOUN NN 3 nsubj\n"
      "slept sleep VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[1].actor_id.value, "org.nato");
}

TEST(FindActors, StandsAnEmptyText) { EXPECT_TRUE(actors_of(TestText{}).empty()); }

TEST(FindActors, KnowsOrganisationsByTheirAliases) {
  const auto t = spaced_parse(
      "The the DET DT 3 det\n"
      "U.N. U.N. PROPN NNP 3 compound B-ORG\n"
      "Security Security PROPN NNP 4 compound I-ORG\n"
      "Council Council PROPN NNP 5 nsubj I-ORG\n"
      "met meet VERB VBD 0 ROOT\n");
  const auto actors = actors_of(t);
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].actor_id.value, "org.unsc");
  EXPECT_EQ(actors[0].kind, ActorKind::international);
}

}  // namespace
}  // namespace rashomon::mentions
