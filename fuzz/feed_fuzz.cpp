#include "fuzz/properties.hpp"
#include "ingest/feed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashomon::ingest;
  const std::string_view bytes = rashomon::fuzz::bytes_of(data, size);
  static_cast<void>(looks_like_feed(bytes));
  std::size_t last = 0;
  static_cast<void>(read_feed(bytes, {}, {}, [&](std::size_t number, rashomon::Result<Document>&& document) {
                      RASHOMON_CHECK(number == ++last);
                      if (document) rashomon::fuzz::check_document(*document);
                      return true;
                    }).has_value());
  return 0;
}
