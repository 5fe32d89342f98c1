#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "claims/proposition.hpp"
#include "mentions/test_parse.hpp"

namespace rashomon::claims {
namespace {

/// A case of tests/cases/propositions.case.
struct Case {
  std::string family, text, parse;
  std::vector<std::string> expected;
};

std::vector<Case> read_cases() {
  std::ifstream file(std::string(RASHOMON_SOURCE_DIR) + "/tests/cases/propositions.case");
  std::vector<Case> cases;
  std::string family;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("== ")) family = line.substr(3);
    else if (line.starts_with("=> ")) cases.back().expected.push_back(line.substr(3));
    else if (line == "  -") cases.back().parse += "\n";
    else if (line.starts_with("  ")) cases.back().parse += line.substr(2) + "\n";
    else cases.push_back({family, line, "", {}});
  }
  return cases;
}

mentions::Analysis analysis_of(const std::string& text, const std::string& parse) {
  auto made = mentions::test_parse(text, parse);
  return {std::move(made.document), std::move(made.parse), {}};
}

std::string written(const mentions::Analysis& analysis, const Proposition& p) {
  std::string speakers;
  for (const Speaker& speaker : p.speakers) speakers += (speakers.empty() ? "" : " > ") + speaker.name;
  std::ostringstream out;
  out << slice(analysis.document.text, p.span) << " | " << (speakers.empty() ? "-" : speakers) << " | "
      << (p.cue ? p.cue->lemma : "-") << " | " << name_of(p.voice) << ' ' << name_of(p.polarity) << ' '
      << name_of(p.modality);
  return out.str();
}

TEST(FindPropositions, FindsWhatTheCasesSay) {
  const auto cases = read_cases();
  ASSERT_GT(cases.size(), 50u);
  for (const Case& c : cases) {
    const auto analysis = analysis_of(c.text, c.parse);
    std::vector<std::string> found;
    for (const Proposition& p : find_propositions(analysis)) found.push_back(written(analysis, p));
    EXPECT_EQ(found, c.expected) << c.family << ": " << c.text;
  }
}

const char* const kToldParse =
    "\" \" PUNCT `` 5 punct\nWe we PRON PRP 3 nsubj\nfled flee VERB VBD 6 ccomp\n, , PUNCT , 6 punct\n\" \" PUNCT '' 6 "
    "punct\n"
    "told tell VERB VBD 0 ROOT\nRua Rua PROPN NNP 6 nsubj B-PERSON\nAnara Anara PROPN NNP 6 dobj B-ORG\n. . PUNCT . 6 "
    "punct\n";

TEST(FindPropositions, NamesSpeakerRelayAndOutlet) {
  auto analysis = analysis_of("\"We fled,\" told Rua Anara.", kToldParse);
  analysis.document.outlet = "The Harbour";
  mentions::Actor rua{{16, 19}, 6, mentions::ActorForm::name, {"p-rua"}, "Tia Rua", mentions::ActorKind::person, "", "",
                      "",       ""};
  mentions::Actor agency{
      {20, 25}, 7, mentions::ActorForm::name, {"m-anara"}, "Anara", mentions::ActorKind::media, "", "", "", ""};
  analysis.mentions.actors = {rua, agency};
  const auto found = find_propositions(analysis);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].speakers.size(), 3u);
  EXPECT_EQ(found[0].speakers[0].name, "Tia Rua");
  EXPECT_EQ(found[0].speakers[0].actor_id.value, "p-rua");
  EXPECT_EQ(found[0].speakers[1].role, "relay");
  EXPECT_EQ(found[0].speakers[2].role, "outlet");
  EXPECT_EQ(found[0].voice, Voice::direct);
}

TEST(FindPropositions, AnOwnVoiceClaimHasTheOutletAlone) {
  auto analysis = analysis_of("Guns fell silent",
                              "Guns gun NOUN NNS 2 nsubj\nfell fall VERB VBD 0 ROOT\nsilent silent ADJ JJ 2 acomp\n");
  analysis.document.outlet = "The Harbour";
  analysis.document.agencies = {"Anara"};
  const auto found = find_propositions(analysis);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].speakers.size(), 1u);
  EXPECT_EQ(found[0].speakers[0].role, "outlet");
}

TEST(FindPropositions, ReadsNoFurnitureAndNoHeading) {
  auto analysis = analysis_of("Guns fell silent",
                              "Guns gun NOUN NNS 2 nsubj\nfell fall VERB VBD 0 ROOT\nsilent silent ADJ JJ 2 acomp\n");
  for (const auto kind : {ingest::BlockKind::furniture, ingest::BlockKind::heading, ingest::BlockKind::caption}) {
    analysis.document.blocks[0].kind = kind;
    EXPECT_TRUE(find_propositions(analysis).empty());
  }
}

