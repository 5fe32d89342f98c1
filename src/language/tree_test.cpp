#include "language/tree.hpp"

#include <gtest/gtest.h>

#include "language/parser_state.hpp"

namespace rashomon::language {
namespace {

using Indices = std::vector<std::int32_t>;

TEST(FindEdges, CoversSubtreesAndStartsSentencesAtRoots) {
  DependencyTree tree;
  tree.heads = {1, 1, 1, 4, 4, 4};
  tree.labels.assign(6, 0);
  find_edges(tree);
  EXPECT_EQ(tree.left_edge, (Indices{0, 0, 2, 3, 3, 5}));
  EXPECT_EQ(tree.right_edge, (Indices{0, 2, 2, 3, 5, 5}));
  EXPECT_EQ(tree.starts_sentence, (std::vector<char>{1, 0, 0, 1, 0, 0}));
}

TEST(FindEdges, ReachesThroughChainsOfHeads) {
  DependencyTree tree;
  tree.heads = {3, 0, 1, 3};
  tree.labels.assign(4, 0);
  find_edges(tree);
  EXPECT_EQ(tree.left_edge[3], 0);
  EXPECT_EQ(tree.right_edge[0], 2);
}

// Labels: 0 ROOT, 1 pobj, 2 relcl, 3 relcl||pobj.
constexpr Lifted kLifted[] = {{0, kNoLabel}, {1, kNoLabel}, {2, kNoLabel}, {2, 1}};

TEST(PutBackLifted, AttachesToTheFirstLabelBelowTheHead) {
  DependencyTree tree;
  tree.heads = {0, 0, 1, 0};
  tree.labels = {0, 2, 1, 3};
  find_edges(tree);
  put_back_lifted(tree, kLifted, std::vector<char>(4, 0));
  EXPECT_EQ(tree.heads, (Indices{0, 0, 1, 2}));
  EXPECT_EQ(tree.labels[3], 2U);
  EXPECT_EQ(tree.right_edge[1], 3);
}

TEST(PutBackLifted, KeepsTheHeadWhereNothingFits) {
  DependencyTree tree;
  tree.heads = {0, 0, 0};
  tree.labels = {0, 1, 3};
  find_edges(tree);
  put_back_lifted(tree, kLifted, std::vector<char>{0, 1, 0});  // the pobj is white space
  EXPECT_EQ(tree.heads[2], 0);
  EXPECT_EQ(tree.labels[2], 2U);
}

TEST(ParserState, AttachesBothWaysAndEnds) {
  ParserState state(3);
  EXPECT_FALSE(state.allows(Action::reduce));
  EXPECT_FALSE(state.allows(Action::left));
  state.apply(Action::shift, kNoLabel);
  EXPECT_TRUE(state.allows(Action::left));
  state.apply(Action::left, 7);  // 0 below 1
  EXPECT_EQ(state.slots(), (std::array<std::int32_t, 8>{1, 2, -1, -1, -1, 0, -1, -1}));
  state.apply(Action::shift, kNoLabel);
  EXPECT_FALSE(state.allows(Action::shift));  // the last token of the buffer is never shifted onto a stack
  state.apply(Action::right, 8);
  EXPECT_EQ(state.slots(), (std::array<std::int32_t, 8>{-1, -1, 2, 1, -1, -1, -1, -1}));
  state.apply(Action::reduce, kNoLabel);
  state.apply(Action::reduce, kNoLabel);
  EXPECT_TRUE(state.finished());
  EXPECT_EQ(state.heads(), (Indices{1, -1, 1}));
}

TEST(ParserState, PutsAHeadlessTokenBackOnce) {
  ParserState state(3);
  state.apply(Action::shift, kNoLabel);
  state.apply(Action::shift, kNoLabel);
  state.apply(Action::reduce, kNoLabel);  // 1 has no head and is not alone
  EXPECT_EQ(state.slots()[0], 1);
  EXPECT_EQ(state.slots()[1], 2);
  EXPECT_FALSE(state.allows(Action::shift));
  EXPECT_TRUE(state.allows(Action::split));  // 2 follows 1
  state.apply(Action::split, kNoLabel);
  EXPECT_FALSE(state.allows(Action::split));
}

TEST(ParserState, ForgetsTheOldArcOfAReattachedToken) {
  ParserState state(3);
  state.apply(Action::shift, kNoLabel);
  state.apply(Action::right, 5);  // 1 below 0
  EXPECT_EQ(state.slots()[7], -1);
  state.apply(Action::left, 6);  // 1 below 2 instead
  EXPECT_EQ(state.heads()[1], 2);
  EXPECT_EQ(state.slots()[7], -1);
  EXPECT_EQ(state.slots()[5], 1);
}

}  // namespace
}  // namespace rashomon::language
