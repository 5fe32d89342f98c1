#include "language/msgpack.hpp"

#include <fmt/format.h>

#include <bit>

namespace rashomon::language {
namespace {

constexpr int kDeepest = 64;
using Kind = MsgValue::Kind;

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  // False where the input is bad; reason() and at() say why and where.
  bool value(MsgValue& out, int depth);
  [[nodiscard]] bool finished() const { return at_ == bytes_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::string_view reason() const { return reason_; }

 private:
  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }
  bool refuse(std::string_view reason) {
    reason_ = reason;
    return false;
  }
  bool number(std::size_t n, std::uint64_t& out);
  bool text(MsgValue& out, Kind kind, std::uint64_t size);
  bool sequence(MsgValue& out, Kind kind, std::uint64_t count, int depth);
  bool scalar(MsgValue& out, unsigned lead);
  bool sized(MsgValue& out, unsigned lead, int depth);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string_view reason_;
};

bool Decoder::number(std::size_t n, std::uint64_t& out) {
  if (left() < n) return refuse("is cut short");
  out = 0;
  for (std::size_t i = 0; i < n; ++i) out = out << 8 | static_cast<unsigned char>(bytes_[at_++]);
  return true;
}

bool Decoder::text(MsgValue& out, Kind kind, std::uint64_t size) {
  if (left() < size) return refuse("is cut short");
  out.kind = kind;
  out.bytes = bytes_.substr(at_, size);
  at_ += size;
  return true;
}

bool Decoder::sequence(MsgValue& out, Kind kind, std::uint64_t count, int depth) {
  if (depth >= kDeepest) return refuse("is nested too deeply");
  const std::uint64_t values = kind == Kind::map ? 2 * count : count;  // count has at most 32 bits
  if (left() < values) return refuse("is cut short");                  // a value takes at least one byte
  out.kind = kind;
  for (std::uint64_t i = 0; i < values; ++i)
    if (!value(out.items.emplace_back(), depth + 1)) return false;
  return true;
}

std::uint64_t sign_extended(std::uint64_t value, std::size_t bytes) {
  const auto shift = static_cast<int>(64 - 8 * bytes);
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(value << shift) >> shift);
}

// Lead bytes 0xc0–0xd3 that carry no length: nil, booleans, floating point, integers.
bool Decoder::scalar(MsgValue& out, unsigned lead) {
  if (lead == 0xc0) return true;
  if (lead == 0xc2 || lead == 0xc3) {
    out.kind = Kind::boolean;
    out.integer = lead - 0xc2;
    return true;
  }
  if (lead == 0xca || lead == 0xcb) {
    out.kind = Kind::real;
    std::uint64_t bits = 0;
    if (!number(lead == 0xca ? 4 : 8, bits)) return false;
    out.real = lead == 0xca ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                            : std::bit_cast<double>(bits);
    return true;
  }
  if (lead >= 0xcc && lead <= 0xd3) {
    out.kind = Kind::integer;
    const std::size_t bytes = std::size_t{1} << ((lead - 0xcc) % 4);
    if (!number(bytes, out.integer)) return false;
    if (lead >= 0xd0) out.integer = sign_extended(out.integer, bytes);
    return true;
  }
  return refuse("has an extension or reserved type");
}

// Lead bytes followed by a length: bin, str, array, map.
bool Decoder::sized(MsgValue& out, unsigned lead, int depth) {
  std::uint64_t size = 0;
  const bool in_octets = lead <= 0xc6 || (lead >= 0xd9 && lead <= 0xdb);  // the others have no 8-bit form
  const unsigned first = lead <= 0xc6 ? 0xc4 : lead <= 0xdb ? 0xd9 : lead <= 0xdd ? 0xdc : 0xde;
  if (!number(std::size_t{in_octets ? 1U : 2U} << (lead - first), size)) return false;
  if (first == 0xc4) return text(out, Kind::binary, size);
  if (first == 0xd9) return text(out, Kind::string, size);
  return sequence(out, first == 0xdc ? Kind::array : Kind::map, size, depth);
}

bool Decoder::value(MsgValue& out, int depth) {
  std::uint64_t lead64 = 0;
  if (!number(1, lead64)) return false;
  const auto lead = static_cast<unsigned>(lead64);
  if (lead <= 0x7f || lead >= 0xe0) {
    out.kind = Kind::integer;
    out.integer = sign_extended(lead, 1);
    return true;
  }
  if (lead <= 0x8f) return sequence(out, Kind::map, lead & 0x0fU, depth);
  if (lead <= 0x9f) return sequence(out, Kind::array, lead & 0x0fU, depth);
  if (lead <= 0xbf) return text(out, Kind::string, lead & 0x1fU);
  if ((lead >= 0xc4 && lead <= 0xc6) || lead >= 0xd9) return sized(out, lead, depth);
  return scalar(out, lead);
}

}  // namespace

const MsgValue* MsgValue::find(std::string_view name) const {
  for (std::size_t i = 0; i < size() && is_map(); ++i)
    if (key(i).is_text() && key(i).bytes == name) return &value(i);
  return nullptr;
}

const MsgValue* MsgValue::find(std::uint64_t number) const {
  for (std::size_t i = 0; i < size() && is_map(); ++i)
    if (key(i).kind == Kind::integer && key(i).integer == number) return &value(i);
  return nullptr;
}

Result<MsgValue> read_msgpack(std::string_view bytes) {
  Decoder decoder(bytes);
  MsgValue out;
  const bool good = decoder.value(out, 0);
  const auto at = static_cast<std::uint32_t>(decoder.at());
  if (!good)
    return fail(ErrorCode::malformed_input, fmt::format("the MessagePack value {}", decoder.reason()), {at, at + 1});
  if (!decoder.finished())
    return fail(ErrorCode::malformed_input, "bytes are left after the MessagePack value",
                {at, static_cast<std::uint32_t>(bytes.size())});
  return out;
}

}  // namespace rashomon::language
