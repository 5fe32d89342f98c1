#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace rashomon::unpack {

class Source;

/// Bytes that can be read from any place: a file, or memory.
class RandomAccess {
 public:
  virtual ~RandomAccess() = default;
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// Reads up to `room` bytes from `at`; 0 past the end or where the system refuses.
  virtual std::size_t read_at(std::uint64_t at, char* to, std::size_t room) const = 0;
};

/// A regular file that stays open elsewhere.
class FileAccess : public RandomAccess {
 public:
  FileAccess(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  [[nodiscard]] std::uint64_t size() const override { return size_; }
  std::size_t read_at(std::uint64_t at, char* to, std::size_t room) const override;

 private:
  int descriptor_;
  std::uint64_t size_;
};

class MemoryAccess : public RandomAccess {
 public:
  explicit MemoryAccess(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
  std::size_t read_at(std::uint64_t at, char* to, std::size_t room) const override;

 private:
  std::string_view bytes_;
};

/// All that is left of a source, kept so that any place of it can be read: in memory up to 16 MB, what is more in a
/// temporary file without a name. A source that ends early is kept as far as it came; its error() tells.
class Spool : public RandomAccess {
 public:
  /// Errors: limit_exceeded past `most` bytes; unreadable_input where no temporary file can be written.
  [[nodiscard]] static Result<std::unique_ptr<Spool>> of(Source& source, std::uint64_t most);
  [[nodiscard]] std::uint64_t size() const override { return size_; }
  std::size_t read_at(std::uint64_t at, char* to, std::size_t room) const override;

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[nodiscard]] bool add(std::string_view bytes);
  std::string memory_;
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t size_ = 0;
};

}  // namespace rashomon::unpack
