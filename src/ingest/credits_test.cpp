#include "ingest/credits.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

using Names = std::vector<std::string>;

std::optional<Tail> tail(std::string_view text) {
  return find_tail(text, {0, static_cast<std::uint32_t>(text.size())});
}

TEST(AgencyList, ReadsNamesAloneOnly) {
  EXPECT_EQ(agency_list("Agence France-Presse"), Names{"AFP"});
  EXPECT_EQ(agency_list("Reuters/AP"), (Names{"Reuters", "AP"}));
  EXPECT_EQ(agency_list("AFP and agencies"), Names{"AFP"});
  EXPECT_TRUE(agency_list("pa").empty());  // a word in small letters
  EXPECT_TRUE(agency_list("Reuters said").empty());
}

TEST(FindTail, CutsAnEndMark) {
  const std::string text = "The quay was closed on Monday. \xE2\x80\x93 Coastpost.com";
  const auto found = tail(text);
  ASSERT_TRUE(found);
  EXPECT_EQ(slice(text, found->span), "\xE2\x80\x93 Coastpost.com");
  EXPECT_EQ(found->credit.outlet, "Coastpost.com");
  EXPECT_EQ(tail("The quay was closed. (AFP)")->credit.agencies, Names{"AFP"});
  EXPECT_EQ(tail("The quay was closed. --Reuters")->credit.agencies, Names{"Reuters"});
}

TEST(FindTail, CutsAGluedCopyrightLine) {
  const std::string text = "The quay was closed.Copyright \xC2\xA9 2019, Coast Audio. All rights reserved.";
  const auto found = tail(text);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->reason, "copyright");
  EXPECT_EQ(slice(text, {0, found->span.begin}), "The quay was closed.");
  EXPECT_EQ(found->credit.outlet, "Coast Audio");
}

TEST(FindTail, LeavesNewsAlone) {
  EXPECT_FALSE(tail("The harbour (Luderitz)"));
  EXPECT_FALSE(tail("The mayor spoke to the Coast Post \xE2\x80\x93 for the first time"));
  EXPECT_FALSE(tail("Copyright law was changed in 2019."));
  EXPECT_FALSE(tail("He joined the group (ANC)."));
}

TEST(ReadByline, KnowsPersonsAndAgencies) {
  const auto both = read_byline("By Ada Quill and Ivo Brandt, Reuters");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->persons, (Names{"Ada Quill", "Ivo Brandt"}));
  EXPECT_EQ(both->agencies, Names{"Reuters"});
  EXPECT_EQ(read_byline("By Coast Wire")->agencies, Names{"Coast Wire"});
  EXPECT_FALSE(read_byline("Ministers meet by the river"));
}

TEST(ReadSignOff, TakesNameAndOutletOfTheAddress) {
  const auto found = read_sign_off("Write to Ada Quill at ada.quill@nytimes.com");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->persons, Names{"Ada Quill"});
  EXPECT_EQ(found->outlet, "The New York Times");
  EXPECT_EQ(read_sign_off("(Reporting by Ada Quill; editing by Ivo Brandt)")->persons, Names{"Ada Quill"});
  EXPECT_EQ(read_sign_off("(Reporting by Ada O\xE2\x80\x99Quill; editing by Ivo Brandt)")->persons,
            Names{"Ada O\xE2\x80\x99Quill"});
  EXPECT_FALSE(read_sign_off("Contact was lost at noon."));
}

}  // namespace
}  // namespace rashomon::ingest
