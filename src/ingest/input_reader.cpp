#include "ingest/input_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/chars.hpp"
#include "ingest/jsonl.hpp"
#include "unpack/http.hpp"
#include "unpack/inflate.hpp"
#include "unpack/zstd.hpp"

namespace rashomon::ingest {
namespace {

/// The name without the ending of a compression.
std::string inner_name(std::string name) {
  const std::string low = lower(name);
  for (const std::string_view suffix : {".gz", ".zst", ".gzip", ".zstd"})
    if (low.ends_with(suffix)) return name.substr(0, name.size() - suffix.size());
  if (low.ends_with(".tgz")) return name.substr(0, name.size() - 3) + "tar";
  return name;
}

/// A name as a label: UTF-8 without control characters, which a terminal would obey.
std::string clean(std::string_view name) {
  std::size_t replaced = 0;
  std::string out = valid_utf8(name, replaced);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  return out;
}

Place inside(const Place& at, std::string_view mark, std::string_view what) {
  return {fmt::format("{}{}{}", at.path, mark, what), std::string(what), false};
}

/// Length of the next line, without its line feed; at most `most` + 1 bytes are looked at.
std::size_t line_length(unpack::Source& source, std::size_t most) {
  std::size_t looked = 0;
  for (std::size_t want = kFormatHead;; want *= 2) {
    const std::string_view bytes = source.peek(want);
    if (const std::size_t at = bytes.find('\n', looked); at != std::string_view::npos) return at;
    looked = bytes.size();
    if (bytes.size() < want || bytes.size() > most) return bytes.size();
  }
}

void skip_line(unpack::Source& source) {
  for (;;) {
    const std::string_view bytes = source.peek(1);
    const std::size_t at = bytes.find('\n');
    source.skip(std::min(at, bytes.size() - 1) + 1);
    if (bytes.empty() || at != std::string_view::npos) return;
  }
}

constexpr std::uint64_t kLargestZipInside = std::uint64_t{4} << 30;  // bytes of a zip archive within another input
constexpr std::size_t kLargestRecord = 64 << 20;                     // bytes of a page in a web archive

/// What kind of zip archive it is, by the names in it.
struct ZipKind {
  bool has_package = false, has_archive = false;  ///< datapackage.json, archive/
  bool is_office = false;                         ///< a text or table of an office program, a book

