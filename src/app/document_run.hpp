#pragma once

#include <string>

#include "app/console.hpp"
#include "app/output.hpp"
#include "core/result.hpp"

namespace rashomon::app {

/// What `ingest` and `annotate` do with the documents they meet: writes a piece of output for each, tells errors and
/// progress, and knows the exit code.
class DocumentRun {
 public:
  DocumentRun(Output& output, Console& console) : output_(output), console_(console) {}

  /// The output of a document, or the error in its place; false where nothing more can be written.
  bool take(const Result<std::string>& text);
  void fail(const Error& error);
  /// Closes the output. Returns the exit code: 3 if an input failed, 1 if there was no document.
  [[nodiscard]] int finish();

 private:
  Output& output_;
  Console& console_;
  std::size_t done_ = 0, failed_ = 0;  ///< a folder without reports is no failure
};

}  // namespace rashomon::app
