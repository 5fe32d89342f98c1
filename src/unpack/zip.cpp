#include "unpack/zip.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "unpack/inflate.hpp"
#include "unpack/zip_fields.hpp"
#include "unpack/zstd.hpp"

namespace rashomon::unpack {
namespace {

enum Method : std::uint16_t { kStored = 0, kDeflate = 8, kZstd = 93 };

/// An entry's content with its layers; checks size and checksum at the end.
class EntrySource : public Source {
 public:
  EntrySource(const RandomAccess& archive, std::uint64_t at, const ZipEntry& entry, Budget& budget)
      : packed_(archive, at, entry.packed), entry_(entry), budget_(budget) {
    if (entry.method == kDeflate) content_ = std::make_unique<InflateSource>(packed_, Wrapping::none, budget);
    if (entry.method == kZstd) content_ = std::make_unique<ZstdSource>(packed_, budget);
  }

 private:
  Source& content() { return content_ ? *content_ : packed_; }

  std::size_t read(char* to, std::size_t room) override {
    const std::string_view bytes = content().peek(1).substr(0, room);
    if (bytes.empty()) return finish(), 0;
    if (entry_.method == kStored && !budget_.spend(bytes.size()))
      return stop(ErrorCode::limit_exceeded, kInputGrowsTooMuch), 0;
    std::memcpy(to, bytes.data(), bytes.size());
    crc_ = static_cast<std::uint32_t>(crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
    size_ += bytes.size();
    content().skip(bytes.size());
    return bytes.size();
  }

  void finish() {
    if (content().error()) stop(content().error()->code, content().error()->message);
    else if (entry_.sized && (size_ != entry_.size || crc_ != entry_.crc))
      stop(ErrorCode::malformed_input, "Its content is not what its checksum says.");
  }

  zip::RangeSource packed_;
  std::unique_ptr<Source> content_;
  ZipEntry entry_;
  Budget& budget_;
  std::uint32_t crc_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> open_zip(const RandomAccess& archive, const ZipEntry& entry, Budget& budget) {
  if ((entry.flags & zip::kEncrypted) != 0)
    return fail(ErrorCode::unsupported_input, "It is encrypted; unpack it with its password first.");
  if (entry.method != kStored && entry.method != kDeflate && entry.method != kZstd)
    return fail(ErrorCode::unsupported_input,
                fmt::format("It is compressed by method {}; stored, deflate and zstd are read.", entry.method));
  const std::string header = zip::bytes_at(archive, entry.at, zip::kLocalSize);
  if (header.size() < zip::kLocalSize || zip::u32(header, 0) != zip::kLocalMark)
    return fail(ErrorCode::malformed_input, "Its header in the archive is damaged.");
  const std::uint64_t content = entry.at + zip::kLocalSize + zip::u16(header, 26) + zip::u16(header, 28);
  return std::make_unique<EntrySource>(archive, content, entry, budget);
}

}  // namespace rashomon::unpack
