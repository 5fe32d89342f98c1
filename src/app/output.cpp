#include "app/output.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace rashomon::app {
namespace {

// A pipe or a device is written as it is; only a file can be put in its place when complete.
bool is_special(const std::string& path) {
  struct stat found{};
  return ::stat(path.c_str(), &found) == 0 && !S_ISREG(found.st_mode);
}

}  // namespace

Output::Output(std::FILE* file, std::string path, std::string temporary)
    : file_(file), path_(std::move(path)), temporary_(std::move(temporary)) {}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      refused_(other.refused_) {}

Output::~Output() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  if (temporary_ != path_) std::remove(temporary_.c_str());
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(stdout, {}, {});
  std::string temporary = is_special(path) ? path : fmt::format("{}.{}.part", path, ::getpid());
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr)
    return fail(ErrorCode::record_failed, fmt::format("{}: cannot be written: {}", path, std::strerror(errno)));
  return Output(file, path, std::move(temporary));
}

bool Output::write(std::string_view bytes) {
  if (refused_ == 0 && std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) refused_ = errno;
  return refused_ == 0;
}

Result<void> Output::finish() {
  if (refused_ == 0 && std::fflush(file_) != 0) refused_ = errno;
  if (file_ != stdout) {
    if (std::fclose(std::exchange(file_, nullptr)) != 0 && refused_ == 0) refused_ = errno;
    const bool moves = temporary_ != path_;
    if (moves && refused_ == 0 && std::rename(temporary_.c_str(), path_.c_str()) != 0) refused_ = errno;
    if (moves && refused_ != 0) std::remove(temporary_.c_str());
  }
  if (refused_ == 0 || refused_ == EPIPE) return {};
  return fail(
      ErrorCode::record_failed,
      fmt::format("{}: could not be written: {}", path_.empty() ? "standard output" : path_, std::strerror(refused_)));
}

}  // namespace rashomon::app
