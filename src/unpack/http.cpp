#include "unpack/http.hpp"

#include <brotli/decode.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <memory>
#include <vector>

#include "unpack/inflate.hpp"
#include "unpack/zstd.hpp"

namespace rashomon::unpack {
namespace {

/// Chunks put together; nullopt where the bytes are not chunked. A last chunk that is cut counts as far as it goes.
std::optional<std::string> without_chunks(std::string_view bytes) {
  std::string out;
  for (;;) {
    std::size_t size = 0;
    const auto read = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size, 16);
    const std::size_t line = bytes.find('\n');
    if (read.ec != std::errc() || line == std::string_view::npos) break;
    if (line == 0 || bytes[line - 1] != '\r') break;
    const std::string_view rest = bytes.substr(static_cast<std::size_t>(read.ptr - bytes.data()));
    if (rest.find_first_not_of(" \t") != rest.find_first_of(";\r")) break;  // text that begins with hex digits
    if (size == 0) return out;
    bytes.remove_prefix(line + 1);
    out.append(bytes.substr(0, size));
    if (size >= bytes.size()) return out;
    bytes.remove_prefix(size);
    bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    if (bytes.empty()) return out;
  }
  if (out.empty()) return {};
  return out;
}

Result<std::string> without_brotli(std::string_view bytes, std::size_t largest, Budget& budget) {
  struct Close {
    void operator()(BrotliDecoderState* s) const { BrotliDecoderDestroyInstance(s); }
  };
  const std::unique_ptr<BrotliDecoderState, Close> state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  std::array<std::uint8_t, 65536> buffer{};
  std::size_t left = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::string out;
  for (;;) {
    std::size_t room = buffer.size();
    std::uint8_t* to = buffer.data();
    const auto status = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &to, nullptr);
    const std::size_t got = buffer.size() - room;
    out.append(reinterpret_cast<const char*>(buffer.data()), got);
    if (!budget.spend(got) || out.size() > largest)
      return fail(ErrorCode::limit_exceeded, fmt::format("Its body is larger than {} bytes.", largest));
    if (status == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (status != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
      return fail(ErrorCode::malformed_input, "Its compressed body is damaged.");
  }
}

Result<std::string> without_coding(std::string_view bytes, std::string_view coding, std::size_t largest,
                                   Budget& budget) {
  MemorySource source(bytes);
  if (coding == "gzip" || coding == "x-gzip") {
    if (!bytes.starts_with("\x1F\x8B")) return std::string(bytes);
    InflateSource inflated(source, Wrapping::gzip, budget);
    return read_all(inflated, largest);
  }
  if (coding == "deflate") {
    InflateSource inflated(source, Wrapping::either, budget);
    auto out = read_all(inflated, largest);
    if (!out && out.error().code == ErrorCode::malformed_input && inflated.position() == 0 && bytes.starts_with('<'))
      return std::string(bytes);
    return out;
  }
  if (coding == "zstd") {
    if (!bytes.starts_with("\x28\xB5\x2F\xFD")) return std::string(bytes);
    ZstdSource unpacked(source, budget);
    return read_all(unpacked, largest);
  }
  if (coding == "br") {
    auto out = without_brotli(bytes, largest, budget);
    // Brotli has no mark of its own: what does not decode and reads as markup or text was stored decoded.
    if (!out && out.error().code == ErrorCode::malformed_input && bytes.starts_with('<')) return std::string(bytes);
    return out;
  }
  return fail(ErrorCode::unsupported_input, fmt::format("Its body is encoded as \"{}\", which is not read.", coding));
}

/// Names in a comma-separated list, in lower case, without "identity".
std::vector<std::string> codings(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t stop = std::min(list.find(','), list.size());
    std::string name = main_value(list.substr(0, stop));
    if (!name.empty() && name != "identity" && name != "none" && name != "utf-8") out.push_back(std::move(name));
    list.remove_prefix(std::min(stop + 1, list.size()));
  }
  return out;
}

}  // namespace

Result<HttpResponse> parse_http(std::string_view bytes) {
  const std::size_t line = bytes.find('\n');
  if (!bytes.starts_with("HTTP/") || line == std::string_view::npos)
    return fail(ErrorCode::malformed_input, "It is no HTTP response.");
  HttpResponse out;
  const std::string_view status = bytes.substr(0, line);
  if (const std::size_t space = status.find(' '); space != std::string_view::npos)
    std::from_chars(status.data() + space + 1, status.data() + status.size(), out.status);
  const std::size_t end = headers_end(bytes).value_or(bytes.size());
  out.headers = Headers::parse(bytes.substr(line + 1, end - line - 1));
  out.body = bytes.substr(end);
  return out;
}

Result<std::string> decode_body(const HttpResponse& response, std::size_t largest, Budget& budget) {
  std::string body(response.body);
  if (main_value(response.headers.get("transfer-encoding")).find("chunked") != std::string::npos)
    if (auto joined = without_chunks(body)) body = std::move(*joined);
  const auto applied = codings(response.headers.get("content-encoding"));
  for (std::size_t i = applied.size(); i-- > 0 && applied.size() <= kDeepest;) {
    auto decoded = without_coding(body, applied[i], largest, budget);
    if (!decoded) return decoded;
    body = std::move(*decoded);
  }
  return body;
}

}  // namespace rashomon::unpack
