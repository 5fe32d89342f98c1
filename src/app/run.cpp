#include "app/run.hpp"

#include <fmt/format.h>

#include <array>
#include <clocale>
#include <csignal>
#include <exception>

#include "app/commands.hpp"
#include "app/help.hpp"
#include "app/manifest.hpp"
#include "core/check.hpp"

namespace rashomon::app {
namespace {

struct Entry {
  std::string_view name;
  int (*run)(const Arguments&, Console&);
};

constexpr std::array kEntries = {
    Entry{"read", run_read},     Entry{"ingest", run_ingest},           Entry{"annotate", run_annotate},
    Entry{"export", run_export}, Entry{"report", run_report},           Entry{"explain", run_explain},
    Entry{"models", run_models}, Entry{"completions", run_completions}, Entry{"man", run_man},
    Entry{"help", run_help},
};

int run_command(const std::vector<std::string_view>& words) {
  Console errors(false);
  const auto arguments = parse_arguments(words);
  if (!arguments) {
    const bool known = !words.empty() && find_command(words.front()) != nullptr;
    const std::string more = known ? fmt::format("rashomon {} --help", words.front()) : "rashomon --help";
    return fail_with(errors, {ErrorCode::usage, fmt::format("{}\nsee {}", arguments.error().message, more), {}});
  }
  if (arguments->has("--help")) return run_command({"help", arguments->command->name});
  Console console(arguments->has("--quiet"));
  for (const Entry& entry : kEntries)
    if (entry.name == arguments->command->name) return entry.run(*arguments, console);
  RASHOMON_CHECK(false);  // every command of the table has an entry
}

int run_words(std::vector<std::string_view> words) {
  if (words.empty()) {
    std::fputs(help_text().c_str(), stderr);
    return 2;
  }
  if (words.front() == "--help" || words.front() == "-h") words.front() = "help";
  if (words.front() == "--version" || words.front() == "-V") {
    std::fputs(fmt::format("rashomon {}\n", program_version()).c_str(), stdout);
    return 0;
  }
  return run_command(words);
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away shows as a failed write, which ends the command quietly
  try {
    return run_words({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const std::exception& error) {
    std::fputs(fmt::format("rashomon: could not be done: {}\n", error.what()).c_str(), stderr);
    return 4;
  }
}

}  // namespace rashomon::app
