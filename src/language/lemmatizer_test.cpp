#include "language/lemmatizer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/string_id.hpp"
#include "language/string_table.hpp"
#include "language/test_model.hpp"

namespace rashomon::language {
namespace {

std::string ids(std::vector<std::string> words) {
  std::vector<std::uint64_t> out;
  for (const std::string& word : words) out.push_back(string_id(word));
  std::sort(out.begin(), out.end());
  return pack_array(out);
}

class Lemmas : public testing::Test {
 protected:
  static std::vector<ModelSection> sections() {
    std::vector<ModelSection> out;
    for (const char* pos : kLemmaClasses) {
      const std::string name = std::string("lemma.") + pos;
      const bool noun = name == "lemma.noun";
      out.push_back({name + ".rules", pack_strings(noun ? std::vector<std::string>{"s", "", "ies", "y", "xes", "x"}
                                                        : std::vector<std::string>{})});
      out.push_back({name + ".exceptions", ids(noun ? std::vector<std::string>{"geese"} : std::vector<std::string>{})});
      out.push_back({name + ".ends", noun ? pack_array(std::vector<std::uint32_t>{2}) : ""});
      out.push_back({name + ".lemmas",
                     pack_strings(noun ? std::vector<std::string>{"gander", "goose"} : std::vector<std::string>{})});
      out.push_back(
          {name + ".index", ids(noun ? std::vector<std::string>{"box", "ferry"} : std::vector<std::string>{})});
    }
    return out;
  }
  Lemmas() : model_(model_of(sections())), lemmatizer_(Lemmatizer::read(model_)) {}
  std::string of(std::string_view word, std::string_view lower, std::string_view pos, std::string_view morph) {
    return lemmatizer_->lemma(word, lower, pos, morph);
  }
  ModelFile model_;
  Result<Lemmatizer> lemmatizer_;
};

TEST_F(Lemmas, PreferListedFormsThenTheFirstRule) {
  EXPECT_EQ(of("Boxes", "boxes", "NOUN", "Number=Plur"), "box");
  EXPECT_EQ(of("ferries", "ferries", "NOUN", "Number=Plur"), "ferry");
  EXPECT_EQ(of("blorps", "blorps", "NOUN", "Number=Plur"), "blorp");
  EXPECT_EQ(of("1990s", "1990s", "NOUN", "Number=Plur"), "1990");
}

TEST_F(Lemmas, TakeTheLastListedException) { EXPECT_EQ(of("Geese", "geese", "NOUN", "Number=Plur"), "goose"); }

TEST_F(Lemmas, LeaveBaseFormsInLowerCase) {
  EXPECT_EQ(of("Gas", "gas", "NOUN", "Number=Sing"), "gas");
  EXPECT_EQ(of("Ferries", "ferries", "VERB", "Tense=Pres|VerbForm=Fin"), "ferries");
  EXPECT_EQ(of("Us", "us", "NOUN", "Degree=Pos"), "us");
}

TEST_F(Lemmas, KeepNamesAndWordsWithoutARuleAsTheyStand) {
  EXPECT_EQ(of("Andes", "andes", "PROPN", "Number=Plur"), "Andes");
  EXPECT_EQ(of("The", "the", "DET", ""), "the");
  EXPECT_EQ(of("Sheep", "sheep", "NOUN", "Number=Plur"), "Sheep");
}

TEST_F(Lemmas, RefuseTablesThatPointOutside) {
  auto broken = sections();
  for (ModelSection& section : broken)
    if (section.name == "lemma.noun.ends") section.bytes[0] = 3;
  EXPECT_EQ(Lemmatizer::read(model_of(broken)).error().code, ErrorCode::damaged_model);
}

}  // namespace
}  // namespace rashomon::language
