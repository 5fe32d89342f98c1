#include <fmt/format.h>

#include "app/help.hpp"
#include "app/manifest.hpp"

namespace rashomon::app {
namespace {

// Text for roff: backslashes, hyphens and leading dots are taken as they are.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string section(const Command& command) {
  std::string out = fmt::format(".SS \"rashomon {} {}\"\n{}\n", command.name, roff(operands_usage(command)),
                                roff(command.description));
  for (const Flag& flag : command.flags) {
    std::string head = fmt::format("\\fB{}\\fR", roff(flag.name));
    if (!flag.short_name.empty()) head = fmt::format("\\fB{}\\fR, ", roff(flag.short_name)) + head;
    if (!flag.argument.empty()) head += fmt::format(" \\fI{}\\fR", flag.argument);
    const auto words = words_of(flag.choices);
    const std::string choices = words.empty() ? "" : fmt::format(" ({})", fmt::join(words, ", "));
    out += fmt::format(".TP\n{}\n{}\n", head, roff(std::string(flag.help) + choices));
  }
  return out;
}

}  // namespace

std::string man_page() {
  std::string out = fmt::format(
      ".TH RASHOMON 1 \"\" \"rashomon {}\" \"User Commands\"\n"
      ".SH NAME\nrashomon \\- read every account of a conflict event and keep every claim\n"
      ".SH SYNOPSIS\n.B rashomon\n\\fICOMMAND\\fR ...\n.SH COMMANDS\n",
      program_version());
  for (const Command& command : commands()) out += section(command);
  return out +
         ".SH EXIT STATUS\n"
         ".TP\n0\ndone\n.TP\n1\nno document was found, or \\-\\-fail\\-on is met\n.TP\n2\nusage\n"
         ".TP\n3\nsome inputs could not be read, the rest is done\n"
         ".TP\n4\ncould not be done: a model is missing, the disk is full, or the program has a defect\n"
         ".SH ENVIRONMENT\n"
         ".TP\n.B RASHOMON_DATA\nfolder of the model files (default: $XDG_DATA_HOME/rashomon, else "
         "~/.local/share/rashomon)\n"
         ".TP\n.B NO_COLOR\nif set, no colours\n";
}

}  // namespace rashomon::app
