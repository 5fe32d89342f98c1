#include "app/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace rashomon::app {
namespace {

bool is_plain_terminal() {
  const char* term = std::getenv("TERM");
  return term == nullptr || std::string_view(term) == "dumb";
}

}  // namespace

Console::Console(bool quiet)
    : quiet_(quiet), watched_(!quiet && ::isatty(STDERR_FILENO) == 1 && !is_plain_terminal()) {}
Console::~Console() { clear_progress(); }

void Console::error(std::string_view message) {
  clear_progress();
  std::fputs(fmt::format("rashomon: {}\n", message).c_str(), stderr);
}

void Console::note(std::string_view message) {
  if (!quiet_) error(message);
}

void Console::progress(std::string_view message) {
  using namespace std::chrono_literals;
  const auto now = std::chrono::steady_clock::now();
  if (!watched_ || now < next_) return;
  next_ = now + 100ms;
  shown_ = true;
  std::fputs(fmt::format("\r{}\033[K", message).c_str(), stderr);
}

void Console::clear_progress() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

bool takes_colour() {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && !is_plain_terminal() && (refused == nullptr || *refused == '\0');
}

int terminal_width() {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20;
  return known ? size.ws_col : 80;
}

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
    case ErrorCode::no_reports: return 1;
    case ErrorCode::usage:
    case ErrorCode::unsupported_format: return 2;
    case ErrorCode::unreadable_input:
    case ErrorCode::empty_input:
    case ErrorCode::malformed_input:
    case ErrorCode::unsupported_input:
    case ErrorCode::limit_exceeded:
    case ErrorCode::record_unreadable:
    case ErrorCode::record_version: return 3;
    default: return 4;
  }
}

int fail_with(Console& console, const Error& error) {
  console.error(error.message);
  return exit_code(error.code);
}

}  // namespace rashomon::app
