#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace rashomon::ingest {

/// What a child may use before it is killed.
struct ChildLimits {
  unsigned cpu_seconds = 60;
  unsigned idle_seconds = 120;      ///< without a byte of output
  std::size_t memory = 2UL << 30;   ///< bytes of address space
  std::size_t output = 64UL << 20;  ///< bytes
};

/// Runs a program found by PATH with `input` on its standard input, and returns its standard output. No shell; no file
/// but one without a name in memory; of the environment only PATH is handed on.
///
/// Errors    unsupported_input where there is no such program; limit_exceeded where it was killed for a limit;
///           malformed_input where it ends with another code than 0, with the first line it said.
[[nodiscard]] Result<std::string> run_child(const std::vector<std::string>& command, std::string_view input,
                                            const ChildLimits& limits);

}  // namespace rashomon::ingest
