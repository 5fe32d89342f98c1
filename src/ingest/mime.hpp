#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The parts of a mail or a saved web archive (MHTML).
namespace rashomon::ingest {

/// A part with its headers. Parts stand in the order of the bytes, each before those it holds.
struct MimePart {
  std::unordered_map<std::string, std::string_view>
      headers;                      ///< those read here, lower case → raw value, the first of each
  std::string type = "text/plain";  ///< lower case
  std::string charset;              ///< as declared; empty if it is not
  std::string start;                ///< Content-ID of the main part of a multipart/related
  std::string name;                 ///< file name, UTF-8
  std::string encoding;             ///< transfer encoding, lower case
  bool attachment = false;
  std::string_view body;     ///< in the bytes given, as transferred
  std::uint32_t parent = 0;  ///< index of the part that holds it; 0 for the first, which holds itself
  std::uint32_t depth = 0;

  [[nodiscard]] std::string_view header(std::string_view lower_name) const;
  /// `body` without its transfer encoding.
  [[nodiscard]] std::string bytes() const;
};

struct Mime {
  std::vector<MimePart> parts;  ///< at least one
  std::string limit;            ///< what was not opened, naming the limit; empty if all was
};

/// Reads the tree of parts. What is cut off ends where the bytes end. Parts past 64 levels or 10,000 in number are not
/// opened, and `limit` says so.
/// Cost O(bytes), whatever the nesting. Reference: RFC 2045, 2046.
[[nodiscard]] Mime read_mime(std::string_view bytes);

/// True if the bytes begin with a block of headers that a mail has: From, and Date, Received, Message-ID or
/// MIME-Version.
[[nodiscard]] bool looks_like_mail(std::string_view bytes);

/// True if the bytes begin with headers of a saved page: multipart/related, and no receiver.
[[nodiscard]] bool looks_like_mhtml(std::string_view bytes);

}  // namespace rashomon::ingest
