#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.hpp"

struct pcre2_real_code_8;

namespace rashomon::language {

/// A regular expression over code points, compiled to machine code where the CPU allows. Matching is thread-safe.
/// Reference: PCRE2 10.42, options UTF and UCP.
class Pattern {
 public:
  struct Match {
    std::size_t begin = 0;  ///< bytes
    std::size_t end = 0;
  };

  /// Errors: malformed_input with the reason.
  [[nodiscard]] static Result<Pattern> compile(const std::string& expression);

  /// The leftmost match at or after byte `from`, which must begin a code point; assertions look at all of `text`.
  /// `text` is valid UTF-8. A search that would take more than a fixed number of steps finds nothing.
  [[nodiscard]] std::optional<Match> search(std::string_view text, std::size_t from = 0) const;

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Free> code_;
};

}  // namespace rashomon::language
