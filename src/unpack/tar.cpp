#include "unpack/tar.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rashomon::unpack {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::uint64_t kLargestNames = 1 << 20;

std::string_view text_field(std::string_view header, std::size_t at, std::size_t size) {
  const std::string_view field = header.substr(at, size);
  return field.substr(0, field.find('\0'));
}

/// A number in octal digits, or in base 256 where the first bit is set (GNU).
std::optional<std::uint64_t> number_field(std::string_view header, std::size_t at, std::size_t size) {
  std::string_view field = header.substr(at, size);
  std::uint64_t value = 0;
  if ((static_cast<unsigned char>(field[0]) & 0x80U) != 0) {
    for (const char c : field.substr(size - 8)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  while (!field.empty() && field[0] == ' ') field.remove_prefix(1);
  const auto read = std::from_chars(field.data(), field.data() + field.size(), value, 8);
  if (read.ec != std::errc() && read.ptr != field.data()) return {};
  return value;
}

bool checksum_holds(std::string_view header) {
  const auto stated = number_field(header, 148, 8);
  std::uint64_t sum = 8 * ' ';
  for (std::size_t i = 0; i < kBlock; ++i)
    if (i < 148 || i >= 156) sum += static_cast<unsigned char>(header[i]);
  return stated && *stated == sum;
}

bool is_blank(std::string_view block) { return block.find_first_not_of('\0') == std::string_view::npos; }

/// What headers before a file say of it.
struct Extra {
  std::string name;
  std::optional<std::uint64_t> size;
};

/// Records of "LENGTH KEY=VALUE\n".
void read_pax(std::string_view records, Extra& extra) {
  while (!records.empty()) {
    std::size_t length = 0;
    const auto read = std::from_chars(records.data(), records.data() + records.size(), length);
    const auto digits = static_cast<std::size_t>(read.ptr - records.data());
    if (read.ec != std::errc() || length <= digits + 1 || length > records.size()) return;
    const std::string_view record = records.substr(digits + 1, length - digits - 2);
    const std::size_t equals = record.find('=');
    if (equals == std::string_view::npos) return;
    const std::string_view key = record.substr(0, equals), value = record.substr(equals + 1);
    if (key == "path") extra.name = value;
    std::uint64_t size = 0;
    if (key == "size" && std::from_chars(value.data(), value.data() + value.size(), size).ec == std::errc())
      extra.size = size;
    records.remove_prefix(length);
  }
}

std::string name_of(std::string_view header) {
  std::string name(text_field(header, 0, 100));
  const std::string_view prefix =
      header.substr(257, 6) == std::string_view("ustar\0", 6) ? text_field(header, 345, 155) : std::string_view();
  return prefix.empty() ? name : std::string(prefix) + "/" + name;
}

tl::unexpected<Error> cut(const Source& archive) {
  if (archive.error()) return tl::unexpected(*archive.error());
  return fail(ErrorCode::malformed_input, "The archive ends too early.");
}

/// A header that names the file behind it.
Result<void> read_names(Source& archive, char type, std::uint64_t size, Extra& extra) {
  if (size > kLargestNames) return fail(ErrorCode::limit_exceeded, "A name in the archive is longer than 1 MB.");
  const std::string_view bytes = archive.peek(size).substr(0, size);
  if (bytes.size() < size) return cut(archive);
  if (type == 'x') read_pax(bytes, extra);
  if (type == 'L') extra.name = bytes.substr(0, bytes.find('\0'));
  return {};
}

std::uint64_t padding(std::uint64_t size) { return (kBlock - size % kBlock) % kBlock; }

/// Goes to the next block that is a header, behind a damaged one; false where there is none.
bool resync(Source& archive) {
  for (;;) {
    archive.skip(kBlock);
    const std::string_view block = archive.peek(kBlock).substr(0, kBlock);
    if (block.size() < kBlock) return false;
    if (block.substr(257, 5) == "ustar" && checksum_holds(block)) return true;
  }
}

/// A regular file or what stands for one; links, folders and devices have no content.
bool is_file(char type) { return type == '0' || type == '\0' || type == '7'; }

class TarReader {
 public:
  TarReader(Source& archive, const TakeMember& take) : archive_(archive), take_(take) {}

  Result<void> run() {
    while (auto header = next_header())
      if (auto read = read_member(*header); !read || ended_) return read ? end() : read;
    return end();
  }

 private:
  struct Header {
    std::string name;
    char type = '0';
    std::uint64_t size = 0;
  };

  /// The header behind the zeros that end an archive or part two of them; nullopt at the end.
  std::optional<Header> next_header() {
    for (bool blank = false;; blank = true) {
      const std::string_view block = archive_.peek(kBlock).substr(0, kBlock);
      if (block.size() < kBlock) {
        if (!blank && (!block.empty() || archive_.error())) damage_ = cut(archive_).value();
        return {};
      }
      if (is_blank(block)) {
        archive_.skip(kBlock);
        continue;
      }
      const auto size = number_field(block, 124, 12);
      if (size && checksum_holds(block)) return Header{name_of(block), block[156], *size};
      if (blank) return {};  // what stands behind the end is no concern of the archive's
      damage_ = Error{ErrorCode::malformed_input, "A header of the archive is damaged.", {}};
      if (!resync(archive_)) return {};
    }
  }

  Result<void> read_member(const Header& header) {
    const bool names = header.type == 'x' || header.type == 'L' || header.type == 'g' || header.type == 'K';
    const std::uint64_t size = extra_.size && !names ? *extra_.size : header.size;
    archive_.skip(kBlock);
    const std::uint64_t end = archive_.position() + size;
    if (end < size) return fail(ErrorCode::malformed_input, "A header of the archive is damaged.");
    if (names) {
      if (auto read = read_names(archive_, header.type, size, extra_); !read) return read;
    } else {
      const std::string name = extra_.name.empty() ? header.name : extra_.name;
      extra_ = {};
      if (header.type == 'S') damage_ = Error{ErrorCode::unsupported_input, "A sparse file in it is not read.", {}};
      if (is_file(header.type)) {
        PartSource part(archive_, size);
        ended_ = !take_({name, part});
        if (ended_) return {};
      }
    }
    archive_.skip(end - archive_.position());
    if (archive_.position() < end) return cut(archive_);
    archive_.skip(padding(size));
    return {};
  }

  [[nodiscard]] Result<void> end() const {
    return damage_ && !ended_ ? Result<void>(tl::unexpected(*damage_)) : Result<void>();
  }

  Source& archive_;
  const TakeMember& take_;
  Extra extra_;
  std::optional<Error> damage_;  ///< that was passed over
  bool ended_ = false;
};

}  // namespace

bool is_tar(std::string_view head) {
  return head.size() >= kBlock && !is_blank(head.substr(0, kBlock)) && checksum_holds(head.substr(0, kBlock));
}

Result<void> read_tar(Source& archive, const TakeMember& take) { return TarReader(archive, take).run(); }

}  // namespace rashomon::unpack