TEST(FindPropositions, LeavesTheDatelineOut) {
  auto analysis = analysis_of("SUVA - Guns fell silent",
                              "SUVA SUVA PROPN NNP 4 nsubj\n- - PUNCT : 4 punct\nGuns gun NOUN NNS 4 nsubj\n"
                              "fell fall VERB VBD 0 ROOT\nsilent silent ADJ JJ 4 acomp\n");
  analysis.document.dateline = ingest::Dateline{"SUVA", {}, {0, 6}};
  const auto found = find_propositions(analysis);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(slice(analysis.document.text, found[0].span), "Guns fell silent");
}

std::vector<std::string> headline(const std::string& text, const std::string& parse) {
  auto analysis = analysis_of(text, parse);
  analysis.document.blocks[0].kind = ingest::BlockKind::title;
  std::vector<std::string> found;
  for (const Proposition& p : find_propositions(analysis)) found.push_back(written(analysis, p));
  return found;
}

TEST(FindPropositions, ReadsTheSpeakerBeforeTheColonOfAHeadline) {
  EXPECT_EQ(headline("Minister: rebels shelled the port",
                     "Minister Minister PROPN NNP 4 dep\n: : PUNCT : 1 punct\nrebels rebel NOUN NNS 4 nsubj\n"
                     "shelled shell VERB VBD 0 ROOT\nthe the DET DT 6 det\nport port NOUN NN 4 dobj\n"),
            std::vector<std::string>{"rebels shelled the port | Minister | : | indirect asserts actual"});
}

TEST(FindPropositions, ReadsTheSpeakerAfterTheColonOfAHeadline) {
  EXPECT_EQ(headline("Nine die in raid: police",
                     "Nine nine NUM CD 2 nsubj B-CARDINAL\ndie die VERB VBP 0 ROOT\nin in ADP IN 2 prep\n"
                     "raid raid NOUN NN 3 pobj\n: : PUNCT : 2 punct\npolice police NOUN NNS 2 dep\n"),
            std::vector<std::string>{"Nine die in raid | police | : | indirect asserts actual"});
}

TEST(FindPropositions, TakesNoPlaceForTheSpeakerOfAHeadline) {
  const auto found = headline("Fiji: nine die in raid",
                              "Fiji fiji NOUN NN 0 ROOT B-GPE\n: : PUNCT : 1 punct\nnine nine NUM CD 4 nummod\n"
                              "die die VERB VBP 1 appos\nin in ADP IN 4 prep\nraid raid NOUN NN 5 pobj\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("own asserts actual"), std::string::npos);
}

// Any heads, labels and tags: nothing may hang, crash or give a span outside the text.
TEST(FindPropositions, SurvivesAnyParse) {
  const std::vector<std::string> deps = {"ROOT",  "nsubj", "ccomp",     "advcl", "relcl", "conj", "cc",
                                         "prep",  "pobj",  "acl",       "mark",  "punct", "aux",  "appos",
                                         "xcomp", "pcomp", "parataxis", "agent", "dobj",  "dep"};
  const std::vector<std::string> lemmas = {"say", "accord", "to", "that", "quote", "as", "deny",   "claim",
                                           ",",   "\"",     "be", "with", "kill",  "he", "agency", "if"};
  const std::vector<std::string> tags = {"VBD", "VBG", "VBN", "NN", "NNP", "IN", "TO", "MD", "PRP", ",", "WDT", "VB"};
  std::uint32_t state = 12345;
  const auto draw = [&](std::size_t n) { return (state = state * 1664525u + 1013904223u) / 65536u % n; };
  for (int round = 0; round < 3000; ++round) {
    const std::size_t size = 1 + draw(14);
    std::string text, parse;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string& word = lemmas[draw(lemmas.size())];
      const std::string& tag = tags[draw(tags.size())];
      text += (i > 0 ? " " : "") + word;
      const std::string pos = tag[0] == 'V' ? "VERB" : tag == "NNP" ? "PROPN" : tag == "," ? "PUNCT" : "NOUN";
      parse += word + " " + word + " " + pos + " " + tag + " " + std::to_string(draw(size + 1)) + " " +
               deps[draw(deps.size())] + "\n";
    }
    const auto analysis = analysis_of(text, parse);
    for (const Proposition& p : find_propositions(analysis)) {
      EXPECT_TRUE((Span{0, static_cast<std::uint32_t>(text.size())}).contains(p.span));
      EXPECT_FALSE(p.span.empty());
      EXPECT_LT(p.head, size);
    }
  }
}

}  // namespace
}  // namespace rashomon::claims
