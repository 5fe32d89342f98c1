#include "fuzz/properties.hpp"
#include "ingest/ingest.hpp"

// Plain text keeps its bytes where they are UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const bool raw : {false, true}) {
    rashomon::ingest::Options options;
    options.raw = raw;
    const auto document = rashomon::ingest::read_text(rashomon::fuzz::bytes_of(data, size), options);
    if (document) rashomon::fuzz::check_document(*document);
  }
  return 0;
}
