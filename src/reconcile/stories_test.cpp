#include <gtest/gtest.h>

#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile {
namespace {

using test::claim;
using test::report;

std::vector<Report> two_stories() {
  return {report("a", "Puna Daily", 2031, 5, 4,
                 {claim("Rockets hit the Charagua bus station on Tuesday and set two coaches alight")
                      .type("ASSAULT")
                      .at("Charagua", -19.79, -63.2)
                      .on(2031, 5, 4)}),
          report("b", "Valley Post", 2031, 5, 5,
                 {claim("Coaches burned at the Charagua bus station after rockets struck on Tuesday")
                      .type("ASSAULT")
                      .at("Charagua", -19.79, -63.2)
                      .on(2031, 5, 4)}),
          report("c", "River Herald", 2031, 5, 5,
                 {claim("Miners blocked the Oruro road over wages").type("PROTEST").on(2031, 5, 3)})};
}

TEST(Stories, HoldReportsOfOneHappeningAndNoOther) {
  auto reports = two_stories();
  const Derived d = reconcile(reports);
  ASSERT_EQ(d.stories.size(), 1u);
  EXPECT_EQ(d.stories[0].documents.size(), 2u);
}

TEST(Timeline, GoesByTime) {
  auto reports = two_stories();
  const Derived d = reconcile(reports);
  ASSERT_GE(d.timeline.size(), 2u);
  for (std::size_t i = 1; i < d.timeline.size(); ++i)
    EXPECT_LE(d.timeline[i - 1].range.start, d.timeline[i].range.start);
}

TEST(Labels, SayWhatWhereAndWhen) {
  auto reports = two_stories();
  const Derived d = reconcile(reports);
  bool found = false;
  for (const Event& e : d.events) found = found || e.label.ends_with("Charagua, 4 May 2031");
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace rashomon::reconcile
