#include "core/hash.hpp"

#include <openssl/evp.h>
#include <xxhash.h>

#include <array>

#include "core/check.hpp"

namespace rashomon {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  RASHOMON_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (unsigned char byte : digest) {
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::string content_id(std::string_view prefix, const std::vector<std::string_view>& parts) {
  std::string bytes;
  for (std::string_view part : parts) {
    bytes += std::to_string(part.size());
    bytes += ':';
    bytes += part;
  }
  return std::string(prefix) + "-" + sha256_hex(bytes).substr(0, 16);
}

std::uint64_t checksum64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace rashomon
