#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/result.hpp"
#include "unpack/access.hpp"
#include "unpack/budget.hpp"
#include "unpack/source.hpp"

namespace rashomon::unpack {

/// A file in a zip archive, as its entry in the directory says.
struct ZipEntry {
  std::string name;      ///< as written; a label only
  std::uint64_t at = 0;  ///< of its local header
  std::uint64_t packed = 0, size = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0, flags = 0;
  bool sized = true;  ///< false where only a descriptor behind the bytes tells sizes (archives without a directory)
};

/// Takes an entry; false for no more.
using TakeEntry = std::function<bool(const ZipEntry&)>;

/// Hands out the files of an archive (no folders) in the order of its central directory; where that is cut off, what
/// the local headers from the beginning tell. What stands before the archive (a self-extracting one) is passed over.
///
/// Errors    malformed_input behind the files that were found, where entries are missing.
/// Cost      one entry in memory, whatever the number.
/// Reference PKWARE APPNOTE 6.3.10, zip64 included.
[[nodiscard]] Result<void> list_zip(const RandomAccess& archive, Budget& budget, const TakeEntry& take);

/// The content of an entry; its checksum is verified at its end.
/// Errors: malformed_input for a damaged local header; unsupported_input for encryption and methods other than
/// stored, deflate and zstd.
[[nodiscard]] Result<std::unique_ptr<Source>> open_zip(const RandomAccess& archive, const ZipEntry& entry,
                                                       Budget& budget);

}  // namespace rashomon::unpack
