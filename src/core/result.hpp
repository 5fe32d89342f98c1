#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "core/span.hpp"

namespace rashomon {

/// What went wrong, for programs. Persisted in records: never renumber, only append.
enum class ErrorCode : int {
  unreadable_input = 1,     ///< the file system refused it
  empty_input = 2,          ///< no text in it
  malformed_input = 3,      ///< not what its format says (JSON, UTF-8, HTML)
  unsupported_input = 4,    ///< a format or language that is not read
  no_reports = 5,           ///< a folder without reports
  missing_model = 10,       ///< a model or gazetteer file is not there
  damaged_model = 11,       ///< truncated, altered, or of another version
  record_unreadable = 20,   ///< the record is no SQLite file of ours
  record_version = 21,      ///< the record is of a newer schema
  record_failed = 22,       ///< SQLite refused to write (disk full, read-only)
  not_found = 30,           ///< an id that the record does not hold
  unsupported_format = 31,  ///< an output format that is not built yet
  usage = 40,               ///< wrong arguments
  limit_exceeded = 50,      ///< an input past a limit; the message names it
  internal = 90,            ///< a defect of the program
};

/// An error that depends on input. Bugs are assertions instead.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  ///< One sentence for the analyst, naming the input and, where there is one, the mend.
  Span where{};         ///< Offending bytes; empty if the whole input.
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::empty_input, "…")` in a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message, Span where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), where});
}

}  // namespace rashomon
