#include "ingest/mhtml.hpp"

#include "ingest/chars.hpp"
#include "ingest/mime_header.hpp"

namespace rashomon::ingest {
namespace {

bool is_page_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

std::string identifier(std::string_view id) {
  id = trim(id);
  if (id.starts_with('<')) id.remove_prefix(1);
  if (id.ends_with('>')) id.remove_suffix(1);
  return std::string(id);
}

}  // namespace

Result<Document> read_mhtml(const Mime& mime, const Given& outer, const Options& options) {
  const MimePart& head = mime.parts.front();
  const std::string start = identifier(head.start);
  const std::string address = header_text(head.header("snapshot-content-location"));
  const MimePart* main = nullptr;
  int best = 0;
  for (const MimePart& part : mime.parts) {
    const bool page = part.type == "text/html" || part.type == "application/xhtml+xml";
    if (!page && part.type != "text/plain") continue;
    const bool started = !start.empty() && identifier(part.header("content-id")) == start;
    const bool located = !address.empty() && header_text(part.header("content-location")) == address;
    const int score = 1 + (page ? 1 : 0) + (located ? 4 : 0) + (started ? 8 : 0);
    if (score > best) main = &part, best = score;
  }
  if (!main) return fail(ErrorCode::empty_input, "No part of the saved page is a page.");
  Given given = outer;
  given.charset = main->charset;
  std::string url = header_text(main->header("content-location"));
  if (!is_page_address(url)) url = address;
  if (given.url.empty() && is_page_address(url)) given.url = url;
  const std::string bytes = main->bytes();
  auto document = main->type == "text/plain" ? read_text(bytes, given, options) : read_html(bytes, given, options);
  if (document && !mime.limit.empty()) document->warnings.push_back(mime.limit);
  return document;
}

}  // namespace rashomon::ingest
