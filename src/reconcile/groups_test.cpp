#include "reconcile/groups.hpp"

#include <gtest/gtest.h>

namespace rashomon::reconcile {
namespace {

TEST(Groups, ReadClassAndNation) {
  const Group g = group_of("Peruvian soldiers");
  EXPECT_EQ(g.kind, "soldiers");
  EXPECT_EQ(g.nation, "PER");
}

TEST(Groups, TakeTheHeadBehindAPartitive) {
  EXPECT_EQ(group_of("members of a farming family").kind, "civilians");
  EXPECT_EQ(group_of("dozens of conscripts").kind, "soldiers");
}

TEST(Groups, CallSoldiersOfRebelsFighters) { EXPECT_EQ(group_of("rebel soldiers").kind, "fighters"); }

TEST(Groups, NameNoNationWhereSeveralAreNamed) { EXPECT_EQ(group_of("Chileans and Bolivians").nation, ""); }

TEST(Groups, KnowPartsAndWhatShareNobody) {
  const Group people = group_of("people"), children = group_of("children"), civilians = group_of("civilians"),
              police = group_of("police officers");
  EXPECT_TRUE(is_part_of(children, civilians));
  EXPECT_TRUE(is_part_of(children, people));
  EXPECT_FALSE(is_part_of(civilians, children));
  EXPECT_TRUE(are_disjoint(group_of("militants"), civilians));
  EXPECT_FALSE(are_disjoint(children, civilians));
  EXPECT_TRUE(are_disjoint(group_of("Peruvian troops"), group_of("Chilean troops")));
  EXPECT_FALSE(are_disjoint(police, people));
}

TEST(Groups, LeaveUnknownNounsComparableWithAll) {
  EXPECT_FALSE(are_disjoint(group_of("muleteers"), group_of("civilians")));
}

}  // namespace
}  // namespace rashomon::reconcile
