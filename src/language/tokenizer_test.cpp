#include "language/tokenizer.hpp"

#include <gtest/gtest.h>

#include "language/string_table.hpp"
#include "language/test_model.hpp"

namespace rashomon::language {
namespace {

// A language of few rules: "(" and "~" before, ")", "!", "..", "'s" and "km" after a digit behind, "-" between letters.
class Tokenize : public testing::Test {
 protected:
  static std::vector<ModelSection> sections() {
    const std::vector<std::string> specials = {"(:", ":o)", "a!b", "don't", "no. 1", "~~"};
    const std::vector<SpecialPiece> pieces = {{0, 2}, {0, 3}, {0, 3}, {0, 2}, {7, 3}, {0, 3}, {9, 2}, {0, 2}};
    return {{"tokenizer.patterns", pack_strings({"^\\(|^~|^\\.\\.+", "\\)$|!$|'s$|\\.\\.+$|(?<=[0-9])km$",
                                                 "(?<=[a-z])-(?=[a-z])", "^[a-z]+\\.example(?:/\\p{Any}*)?$"})},
            {"tokenizer.specials", pack_strings(specials)},
            {"tokenizer.ends", pack_array(std::vector<std::uint32_t>{1, 2, 3, 5, 7, 8})},
            {"tokenizer.pieces", pack_array(pieces)}};
  }
  Tokenize() : model_(model_of(sections())), tokenizer_(Tokenizer::read(model_)) {}

  // Tokens joined by "|", "_" where a space follows a token.
  std::string cut(const std::string& text) {
    words_.clear();
    tokenizer_->tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, memory_, words_);
    std::string out;
    for (const Word& word : words_) {
      out += out.empty() ? "" : "|";
      out += slice(text, word.span);
      if (word.space_after) out += "_";
    }
    return out;
  }
  ModelFile model_;
  Result<Tokenizer> tokenizer_;
  ChunkMemory memory_;
  std::vector<Word> words_;
};

TEST_F(Tokenize, GivesOneSpaceToTheTokenBeforeAndKeepsTheRest) {
  EXPECT_EQ(cut("we ate"), "we_|ate");
  EXPECT_EQ(cut("we  ate"), "we_| |ate");
  EXPECT_EQ(cut(" we\n ate "), " |we|\n |ate_");
  EXPECT_EQ(cut("we \n"), "we_|\n");
  EXPECT_EQ(cut(""), "");
  EXPECT_EQ(cut(" "), " ");
}

TEST_F(Tokenize, TakesAffixesOffFromBothEnds) {
  EXPECT_EQ(cut("((Oslo's)!)"), "(|(|Oslo|'s|)|!|)");
  EXPECT_EQ(cut("(12km)"), "(|12|km|)");
  EXPECT_EQ(cut("(km)"), "(|km|)");
  EXPECT_EQ(cut("))"), ")|)");
}

TEST_F(Tokenize, LooksForSuffixesWithoutThePrefix) { EXPECT_EQ(cut("(km"), "(|km"); }

TEST_F(Tokenize, CutsInfixesButNotWithinUrls) {
  EXPECT_EQ(cut("ice-cold-tea"), "ice|-|cold|-|tea");
  EXPECT_EQ(cut("(a.example/ice-cold)"), "(|a.example/ice-cold|)");
}

TEST_F(Tokenize, KeepsSpecialCasesAndTheirNorms) {
  EXPECT_EQ(cut("(don't!"), "(|do|n't|!");
  EXPECT_EQ(words_[2].norm, 7U);
  EXPECT_EQ(words_[1].norm, 0U);
  EXPECT_EQ(cut("don'ts"), "don'ts");
}

TEST_F(Tokenize, JoinsSpecialCasesThatTheRulesCut) {
  EXPECT_EQ(cut("yes(:"), "yes(:");
  EXPECT_EQ(cut("(~~"), "(|~~");
  EXPECT_EQ(cut("~~~"), "~|~~");
  EXPECT_EQ(cut("no. 1 :o)"), "no.| 1_|:o)");  // its second piece holds the space
}

TEST_F(Tokenize, ReadsAUnitAsATextOfItsOwn) {
  const std::string text = "é (Oslo)";
  tokenizer_->tokenize(text, {3, 8}, memory_, words_);
  ASSERT_EQ(words_.size(), 2U);
  EXPECT_EQ(slice(text, words_[0].span), "(");
  EXPECT_EQ(slice(text, words_[1].span), "Oslo");
}

TEST_F(Tokenize, CutsAChunkMetBeforeInTheSameWay) {
  const std::string once = cut("(don't! ice-cold");
  EXPECT_EQ(words_[2].norm, 7U);
  EXPECT_EQ(cut("(don't! ice-cold"), once);
  EXPECT_EQ(words_[2].norm, 7U);
  EXPECT_EQ(cut("a (don't!"), "a_|" + once.substr(0, 9) + "!");
  EXPECT_EQ(cut("x(:  (don't!"), "x(:_| |(|do|n't|!");
}

TEST_F(Tokenize, LeavesBrokenBytesTogether) {
  EXPECT_EQ(cut("(a\xff-b) (c)"), "(a\xff-b)_|(|c|)");
  EXPECT_EQ(cut("\xf0\x9f"), "\xf0\x9f");
}

TEST_F(Tokenize, IsLinearInLongChunks) {
  for (const char* piece : {"(", ")", "!", ".", "~", "a-", "a!b", "é", "'s", "(:"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    const std::string whole = cut(text);
    std::size_t bytes = 0;
    for (const Word& word : words_) bytes += word.span.size();
    EXPECT_EQ(bytes, text.size()) << piece;
  }
}

TEST_F(Tokenize, RefusesTablesThatDoNotFit) {
  auto broken = sections();
  broken[3].bytes[8] = 1;  // a piece shorter than its string
  EXPECT_FALSE(Tokenizer::read(model_of(broken)).has_value());
  broken = sections();
  broken[0].bytes = pack_strings({"(", ")", "-", "u"});
  EXPECT_EQ(Tokenizer::read(model_of(broken)).error().code, ErrorCode::damaged_model);
  EXPECT_FALSE(Tokenizer::read(model_of({})).has_value());
}

TEST(SequenceFinder, KeepsTheLongestThenTheLeftmost) {
  SequenceFinder finder;
  const std::string_view ab[] = {"a", "b"};
  const std::string_view bcd[] = {"b", "c", "d"};
  const std::string_view d[] = {"d"};
  finder.add(ab);
  finder.add(bcd);
  finder.add(d);
  const std::vector<std::string_view> words = {"a", "b", "c", "d", "d"};
  const auto found = finder.find(5, [&](std::uint32_t i) { return finder.part_number(words[i]); });
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].begin, 1U);
  EXPECT_EQ(found[0].end, 4U);
  EXPECT_EQ(found[1].begin, 4U);
}

}  // namespace
}  // namespace rashomon::language
