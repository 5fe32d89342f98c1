#include "fuzz/properties.hpp"
#include "ingest/chars.hpp"
#include "ingest/encoding.hpp"
#include "ingest/mime_header.hpp"

// Bytes of any charset: the first line names one, the rest is the text. What comes out is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashomon::ingest;
  const std::string_view bytes = rashomon::fuzz::bytes_of(data, size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string_view label = bytes.substr(0, line), text = bytes.substr(std::min(line + 1, bytes.size()));
  std::vector<std::string> warnings;
  const auto check = [](std::string_view out) {
    std::size_t replaced = 0;
    static_cast<void>(valid_utf8(out, replaced));
    RASHOMON_CHECK(replaced == 0);
  };
  check(text_of_bytes(text, warnings, label));
  check(page_of_bytes(text, warnings, label));
  check(page_of_bytes(text, warnings));
  check(header_text(text));
  check(read_address(text).name);
  for (const auto& [name, value] : read_parameters(text).all) check(value);
  for (const std::string& warning : warnings) check(warning);
  return 0;
}
