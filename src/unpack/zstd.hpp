#pragma once

#include <memory>

#include "unpack/budget.hpp"
#include "unpack/source.hpp"

namespace rashomon::unpack {

/// zstd frames one after another, decompressed. A dictionary in a skippable frame at the beginning (as web archives in
/// zstd have it) serves all frames.
///
/// Errors    malformed_input where the bytes are damaged or cut; limit_exceeded where the layer grows too much, the
/// budget is
///           spent or a frame wants a window of more than 128 MB. recover() goes on with the next frame.
/// Reference RFC 8878; "WARC files compressed with zstd", iipc.github.io/warc-specifications.
class ZstdSource : public Source {
 public:
  ZstdSource(Source& from, Budget& budget);
  ~ZstdSource() override;
  [[nodiscard]] bool recover() override;

 private:
  struct State;
  std::size_t read(char* to, std::size_t room) override;
  [[nodiscard]] bool take_dictionary();
  Source& from_;
  Budget& budget_;
  std::uint64_t begin_, given_ = 0;  ///< where the layer began in `from_`, bytes that it gave
  std::unique_ptr<State> state_;
};

}  // namespace rashomon::unpack
