#pragma once

namespace rashomon {
/// Ends the program with the place of a broken invariant. For bugs only, never for input.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}  // namespace rashomon

/// An assertion that is on in every build. The condition must not depend on input.
#define RASHOMON_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::rashomon::check_failed(#condition, __FILE__, __LINE__))
