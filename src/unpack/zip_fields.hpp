#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "unpack/zip.hpp"

/// Numbers, sizes and marks of the zip format; offsets are those of APPNOTE.
namespace rashomon::unpack::zip {

inline constexpr std::uint32_t kLocalMark = 0x04034B50, kEntryMark = 0x02014B50, kEndMark = 0x06054B50,
                               kEnd64Mark = 0x06064B50, kLocator64Mark = 0x07064B50, kDescriptorMark = 0x08074B50;
inline constexpr std::size_t kLocalSize = 30, kEntrySize = 46, kEndSize = 22, kEnd64Size = 56, kLocator64Size = 20;
inline constexpr std::uint16_t kEncrypted = 1, kDescriptor = 8;

template <class Number>
[[nodiscard]] Number number(std::string_view bytes, std::size_t at) {
  Number value = 0;
  if (at + sizeof value > bytes.size()) return value;
  for (std::size_t i = sizeof value; i-- > 0;)
    value = static_cast<Number>(value << 8 | static_cast<unsigned char>(bytes[at + i]));
  return value;
}
/// Little-endian numbers; 0 past the end.
[[nodiscard]] inline std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return number<std::uint16_t>(bytes, at);
}
[[nodiscard]] inline std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return number<std::uint32_t>(bytes, at);
}
[[nodiscard]] inline std::uint64_t u64(std::string_view bytes, std::size_t at) {
  return number<std::uint64_t>(bytes, at);
}

/// Up to `size` bytes from a place.
[[nodiscard]] inline std::string bytes_at(const RandomAccess& archive, std::uint64_t at, std::size_t size) {
  std::string out(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const std::size_t more = archive.read_at(at + got, out.data() + got, size - got);
    if (more == 0) break;
    got += more;
  }
  out.resize(got);
  return out;
}

/// A stretch of an archive.
class RangeSource : public Source {
 public:
  RangeSource(const RandomAccess& archive, std::uint64_t at, std::uint64_t size)
      : archive_(archive), at_(at), left_(size) {}

 private:
  std::size_t read(char* to, std::size_t room) override {
    const std::size_t got = archive_.read_at(at_, to, static_cast<std::size_t>(std::min<std::uint64_t>(room, left_)));
    if (got == 0 && left_ > 0) stop(ErrorCode::malformed_input, "The archive ends too early.");
    at_ += got;
    left_ -= got;
    return got;
  }
  const RandomAccess& archive_;
  std::uint64_t at_, left_;
};

/// Sizes and place of an entry from its zip64 field, where the short ones are full.
void widen(std::string_view extra, ZipEntry& entry);

}  // namespace rashomon::unpack::zip
