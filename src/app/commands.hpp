#pragma once

#include "app/arguments.hpp"
#include "app/console.hpp"

/// The commands. Each takes a command line that fits the grammar and returns the program's exit code.
namespace rashomon::app {

[[nodiscard]] int run_read(const Arguments& arguments, Console& console);
[[nodiscard]] int run_ingest(const Arguments& arguments, Console& console);
[[nodiscard]] int run_annotate(const Arguments& arguments, Console& console);
[[nodiscard]] int run_export(const Arguments& arguments, Console& console);
[[nodiscard]] int run_report(const Arguments& arguments, Console& console);
[[nodiscard]] int run_explain(const Arguments& arguments, Console& console);
[[nodiscard]] int run_models(const Arguments& arguments, Console& console);
[[nodiscard]] int run_completions(const Arguments& arguments, Console& console);
[[nodiscard]] int run_man(const Arguments& arguments, Console& console);
[[nodiscard]] int run_help(const Arguments& arguments, Console& console);

}  // namespace rashomon::app
