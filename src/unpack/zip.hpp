#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "unpack/budget.hpp"
#include "unpack/source.hpp"

namespace rashomon::unpack {

/// Bytes that can be read from any place: a file, or memory.
class RandomAccess {
 public:
  virtual ~RandomAccess() = default;
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// Reads up to `room` bytes from `at`; 0 past the end or where the system refuses.
  virtual std::size_t read_at(std::uint64_t at, char* to, std::size_t room) const = 0;
};

class FileAccess : public RandomAccess {
 public:
  /// Errors: unreadable_input with the system's reason.
  [[nodiscard]] static Result<std::unique_ptr<FileAccess>> open(const std::string& path);
  ~FileAccess() override;
  FileAccess(const FileAccess&) = delete;
  FileAccess& operator=(const FileAccess&) = delete;
  [[nodiscard]] std::uint64_t size() const override { return size_; }
  std::size_t read_at(std::uint64_t at, char* to, std::size_t room) const override;

 private:
  FileAccess(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
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

/// A file in a zip archive, as its entry in the directory says.
struct ZipEntry {
  std::string name;      ///< as written; a label only
  std::uint64_t at = 0;  ///< of its local header
  std::uint64_t packed = 0, size = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0, flags = 0;
  bool sized = true;  ///< false where only a descriptor behind the bytes tells sizes (archives without a directory)
};

struct ZipDirectory {
  std::vector<ZipEntry> entries;  ///< files, in the directory's order; folders are left out
  std::optional<Error> damage;    ///< why entries are missing
};

/// The files of an archive by its central directory; where that is cut off, by the local headers from the beginning.
///
/// Errors    limit_exceeded for a directory of more than 256 MB. Damage is told beside what was found.
/// Cost      the directory in memory.
/// Reference PKWARE APPNOTE 6.3.10, zip64 included.
[[nodiscard]] Result<ZipDirectory> list_zip(const RandomAccess& archive);

/// The content of an entry; its checksum is verified at its end.
/// Errors: malformed_input for a damaged local header; unsupported_input for encryption and methods other than
/// stored, deflate and zstd.
[[nodiscard]] Result<std::unique_ptr<Source>> open_zip(const RandomAccess& archive, const ZipEntry& entry,
                                                       Budget& budget);

}  // namespace rashomon::unpack
