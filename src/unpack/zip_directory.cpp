#include <algorithm>
#include <optional>

#include "unpack/inflate.hpp"
#include "unpack/zip.hpp"
#include "unpack/zip_fields.hpp"

namespace rashomon::unpack {
namespace {

using namespace zip;

constexpr std::size_t kLongestComment = 65'535;
constexpr std::uint32_t kFull = 0xFFFF'FFFF;

bool is_folder(const ZipEntry& entry) { return entry.name.empty() || entry.name.back() == '/'; }

/// The directory's place, and how far the archive's places lie behind what it states.
struct Extent {
  std::uint64_t at = 0, size = 0, shift = 0;
};

/// The extent that an end record at `at` of `tail` (which begins at `from`) states.
Extent stated_extent(const RandomAccess& archive, std::string_view tail, std::size_t at, std::uint64_t from) {
  Extent found{u32(tail, at + 16), u32(tail, at + 12)};
  std::uint64_t end = from + at;
  if ((found.at == kFull || found.size == kFull || u16(tail, at + 10) == 0xFFFF) && at >= kLocator64Size &&
      u32(tail, at - kLocator64Size) == kLocator64Mark) {
    const std::uint64_t place = u64(tail, at - kLocator64Size + 8);
    const std::string end64 = bytes_at(archive, place, kEnd64Size);
    if (end64.size() == kEnd64Size && u32(end64, 0) == kEnd64Mark) {
      found = {u64(end64, 48), u64(end64, 40)};
      end = place;
    }
  }
  // What was put before an archive moved all of it: the directory ends where its end record begins.
  if (found.size <= end && found.at < end - found.size && u32(bytes_at(archive, found.at, 4), 0) != kEntryMark)
    found.shift = end - found.size - found.at;
  found.at += found.shift;
  return found;
}

/// Where the directory lies, by the end record, which a comment may follow.
std::optional<Extent> find_directory(const RandomAccess& archive) {
  const std::uint64_t size = archive.size();
  const std::uint64_t from = size - std::min<std::uint64_t>(size, kEndSize + kLongestComment + kLocator64Size);
  const std::string tail = bytes_at(archive, from, static_cast<std::size_t>(size - from));
  for (std::size_t at = tail.size() < kEndSize ? 0 : tail.size() - kEndSize + 1; at-- > 0;) {
    if (u32(tail, at) != kEndMark || at + kEndSize + u16(tail, at + 20) > tail.size()) continue;
    const Extent found = stated_extent(archive, tail, at, from);
    if (found.at <= size && found.size <= size - found.at) return found;
  }
  return {};
}

/// The entry that the directory goes on with; nullopt where it ends or is damaged.
std::optional<ZipEntry> next_entry(Source& directory, std::uint64_t shift) {
  const std::string_view fixed = directory.peek(kEntrySize);
  if (fixed.size() < kEntrySize || u32(fixed, 0) != kEntryMark) return {};
  const std::size_t name = u16(fixed, 28), extra = u16(fixed, 30), comment = u16(fixed, 32);
  const std::size_t size = kEntrySize + name + extra + comment;
  const std::string_view bytes = directory.peek(size);
  if (bytes.size() < size) return {};
  ZipEntry entry;
  entry.flags = u16(bytes, 8), entry.method = u16(bytes, 10), entry.crc = u32(bytes, 16);
  entry.packed = u32(bytes, 20), entry.size = u32(bytes, 24), entry.at = u32(bytes, 42);
  entry.name = bytes.substr(kEntrySize, name);
  widen(bytes.substr(kEntrySize + name, extra), entry);
  entry.at += shift;
  directory.skip(size);
  return entry;
}

Result<void> read_directory(const RandomAccess& archive, const Extent& extent, const TakeEntry& take) {
  RangeSource directory(archive, extent.at, extent.size);
  while (const auto entry = next_entry(directory, extent.shift))
    if (!is_folder(*entry) && !take(*entry)) return {};
  const std::uint32_t mark = u32(directory.peek(4), 0);
  if (!directory.at_end() && mark != kEndMark && mark != kEnd64Mark)
    return fail(ErrorCode::malformed_input, "The archive's directory is damaged.");
  return {};
}

/// Bytes that a deflated content takes, by inflating it; nullopt where it is cut or damaged.
std::optional<std::uint64_t> measure(const RandomAccess& archive, std::uint64_t at, Budget& budget) {
  class Rest : public Source {
   public:
    Rest(const RandomAccess& from, std::uint64_t where) : from_(from), at_(where) {}

   private:
    std::size_t read(char* to, std::size_t room) override {
      const std::size_t got = from_.read_at(at_, to, room);
      at_ += got;
      return got;
    }
    const RandomAccess& from_;
    std::uint64_t at_;
  } rest(archive, at);
  InflateSource inflated(rest, Wrapping::none, budget);
  while (!inflated.at_end()) inflated.skip(inflated.peek(1).size());
  if (inflated.error()) return {};
  return rest.position();
}

/// The entry whose local header lies at `at`; nullopt where it is cut or damaged.
std::optional<ZipEntry> local_entry(const RandomAccess& archive, std::uint64_t at, Budget& budget) {
  const std::string header = bytes_at(archive, at, kLocalSize);
  if (header.size() < kLocalSize || u32(header, 0) != kLocalMark) return {};
  ZipEntry entry;
  entry.at = at, entry.flags = u16(header, 6), entry.method = u16(header, 8), entry.crc = u32(header, 14);
  entry.packed = u32(header, 18), entry.size = u32(header, 22);
  const std::string names = bytes_at(archive, at + kLocalSize, std::size_t{u16(header, 26)} + u16(header, 28));
  entry.name = names.substr(0, u16(header, 26));
  widen(std::string_view(names).substr(std::min<std::size_t>(names.size(), u16(header, 26))), entry);
  const std::uint64_t content = at + kLocalSize + u16(header, 26) + u16(header, 28);
  if ((entry.flags & kDescriptor) != 0) {
    if (entry.method != 8) return {};
    const auto packed = measure(archive, content, budget);
    if (!packed) return {};
    entry.packed = *packed;
    entry.sized = false;
  }
  if (content > archive.size() || entry.packed > archive.size() - content) return {};
  return entry;
}

std::uint64_t behind(const RandomAccess& archive, const ZipEntry& entry) {
  const std::string header = bytes_at(archive, entry.at, kLocalSize);
  const std::uint64_t end = entry.at + kLocalSize + u16(header, 26) + u16(header, 28) + entry.packed;
  if (entry.sized) return end;
  const std::string descriptor = bytes_at(archive, end, 28);
  const std::size_t mark = u32(descriptor, 0) == kDescriptorMark ? 4 : 0;
  // Sizes have four bytes, or eight in archives of more than 4 GB: what follows tells.
  const std::uint32_t after = u32(descriptor, mark + 12);
  return end + mark +
         (after == kLocalMark || after == kEntryMark ? 12U
          : u32(descriptor, mark + 20) == kLocalMark ? 20U
                                                     : 12U);
}

/// What stands whole in an archive that lost its directory.
Result<void> walk(const RandomAccess& archive, Budget& budget, const TakeEntry& take) {
  for (std::uint64_t at = 0; const auto entry = local_entry(archive, at, budget);) {
    at = behind(archive, *entry);
    if (!is_folder(*entry) && !take(*entry)) return {};
  }
  return fail(ErrorCode::malformed_input, "The archive is cut: its directory is missing.");
}

}  // namespace

void zip::widen(std::string_view extra, ZipEntry& entry) {
  while (extra.size() >= 4) {
    const std::size_t size = u16(extra, 2);
    if (u16(extra, 0) == 1) {
      std::size_t at = 4;
      for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.at}) {
        if (*value != kFull) continue;
        *value = u64(extra, at);
        at += 8;
      }
      return;
    }
    extra.remove_prefix(std::min(extra.size(), 4 + size));
  }
}

Result<void> list_zip(const RandomAccess& archive, Budget& budget, const TakeEntry& take) {
  const auto found = find_directory(archive);
  return found ? read_directory(archive, *found, take) : walk(archive, budget, take);
}

}  // namespace rashomon::unpack
