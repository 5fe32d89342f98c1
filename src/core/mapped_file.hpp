#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace rashomon {

/// A file mapped read-only into memory for as long as the object lives. Movable, not copyable; thread-safe to read.
class MappedFile {
 public:
  /// Errors: unreadable_input with the system's reason.
  [[nodiscard]] static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace rashomon
