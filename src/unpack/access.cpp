#include "unpack/access.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "unpack/source.hpp"

namespace rashomon::unpack {
namespace {

constexpr std::size_t kInMemory = 16 << 20;

std::size_t read_file(int descriptor, std::uint64_t at, char* to, std::size_t room) {
  for (;;) {
    const ssize_t got = ::pread(descriptor, to, room, static_cast<off_t>(at));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return 0;
  }
}

std::size_t read_memory(std::string_view from, std::uint64_t at, char* to, std::size_t room) {
  if (at >= from.size()) return 0;
  const std::string_view bytes = from.substr(static_cast<std::size_t>(at), room);
  std::memcpy(to, bytes.data(), bytes.size());
  return bytes.size();
}

}  // namespace

std::size_t FileAccess::read_at(std::uint64_t at, char* to, std::size_t room) const {
  return read_file(descriptor_, at, to, room);
}

std::size_t MemoryAccess::read_at(std::uint64_t at, char* to, std::size_t room) const {
  return read_memory(bytes_, at, to, room);
}

bool Spool::add(std::string_view bytes) {
  size_ += bytes.size();
  if (!file_ && memory_.size() + bytes.size() <= kInMemory) return memory_.append(bytes), true;
  if (!file_) {
    file_.reset(std::tmpfile());
    if (!file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size()) return false;
    memory_ = {};
  }
  return std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
}

Result<std::unique_ptr<Spool>> Spool::of(Source& source, std::uint64_t most) {
  auto spool = std::make_unique<Spool>();
  for (;;) {
    const std::string_view bytes = source.peek(1);
    if (bytes.empty()) break;
    if (bytes.size() > most - spool->size_)
      return fail(ErrorCode::limit_exceeded, fmt::format("It is larger than {} bytes.", most));
    if (!spool->add(bytes))
      return fail(ErrorCode::unreadable_input, "There is no room for it in the folder of temporary files.");
    source.skip(bytes.size());
  }
  if (spool->file_ && std::fflush(spool->file_.get()) != 0)
    return fail(ErrorCode::unreadable_input, "There is no room for it in the folder of temporary files.");
  return spool;
}

std::size_t Spool::read_at(std::uint64_t at, char* to, std::size_t room) const {
  return file_ ? read_file(::fileno(file_.get()), at, to, room) : read_memory(memory_, at, to, room);
}

}  // namespace rashomon::unpack
