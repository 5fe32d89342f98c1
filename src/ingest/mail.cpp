#include "ingest/mail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/data.hpp"
#include "ingest/chars.hpp"
#include "ingest/charset.hpp"
#include "ingest/dates.hpp"
#include "ingest/mime_header.hpp"
#include "ingest/tables.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {
namespace {

constexpr double kPageShare = 0.8;  // words of the plain text that a page must show to be taken in its place

bool is_text(const MimePart& part) { return part.type == "text/plain" || part.type == "text/html"; }

std::unordered_set<std::string> read_roles() {
  std::unordered_set<std::string> out;
  for (const auto& row : read_table(find_data(embedded::files_ingest(), "ingest/mail_roles.tsv")))
    for (std::size_t i = 0; i < row[0].size();) {
      const std::size_t stop = std::min(row[0].find(' ', i), row[0].size());
      out.emplace(row[0].substr(i, stop - i));
      i = stop + 1;
    }
  return out;
}

/// True where a part of the name before the @ is an office's.
bool is_role(std::string_view mailbox) {
  static const auto kRoles = read_roles();
  const std::string_view local = mailbox.substr(0, mailbox.find('@'));
  if (kRoles.contains(std::string(local))) return true;
  for (std::size_t i = 0; i < local.size();) {
    const std::size_t stop = std::min(local.find_first_of(".-_+0123456789", i), local.size());
    if (kRoles.contains(std::string(local.substr(i, stop - i)))) return true;
    i = stop + 1;
  }
  return false;
}

/// Who sent it: an outlet or a person.
void take_sender(const MimePart& head, Given& given) {
  const Address from = read_address(head.header("from"));
  const std::size_t at = from.mailbox.find('@');
  const std::string_view host =
      at == std::string::npos ? std::string_view() : std::string_view(from.mailbox).substr(at + 1);
  const Outlet* known = find_outlet_of_host(host);
  const bool office = !head.header("list-id").empty() || is_role(from.mailbox) || find_outlet(from.name) != nullptr;
  if (given.outlet.empty() && known) given.outlet = known->name;
  else if (given.outlet.empty() && office) given.outlet = from.name.empty() ? std::string(host) : from.name;
  if (!office && given.bylines.empty() && !from.name.empty()) given.bylines = {from.name};
}

Given facts_of(const MimePart& head, Given given) {
  if (given.title.empty()) given.title = header_text(head.header("subject"));
  take_sender(head, given);
  if (!given.published) {
    // The zone is left out: the day is the one the sender wrote.
    for (const WrittenDate& written : find_dates(header_text(head.header("date")), DayOrder::day_first))
      if (written.year > 0 && written.day > 0 && !given.published) given.published = written.date();
    given.basis = "mail";
  }
  return given;
}

std::string with_line_feeds(std::string text) {
  if (!unmarked_utf16(text).empty()) return text;
  std::size_t to = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') text[to++] = text[i];
  text.resize(to);
  return text;
}

/// Texts of the parts, an empty line between them, with line feeds alone. The bytes are UTF-8 if there are several.
std::string joined(const Mime& mime, const std::vector<std::uint32_t>& parts, Given& given) {
  std::string out;
  given.charset = mime.parts[parts.front()].charset;
  for (const std::uint32_t index : parts) {
    std::string bytes = mime.parts[index].bytes();
    if (parts.size() > 1) {
      const std::string charset = charset_of_label(mime.parts[index].charset);
      if (const auto decoded = charset.empty() ? std::nullopt : decode(bytes, charset)) bytes = decoded->text;
      given.charset.clear();
    }
    if (!out.empty()) out += "\n\n";
    out += bytes;
  }
  return with_line_feeds(std::move(out));
}

std::size_t words_read(const Result<Document>& document) {
  std::size_t n = 0;
  if (document)
    for (const Block& block : document->blocks)
      if (is_read(block.kind)) n += count_words(slice(document->text, block.span));
  return n;
}

}  // namespace

MailParts sort_parts(const Mime& mime) {
  MailParts out;
  for (std::uint32_t i = 0; i < mime.parts.size(); ++i) {
    const MimePart& part = mime.parts[i];
    if (part.type.starts_with("multipart/") && i + 1 < mime.parts.size() && mime.parts[i + 1].parent == i) continue;
    // A page or a text without a name is of the body, wherever it stands; mailing lists add their foot so.
    const bool body = (is_text(part) || part.type.starts_with("multipart/")) && !part.attachment && part.name.empty();
    const bool page = part.type == "text/html";
    if (!body || (page && !out.html.empty())) out.attached.push_back(i);
    else if (page) out.html.push_back(i);
    else out.plain.push_back(i);
  }
  return out;
}

Result<Document> read_mail(const Mime& mime, const Given& outer, const Options& options) {
  Given given = facts_of(mime.parts.front(), outer);
  const MailParts parts = sort_parts(mime);
  Result<Document> text = fail(ErrorCode::empty_input, "The mail has no text.");
  Result<Document> page = text;
  if (!parts.html.empty()) {
    given.fragment = true;
    given.charset = mime.parts[parts.html.front()].charset;
    page = read_html(mime.parts[parts.html.front()].bytes(), given, options);
  }
  if (!parts.plain.empty()) {
    const std::string bytes = joined(mime, parts.plain, given);
    text = read_text(bytes, given, options);
  }
  const bool by_page =
      page && (!text || static_cast<double>(words_read(page)) >= kPageShare * static_cast<double>(words_read(text)));
  Result<Document> document = by_page ? std::move(page) : std::move(text);
  if (document && !mime.limit.empty()) document->warnings.push_back(mime.limit);
  return document;
}

std::string name_of_part(const Mime& mime, std::uint32_t index) {
  const MimePart& part = mime.parts[index];
  if (!part.name.empty()) return part.name;
  const std::string_view ending = part.type == "message/rfc822"    ? ".eml"
                                  : part.type == "text/html"       ? ".html"
                                  : part.type.starts_with("text/") ? ".txt"
                                                                   : "";
  return fmt::format("part-{}{}", index, ending);
}

}  // namespace rashomon::ingest
