#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "unpack/budget.hpp"
#include "unpack/headers.hpp"

namespace rashomon::unpack {

/// A response as a server sent it.
struct HttpResponse {
  int status = 0;
  Headers headers;
  std::string_view body;  ///< as sent: still chunked and encoded
};

/// Splits a response at its empty line. Errors: malformed_input where it does not begin with a status line.
[[nodiscard]] Result<HttpResponse> parse_http(std::string_view bytes);

/// The body with its transfer coding (chunked) and content codings (gzip, deflate, br, zstd) taken away. A body that
/// is labelled so but is not, as crawlers store decoded bodies under the first headers, is taken as it is.
///
/// Errors    limit_exceeded past `largest` bytes or past the budget; unsupported_input for another coding;
///           malformed_input where a body begins in its coding and is damaged.
/// Reference RFC 9110 §8.4, RFC 9112 §7.1.
[[nodiscard]] Result<std::string> decode_body(const HttpResponse& response, std::size_t largest, Budget& budget);

}  // namespace rashomon::unpack
