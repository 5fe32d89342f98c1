#include "app/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rashomon::app {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMargin = 26;  // where the explanations of options begin

// `text` in lines of at most kWidth columns, the second and further ones led by `indent` spaces.
std::string wrapped(std::string_view text, std::size_t column, std::size_t indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::size_t gap = column > indent ? 1 : 0;
    if (column + gap + end > kWidth && column > indent) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (gap > 0) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, end);
    column += end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string flag_head(const Flag& flag) {
  std::string head = flag.short_name.empty() ? "    " : fmt::format("{}, ", flag.short_name);
  head += flag.name;
  if (!flag.argument.empty()) head += fmt::format(" {}", flag.argument);
  return head;
}

std::string flag_help(const Flag& flag) {
  std::string text(flag.help);
  if (const auto words = words_of(flag.choices); !words.empty()) text += fmt::format(" ({})", fmt::join(words, ", "));
  return text;
}

std::string entry(std::string_view head, std::string_view text) {
  std::string line = fmt::format("  {:<{}}", head, kMargin - 2);
  if (line.size() > kMargin) line += "\n" + std::string(kMargin, ' ');
  return line + wrapped(text, kMargin, kMargin) + "\n";
}

}  // namespace

std::string help_text() {
  std::string out =
      "Rashomon reads every account of a conflict event and keeps every claim.\n\n"
      "Usage: rashomon COMMAND ...\n\n";
  for (const Command& command : commands())
    out += entry(fmt::format("{} {}", command.name, operands_usage(command)), command.summary);
  out +=
      "\nrashomon help COMMAND shows its options, rashomon --version the version.\n"
      "Exit codes: 0 done, 1 nothing found or --fail-on met, 2 usage, 3 some inputs\n"
      "unreadable and the rest done, 4 could not be done.\n";
  return out;
}

std::string help_text(const Command& command) {
  std::string out = fmt::format("Usage: rashomon {}", command.name);
  if (const std::string operands = operands_usage(command); !operands.empty()) out += " " + operands;
  out += " [OPTION]...\n\n" + wrapped(command.description, 0, 0) + "\n";
  if (const auto words = words_of(command.choices); !words.empty())
    out += "\n" + fmt::format("{}: {}", command.operands, fmt::join(words, ", ")) + "\n";
  out += "\nOptions:\n";
  for (const Flag& flag : command.flags) out += entry(flag_head(flag), flag_help(flag));
  return out;
}

std::string reference_page() {
  std::string out =
      "# Commands\n\nMade by `rashomon help reference`; a test compares them.\n\n"
      "```\n" +
      help_text() + "```\n";
  for (const Command& command : commands())
    out += fmt::format("\n## {}\n\n```\n{}```\n", command.name, help_text(command));
  return out;
}

}  // namespace rashomon::app
