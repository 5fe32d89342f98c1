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

std::vector<Report> bus_station() {
  return {report("a", "Puna Daily", 2031, 5, 4,
                 {claim("Rockets hit the bus station of Charagua on Tuesday killing 14 travellers")
                      .type("ASSAULT")
                      .at("Charagua", -19.79, -63.2)
                      .on(2031, 5, 4)
                      .counts(Measure::killed, 14, "travellers"),
                  claim("the army said the rockets came from rebel positions")
                      .type("ASSAULT")
                      .by("army", ActorKind::armed_force, "BOL")
                      .actor("Chaco Front", ActorKind::armed_group, "")}),
          report("b", "Valley Post", 2031, 5, 5,
                 {claim("Rocket fire on the Charagua bus station killed 17 travellers on Tuesday")
                      .type("ASSAULT")
                      .at("Charagua", -19.79, -63.2)
                      .on(2031, 5, 4)
                      .counts(Measure::killed, 17, "travellers"),
                  claim("the Chaco Front denied that it had fired rockets at the bus station")
                      .type("REJECT")
                      .by("Chaco Front", ActorKind::armed_group)
                      .denies()}),
          report("c", "River Herald", 2031, 5, 5,
                 {claim("A flood in Rurrenabaque swept away two bridges on Wednesday")
                      .type("OTHER")
                      .at("Rurrenabaque", -14.44, -67.53)
                      .on(2031, 5, 5)})};
}

TEST(Reconcile, MakesOneEventOfTwoReportsOfOneHappening) {
  auto reports = bus_station();
  const Derived d = reconcile(reports);
  EXPECT_TRUE(reports[0].claims[0].event.has_value());
  EXPECT_EQ(reports[0].claims[0].event, reports[1].claims[0].event);
  EXPECT_NE(reports[0].claims[0].event, reports[2].claims[0].event);
}

TEST(Reconcile, TakesTheLatestFigureAndKeepsTheRange) {
  auto reports = bus_station();
  const Derived d = reconcile(reports);
  const auto it = std::find_if(d.events.begin(), d.events.end(),
                               [&](const Event& e) { return e.id == *reports[0].claims[0].event; });
  ASSERT_NE(it, d.events.end());
  EXPECT_EQ(it->fatalities.low, 14);
  EXPECT_EQ(it->fatalities.best, 17);
  EXPECT_EQ(it->fatalities.high, 17);
}

TEST(Reconcile, NamesNoDoerWhoOnlyReportsOrSuffers) {
  auto reports =
      std::vector<Report>{report("a", "Puna Daily", 2031, 5, 4,
                                 {claim("The army shelled the bus station of Charagua on Tuesday killing 14 travellers")
                                      .type("ASSAULT")
                                      .at("Charagua", -19.79, -63.2)
                                      .on(2031, 5, 4)
                                      .actor("army", ActorKind::armed_force, "BOL")
                                      .actor("travellers", ActorKind::civilians, "")
                                      .actor("Altiplano Monitor", ActorKind::monitor, "")
                                      .counts(Measure::killed, 14, "travellers")})};
  const Derived d = reconcile(reports);
  ASSERT_EQ(d.events.size(), 1U);
  ASSERT_EQ(d.events[0].actor.size(), 1U);
  EXPECT_EQ(d.events[0].actor[0].name, "army");
}

TEST(Reconcile, LinksADenialToWhatItDenies) {
  auto reports = bus_station();
  (void)reconcile(reports);
  ASSERT_TRUE(reports[1].claims[1].denies.has_value());
  EXPECT_EQ(reports[1].claims[1].denies, reports[0].claims[1].id);
}

TEST(Reconcile, DependsOnTheSetOfReportsAlone) {
  auto forward = bus_station(), backward = bus_station();
  std::reverse(backward.begin(), backward.end());
  const Derived a = reconcile(forward), b = reconcile(backward);
  ASSERT_EQ(a.events.size(), b.events.size());
  for (std::size_t i = 0; i < a.events.size(); ++i) EXPECT_EQ(a.events[i].claims, b.events[i].claims);
  ASSERT_EQ(a.disputes.size(), b.disputes.size());
  for (std::size_t i = 0; i < a.disputes.size(); ++i) EXPECT_EQ(a.disputes[i].id, b.disputes[i].id);
}

TEST(Reconcile, GivesNothingForNoReports) {
  std::vector<Report> none;
  EXPECT_TRUE(reconcile(none).events.empty());
}

TEST(Reconcile, NeverAddsAMonthlyTotalToAnIncident) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {claim("An ambush near Uyuni killed 9 conscripts on Tuesday")
                                             .type("ASSAULT")
                                             .at("Uyuni", -20.46, -66.82)
                                             .on(2031, 5, 4)
                                             .counts(Measure::killed, 9, "conscripts"),
                                         claim("the ambush brought to 30 the number of conscripts killed since April")
                                             .counts(Measure::killed, 30, "conscripts")
                                             .window(mentions::WindowKind::since, 2031, 4, 1)})};
  const Derived d = reconcile(reports);
  for (const Event& e : d.events) EXPECT_NE(e.fatalities.high, 30);
  for (const Tally& t : d.tallies) EXPECT_NE(t.range.high, 39);
  EXPECT_EQ(d.tallies.size(), 2u);
}

TEST(Reconcile, MakesNoTallyOfWhatIsOnlyFeared) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {claim("A raid could kill 400 villagers")
                                             .type("ASSAULT")
                                             .counts(Measure::killed, 400, "villagers")
                                             .modality(claims::Modality::hypothetical)})};
  EXPECT_TRUE(reconcile(reports).tallies.empty());
}

}  // namespace
}  // namespace rashomon::reconcile
