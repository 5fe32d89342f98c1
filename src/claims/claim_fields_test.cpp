#include <gtest/gtest.h>

#include "claims/coding.hpp"
#include "mentions/test_parse.hpp"

namespace rashomon::claims {
namespace {

using mentions::test_parse;

// An analysis of one sentence in which single words can be marked as times, places and quantities.
struct Sentence {
  mentions::Analysis analysis;
  std::vector<Proposition> propositions;

  explicit Sentence(const mentions::TestText& text) {
    analysis.document = text.document;
    analysis.document.published.range = {make_date(2031, 5, 9), make_date(2031, 5, 9)};
    analysis.parse = text.parse;
  }
  Span span(std::uint32_t i) const { return analysis.parse.tokens[i].span; }
  Sentence& time(std::uint32_t i, Date day) {
    mentions::Time t;
    t.span = span(i);
    t.range = {day, day};
    analysis.mentions.times.push_back(t);
    return *this;
  }
  Sentence& place(std::uint32_t i, mentions::PlaceLevel level = mentions::PlaceLevel::settlement) {
    mentions::Place p;
    p.span = span(i);
    p.name = std::string(slice(analysis.document.text, p.span));
    p.level = level;
    analysis.mentions.places.push_back(p);
    return *this;
  }
  Sentence& toll(std::uint32_t i, mentions::Measure measure = mentions::Measure::killed) {
    mentions::Quantity q;
    q.span = span(i);
    q.token = i;
    q.text = std::string(slice(analysis.document.text, q.span));
    q.measure = measure;
    analysis.mentions.quantities.push_back(q);
    return *this;
  }
  Sentence& says(std::uint32_t head, std::uint32_t first, std::uint32_t last, Modality modality = Modality::actual) {
    Proposition p;
    p.head = head;
    p.first = first;
    p.last = last;
    p.span = hull(span(first), span(last - 1));
    p.modality = modality;
    propositions.push_back(p);
    return *this;
  }
  std::vector<Claim> claims() const { return code_propositions(analysis, propositions); }
};

mentions::TestText shelled_on_monday() {
  return test_parse("Rebels shelled Bongor on Monday, killing four guards",
                    "Rebels rebel NOUN NNS 2 nsubj\nshelled shell VERB VBD 0 ROOT\nBongor Bongor PROPN NNP 2 dobj "
                    "B-GPE\non on ADP IN 2 prep\n"
                    "Monday Monday PROPN NNP 4 pobj B-DATE\n, , PUNCT , 2 punct\nkilling kill VERB VBG 2 advcl\nfour "
                    "four NUM CD 9 nummod\n"
                    "guards guard NOUN NNS 7 dobj\n");
}

TEST(ClaimTime, IsSharedByAParticipleThatHangsOnTheDatedClause) {
  Sentence s(shelled_on_monday());
  s.time(4, *make_date(2031, 5, 5)).says(1, 0, 5).says(6, 6, 9);
  const auto claims = s.claims();
  ASSERT_EQ(claims.size(), 2U);
  ASSERT_TRUE(claims[1].time);
  EXPECT_EQ(claims[1].time->range.start->iso(), "2031-05-05");
  EXPECT_EQ(claims[1].time->precision, 1);
  EXPECT_EQ(claims[1].time->anchor, "text");
}

TEST(ClaimTime, IsTheAnchorsDayGiveOrTakeOneWhereNothingIsSaid) {
  Sentence s(shelled_on_monday());
  s.says(1, 0, 5);
  const auto claims = s.claims();
  ASSERT_TRUE(claims[0].time);
  EXPECT_EQ(claims[0].time->range.start->iso(), "2031-05-09");
  EXPECT_EQ(claims[0].time->precision, 2);
  EXPECT_NE(claims[0].time->anchor, "text");
}

TEST(ClaimMeans, PassFromTheAttackToItsOutcome) {
  Sentence s(shelled_on_monday());
  s.says(1, 0, 5).says(6, 6, 9);
  const auto claims = s.claims();
  EXPECT_EQ(claims[1].event_type.plover_mode, "heavy-weapons");
  ASSERT_EQ(claims[1].actor.size(), 1U);
  EXPECT_EQ(claims[1].actor[0].name, "Rebels");
}

TEST(ClaimQuantities, BelongToTheInnermostClaim) {
  Sentence s(shelled_on_monday());
  s.toll(7).says(1, 0, 9).says(6, 6, 9);
  const auto claims = s.claims();
  EXPECT_TRUE(claims[0].quantities.empty());
  EXPECT_EQ(claims[1].quantities.size(), 1U);
}

TEST(ClaimQuantities, StandInTheClauseThatHoldsThemWhateverTheirWordsHangOn) {
  Sentence s(shelled_on_monday());
  s.toll(7).says(1, 0, 5).says(2, 7, 9);  // the figure's words hang on the first verb, its span is the second's
  const auto claims = s.claims();
  EXPECT_TRUE(claims[0].quantities.empty());
  EXPECT_EQ(claims[1].quantities.size(), 1U);
}

TEST(ClaimPlaces, TakeTheTownThatIsHitAndLendItToTheOutcome) {
  Sentence s(shelled_on_monday());
  s.place(2).says(1, 0, 5).says(6, 6, 9);
  const auto claims = s.claims();
  ASSERT_EQ(claims[0].places.size(), 1U);
  ASSERT_EQ(claims[1].places.size(), 1U);
  EXPECT_EQ(claims[1].places[0].name, "Bongor");
}

TEST(ClaimPlaces, LeaveOutWhatIsOnlyComparedWith) {
  Sentence s(test_parse(
      "Killings such as those in Lomna shook Bongor",
      "Killings killing NOUN NNS 7 nsubj\nsuch such ADJ JJ 3 amod\nas as ADP IN 1 prep\nthose those PRON DT 3 pobj\n"
      "in in ADP IN 4 prep\nLomna Lomna PROPN NNP 5 pobj B-GPE\nshook shake VERB VBD 0 ROOT\nBongor Bongor PROPN NNP 7 "
      "dobj B-GPE\n"));
  s.place(5).place(7).says(6, 0, 8);
  const auto claims = s.claims();
  for (const auto& place : claims[0].places) EXPECT_NE(place.name, "Lomna");
}

TEST(ClaimPlaces, PutTheTownBeforeItsCountry) {
  Sentence s(
      test_parse("Mortars hit a mill in Bongor in Chad",
                 "Mortars mortar NOUN NNS 2 nsubj\nhit hit VERB VBD 0 ROOT\na a DET DT 4 det\nmill mill NOUN NN 2 "
                 "dobj\nin in ADP IN 2 prep\n"
                 "Bongor Bongor PROPN NNP 5 pobj B-GPE\nin in ADP IN 2 prep\nChad Chad PROPN NNP 7 pobj B-GPE\n"));
  s.place(5).place(7, mentions::PlaceLevel::country).says(1, 0, 8);
  const auto claims = s.claims();
  ASSERT_EQ(claims[0].places.size(), 2U);
  EXPECT_EQ(claims[0].places[0].name, "Bongor");
}

TEST(ClaimEvent, IsReadFromATollWhereNoWordNamesIt) {
  Sentence s(test_parse("Two were teachers",
                        "Two two NUM CD 2 nsubj\nwere be AUX VBD 0 ROOT\nteachers teacher NOUN NNS 2 attr\n"));
  s.toll(0).says(1, 0, 3);
  EXPECT_EQ(s.claims()[0].event_type.plover, "ASSAULT");
}

TEST(ClaimEvent, IsNoAttackWhereADisasterKills) {
  Sentence s(test_parse(
      "The flood killed two",
      "The the DET DT 2 det\nflood flood NOUN NN 3 nsubj\nkilled kill VERB VBD 0 ROOT\ntwo two NUM CD 3 dobj\n"));
  s.toll(3).says(2, 0, 4);
  EXPECT_TRUE(s.claims()[0].event_type.plover.empty());
}

TEST(Mechanism, RecordsACeasefireWithItsPartiesAndStatus) {
  Sentence s(test_parse("Envoys will discuss a truce",
                        "Envoys envoy NOUN NNS 3 nsubj\nwill will AUX MD 3 aux\ndiscuss discuss VERB VB 0 ROOT\n"
                        "a a DET DT 5 det\ntruce truce NOUN NN 3 dobj\n"));
  s.says(2, 0, 5, Modality::planned);
  const auto claims = s.claims();
  ASSERT_TRUE(claims[0].mechanism);
  EXPECT_EQ(claims[0].mechanism->family, "ceasefire");
  EXPECT_EQ(claims[0].mechanism->fields.at("status"), "planned");
  EXPECT_EQ(claims[0].mechanism->fields.at("parties"), "Envoys");
}

TEST(Coding, GivesAReasonForEachFieldThatItFills) {
  Sentence s(shelled_on_monday());
  s.time(4, *make_date(2031, 5, 5)).place(2).says(1, 0, 5);
  const auto claims = s.claims();
  for (const char* field : {"event_type", "actor", "time", "places"})
    EXPECT_TRUE(std::any_of(claims[0].reasons.begin(), claims[0].reasons.end(), [&](const Reason& r) {
      return r.field == field && !r.rule.empty();
    })) << field;
}

TEST(Coding, ReadsASentenceOfManyNestedClausesWithoutLosingTime) {
  std::string text, lines;
  const int n = 3000;
  for (int i = 0; i < n; ++i) {
    text += i ? " urged" : "urged";
    lines += "urged urge VERB VBD " + std::to_string(i) + (i ? " ccomp\n" : " ROOT\n");
  }
  Sentence s(test_parse(text, lines));
  for (std::uint32_t i = 0; i < n; i += 50) s.says(i, i, n);
  EXPECT_EQ(s.claims().size(), static_cast<std::size_t>(n / 50));
}

}  // namespace
}  // namespace rashomon::claims
