#include "fuzz/properties.hpp"
#include "language/msgpack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(rashomon::language::read_msgpack(rashomon::fuzz::bytes_of(data, size)).has_value());
  return 0;
}
