#include <gtest/gtest.h>

#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::ActorKind;
using mentions::Bound;
using mentions::Measure;
using test::claim;
using test::report;

Derived of(std::vector<Report> reports) { return reconcile(reports); }

const Tally* find(const Derived& d, Measure measure, std::string_view group) {
  for (const Tally& t : d.tallies)
    if (t.measure == measure && t.group == group) return &t;
  return nullptr;
}

TEST(Tallies, KeepAPartOutOfTheWhole) {
  const Derived d = of({report("a", "Puna Daily", 2031, 5, 4,
                               {claim("A landmine on the Uyuni road killed 11 villagers, among them 4 children")
                                    .type("ASSAULT")
                                    .counts(Measure::killed, 11, "villagers")
                                    .counts(Measure::killed, 4, "children")})});
  ASSERT_EQ(d.events.size(), 1u);
  EXPECT_EQ(d.events[0].fatalities.best, 11);
  EXPECT_EQ(d.events[0].fatalities.low, 11);
  ASSERT_NE(find(d, Measure::killed, "children"), nullptr);
  EXPECT_EQ(find(d, Measure::killed, "children")->range.best, 4);
}

TEST(Tallies, AddGroupsOfOneReportThatShareNobody) {
  const Derived d = of({report("a", "Puna Daily", 2031, 5, 4,
                               {claim("The clash near Uyuni killed 6 militants and 2 policemen")
                                    .type("ASSAULT")
                                    .counts(Measure::killed, 6, "militants")
                                    .counts(Measure::killed, 2, "policemen")})});
  ASSERT_EQ(d.events.size(), 1u);
  EXPECT_EQ(d.events[0].fatalities.best, 8);
}

TEST(Tallies, DoNotAddGroupsOfTwoParagraphs) {
  const Derived d = of({report("a", "Puna Daily", 2031, 5, 4,
                               {claim("Rockets killed 33 conscripts at Uyuni on Tuesday")
                                    .type("ASSAULT")
                                    .on(2031, 5, 4)
                                    .counts(Measure::killed, 33, "conscripts"),
                                claim("the rockets at Uyuni on Tuesday also killed 7 civilians")
                                    .type("ASSAULT")
                                    .on(2031, 5, 4)
                                    .counts(Measure::killed, 7, "civilians")})});
  for (const Tally& t : d.tallies) EXPECT_NE(t.range.best, 40);
  for (const Event& e : d.events) EXPECT_NE(e.fatalities.best, 40);
}

TEST(Tallies, DoNotLetTheTollOfOnePlaceLowerTheWhole) {
  const Derived d = of({report("a", "Puna Daily", 2031, 5, 4,
                               {claim("Rockets on towns of the valley killed 20 residents on Tuesday")
                                    .type("ASSAULT")
                                    .on(2031, 5, 4)
                                    .counts(Measure::killed, 20, "residents"),
                                claim("the rockets killed 13 residents in Tarata")
                                    .type("ASSAULT")
                                    .at("Tarata", -17.61, -66.02)
                                    .counts(Measure::killed, 13, "residents")})});
  for (const Event& e : d.events) EXPECT_NE(e.fatalities.low, 13) << e.label;
}

TEST(Tallies, KeepSeriesOfTwoCountersApart) {
  const Derived d = of({report("a", "Puna Daily", 2031, 5, 4,
                               {claim("more than 400 civilians have been killed since March")
                                    .by("Andean Casualty Watch", ActorKind::monitor)
                                    .counts(Measure::killed, 400, "civilians", Bound::more_than)
                                    .window(mentions::WindowKind::since, 2031, 3, 1)}),
                        report("b", "Valley Post", 2031, 5, 4,
                               {claim("about 300 civilians have been killed since March")
                                    .by("Red Condor", ActorKind::international)
                                    .counts(Measure::killed, 300, "civilians", Bound::about)
                                    .window(mentions::WindowKind::since, 2031, 3, 1)})});
  EXPECT_EQ(d.tallies.size(), 2u);
}

TEST(Tallies, ReadNoWarIntoAnIncident) {
  const Derived d = of({report("a", "Puna Daily", 2031, 5, 4,
                               {claim("the regime is guilty of this raid and the murder of 300000 people")
                                    .type("ASSAULT")
                                    .counts(Measure::killed, 300000, "people", Bound::vague)})});
  for (const Event& e : d.events) EXPECT_TRUE(e.fatalities.empty());
}

TEST(Tallies, StateTheirRule) {
  for (const Tally& t :
       of({report("a", "Puna Daily", 2031, 5, 4,
                  {claim("A raid killed 3 herders").type("ASSAULT").counts(Measure::killed, 3, "herders")})})
           .tallies)
    EXPECT_FALSE(t.rule.empty());
}

}  // namespace
}  // namespace rashomon::reconcile
