#pragma once

namespace rashomon::app {

/// Runs the program: parses the arguments, runs the command, returns its exit code.
/// 0 done · 1 no document found (or --fail-on met) · 2 usage · 3 some inputs unreadable, the rest done · 4 internal.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace rashomon::app
