#include "unpack/zip.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "unpack/inflate.hpp"
#include "unpack/zip_fields.hpp"
#include "unpack/zstd.hpp"

namespace rashomon::unpack {
namespace {

enum Method : std::uint16_t { kStored = 0, kDeflate = 8, kZstd = 93 };

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
      return stop(ErrorCode::limit_exceeded, "It grows more than 200 times when it is unpacked."), 0;
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

  RangeSource packed_;
  std::unique_ptr<Source> content_;
  ZipEntry entry_;
  Budget& budget_;
  std::uint32_t crc_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace

Result<std::unique_ptr<FileAccess>> FileAccess::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::unreadable_input, std::strerror(errno));
  struct stat info{};
  if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
    ::close(descriptor);
    return fail(ErrorCode::unreadable_input, "It is no regular file.");
  }
  return std::unique_ptr<FileAccess>(new FileAccess(descriptor, static_cast<std::uint64_t>(info.st_size)));
}

FileAccess::~FileAccess() { ::close(descriptor_); }

std::size_t FileAccess::read_at(std::uint64_t at, char* to, std::size_t room) const {
  for (;;) {
    const ssize_t got = ::pread(descriptor_, to, room, static_cast<off_t>(at));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return 0;
  }
}

std::size_t MemoryAccess::read_at(std::uint64_t at, char* to, std::size_t room) const {
  if (at >= bytes_.size()) return 0;
  const std::string_view bytes = bytes_.substr(static_cast<std::size_t>(at), room);
  std::memcpy(to, bytes.data(), bytes.size());
  return bytes.size();
}

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
