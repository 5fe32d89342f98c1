#include "unpack/inflate.hpp"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "core/check.hpp"

namespace rashomon::unpack {
namespace {

constexpr std::size_t kWindow = 256 << 10;
// A member that fits is inflated at once, which is twice as fast as piece by piece: most records of web archives do.
constexpr std::size_t kAhead = 512 << 10;      // bytes of it, packed
constexpr std::size_t kSmallMember = 2 << 20;  // and unpacked
constexpr std::string_view kGzip = "\x1F\x8B\x08";

int window_bits(Wrapping wrapping, std::string_view head) {
  switch (wrapping) {
    case Wrapping::gzip: return 15 + 16;
    case Wrapping::zlib: return 15;
    case Wrapping::none: return -15;
    case Wrapping::either: break;
  }
  // A zlib header is method 8 and, read as one number of two bytes, divisible by 31.
  const auto byte = [&](std::size_t i) { return i < head.size() ? static_cast<unsigned char>(head[i]) : 0U; };
  return (byte(0) & 15U) == 8 && (byte(0) << 8 | byte(1)) % 31 == 0 ? 15 : -15;
}

}  // namespace

struct InflateSource::State {
  z_stream stream{};
  bool open = false;   ///< inside a member
  bool begun = false;  ///< a member was met
  std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> whole{
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
  std::unique_ptr<char[]> member;  ///< a member inflated at once, of which `left` at the end are not handed out
  std::size_t size = 0, left = 0;
};

InflateSource::InflateSource(Source& from, Wrapping wrapping, Budget& budget)
    : from_(from), wrapping_(wrapping), budget_(budget), begin_(from.position()), state_(std::make_unique<State>()) {
  RASHOMON_CHECK(inflateInit2(&state_->stream, 15) == Z_OK && state_->whole);
}

InflateSource::~InflateSource() { inflateEnd(&state_->stream); }

bool InflateSource::begin_member() {
  const std::string_view head = from_.peek(kGzip.size());
  if (head.empty()) return false;
  if (state_->begun && (wrapping_ != Wrapping::gzip || !head.starts_with(kGzip))) return false;
  state_->begun = true;
  if (wrapping_ == Wrapping::gzip && inflate_whole()) return true;
  inflateReset2(&state_->stream, window_bits(wrapping_, head));
  state_->open = true;
  return true;
}

bool InflateSource::inflate_whole() {
  if (!state_->member) state_->member = std::make_unique_for_overwrite<char[]>(kSmallMember);
  const std::string_view in = from_.peek(kAhead);
  std::size_t used = 0;
  if (libdeflate_gzip_decompress_ex(state_->whole.get(), in.data(), in.size(), state_->member.get(), kSmallMember,
                                    &used, &state_->size) != LIBDEFLATE_SUCCESS)
    return false;
  state_->left = state_->size;
  from_.skip(used);
  return true;
}

std::size_t InflateSource::take_whole(char* to, std::size_t room) {
  const std::size_t got = std::min(room, state_->left);
  std::memcpy(to, state_->member.get() + state_->size - state_->left, got);
  state_->left -= got;
  return got;
}

void InflateSource::cut() {
  const auto& error = from_.error();
  stop(error ? error->code : ErrorCode::malformed_input,
       error ? error->message : "Its compressed bytes end too early.");
}

std::size_t InflateSource::read(char* to, std::size_t room) {
  while (state_->left == 0 && !state_->open)
    if (!begin_member()) return 0;
  if (state_->left > 0) return paid(take_whole(to, room));
  return inflate_some(to, room);
}

std::size_t InflateSource::inflate_some(char* to, std::size_t room) {
  z_stream& z = state_->stream;
  z.next_out = reinterpret_cast<Bytef*>(to);
  z.avail_out = static_cast<uInt>(std::min(room, kWindow));
  const uInt most = z.avail_out;
  while (z.avail_out == most && state_->open) {
    const std::string_view in = from_.peek(1).substr(0, kWindow);
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // zlib reads only
    z.avail_in = static_cast<uInt>(in.size());
    const int status = inflate(&z, Z_NO_FLUSH);
    from_.skip(in.size() - z.avail_in);
    state_->open = status != Z_STREAM_END;
    if (status == Z_STREAM_END || status == Z_OK) continue;
    // Without input zlib may still hold output; when that has run out too, the bytes were cut.
    if (status != Z_BUF_ERROR) stop(ErrorCode::malformed_input, "Its compressed bytes are damaged.");
    else if (in.empty()) cut();
    else continue;
    break;
  }
  const std::size_t got = most - z.avail_out;
  if (got == 0 && !state_->open && !error()) return read(to, room);  // an empty member
  return paid(got);
}

std::size_t InflateSource::paid(std::size_t got) {
  given_ += got;
  const bool layer = grows_too_much(from_.position() - begin_, given_);
  if (!layer && budget_.spend(got)) return got;
  stop(ErrorCode::limit_exceeded, layer ? kGrowsTooMuch : kInputGrowsTooMuch);
  return 0;
}

bool InflateSource::recover() {
  if (wrapping_ != Wrapping::gzip || !error() || error()->code != ErrorCode::malformed_input || !budget_.add_damage())
    return false;
  for (;;) {
    const std::string_view bytes = from_.peek(kGzip.size());
    if (bytes.size() < kGzip.size()) return false;
    const std::size_t at = bytes.find(kGzip);
    from_.skip(at == std::string_view::npos ? bytes.size() - kGzip.size() + 1 : at);
    if (at != std::string_view::npos) break;
  }
  state_->open = state_->begun = false;
  restart();
  return true;
}

}  // namespace rashomon::unpack
