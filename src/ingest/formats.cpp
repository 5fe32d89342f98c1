#include "ingest/formats.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "ingest/chars.hpp"
#include "ingest/csv_reports.hpp"
#include "ingest/feed.hpp"
#include "ingest/jsonl.hpp"
#include "ingest/mime.hpp"
#include "unpack/tar.hpp"
#include "unpack/warc.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::array<std::string_view, 11> kPageNames = {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp",
                                                         ".aspx", ".jsp", ".cfm",   ".do",    ".cms"};
constexpr std::array<std::string_view, 3> kTextNames = {".txt", ".text", ".md"};
constexpr std::array<std::string_view, 2> kTableNames = {".csv", ".tsv"};
constexpr std::array<std::string_view, 2> kLineNames = {".jsonl", ".ndjson"};

constexpr std::array<std::pair<std::string_view, Format>, 5> kLayers = {{{"\x1F\x8B\x08", Format::gzip},
                                                                         {"\x28\xB5\x2F\xFD", Format::zstd},
                                                                         {"\x5D\x2A\x4D\x18", Format::zstd},
                                                                         {"PK\x03\x04", Format::zip},
                                                                         {"PK\x05\x06", Format::zip}}};

template <class Names>
bool has_suffix(std::string_view name, const Names& names) {
  const std::string low = lower(name);
  return std::any_of(names.begin(), names.end(), [&](std::string_view suffix) { return low.ends_with(suffix); });
}

/// A first line that is longer than the head is JSON lines by its first members.
bool begins_long_json(std::string_view head) {
  return head.starts_with('{') && head.find('\n') == std::string_view::npos &&
         (head.find("\"text\"") != std::string_view::npos || head.find("\"html\"") != std::string_view::npos);
}

bool begins_with_tag(std::string_view head) { return trim(head.substr(0, 256)).starts_with('<'); }

/// Of bytes that begin with a tag: lines, tables and mails do not.
Format format_of_markup(std::string_view head, std::string_view name) {
  if (has_suffix(name, kLineNames)) return Format::jsonl;
  if (has_suffix(name, kTableNames)) return Format::csv;
  if (has_suffix(name, kTextNames)) return Format::text;
  if (looks_like_feed(head)) return Format::feed;
  return looks_like_html(head) || has_suffix(name, kPageNames) ? Format::html : Format::text;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  const std::string head = lower(trim(std::string_view(bytes.substr(0, 2048))));
  if (!head.starts_with('<'))
    return head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos;
  for (const std::string_view tag :
       {"<!doctype", "<html", "<head", "<body", "<!--", "<meta", "<title", "<article", "<div", "<p>", "<h1", "<?xml"})
    if (head.starts_with(tag)) return true;
  return false;
}

std::string_view foreign_name(std::string_view head) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kMagic = {
      {{"%PDF", "a PDF"},
       {"\x89PNG", "a picture"},
       {"\xFF\xD8\xFF", "a picture"},
       {"GIF8", "a picture"},
       {"BZh", "a bzip2 file"},
       {"\xFD"
        "7zXZ",
        "an xz file"},
       {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
       {"SQLite format 3", "an SQLite file"}}};
  for (const auto& [magic, name] : kMagic)
    if (head.starts_with(magic)) return name;
  return {};
}

Format format_of(std::string_view head, std::string_view name) {
  for (const auto& [magic, format] : kLayers)
    if (head.starts_with(magic)) return format;
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
  if (!foreign_name(head).empty()) return Format::foreign;
  if (unpack::is_warc(head)) return Format::warc;
  if (unpack::is_tar(head)) return Format::tar;
  if (begins_with_tag(head)) return format_of_markup(head, name);
  if (looks_like_jsonl(head) || begins_long_json(head) || has_suffix(name, kLineNames)) return Format::jsonl;
  if (looks_like_mhtml(head)) return Format::mhtml;
  if (looks_like_mail(head)) return Format::mail;
  if (has_suffix(name, kTableNames) || (!has_suffix(name, kTextNames) && looks_like_csv(head))) return Format::csv;
  if (has_suffix(name, kTextNames)) return Format::text;
  if (looks_like_feed(head)) return Format::feed;
  if (looks_like_html(head) || has_suffix(name, kPageNames)) return Format::html;
  return Format::text;
}

bool may_be_report(Format format, std::string_view name) {
  if (format != Format::text && format != Format::foreign) return true;
  return has_suffix(name, kTextNames) || has_suffix(name, kPageNames) || has_suffix(name, kLineNames);
}

}  // namespace rashomon::ingest
