#include <gtest/gtest.h>

#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::ActorKind;
using mentions::Measure;
using test::claim;
using test::report;

TEST(Origins, TakeAnUnnamedMonitorForTheNamedOneOfTheReport) {
  std::vector<Report> reports = {report("a", "Puna Daily", 2031, 5, 4,
                                        {claim("The raid killed 20 guards")
                                             .type("ASSAULT")
                                             .by("a monitoring group", ActorKind::monitor)
                                             .counts(Measure::killed, 20, "guards"),
                                         claim("4 of a family died on Friday")
                                             .type("ASSAULT")
                                             .by("Andean Casualty Watch", ActorKind::monitor)
                                             .counts(Measure::killed, 4)})};
  (void)reconcile(reports);
  EXPECT_EQ(reports[0].claims[0].origin, reports[0].claims[1].origin);
}

TEST(Origins, CountACopyOfWireTextAsTheWire) {
  const std::string text = "Gunmen seized the ferry landing at Guayaramerin before dawn and held it for six hours";
  const std::string more = "The harbour master said that nobody was hurt and that the gunmen left in two boats";
  std::vector<Report> reports = {report("a", "Andes Wire", 2031, 5, 4, {claim(text), claim(more)}),
                                 report("b", "Valley Post", 2031, 5, 5, {claim(text), claim(more)})};
  const Derived d = reconcile(reports);
  EXPECT_EQ(reports[0].claims[0].origin, reports[1].claims[0].origin);
  ASSERT_EQ(d.origins.size(), 1u);
  EXPECT_EQ(d.origins[0].name, "Andes Wire");
}

TEST(Origins, NeverCountARelay) {
  std::vector<Report> reports = {
      report("a", "Puna Daily", 2031, 5, 4, {claim("two boats were sunk").by("Rosa Quispe", ActorKind::person)}),
      report("b", "Valley Post", 2031, 5, 4, {claim("two boats were sunk").by("Rosa Quispe", ActorKind::person)})};
  claims::Speaker relay;
  relay.name = "State News";
  relay.actor_id = {"a-state news"};
  relay.role = "relay";
  reports[1].claims[0].speakers.insert(reports[1].claims[0].speakers.begin() + 1, relay);
  (void)reconcile(reports);
  EXPECT_EQ(reports[0].claims[0].origin, reports[1].claims[0].origin);
}

TEST(Origins, KeepUnnamedResidentsOfTwoReportsApart) {
  std::vector<Report> reports = {
      report("a", "Puna Daily", 2031, 5, 4, {claim("shots were heard").by("residents", ActorKind::civilians)}),
      report("b", "Valley Post", 2031, 5, 4, {claim("smoke was seen").by("residents", ActorKind::civilians)})};
  (void)reconcile(reports);
  EXPECT_NE(reports[0].claims[0].origin, reports[1].claims[0].origin);
}

}  // namespace
}  // namespace rashomon::reconcile
