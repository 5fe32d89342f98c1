#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace rashomon::app {

/// Where a command's data goes: standard output, or a file that is there complete or not at all.
class Output {
 public:
  /// `path` empty or "-" is standard output. Errors: record_failed with the system's reason.
  [[nodiscard]] static Result<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  /// False once nothing more can be written: the reader went away (`| head`), or the disk is full.
  bool write(std::string_view bytes);
  bool line(std::string_view text) { return write(text) && write("\n"); }
  /// Flushes, and puts the file in its place. A reader that went away is no error.
  [[nodiscard]] Result<void> finish();

 private:
  Output(std::FILE* file, std::string path, std::string temporary);
  std::FILE* file_;
  std::string path_;       ///< empty for standard output
  std::string temporary_;  ///< written first, then renamed to path_
  int refused_ = 0;        ///< errno of the first failed write
};

}  // namespace rashomon::app
