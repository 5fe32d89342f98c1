#include "unpack/zstd.hpp"

#include <zstd.h>

#include <algorithm>

#include "core/check.hpp"

namespace rashomon::unpack {
namespace {

constexpr std::size_t kWindow = 256 << 10;
constexpr int kLargestWindow = 27;  // log2 of bytes
constexpr std::size_t kLargestDictionary = 16 << 20;
constexpr std::string_view kDictionary = "\x5D\x2A\x4D\x18";  // skippable frame 0x184D2A5D
constexpr std::string_view kFrame = "\x28\xB5\x2F\xFD";

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

}  // namespace

struct ZstdSource::State {
  ZSTD_DStream* stream = ZSTD_createDStream();
  bool begun = false;
  bool open = false;     ///< inside a frame
  bool pending = false;  ///< output may wait that found no room
};

ZstdSource::ZstdSource(Source& from, Budget& budget)
    : from_(from), budget_(budget), begin_(from.position()), state_(std::make_unique<State>()) {
  RASHOMON_CHECK(state_->stream != nullptr);
  ZSTD_DCtx_setParameter(state_->stream, ZSTD_d_windowLogMax, kLargestWindow);
}

ZstdSource::~ZstdSource() { ZSTD_freeDStream(state_->stream); }

// The dictionary frame: its size and a dictionary, which may be compressed itself.
bool ZstdSource::take_dictionary() {
  const std::string_view head = from_.peek(8);
  if (head.size() < 8 || !head.starts_with(kDictionary)) return true;
  const std::uint32_t size = little_endian(head.substr(4));
  if (size > kLargestDictionary) return stop(ErrorCode::limit_exceeded, "Its dictionary is larger than 16 MB."), false;
  const std::string_view frame = from_.peek(8 + size);
  if (frame.size() < 8 + size) return stop(ErrorCode::malformed_input, "Its compressed bytes end too early."), false;
  std::string_view dictionary = frame.substr(8, size);
  std::string unpacked;
  if (dictionary.starts_with(kFrame)) {
    unpacked.resize(kLargestDictionary);
    const std::size_t got = ZSTD_decompress(unpacked.data(), unpacked.size(), dictionary.data(), dictionary.size());
    if (ZSTD_isError(got)) return stop(ErrorCode::malformed_input, "Its dictionary is damaged."), false;
    dictionary = std::string_view(unpacked).substr(0, got);
  }
  ZSTD_DCtx_loadDictionary(state_->stream, dictionary.data(), dictionary.size());
  from_.skip(8 + size);
  return true;
}

std::size_t ZstdSource::read(char* to, std::size_t room) {
  if (!state_->begun && !take_dictionary()) return 0;
  state_->begun = true;
  ZSTD_outBuffer out{to, std::min(room, kWindow), 0};
  while (out.pos == 0) {
    const std::string_view bytes = from_.peek(1).substr(0, kWindow);
    if (bytes.empty() && !state_->pending) {
      const auto& error = from_.error();
      if (error) stop(error->code, error->message);
      else if (state_->open) stop(ErrorCode::malformed_input, "Its compressed bytes end too early.");
      return 0;
    }
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    const std::size_t left = ZSTD_decompressStream(state_->stream, &out, &in);
    from_.skip(in.pos);
    if (ZSTD_isError(left)) {
      stop(ErrorCode::malformed_input, "Its compressed bytes are damaged.");
      break;
    }
    state_->open = left != 0;
    state_->pending = out.pos == out.size;
  }
  given_ += out.pos;
  const bool layer = grows_too_much(from_.position() - begin_, given_);
  if (!layer && budget_.spend(out.pos)) return out.pos;
  stop(ErrorCode::limit_exceeded, layer ? kGrowsTooMuch : kInputGrowsTooMuch);
  return 0;
}

bool ZstdSource::recover() {
  if (!error() || error()->code != ErrorCode::malformed_input || !state_->begun || !budget_.add_damage()) return false;
  for (;;) {
    const std::string_view bytes = from_.peek(kFrame.size());
    if (bytes.size() < kFrame.size()) return false;
    const std::size_t at = bytes.find(kFrame);
    from_.skip(at == std::string_view::npos ? bytes.size() - kFrame.size() + 1 : at);
    if (at != std::string_view::npos) break;
  }
  ZSTD_DCtx_reset(state_->stream, ZSTD_reset_session_only);  // the dictionary stays
  state_->open = state_->pending = false;
  restart();
  return true;
}

}  // namespace rashomon::unpack
