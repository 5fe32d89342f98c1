#include "reconcile/evidence.hpp"

#include <gtest/gtest.h>

#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile {
namespace {

using mentions::Measure;
using test::claim;
using test::report;

bool one_event(std::vector<Report> reports) {
  (void)reconcile(reports);
  const auto& a = reports.front().claims.front().event;
  const auto& b = reports.back().claims.back().event;
  return a && b && *a == *b;
}

TEST(Evidence, KeepsDaysApart) {
  EXPECT_FALSE(one_event({report("a", "Puna Daily", 2031, 5, 4,
                                 {claim("Shelling of Uyuni on Tuesday killed 12 herders")
                                      .type("ASSAULT")
                                      .at("Uyuni", -20.46, -66.82)
                                      .on(2031, 5, 4)
                                      .counts(Measure::killed, 12, "herders")}),
                          report("b", "Puna Daily", 2031, 5, 7,
                                 {claim("Shelling of Uyuni on Friday killed 5 herders")
                                      .type("ASSAULT")
                                      .at("Uyuni", -20.46, -66.82)
                                      .on(2031, 5, 7)
                                      .counts(Measure::killed, 5, "herders")})}));
}

TEST(Evidence, KeepsTownsApart) {
  EXPECT_FALSE(one_event({report("a", "Puna Daily", 2031, 5, 4,
                                 {claim("A car bomb in Uyuni killed 12 herders on Tuesday")
                                      .type("ASSAULT")
                                      .at("Uyuni", -20.46, -66.82)
                                      .on(2031, 5, 4)
                                      .counts(Measure::killed, 12, "herders")}),
                          report("b", "Valley Post", 2031, 5, 4,
                                 {claim("Snipers in Trinidad wounded 3 pilgrims on Tuesday")
                                      .type("ASSAULT")
                                      .at("Trinidad", -14.83, -64.9)
                                      .on(2031, 5, 4)
                                      .counts(Measure::injured, 3, "pilgrims")})}));
}

TEST(Evidence, JoinsALookBackByTollAndGroup) {
  EXPECT_TRUE(
      one_event({report("a", "Puna Daily", 2031, 5, 4,
                        {claim("An air strike killed 33 Bolivian conscripts near Uyuni on Tuesday")
                             .type("ASSAULT")
                             .at("Uyuni", -20.46, -66.82)
                             .on(2031, 5, 4)
                             .counts(Measure::killed, 33, "Bolivian conscripts")}),
                 report("b", "Valley Post", 2033, 2, 1,
                        {claim("the war nearly spread when an air strike killed 33 Bolivian conscripts near Uyuni")
                             .type("ASSAULT")
                             .at("Uyuni", -20.46, -66.82)
                             .counts(Measure::killed, 33, "Bolivian conscripts")})}));
}

TEST(Evidence, KeepsAReprisalFromWhatItAnswers) {
  EXPECT_FALSE(one_event({report(
      "a", "Puna Daily", 2031, 5, 4,
      {claim("Rockets killed 12 conscripts at Uyuni on Tuesday")
           .type("ASSAULT")
           .at("Uyuni", -20.46, -66.82)
           .on(2031, 5, 4)
           .counts(Measure::killed, 12, "conscripts"),
       claim("the army retaliated and killed 9 militants").type("ASSAULT").counts(Measure::killed, 9, "militants")})}));
}

TEST(Evidence, KeepsACampaignFromAnIncident) {
  EXPECT_FALSE(
      one_event({report("a", "Puna Daily", 2031, 5, 4,
                        {claim("Rockets killed 12 conscripts at Uyuni on Tuesday")
                             .type("ASSAULT")
                             .at("Uyuni", -20.46, -66.82)
                             .on(2031, 5, 4)
                             .counts(Measure::killed, 12, "conscripts"),
                         claim("rebels have since March taken large parts of the highlands").type("ASSAULT")})}));
}

TEST(Evidence, TakesAHappeningUpByItsNoun) {
  EXPECT_TRUE(one_event({report("a", "Puna Daily", 2031, 5, 4,
                                {claim("Rockets killed 12 conscripts at Uyuni on Tuesday")
                                     .type("ASSAULT")
                                     .at("Uyuni", -20.46, -66.82)
                                     .on(2031, 5, 4)
                                     .counts(Measure::killed, 12, "conscripts"),
                                 claim("the attack left a crater by the rails").type("ASSAULT")})}));
}

TEST(Kilometres, AreWithinOnePercent) {
  EXPECT_NEAR(kilometres({-16.5, -68.15}, {-17.39, -66.16}), 234, 4);  // La Paz to Cochabamba
  EXPECT_NEAR(kilometres({0, 179.9}, {0, -179.9}), 22.2, .3);
}

}  // namespace
}  // namespace rashomon::reconcile