  /// A web archive in a zip has its records under archive/; its other files are indexes.
  [[nodiscard]] bool is_wacz() const { return has_package && has_archive; }
};

ZipKind kind_of(const unpack::RandomAccess& archive, unpack::Budget& budget) {
  ZipKind out;
  std::size_t seen = 0;
  const auto look = [&](const unpack::ZipEntry& entry) {
    out.has_package |= entry.name == "datapackage.json";
    out.has_archive |= entry.name.starts_with("archive/");
    out.is_office |= entry.name == "[Content_Types].xml" || (seen == 0 && entry.name == "mimetype");
    return ++seen < 10'000 && !out.is_wacz();
  };
  static_cast<void>(unpack::list_zip(archive, budget, look));  // damage is told when the files are read
  return out;
}

/// Media types of what pages are made of and is no report itself.
bool is_page_part(std::string_view type) {
  for (const std::string_view group : {"image/", "video/", "audio/", "font/"})
    if (type.starts_with(group)) return true;
  for (const std::string_view part : {"text/css", "text/javascript", "application/javascript", "application/json",
                                      "application/x-javascript", "application/font-woff", "application/wasm"})
    if (type == part) return true;
  return false;
}

}  // namespace

void InputReader::read(unpack::Source& source, const Place& at, const Given& given, unsigned depth) {
  const std::string_view head = source.peek(kFormatHead);
  if (head.empty()) {
    if (!source.error() && !at.chosen && !may_be_report(Format::text, at.name)) return;
    return fail_at(at, source.error().value_or(Error{ErrorCode::empty_input, "The file is empty.", {}}));
  }
  Format format = format_of(head, at.name);
  if (format == Format::text && given.markup) format = Format::html;
  if (!at.chosen && !may_be_report(format, at.name)) return;
  if (format > Format::jsonl && format != Format::foreign) return read_layer(source, format, at, given, depth);
  if (format == Format::jsonl) return read_lines(source, at);
  if (format == Format::csv) return read_table(source, at);
  read_one(source, format, at, given, depth);
}

void InputReader::read_layer(unpack::Source& source, Format format, const Place& at, const Given& given,
                             unsigned depth) {
  if (depth >= unpack::kDeepest)
    return send(at, fail(ErrorCode::limit_exceeded,
                         fmt::format("It lies within {} archives or compressions; unpack it first.", depth)));
  const std::size_t before = sender_.sent();
  Place within = at;
  within.name = inner_name(at.name);
  if (format == Format::gzip) {
    unpack::InflateSource inner(source, unpack::Wrapping::gzip, budget_);
    read(inner, within, given, depth + 1);
  } else if (format == Format::zstd) {
    unpack::ZstdSource inner(source, budget_);
    read(inner, within, given, depth + 1);
  } else if (format == Format::warc) {
    read_warc(source, at, depth);
  } else if (format == Format::tar) {
    const auto done = unpack::read_tar(source, [&](const unpack::Member& m) {
      member(m.bytes, m.name, at, depth);
      return !is_done();
    });
    if (!done) fail_at(at, done.error());
  } else if (const unpack::RandomAccess* access = source.access()) {
    read_zip(*access, at, depth);
  } else {
    const auto spool = unpack::Spool::of(source, kLargestZipInside);
    if (!spool) return fail_at(at, spool.error());
    read_zip(**spool, at, depth);
    if (source.error()) fail_at(at, *source.error());
  }
  if (at.chosen && sender_.sent() == before)
    send(at, fail(ErrorCode::no_reports, "There is no report in it; see `rashomon help inputs` for what is read."));
}

void InputReader::member(unpack::Source& bytes, const std::string& name, const Place& at, unsigned depth) {
  if (const std::size_t slash = name.rfind('/'); name.substr(slash + 1).starts_with('.')) return;  // as in folders
  const Place place = inside(at, "!", clean(name));
  if (!budget_.add_member()) return send(place, fail(ErrorCode::limit_exceeded, unpack::kTooManyMembers));
  read(bytes, place, Given{}, depth + 1);
}

void InputReader::read_zip(const unpack::RandomAccess& archive, const Place& at, unsigned depth) {
  const ZipKind kind = kind_of(archive, budget_);
  if (kind.is_office) {
    if (at.chosen || may_be_report(Format::foreign, at.name))
      send(at, fail(ErrorCode::unsupported_input, "It is an office file or a book, which is not read."));
    return;
  }
  const auto done = unpack::list_zip(archive, budget_, [&](const unpack::ZipEntry& entry) {
    if (kind.is_wacz() && !entry.name.starts_with("archive/")) return true;
    const auto content = unpack::open_zip(archive, entry, budget_);
    if (content) member(**content, entry.name, at, depth);
    else fail_at(inside(at, "!", clean(entry.name)), content.error());
    return !is_done();
  });
  if (!done) fail_at(at, done.error());
}

void InputReader::read_warc(unpack::Source& source, const Place& at, unsigned depth) {
  unpack::read_warc(source, [&](Result<unpack::WarcRecord>&& record, std::size_t number) {
    const Place place = inside(at, ":", std::to_string(number));
    if (!record) fail_at(place, record.error());
    else if (!budget_.add_member()) send(place, fail(ErrorCode::limit_exceeded, unpack::kTooManyMembers));
    else if (record->type == "response") read_response(*record, place, depth);
    else if (record->type == "resource" || record->type == "conversion") read_content(*record, place, depth);
    return !is_done();
  });
}

void InputReader::read_response(const unpack::WarcRecord& record, const Place& at, unsigned depth) {
  if (!record.head().starts_with("HTTP/")) return read_content(record, at, depth);
  const auto head = unpack::parse_http(record.head());
  if (!head) return fail_at(at, head.error());
  const std::string_view type = head->headers.get("content-type");
  if (head->status < 200 || head->status > 299) return;  // moved, refused, not there
  if (is_page_part(unpack::main_value(type))) return;
  Given given = given_of(record);
  given.charset = unpack::parameter(type, "charset");
  const std::string media_type = unpack::main_value(type);
  const auto block = record.block(std::min<std::uint64_t>(options_.largest, kLargestRecord));
  if (!block) return fail_at(at, block.error());
  const auto response = unpack::parse_http(*block);  // anew: the bytes have moved
  if (!response) return fail_at(at, response.error());
  const auto body = unpack::decode_body(*response, std::min<std::uint64_t>(options_.largest, kLargestRecord), budget_);
  if (!body) return fail_at(at, body.error());
  read_payload(*body, media_type, at, std::move(given), depth);
}

void InputReader::read_content(const unpack::WarcRecord& record, const Place& at, unsigned depth) {
  const std::string_view type = record.headers.get("content-type");
  const std::string media_type = unpack::main_value(type);
  if (is_page_part(media_type)) return;
  const auto block = record.block(std::min<std::uint64_t>(options_.largest, kLargestRecord));
  if (!block) return fail_at(at, block.error());
  Given given = given_of(record);
  given.charset = unpack::parameter(type, "charset");
  read_payload(*block, media_type, at, std::move(given), depth);
}

Given InputReader::given_of(const unpack::WarcRecord& record) {
  Given given;
  given.url = clean(record.uri);
  given.captured = parse_date(record.date);
  return given;
}

void InputReader::read_payload(std::string_view content, std::string_view media_type, const Place& at, Given given,
                               unsigned depth) {
  const std::string name = given.url.substr(0, given.url.find_first_of("?#"));
  if (trim(content).empty() || name.ends_with("/robots.txt")) return;
  given.markup = media_type == "text/html" || media_type == "application/xhtml+xml";
  Place place = at;
  place.name = name;
  place.chosen = given.markup || media_type == "text/plain";
  unpack::MemorySource bytes(content);
  read(bytes, place, given, depth + 1);
}

void InputReader::read_lines(unpack::Source& source, const Place& at) {
  if (source.peek(3).starts_with("\xEF\xBB\xBF")) source.skip(3);
  const std::size_t before = sender_.sent();
  for (std::size_t line = 1; !sender_.stopped() && !source.at_end(); ++line) {
    const std::size_t length = line_length(source, options_.largest);
    const Place place = inside(at, ":", std::to_string(line));
    if (length > options_.largest) {
      send(place, fail(ErrorCode::limit_exceeded, fmt::format("The line is longer than {} bytes.", options_.largest)));
      skip_line(source);
      continue;
    }
    if (const std::string_view row = trim(source.peek(length).substr(0, length)); !row.empty())
      send(place, read_json_line(row, options_));
    source.skip(length + 1);
  }
  if (source.error()) return fail_at(at, *source.error());
  if (sender_.sent() == before) send(at, fail(ErrorCode::empty_input, "There is no line in it."));
}

void InputReader::read_one(unpack::Source& source, Format format, const Place& at, const Given& given, unsigned depth) {
  if (format == Format::foreign)
    return send(at, fail(ErrorCode::unsupported_input,
                         fmt::format("It is {}, which is not read.", foreign_name(source.peek(kFormatHead)))));
  std::string read;
  std::string_view bytes = source.whole();
  if (bytes.size() > options_.largest || bytes.empty()) {
    auto all = unpack::read_all(source, options_.largest);
    if (!all) return fail_at(at, all.error());
    read = std::move(*all);
    bytes = read;
  }
  if (!options_.raw && trim(bytes).empty()) return send(at, fail(ErrorCode::empty_input, "The file is empty."));
  read_bytes(bytes, format, at, given, depth);
}

}  // namespace rashomon::ingest
