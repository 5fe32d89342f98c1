#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "language/conllu.hpp"
#include "language/engine.hpp"

namespace rashomon::language {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The first line in which two texts differ, for the report of a failure.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string x;
  std::string y;
  while (std::getline(left, x) && std::getline(right, y))
    if (x != y) return x + "\n" + y;
  return "one ends before the other";
}

// The files were made with spaCy by tests/language/make_golden.py.
TEST(Golden, EveryDecisionEqualsThePublishedPipeline) {
  const auto engine = Engine::open();
  if (!engine) GTEST_SKIP() << engine.error().message;
  const std::filesystem::path folder = RASHOMON_SOURCE_DIR "/tests/language/golden";
  std::size_t texts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string text = contents(entry.path());
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const std::string ours = to_conllu(text, engine->parse(text, {&all, 1}));
    const std::string theirs = contents(std::filesystem::path(entry.path()).replace_extension(".conllu"));
    EXPECT_TRUE(ours == theirs) << entry.path().filename() << "\n" << first_difference(ours, theirs);
    ++texts;
  }
  EXPECT_GE(texts, 10U);
}

TEST(Engine, ReadsUnitsAsTextsOfTheirOwn) {
  const auto engine = Engine::open();
  if (!engine) GTEST_SKIP() << engine.error().message;
  const std::string text = "The Danube froze.###The Sava did not.";
  const Span units[] = {{0, 17}, {20, 37}};
  const Parse parse = engine->parse(text, units);
  ASSERT_EQ(parse.sentences.size(), 2U);
  EXPECT_EQ(slice(text, parse.sentences[1].span), "The Sava did not.");
  const Span alone{0, 17};
  const Parse second = engine->parse(text.substr(20), {&alone, 1});
  for (std::size_t i = 0; i < second.tokens.size(); ++i) {
    const Token& token = parse.tokens[parse.sentences[1].begin + i];
    EXPECT_EQ(token.span.begin, second.tokens[i].span.begin + 20);
    EXPECT_EQ(token.head, second.tokens[i].head + parse.sentences[1].begin);
    EXPECT_EQ(token.dep, second.tokens[i].dep);
  }
}

TEST(Engine, GivesNoTokensForNoText) {
  const auto engine = Engine::open();
  if (!engine) GTEST_SKIP() << engine.error().message;
  const Span nothing{0, 0};
  EXPECT_TRUE(engine->parse("", {&nothing, 1}).tokens.empty());
  EXPECT_TRUE(engine->parse("text", {}).tokens.empty());
}

TEST(Engine, NamesTheMendWhereThereIsNoModel) {
  const auto engine = Engine::open("/nowhere");
  ASSERT_FALSE(engine.has_value());
  EXPECT_EQ(engine.error().code, ErrorCode::missing_model);
  EXPECT_NE(engine.error().message.find("models build"), std::string::npos);
}

}  // namespace
}  // namespace rashomon::language
