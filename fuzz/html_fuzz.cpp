#include "fuzz/properties.hpp"
#include "ingest/ingest.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = rashomon::ingest::read_html(rashomon::fuzz::bytes_of(data, size), {});
  if (document) rashomon::fuzz::check_document(*document);
  return 0;
}
