#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rashomon::app {

/// An option of one command.
struct Flag {
  std::string_view name;        ///< "--output"
  std::string_view short_name;  ///< "-o", empty for none
  std::string_view argument;    ///< "FILE", empty for a switch
  std::string_view choices;     ///< words parted by |, or @path, @date, @count, @megabytes, @text
  std::string_view help;
};

struct Command {
  std::string_view name;
  std::string_view operands;  ///< "RECORD ID", empty for none
  std::size_t fewest = 0;
  std::size_t most = 0;
  std::string_view choices;  ///< words an operand may be, or @path, @command
  std::string_view summary;
  std::string_view description;
  std::vector<Flag> flags;

  [[nodiscard]] const Flag* flag(std::string_view name_or_short) const;
};

/// The command line as data/app/commands.tsv and data/app/flags.tsv describe it, in their order.
[[nodiscard]] const std::vector<Command>& commands();
[[nodiscard]] const Command* find_command(std::string_view name);

/// The words of a choices cell; empty for "@…" and for an empty cell.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view choices);

/// "PATH..." for one or more, "[COMMAND]" for none or one, else the operands as they are.
[[nodiscard]] std::string operands_usage(const Command& command);

}  // namespace rashomon::app
