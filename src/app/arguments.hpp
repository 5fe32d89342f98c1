#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/grammar.hpp"
#include "core/date.hpp"
#include "core/result.hpp"

namespace rashomon::app {

/// A command line that fits the grammar: every option is known and its word, date or number is a valid one.
struct Arguments {
  const Command* command = nullptr;
  std::vector<std::string> operands;
  std::map<std::string, std::string, std::less<>> options;  ///< by long name; a switch has an empty value

  [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }
  [[nodiscard]] std::string option(std::string_view name, std::string_view otherwise = {}) const {
    const auto it = options.find(name);
    return it == options.end() ? std::string(otherwise) : it->second;
  }
};

/// Reads the words after the program's name. `--name value`, `--name=value`, `-o value`; `--` ends the options; a
/// repeated option counts once, the last one. With --help operands are not asked for.
/// Errors: usage, naming the word and the nearest known one.
[[nodiscard]] Result<Arguments> parse_arguments(const std::vector<std::string_view>& words);

}  // namespace rashomon::app
