#pragma once

#include <memory>

#include "unpack/budget.hpp"
#include "unpack/source.hpp"

namespace rashomon::unpack {

/// What is around deflated bytes: gzip members one after another, a zlib stream, nothing, or zlib or nothing (HTTP's
/// "deflate", which servers send both ways).
enum class Wrapping { gzip, zlib, none, either };

/// Deflated bytes, inflated. Zeros and other bytes behind the last gzip member are passed over, as gzip does.
///
/// Errors    malformed_input where the bytes are damaged or cut; limit_exceeded where the layer grows too much or the
/// budget
///           is spent.
///           recover() goes on with the next gzip member that begins behind the damage.
/// Cost      3 MB of buffers. A gzip member of at most 2 MB is inflated at once, at twice the speed.
/// Reference RFC 1950, 1951, 1952.
class InflateSource : public Source {
 public:
  InflateSource(Source& from, Wrapping wrapping, Budget& budget);
  ~InflateSource() override;
  [[nodiscard]] bool recover() override;

 private:
  struct State;
  std::size_t read(char* to, std::size_t room) override;
  [[nodiscard]] bool begin_member();
  [[nodiscard]] bool inflate_whole();
  std::size_t take_whole(char* to, std::size_t room);
  std::size_t inflate_some(char* to, std::size_t room);
  std::size_t paid(std::size_t got);
  void cut();
  Source& from_;
  Wrapping wrapping_;
  Budget& budget_;
  std::uint64_t begin_, given_ = 0;  ///< where the layer began in `from_`, bytes that it gave
  std::unique_ptr<State> state_;
};

}  // namespace rashomon::unpack
