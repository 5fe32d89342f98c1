#pragma once

#include <string>

#include "app/grammar.hpp"

/// Texts made from the flag table.
namespace rashomon::app {

/// The commands, one a line.
[[nodiscard]] std::string help_text();
/// One command with its options, at most 80 columns wide.
[[nodiscard]] std::string help_text(const Command& command);
/// The manual page. Reference: man(7).
[[nodiscard]] std::string man_page();
/// A completion script for "bash", "zsh" or "fish".
[[nodiscard]] std::string completions(std::string_view shell);
/// docs/reference/commands.md.
[[nodiscard]] std::string reference_page();

}  // namespace rashomon::app
