#include "ingest/identify.hpp"

#include "core/hash.hpp"

namespace rashomon::ingest {

DocumentId content_id_of(const Document& document) {
  const auto iso = [](const std::optional<Date>& date) { return date ? date->iso() : std::string(); };
  const std::string start = iso(document.published.range.start), end = iso(document.published.range.end);
  return {content_id("d", {document.text, document.url, document.outlet, start, end})};
}

}  // namespace rashomon::ingest
