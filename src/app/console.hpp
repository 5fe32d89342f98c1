#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace rashomon::app {

/// What goes to standard error: messages, and progress where somebody watches.
class Console {
 public:
  /// `quiet` leaves errors alone. Progress needs a terminal that is not TERM=dumb.
  explicit Console(bool quiet);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void error(std::string_view message);
  void note(std::string_view message);  ///< not if quiet
  /// Replaces the line of progress, at most ten times a second.
  void progress(std::string_view message);
  void clear_progress();

 private:
  bool quiet_;
  bool watched_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

/// True if standard output is a terminal that takes colours and NO_COLOR is not set (no-color.org).
[[nodiscard]] bool takes_colour();
/// Columns of the terminal on standard output; 80 where there is none.
[[nodiscard]] int terminal_width();

/// The exit code of an error: 1 not found, 2 usage or a format not built yet, 3 an input or a record that cannot be
/// read, 4 otherwise.
[[nodiscard]] int exit_code(ErrorCode code);
/// Prints the error and returns its exit code.
[[nodiscard]] int fail_with(Console& console, const Error& error);

}  // namespace rashomon::app
