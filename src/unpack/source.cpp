#include "unpack/source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace rashomon::unpack {
namespace {

constexpr std::size_t kPiece = 256 << 10;  // bytes that are asked for at once

}  // namespace

void Source::make_room(std::size_t want) {
  const std::size_t held = end_ - begin_;
  if (capacity_ - begin_ >= std::max(want, held + 1)) return;
  if (capacity_ >= std::max(want, 2 * held)) {
    std::memmove(buffer_.get(), data_ + begin_, held);
  } else {
    const std::size_t capacity = std::max({want, kPiece, 2 * held});
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (held > 0) std::memcpy(larger.get(), data_ + begin_, held);
    buffer_ = std::move(larger);
    capacity_ = capacity;
    data_ = buffer_.get();
  }
  begin_ = 0;
  end_ = held;
}

std::string_view Source::peek(std::size_t want) {
  while (end_ - begin_ < want && !ended_) {
    // A buffer grows as bytes come, so that a size that only a damaged header states takes no memory.
    make_room(std::min(want, std::max(kPiece, 2 * (end_ - begin_))));
    const std::size_t got = read(buffer_.get() + end_, capacity_ - end_);
    end_ += got;
    ended_ = ended_ || got == 0;
  }
  return end_ > begin_ ? std::string_view(data_ + begin_, end_ - begin_) : std::string_view();
}

void Source::skip(std::uint64_t count) {
  while (count > 0) {
    const std::size_t held = peek(1).size();
    if (held == 0) return;
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(held, count));
    begin_ += step;
    position_ += step;
    count -= step;
  }
}

void Source::stop(ErrorCode code, std::string message) {
  if (!error_) error_ = Error{code, std::move(message), {}};
  ended_ = true;
}

void Source::restart() {
  position_ += end_ - begin_;
  begin_ = end_ = 0;
  error_.reset();
  ended_ = false;
}

FileSource::FileSource(int descriptor, Budget& budget) : descriptor_(descriptor), budget_(budget) {
  struct stat info{};
  if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode) || ::lseek(descriptor, 0, SEEK_CUR) != 0) return;
  access_.emplace(descriptor, static_cast<std::uint64_t>(info.st_size));
  budget.earn(access_->size());
}

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& path, Budget& budget) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::unreadable_input, std::strerror(errno));
  return std::unique_ptr<FileSource>(new FileSource(descriptor, budget));
}

std::unique_ptr<FileSource> FileSource::standard_input(Budget& budget) {
  return std::unique_ptr<FileSource>(new FileSource(STDIN_FILENO, budget));
}

FileSource::~FileSource() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::size_t FileSource::read(char* to, std::size_t room) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, to, room);
    if (got >= 0) {
      if (!access_) budget_.earn(static_cast<std::uint64_t>(got));
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR) continue;
    stop(ErrorCode::unreadable_input, std::strerror(errno));
    return 0;
  }
}

std::size_t PartSource::read(char* to, std::size_t room) {
  const auto want = static_cast<std::size_t>(std::min<std::uint64_t>({left_, room, kPiece}));
  if (want == 0) return 0;
  const std::string_view bytes = from_.peek(1).substr(0, want);
  if (bytes.empty()) {
    const auto& error = from_.error();
    stop(error ? error->code : ErrorCode::malformed_input, error ? error->message : "It ends before its time.");
    return 0;
  }
  std::memcpy(to, bytes.data(), bytes.size());
  from_.skip(bytes.size());
  left_ -= bytes.size();
  return bytes.size();
}

Result<std::string> read_all(Source& source, std::size_t most) {
  std::string out;
  for (;;) {
    const std::string_view bytes = source.peek(1);
    if (bytes.empty()) break;
    if (bytes.size() > most - out.size())
      return fail(ErrorCode::limit_exceeded, fmt::format("It is larger than {} bytes.", most));
    out.append(bytes);
    source.skip(bytes.size());
  }
  if (source.error()) return tl::unexpected(*source.error());
  return out;
}

}  // namespace rashomon::unpack
