#include "ingest/dateline.hpp"

#include <gtest/gtest.h>

namespace rashomon::ingest {
namespace {

std::string read(std::string_view text) {
  const auto found = find_dateline(text, {0, static_cast<std::uint32_t>(text.size())});
  if (!found) return "none";
  std::string out(slice(text, found->place));
  if (found->date) out += " | " + std::to_string(found->date->month) + "-" + std::to_string(found->date->day);
  for (const std::string& name : found->agencies) out += " | " + name;
  return out;
}

TEST(FindDateline, ReadsTheFormsOfTheAgencies) {
  EXPECT_EQ(read("WINDHOEK, Namibia \xE2\x80\x94 Two men were shot."), "WINDHOEK, Namibia");
  EXPECT_EQ(read("WINDHOEK, Namibia, April 17 (Xinhua) -- Two men were shot."), "WINDHOEK, Namibia | 4-17 | Xinhua");
  EXPECT_EQ(read("WINDHOEK (Reuters) - Two men were shot."), "WINDHOEK | Reuters");
  EXPECT_EQ(read("(WINDHOEK) \xE2\x80\x94 Two men were shot."), "WINDHOEK");
  EXPECT_EQ(read("WINDHOEK\xE2\x80\x94Two men were shot."), "WINDHOEK");
  EXPECT_EQ(read("Windhoek, Namibia | AFP | Two men were shot."), "Windhoek, Namibia | AFP");
  EXPECT_EQ(read("Windhoek (AP) - Two men were shot."), "Windhoek | AP");
  EXPECT_EQ(read("WINDHOEK: Two men were shot."), "WINDHOEK");
  EXPECT_EQ(read("Windhoek, AFP \xE2\x80\x93 Two men were shot."), "Windhoek | AFP");
}

TEST(FindDateline, LeavesSentencesAlone) {
  EXPECT_EQ(read("Namibia - a dry country - has two rivers."), "none");
  EXPECT_EQ(read("BREAKING \xE2\x80\x94 Two men were shot."), "none");
  EXPECT_EQ(read("NATO: Two ships were sent."), "none");
  EXPECT_EQ(read("Two men were shot. WINDHOEK \xE2\x80\x94 is far."), "none");
  EXPECT_EQ(read("The well-known bridge fell."), "none");
  EXPECT_EQ(read("WINDHOEK \xE2\x80\x94"), "none");
}

}  // namespace
}  // namespace rashomon::ingest
