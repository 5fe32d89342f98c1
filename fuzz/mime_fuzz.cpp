#include "fuzz/properties.hpp"
#include "ingest/mail.hpp"
#include "ingest/mhtml.hpp"

// Mails and saved pages: parts lie within the bytes, each behind the one that holds it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashomon::ingest;
  const std::string_view bytes = rashomon::fuzz::bytes_of(data, size);
  static_cast<void>(looks_like_mail(bytes) || looks_like_mhtml(bytes));
  const Mime mime = read_mime(bytes);
  for (std::size_t i = 0; i < mime.parts.size(); ++i) {
    const MimePart& part = mime.parts[i];
    RASHOMON_CHECK(i == 0 || part.parent < i);
    RASHOMON_CHECK(part.body.data() >= bytes.data() && part.body.data() + part.body.size() <= bytes.data() + size);
  }
  if (const auto mail = read_mail(mime, {}, {})) rashomon::fuzz::check_document(*mail);
  if (const auto page = read_mhtml(mime, {}, {})) rashomon::fuzz::check_document(*page);
  return 0;
}
