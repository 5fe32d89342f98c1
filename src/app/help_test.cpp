#include "app/help.hpp"

#include <gtest/gtest.h>

namespace rashomon::app {
namespace {

TEST(HelpText, StaysWithinEightyColumns) {
  std::string all = help_text();
  for (const Command& command : commands()) all += help_text(command);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\n', at);
    EXPECT_LE(end - at, 80U) << all.substr(at, end - at);
    at = end + 1;
  }
}

TEST(HelpText, NamesEveryCommandAndEveryOption) {
  for (const Command& command : commands()) {
    EXPECT_NE(help_text().find("\n  " + std::string(command.name)), std::string::npos) << command.name;
    for (const Flag& flag : command.flags)
      EXPECT_NE(help_text(command).find(flag.name), std::string::npos) << command.name << flag.name;
  }
}

TEST(Completions, OfferEveryCommandAndOptionInEveryShell) {
  for (const std::string_view shell : {"bash", "zsh", "fish"}) {
    const std::string script = completions(shell);
    for (const Command& command : commands()) {
      EXPECT_NE(script.find(command.name), std::string::npos) << shell << command.name;
      for (const Flag& flag : command.flags)
        EXPECT_NE(script.find(shell == "fish" ? "-l " + std::string(flag.name.substr(2)) : std::string(flag.name)),
                  std::string::npos)
            << shell << flag.name;
    }
  }
}

TEST(ManPage, HasNoBareHyphenInItsOptions) {
  const std::string page = man_page();
  EXPECT_NE(page.find("\\-\\-output"), std::string::npos);
  EXPECT_EQ(page.find("--output"), std::string::npos);
}

}  // namespace
}  // namespace rashomon::app
