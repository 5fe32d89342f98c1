#include "fuzz/properties.hpp"
#include "ingest/ingest.hpp"
#include "ingest/jsonl.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = rashomon::ingest::read_json_line(rashomon::fuzz::bytes_of(data, size), {});
  if (document) rashomon::fuzz::check_document(*document);
  return 0;
}
