#include <gtest/gtest.h>

#include <algorithm>

#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::ActorKind;
using mentions::Bound;
using mentions::Measure;
using test::claim;
using test::report;

bool has(const Derived& d, DisputeKind kind) {
  return std::any_of(d.disputes.begin(), d.disputes.end(), [&](const Dispute& x) { return x.kind == kind; });
}

test::MadeClaim blast(double dead, const char* quote) {
  return claim(quote)
      .type("ASSAULT")
      .at("Charagua", -19.79, -63.2)
      .on(2031, 5, 4)
      .counts(Measure::killed, dead, "travellers");
}

TEST(Disputes, CallAFigureThatRisesAnUpdate) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {blast(14, "The bus station blast in Charagua killed 14 travellers on Tuesday")
                                             .by("Cruz Hospital", ActorKind::other)}),
                                 report("b", "Valley Post", 2031, 5, 6,
                                        {blast(17, "The bus station blast in Charagua killed 17 travellers on Tuesday")
                                             .by("Cruz Hospital", ActorKind::other)})};
  const Derived d = reconcile(reports);
  EXPECT_TRUE(has(d, DisputeKind::update));
  EXPECT_FALSE(has(d, DisputeKind::contradiction));
}

TEST(Disputes, CallTwoFiguresOfOneDayAContradiction) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {blast(14, "The bus station blast in Charagua killed 14 travellers on Tuesday")
                                             .by("Cruz Hospital", ActorKind::other)}),
                                 report("b", "Valley Post", 2031, 5, 4,
                                        {blast(6, "The bus station blast in Charagua killed 6 travellers on Tuesday")
                                             .by("Interior Ministry", ActorKind::government, "BOL")})};
  EXPECT_TRUE(has(reconcile(reports), DisputeKind::contradiction));
}

TEST(Disputes, SeeNoneInEqualFigures) {
  std::vector<Report> reports = {
      report("a", "Puna Daily", 2031, 5, 4,
             {blast(14, "The bus station blast in Charagua killed 14 travellers on Tuesday")}),
      report("b", "Valley Post", 2031, 5, 4,
             {blast(14, "The bus station blast in Charagua killed 14 travellers on Tuesday")})};
  EXPECT_TRUE(reconcile(reports).disputes.empty());
}

TEST(Disputes, AskWhoDidItWhereTwoSidesAreNamed) {
  std::vector<Report> reports = {
      report("a", "Puna Daily", 2031, 5, 4,
             {blast(14, "Rebels fired the rockets that killed 14 travellers at the Charagua bus station on Tuesday")
                  .by("army", ActorKind::armed_force, "BOL")
                  .actor("Chaco Front", ActorKind::armed_group, "")}),
      report("b", "Valley Post", 2031, 5, 4,
             {blast(14, "The army fired the rockets that killed 14 travellers at the Charagua bus station on Tuesday")
                  .by("Chaco Front", ActorKind::armed_group)
                  .actor("army", ActorKind::armed_force, "BOL")})};
  EXPECT_TRUE(has(reconcile(reports), DisputeKind::attribution));
}

TEST(Disputes, SetToldAgainstNotTold) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {claim("the convoy had informed the garrison of its route through Uyuni")
                                             .by("Relief Mission", ActorKind::international)}),
                                 report("b", "Valley Post", 2031, 5, 4,
                                        {claim("the convoy had not informed the garrison of its route through Uyuni")
                                             .by("garrison", ActorKind::armed_force, "BOL")
                                             .modality(claims::Modality::negated)})};
  const Derived d = reconcile(reports);
  ASSERT_TRUE(has(d, DisputeKind::contradiction));
  EXPECT_EQ(d.disputes[0].positions.size(), 2u);
}

TEST(Disputes, CallStocksOfOtherGroupsADefinition) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {claim("the valley shelters 4000 refugees from the war in the highlands")
                                             .counts(Measure::hosted, 4000, "refugees")
                                             .window(mentions::WindowKind::stock, 2031, 5, 4)}),
                                 report("b", "Valley Post", 2031, 5, 4,
                                        {claim("the valley shelters 3600 people from the war in the highlands")
                                             .counts(Measure::hosted, 3600, "people")
                                             .window(mentions::WindowKind::stock, 2031, 5, 4)})};
  EXPECT_TRUE(has(reconcile(reports), DisputeKind::definition));
}

TEST(Disputes, HaveTheDenialStandAgainstTheClaim) {
  std::vector<Report> reports = {
      report("a", "Puna Daily", 2031, 5, 4,
             {claim("the guards had been among smugglers").by("Coast Command", ActorKind::armed_force, "PER"),
              claim("Minister Ayala rejected this").by("Ayala", ActorKind::person, "BOL").denies()})};
  const Derived d = reconcile(reports);
  ASSERT_EQ(d.disputes.size(), 1u);
  EXPECT_EQ(reports[0].claims[1].denies, reports[0].claims[0].id);
}

}  // namespace
}  // namespace rashomon::reconcile
