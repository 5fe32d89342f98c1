#include <fmt/format.h>

#include "ingest/csv_reports.hpp"
#include "ingest/feed.hpp"
#include "ingest/input_reader.hpp"
#include "ingest/mail.hpp"
#include "ingest/mhtml.hpp"
#include "ingest/pdf.hpp"

namespace rashomon::ingest {

void InputReader::read_bytes(std::string_view bytes, Format format, const Place& at, const Given& given,
                             unsigned depth) {
  switch (format) {
    case Format::html: return send(at, read_html(bytes, given, options_));
    case Format::mhtml: return send(at, read_mhtml(read_mime(bytes), given, options_));
    case Format::pdf: return send(at, read_pdf(bytes, given, options_));
    case Format::feed: return read_entries(bytes, at, given);
    case Format::mail: return read_mail_parts(bytes, at, given, depth);
    default: return send(at, read_text(bytes, given, options_));
  }
}

void InputReader::read_entries(std::string_view bytes, const Place& at, const Given& given) {
  const auto read = read_feed(bytes, given, options_, [&](std::size_t number, Result<Document>&& document) {
    send({fmt::format("{}:{}", at.path, number), {}, true}, std::move(document));
    return !sender_.stopped();
  });
  if (!read) fail_at(at, read.error());
}

void InputReader::read_table(unpack::Source& source, const Place& at) {
  const std::size_t before = sender_.sent();
  const auto read = read_csv(source, options_, [&](std::size_t line, Result<Document>&& document) {
    send({fmt::format("{}:{}", at.path, line), {}, true}, std::move(document));
    return !sender_.stopped();
  });
  // Tables of other things lie about in folders.
  if (!read && (at.chosen || sender_.sent() > before)) return fail_at(at, read.error());
  if (read && sender_.sent() == before) send(at, fail(ErrorCode::empty_input, "There is no row below its header."));
}

void InputReader::read_mail_parts(std::string_view bytes, const Place& at, const Given& given, unsigned depth) {
  const Mime mime = read_mime(bytes);
  auto mail = read_mail(mime, given, options_);
  std::vector<std::pair<std::string, std::string>> files;
  std::string left;
  for (const std::uint32_t index : sort_parts(mime).attached) {
    std::string name = name_of_part(mime, index), file = mime.parts[index].bytes();
    if (may_be_report(format_of(std::string_view(file).substr(0, kFormatHead), name), name))
      files.emplace_back(std::move(name), std::move(file));
    else left += (left.empty() ? "" : ", ") + name;
  }
  if (mail && !left.empty()) mail->warnings.push_back(fmt::format("Attached and not read: {}.", left));
  if (mail || files.empty()) send(at, std::move(mail));
  for (const auto& [name, file] : files) {
    if (depth + 1 >= unpack::kDeepest)
      return send(
          at, fail(ErrorCode::limit_exceeded, fmt::format("Mails within more than {} others are not read.", depth)));
    unpack::MemorySource source(file);
    member(source, name, at, depth);
  }
  if (!mime.limit.empty()) send(at, fail(ErrorCode::limit_exceeded, mime.limit));
}

}  // namespace rashomon::ingest
