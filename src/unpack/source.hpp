#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "unpack/access.hpp"
#include "unpack/budget.hpp"

/// Archives and compressed streams, member by member, in memory that does not grow with their size.
namespace rashomon::unpack {

/// Bytes that come piece by piece: of a file, of memory, or of another source with a layer taken away.
///
/// A source that meets damage ends there and says so in error(); what came before it stays good. One thread at a time.
class Source {
 public:
  virtual ~Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// The bytes that come next: at least `want` of them, unless the source ends before. Valid until the next call.
  /// Memory grows to the largest `want`.
  [[nodiscard]] std::string_view peek(std::size_t want);

  /// Passes over `count` bytes, or to the end.
  void skip(std::uint64_t count);

  /// Bytes passed over so far.
  [[nodiscard]] std::uint64_t position() const { return position_; }
  [[nodiscard]] bool at_end() { return peek(1).empty(); }

  /// Why the source ended early; nullopt while it did not. The message names no input.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  /// After an error: goes on behind the damage, where the format allows it, with nothing in the buffer; false if not.
  [[nodiscard]] virtual bool recover() { return false; }

  /// The whole of it where it lies in memory, whatever was passed over; empty for others.
  [[nodiscard]] std::string_view whole() const { return whole_; }
  /// Any place of it, whatever was passed over, where that can be read; null for others.
  [[nodiscard]] virtual const RandomAccess* access() const { return nullptr; }

 protected:
  Source() = default;
  explicit Source(std::string_view whole) : whole_(whole), data_(whole.data()), end_(whole.size()), ended_(true) {}

  /// Writes at most `room` bytes (> 0) and returns their number, 0 at the end.
  virtual std::size_t read(char* to, std::size_t room) = 0;

  /// Ends the source; read() calls it before it returns.
  void stop(ErrorCode code, std::string message);
  /// For recover(): forgets the error and what is in the buffer.
  void restart();

 private:
  void make_room(std::size_t want);

  std::string_view whole_;
  std::unique_ptr<char[]> buffer_;
  const char* data_ = nullptr;  ///< the buffer or the whole
  std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
  std::uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

/// Bytes that lie in memory and outlive it.
class MemorySource : public Source {
 public:
  explicit MemorySource(std::string_view bytes) : Source(bytes), access_(bytes) {}
  [[nodiscard]] const RandomAccess* access() const override { return &access_; }

 private:
  std::size_t read(char*, std::size_t) override { return 0; }
  MemoryAccess access_;
};

/// A file of any kind, or standard input from where it stands. What it holds, or what comes in where that is not known,
/// earns for the budget, which outlives it.
class FileSource : public Source {
 public:
  /// Errors: unreadable_input with the system's reason.
  [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(const std::string& path, Budget& budget);
  [[nodiscard]] static std::unique_ptr<FileSource> standard_input(Budget& budget);
  ~FileSource() override;
  [[nodiscard]] const RandomAccess* access() const override { return access_ ? &*access_ : nullptr; }

 private:
  FileSource(int descriptor, Budget& budget);
  std::size_t read(char* to, std::size_t room) override;
  int descriptor_;
  Budget& budget_;
  std::optional<FileAccess> access_;  ///< of a regular file that is read from its beginning
};

/// The next `size` bytes of another source; passing over what is left of them is the caller's.
class PartSource : public Source {
 public:
  PartSource(Source& from, std::uint64_t size) : from_(from), left_(size) {}
  [[nodiscard]] std::uint64_t left() const { return left_; }  ///< not yet taken from the other source

 private:
  std::size_t read(char* to, std::size_t room) override;
  Source& from_;
  std::uint64_t left_;
};

/// All that is left of a source.
/// Errors: limit_exceeded past `most` bytes; the source's own error where it ended early.
[[nodiscard]] Result<std::string> read_all(Source& source, std::size_t most);

}  // namespace rashomon::unpack
