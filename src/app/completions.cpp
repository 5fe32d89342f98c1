#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "app/help.hpp"

namespace rashomon::app {
namespace {

std::string joined_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return fmt::format("{}", fmt::join(names, " "));
}

// The words that `choices` offers, parted by spaces; empty where it is free.
std::string offered(std::string_view choices) {
  return choices == "@command" ? joined_names() : fmt::format("{}", fmt::join(words_of(choices), " "));
}

// `text` between single quotes, as all three shells take it.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string bash_value(const Command& command, const Flag& flag) {
  std::string pattern = fmt::format("{} {}", command.name, flag.name);
  std::string out = quoted(pattern);
  if (!flag.short_name.empty()) out += "|" + quoted(fmt::format("{} {}", command.name, flag.short_name));
  const std::string words = offered(flag.choices);
  const std::string action = !words.empty()            ? fmt::format("-W {}", quoted(words))
                             : flag.choices == "@path" ? "-f"
                                                       : "-W ''";
  return fmt::format("    {}) COMPREPLY=($(compgen {} -- \"$word\")); return ;;\n", out, action);
}

std::string bash() {
  std::string values, options, operands;
  for (const Command& command : commands()) {
    std::vector<std::string> names;
    for (const Flag& flag : command.flags) {
      names.emplace_back(flag.name);
      if (!flag.argument.empty()) values += bash_value(command, flag);
    }
    options += fmt::format("    {}) options={} ;;\n", command.name, quoted(fmt::format("{}", fmt::join(names, " "))));
    if (const std::string words = offered(command.choices); !words.empty())
      operands += fmt::format("    {}) COMPREPLY=($(compgen -W {} -- \"$word\")) ;;\n", command.name, quoted(words));
  }
  return fmt::format(
      "# bash completion for rashomon: source <(rashomon completions bash)\n"
      "_rashomon() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}} "
      "options=\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$command $before\" in\n{}  esac\n"
      "  case \"$command\" in\n{}  esac\n"
      "  if [[ $word == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$command\" in\n{}    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n  esac\n"
      "}}\n"
      "complete -o filenames -F _rashomon rashomon\n",
      joined_names(), values, options, operands);
}

// Characters that _arguments takes for its own in an explanation.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(std::string_view choices) {
  const std::string words = offered(choices);
  if (!words.empty()) return fmt::format("({})", words);
  return choices == "@path" ? "_files" : " ";
}

std::string zsh_flag(const Flag& flag) {
  std::string text = fmt::format("[{}]", zsh_text(flag.help));
  if (!flag.argument.empty()) text += fmt::format(":{}:{}", flag.argument, zsh_action(flag.choices));
  if (flag.short_name.empty()) return fmt::format("        {} \\\n", quoted(std::string(flag.name) + text));
  return fmt::format("        {}{{{},{}}}{} \\\n", quoted(fmt::format("({} {})", flag.short_name, flag.name)),
                     flag.short_name, flag.name, quoted(text));
}

std::string zsh() {
  std::string described, cases;
  for (const Command& command : commands()) {
    described += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command.name, zsh_text(command.summary))));
    cases += fmt::format("    {})\n      _arguments \\\n", command.name);
    for (const Flag& flag : command.flags) cases += zsh_flag(flag);
    const std::string operand = fmt::format("*:{}:{}", command.operands, zsh_action(command.choices));
    cases += fmt::format("        {} ;;\n", command.operands.empty() ? "'*: : '" : quoted(operand));
  }
  return fmt::format(
      "#compdef rashomon\n"
      "# zsh completion for rashomon: rashomon completions zsh > _rashomon in a folder of $fpath\n"
      "_rashomon() {{\n"
      "  local -a commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $words[1] in\n{}  esac\n"
      "}}\n"
      "_rashomon \"$@\"\n",
      described, cases);
}

std::string fish_flag(const Command& command, const Flag& flag) {
  std::string line =
      fmt::format("complete -c rashomon -n '__fish_seen_subcommand_from {}' -l {}", command.name, flag.name.substr(2));
  if (!flag.short_name.empty()) line += fmt::format(" -s {}", flag.short_name.substr(1));
  if (!flag.argument.empty()) line += flag.choices == "@path" ? " -r -F" : " -x";
  if (const std::string words = offered(flag.choices); !words.empty()) line += " -a " + quoted(words);
  return line + " -d " + quoted(flag.help) + "\n";
}

std::string fish() {
  std::string out =
      "# fish completion for rashomon: rashomon completions fish > ~/.config/fish/completions/rashomon.fish\n";
  for (const Command& command : commands()) {
    out += fmt::format("complete -c rashomon -f -n __fish_use_subcommand -a {} -d {}\n", command.name,
                       quoted(command.summary));
    if (const std::string words = offered(command.choices); !words.empty())
      out += fmt::format("complete -c rashomon -f -n '__fish_seen_subcommand_from {}' -a {}\n", command.name,
                         quoted(words));
    for (const Flag& flag : command.flags) out += fish_flag(command, flag);
  }
  return out;
}

}  // namespace

std::string completions(std::string_view shell) {
  if (shell == "bash") return bash();
  return shell == "zsh" ? zsh() : fish();
}

}  // namespace rashomon::app
