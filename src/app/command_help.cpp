#include "app/commands.hpp"
#include "app/help.hpp"
#include "app/output.hpp"

namespace rashomon::app {
namespace {

int print(const std::string& text, Console& console) {
  auto output = Output::open({});
  output->write(text);
  const auto written = output->finish();
  return written ? 0 : fail_with(console, written.error());
}

}  // namespace

int run_help(const Arguments& arguments, Console& console) {
  if (arguments.operands.empty()) return print(help_text(), console);
  const std::string& name = arguments.operands.front();
  if (name == "reference") return print(reference_page(), console);
  const auto asked = parse_arguments({name, "--help"});  // gives the error for an unknown name
  return asked ? print(help_text(*asked->command), console) : fail_with(console, asked.error());
}

int run_completions(const Arguments& arguments, Console& console) {
  return print(completions(arguments.operands.front()), console);
}

int run_man(const Arguments&, Console& console) { return print(man_page(), console); }

}  // namespace rashomon::app
