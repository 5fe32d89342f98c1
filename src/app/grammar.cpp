#include "app/grammar.hpp"

#include <algorithm>
#include <limits>

#include "core/check.hpp"
#include "core/data.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_app();
}

namespace rashomon::app {
namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view unless_dash(std::string_view cell) { return cell == "-" ? std::string_view() : cell; }

std::vector<Command> read_commands() {
  constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();
  std::vector<Command> out;
  for (const auto& row : read_table(find_data(embedded::files_app(), "app/commands.tsv"))) {
    RASHOMON_CHECK(row.size() == 6);
    Command command{row[0], unless_dash(row[1]), 0, 0, row[3], row[4], row[5], {}};
    const std::string_view count = row[2];  // "2", "1+" or "0-1"
    command.fewest = static_cast<std::size_t>(count.front() - '0');
    command.most = count.ends_with('+') ? kAny : static_cast<std::size_t>(count.back() - '0');
    out.push_back(std::move(command));
  }
  return out;
}

std::vector<Command> read_grammar() {
  std::vector<Command> out = read_commands();
  for (const auto& row : read_table(find_data(embedded::files_app(), "app/flags.tsv"))) {
    RASHOMON_CHECK(row.size() == 6);
    const std::vector<std::string_view> takers = split(row[4], ' ');
    for (Command& command : out)
      if (std::find(takers.begin(), takers.end(), command.name) != takers.end())
        command.flags.push_back({row[0], unless_dash(row[1]), row[2], row[3], row[5]});
  }
  return out;
}

}  // namespace

const Flag* Command::flag(std::string_view name_or_short) const {
  for (const Flag& each : flags)
    if (!name_or_short.empty() && (each.name == name_or_short || each.short_name == name_or_short)) return &each;
  return nullptr;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = read_grammar();
  return kCommands;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

std::vector<std::string_view> words_of(std::string_view choices) {
  return choices.starts_with('@') ? std::vector<std::string_view>() : split(choices, '|');
}

std::string operands_usage(const Command& command) {
  const std::string name(command.operands);
  if (name.empty()) return {};
  if (command.fewest == 0) return "[" + name + "]";
  return command.most > 9 ? name + "..." : name;
}

}  // namespace rashomon::app
