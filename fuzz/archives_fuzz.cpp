// Any bytes as an input of `rashomon ingest`: told apart, unpacked layer by layer, read to documents.
#include <cstddef>
#include <cstdint>

#include "fuzz/properties.hpp"
#include "ingest/input_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashomon;
  ingest::Options options;
  options.largest = 1 << 20;
  const std::function<bool(ingest::Item&&)> take = [](ingest::Item&& item) {
    if (item.document) fuzz::check_document(*item.document);
    return true;
  };
  ingest::Sender sender(take);
  ingest::InputReader reader(options, sender);
  unpack::MemorySource bytes({reinterpret_cast<const char*>(data), size});
  reader.read(bytes, {"input", "input", true}, {});
  return 0;
}
