#include "fuzz/properties.hpp"
#include "ingest/pdf.hpp"

// What pdftotext prints of a PDF; the PDF itself is read in a child process.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = rashomon::ingest::document_of_layout(rashomon::fuzz::bytes_of(data, size), {}, {});
  if (document) rashomon::fuzz::check_document(*document);
  return 0;
}
