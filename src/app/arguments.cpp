#include "app/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/nearest.hpp"
#include "ingest/columns.hpp"

namespace rashomon::app {
namespace {

constexpr std::size_t kMostThreads = 1024;
constexpr std::size_t kLeastMegabytes = 80, kMostMegabytes = 1 << 20;

tl::unexpected<Error> wrong(std::string message) { return fail(ErrorCode::usage, std::move(message)); }

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return names;
}

std::vector<std::string_view> flag_names(const Command& command) {
  std::vector<std::string_view> names;
  for (const Flag& flag : command.flags) names.push_back(flag.name);
  return names;
}

bool is_number(std::string_view text, std::size_t least, std::size_t most) {
  std::size_t n = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || n > most) return false;
    n = n * 10 + static_cast<std::size_t>(c - '0');
  }
  return n >= least && n <= most;
}

// Whether `value` is one of the flag's words, or a date or count where it wants one.
Result<void> check_value(std::string_view name, std::string_view choices, std::string_view value) {
  const std::vector<std::string_view> words = words_of(choices);
  if (!words.empty() && std::find(words.begin(), words.end(), value) == words.end())
    return wrong(
        fmt::format("{} cannot be '{}'{} (one of {})", name, value, suggestion(value, words), fmt::join(words, ", ")));
  if (choices == "@date" && (value.size() != 10 || !parse_date(value)))
    return wrong(fmt::format("{} '{}' is no date; write it as YYYY-MM-DD, for instance 2024-03-31", name, value));
  if (choices == "@columns")
    if (const auto columns = ingest::read_columns(value); !columns)
      return wrong(fmt::format("{} {}", name, columns.error().message));
  if (choices == "@megabytes" && !is_number(value, kLeastMegabytes, kMostMegabytes))
    return wrong(fmt::format("{} '{}' is no number of megabytes from {} up", name, value, kLeastMegabytes));
  if (choices == "@count" && !is_number(value, 1, kMostThreads))
    return wrong(fmt::format("{} '{}' is no number from 1 to {}", name, value, kMostThreads));
  if (value.empty()) return wrong(fmt::format("{} is empty", name));
  return {};
}

// An option as it was written: name, and value where "=" or a letter's tail gave one.
struct Written {
  std::string_view name;
  std::optional<std::string_view> value;
};

Written cut(const Command& command, std::string_view word) {
  if (word.starts_with("--")) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return {word, {}};
    return {word.substr(0, equals), word.substr(equals + 1)};
  }
  const Flag* flag = command.flag(word.substr(0, 2));
  if (word.size() > 2 && flag != nullptr && !flag->argument.empty()) return {word.substr(0, 2), word.substr(2)};
  return {word, {}};
}

Result<void> take_option(Arguments& out, const std::vector<std::string_view>& words, std::size_t& at) {
  const Command& command = *out.command;
  Written written = cut(command, words[at]);
  const Flag* flag = command.flag(written.name);
  if (flag == nullptr)
    return wrong(fmt::format("{} has no option '{}'{}", command.name, written.name,
                             suggestion(written.name, flag_names(command))));
  if (flag->argument.empty()) {
    if (written.value) return wrong(fmt::format("{} takes no value", flag->name));
    out.options.insert_or_assign(std::string(flag->name), std::string());
    return {};
  }
  if (!written.value) {
    if (at + 1 >= words.size()) return wrong(fmt::format("{} needs a value: {}", flag->name, flag->argument));
    written.value = words[++at];
  }
  if (auto good = check_value(flag->name, flag->choices, *written.value); !good) return good;
  out.options.insert_or_assign(std::string(flag->name), std::string(*written.value));
  return {};
}

Result<void> check_operands(const Arguments& arguments) {
  const Command& command = *arguments.command;
  const std::size_t count = arguments.operands.size();
  if (count < command.fewest)
    return wrong(fmt::format("{} needs {}: rashomon {} {}", command.name, command.operands, command.name,
                             operands_usage(command)));
  if (count > command.most)
    return wrong(fmt::format("'{}' is one word too many: rashomon {} {}", arguments.operands[command.most],
                             command.name, operands_usage(command)));
  if (count > 0 && !words_of(command.choices).empty())
    return check_value(command.operands, command.choices, arguments.operands.front());
  return {};
}

}  // namespace

Result<Arguments> parse_arguments(const std::vector<std::string_view>& words) {
  Arguments out;
  if (words.empty()) return wrong("there is no command");
  out.command = find_command(words.front());
  if (out.command == nullptr)
    return wrong(fmt::format("there is no command '{}'{}", words.front(), suggestion(words.front(), command_names())));
  bool options_ended = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (!options_ended && word == "--") {
      options_ended = true;
    } else if (!options_ended && word.size() > 1 && word.front() == '-') {
      if (auto good = take_option(out, words, i); !good) return tl::unexpected(good.error());
    } else {
      out.operands.emplace_back(word);
    }
  }
  if (out.has("--help")) return out;
  if (auto good = check_operands(out); !good) return tl::unexpected(good.error());
  return out;
}

}  // namespace rashomon::app
