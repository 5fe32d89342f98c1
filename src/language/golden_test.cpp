#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>
#include <thread>

#include "language/conllu.hpp"
#include "language/engine.hpp"
#include "language/kernels.hpp"
#include "language/layout.hpp"
#include "language/tok2vec.hpp"

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

// Bytes of what the networks decide do not depend on the CPU, nor on what was read before or is remembered.
TEST(Golden, IsTheSameWithAllKernelsAndAnyMemory) {
  const std::filesystem::path folder = RASHOMON_SOURCE_DIR "/tests/language/golden";
  std::vector<std::string> texts;
  for (const char* name : {"odd.txt", "short.txt", "odd.txt", "space.txt", "word.txt"})
    texts.push_back(contents(folder / name));
  std::string first;
  for (const Kernels* math : all_kernels())
    for (const EngineOptions& options :
         {EngineOptions{0, 0, std::string(math->name)}, EngineOptions{6144, 1 << 20, std::string(math->name)}}) {
      const auto engine = Engine::open(data_directory(), options);
      if (!engine) GTEST_SKIP() << engine.error().message;
      std::string all;
      for (const std::string& text : texts) {
        const std::uint32_t middle = static_cast<std::uint32_t>(text.size() / 2);
        const Span units[] = {{0, static_cast<std::uint32_t>(text.size())}};
        all += to_conllu(text, engine->parse(text, units));
        if (text.size() < 100) continue;
        const Span halves[] = {{0, middle}, {middle, static_cast<std::uint32_t>(text.size())}};
        all += to_conllu(text, engine->parse(text, halves));
      }
      if (first.empty()) first = all;
      EXPECT_TRUE(first == all) << math->name << "\n" << first_difference(first, all);
    }
}

// A run of one word type, or of two by turns, takes a short cut. Numbering its tokens as types of their own keeps it
// off that way; the longest run takes more than one tile.
TEST(Tok2Vec, GivesARunOfWordsTheVectorsItWouldHaveAnyway) {
  const auto model = ModelFile::open(data_directory() + "/" + kModelName, kModelKind, kModelVersion);
  if (!model) GTEST_SKIP() << model.error().message;
  const auto net = Tok2Vec::read(*model, "ner", 4);
  ASSERT_TRUE(net.has_value());
  for (const bool turns : {false, true})
    for (const std::size_t run : {0, 1, 9, 10, 11, 12, 40, 300, 2'500}) {
      std::vector<FeatureRow> rows(run + 7, FeatureRow{1, 2, 3, 4, 0, 0});
      std::vector<TypeKey> types(rows.size(), 0);
      std::vector<TypeKey> apart(rows.size());
      std::iota(apart.begin(), apart.end(), 1U);
      for (std::size_t i = 6; turns && i < rows.size(); i += 2) {
        rows[i] = {9, 2, 8, 4, 0, 0};
        types[i] = 2;
      }
      for (const std::size_t other : {0, 1, 4}) {  // three words before the run, or none at the very start
        rows[other] = {5, 6, 7, 8, 0, 0};
        types[other] = 1;
      }
      Tok2Vec::Memory first(1024);
      Tok2Vec::Memory second(1024);
      FloatBuffer buffers[2];
      const auto a = net->vectors(rows, types, first, buffers[0]);
      const auto b = net->vectors(rows, apart, second, buffers[1]);
      EXPECT_TRUE(std::equal(a.begin(), a.end(), b.begin(), b.end())) << run << ' ' << turns;
    }
}

TEST(Engine, RefusesKernelsThatTheCpuHasNot) {
  const auto engine = Engine::open(data_directory(), {512, 0, "abacus"});
  ASSERT_FALSE(engine.has_value());
  EXPECT_EQ(engine.error().code, ErrorCode::usage);
}

TEST(Engine, GivesEveryThreadTheSameParse) {
  const auto engine = Engine::open();
  if (!engine) GTEST_SKIP() << engine.error().message;
  const std::filesystem::path folder = RASHOMON_SOURCE_DIR "/tests/language/golden";
  std::vector<std::string> texts;
  for (const char* name : {"odd.txt", "market.txt", "short.txt"}) texts.push_back(contents(folder / name));
  const auto read_all = [&](std::string& out) {
    for (int round = 0; round < 3; ++round)
      for (const std::string& text : texts) {
        const Span units[] = {{0, static_cast<std::uint32_t>(text.size())}};
        out += to_conllu(text, engine->parse(text, units));
      }
  };
  std::string first;
  read_all(first);
  std::array<std::string, 4> results;
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { read_all(result); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_TRUE(first == result) << first_difference(first, result);
}

TEST(Engine, HandsOutUnitByUnitWhatItParsesWhole) {
  const auto engine = Engine::open();
  if (!engine) GTEST_SKIP() << engine.error().message;
  const std::string text = "Rain fell in Quito. Nobody left.\nThe river rose by 2 metres on Friday, the council said.";
  const Span units[] = {{0, 33}, {33, static_cast<std::uint32_t>(text.size())}};
  const Parse whole = engine->parse(text, units);
  std::uint32_t tokens = 0;
  std::uint32_t sentences = 0;
  std::size_t entities = 0;
  engine->parse_each(text, units, [&](const Parse& unit) {
    for (const Token& token : unit.tokens) {
      const Token& same = whole.tokens.at(tokens + static_cast<std::uint32_t>(&token - unit.tokens.data()));
      EXPECT_EQ(token.span, same.span);
      EXPECT_EQ(token.head + tokens, same.head);
      EXPECT_EQ(token.sentence + sentences, same.sentence);
      EXPECT_EQ(token.entity, same.entity);
    }
    tokens += static_cast<std::uint32_t>(unit.tokens.size());
    sentences += static_cast<std::uint32_t>(unit.sentences.size());
    entities += unit.entities.size();
    return true;
  });
  EXPECT_EQ(tokens, whole.tokens.size());
  EXPECT_EQ(sentences, whole.sentences.size());
  EXPECT_EQ(entities, whole.entities.size());
}

TEST(Engine, ReadsAUnitFromMemoryAsItReadItFirst) {
  const auto engine = Engine::open();
  if (!engine) GTEST_SKIP() << engine.error().message;
  const std::string unit = "Ada Ferrante of the Turin council met 12 envoys. They left on Monday.\n";
  const std::string text = unit + unit + "Nobody spoke.\n" + unit;
  const auto size = static_cast<std::uint32_t>(unit.size());
  const Span units[] = {{0, size}, {size, 2 * size}, {2 * size, 2 * size + 14}, {2 * size + 14, 3 * size + 14}};
  const Parse parse = engine->parse(text, units);
  EXPECT_EQ(engine->units_read(), 2U);
  const std::size_t count = (parse.tokens.size() - 4) / 3;
  ASSERT_EQ(parse.tokens.size(), 3 * count + 4);
  for (std::size_t i = 0; i < count; ++i) {
    const Token& first = parse.tokens[i];
    const Token& last = parse.tokens[2 * count + 4 + i];
    EXPECT_EQ(slice(text, first.span), slice(text, last.span));
    EXPECT_EQ(first.head + 2 * count + 4, last.head);
    EXPECT_EQ(first.sentence + parse.tokens[2 * count + 4].sentence, last.sentence);
    EXPECT_EQ(first.lemma.data(), last.lemma.data());
  }
  EXPECT_EQ(parse.entities.size() % 3, 0U);
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
