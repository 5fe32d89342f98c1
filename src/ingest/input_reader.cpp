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

std::string clean(std::string_view name) {
  std::size_t replaced = 0;
  return valid_utf8(name, replaced);
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

/// A web archive in a zip has its records under archive/; its other files are indexes.
bool is_wacz(const std::vector<unpack::ZipEntry>& entries) {
  const auto has = [&](auto&& test) { return std::any_of(entries.begin(), entries.end(), test); };
  return has([](const unpack::ZipEntry& e) { return e.name == "datapackage.json"; }) &&
         has([](const unpack::ZipEntry& e) { return e.name.starts_with("archive/"); });
}

}  // namespace

void InputReader::read(unpack::Source& source, const Place& at, const Given& given, unsigned depth) {
  const std::string_view head = source.peek(kFormatHead);
  if (head.empty())
    return fail_at(at, source.error().value_or(Error{ErrorCode::empty_input, "The file is empty.", {}}));
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
      return !sender_.stopped();
    });
    if (!done) fail_at(at, done.error());
  } else if (!source.whole().empty()) {
    read_zip(unpack::MemoryAccess(source.whole()), at, depth);
  } else {
    const auto bytes = unpack::read_all(source, options_.largest);
    if (!bytes) return fail_at(at, bytes.error());
    read_zip(unpack::MemoryAccess(*bytes), at, depth);
  }
  if (at.chosen && sender_.sent() == before)
    send(at, fail(ErrorCode::no_reports, "There is no report in it; see `rashomon help inputs` for what is read."));
}

void InputReader::member(unpack::Source& bytes, const std::string& name, const Place& at, unsigned depth) {
  if (const std::size_t slash = name.rfind('/'); name.substr(slash + 1).starts_with('.')) return;  // as in folders
  read(bytes, inside(at, "!", clean(name)), Given{}, depth + 1);
}

void InputReader::read_zip(const unpack::RandomAccess& archive, const Place& at, unsigned depth) {
  const auto directory = unpack::list_zip(archive);
  if (!directory) return fail_at(at, directory.error());
  const bool wacz = is_wacz(directory->entries);
  for (const unpack::ZipEntry& entry : directory->entries) {
    if (sender_.stopped()) return;
    if (wacz && !entry.name.starts_with("archive/")) continue;
    const auto content = unpack::open_zip(archive, entry, budget_);
    if (content) member(**content, entry.name, at, depth);
    else fail_at(inside(at, "!", clean(entry.name)), content.error());
  }
  if (directory->damage) fail_at(at, *directory->damage);
}

void InputReader::read_warc(unpack::Source& source, const Place& at, unsigned depth) {
  unpack::read_warc(source, options_.largest, [&](Result<unpack::WarcRecord>&& record, std::size_t number) {
    const Place place = inside(at, ":", std::to_string(number));
    if (record) read_record(*record, place, depth);
    else fail_at(place, record.error());
    return !sender_.stopped();
  });
}

void InputReader::read_record(const unpack::WarcRecord& record, const Place& at, unsigned depth) {
  Given given;
  given.url = clean(record.uri);
  std::string type = unpack::main_value(record.headers.get("content-type"));
  std::string decoded;
  std::string_view content = record.block;
  if (record.type == "response" && content.starts_with("HTTP/")) {
    const auto response = unpack::parse_http(content);
    if (!response) return fail_at(at, response.error());
    if (response->status < 200 || response->status > 299) return;  // moved, refused, not there
    type = unpack::main_value(response->headers.get("content-type"));
    given.charset = unpack::parameter(response->headers.get("content-type"), "charset");
    auto body = unpack::decode_body(*response, options_.largest, budget_);
    if (!body) return fail_at(at, body.error());
    decoded = std::move(*body);
    content = decoded;
  } else if (record.type != "resource" && record.type != "conversion") {
    return;
  }
  if (trim(content).empty()) return;
  given.markup = type == "text/html" || type == "application/xhtml+xml";
  Place place = at;
  place.name = given.url.substr(0, given.url.find_first_of("?#"));
  place.chosen = given.markup || (type == "text/plain" && !place.name.ends_with("/robots.txt"));
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
