#pragma once

#include <functional>
#include <string>

#include "unpack/headers.hpp"
#include "unpack/source.hpp"

namespace rashomon::unpack {

/// One record of a web archive. Views are good until the next call.
class WarcRecord {
 public:
  std::size_t number = 0;  ///< from 1, in the archive's order; records that could not be read count
  std::string type;        ///< "response", "resource", "conversion", "revisit", ... in lower case
  std::string uri;         ///< WARC-Target-URI without angle brackets
  std::string date;        ///< WARC-Date as written, ISO 8601
  Headers headers;
  std::uint64_t size = 0;  ///< bytes of the block: for a response the HTTP message, else the content

  /// The beginning of the block: 64 kB, or all of it.
  [[nodiscard]] std::string_view head() const;
  /// All of the block. What is not asked for is passed over without being held.
  /// Errors: limit_exceeded past `largest` bytes; malformed_input where the archive ends within it.
  [[nodiscard]] Result<std::string_view> block(std::size_t largest) const;

 private:
  friend class WarcReader;
  Source* archive_ = nullptr;
  bool* told_ = nullptr;  ///< that the archive ends within the block
};

/// What is done with a record, or with the error in its place. False ends the reading.
using TakeRecord = std::function<bool(Result<WarcRecord>&&, std::size_t number)>;

[[nodiscard]] bool is_warc(std::string_view head);

/// Hands out the records of a web archive, any type, from bytes without compression (give an InflateSource or a
/// ZstdSource for the others). After damage reading goes on with the next record that begins at a line's start.
///
/// Errors    go to `take` in the record's place: malformed_input for a damaged record and for an archive that is cut.
/// Cost      64 kB, and the block where it is asked for.
/// Reference ISO 28500:2017 (WARC 1.1); 0.17 to 1.1 are read alike.
void read_warc(Source& archive, const TakeRecord& take);

}  // namespace rashomon::unpack
