#pragma once

#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <string>
#include <string_view>

/// Archives made in memory, for tests.
namespace rashomon::unpack {

inline std::string deflated(std::string_view bytes, int window_bits) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(bytes.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

inline std::string gzipped(std::string_view bytes) { return deflated(bytes, 15 + 16); }

inline std::string zstded(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

inline std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(i < 8 ? value >> 8 * i : 0);
  return out;
}

/// A zip archive built entry by entry.
class ZipMaker {
 public:
  void add(std::string_view name, std::string_view content, bool pack = true, std::uint16_t flags = 0) {
    const std::string packed = pack ? deflated(content, -15) : std::string(content);
    const std::string sizes = little(crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size()), 4) +
                              little(packed.size(), 4) + little(content.size(), 4);
    const bool late = (flags & 8) != 0;
    const std::string shared = little(20, 2) + little(flags, 2) + little(pack ? 8 : 0, 2) + little(0, 4);
    directory_ += "PK\x01\x02" + little(20, 2) + shared + sizes + little(name.size(), 2) + little(0, 12) +
                  little(bytes_.size(), 4) + std::string(name);
    bytes_ += "PK\x03\x04" + shared + (late ? std::string(12, '\0') : sizes) + little(name.size(), 2) + little(0, 2) +
              std::string(name) + packed;
    if (late) bytes_ += "PK\x07\x08" + sizes;
    ++entries_;
  }
  [[nodiscard]] const std::string& without_directory() const { return bytes_; }
  [[nodiscard]] std::string done() const {
    return bytes_ + directory_ + "PK\x05\x06" + little(0, 4) + little(entries_, 2) + little(entries_, 2) +
           little(directory_.size(), 4) + little(bytes_.size(), 4) + little(0, 2);
  }

 private:
  std::string bytes_, directory_;
  std::size_t entries_ = 0;
};

inline std::string tar_header(std::string_view name, std::size_t size, char type = '0') {
  std::string h(512, '\0');
  h.replace(0, name.size(), name);
  const auto octal = [&](std::size_t at, std::size_t digits, std::size_t value) {
    for (std::size_t i = digits; i-- > 0; value /= 8) h[at + i] = static_cast<char>('0' + value % 8);
  };
  octal(124, 11, size);
  h[156] = type;
  h.replace(257, 8,
            std::string("ustar\0"
                        "00",
                        8));
  h.replace(148, 8, "        ");
  std::size_t sum = 0;
  for (const char c : h) sum += static_cast<unsigned char>(c);
  octal(148, 6, sum);
  h[154] = '\0';
  return h;
}

inline std::string tar_member(std::string_view name, std::string_view content, char type = '0') {
  return tar_header(name, content.size(), type) + std::string(content) +
         std::string((512 - content.size() % 512) % 512, '\0');
}

inline std::string warc_record(std::string_view type, std::string_view uri, std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: " + std::string(uri) +
         "\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         std::string(block) + "\r\n\r\n";
}

}  // namespace rashomon::unpack
