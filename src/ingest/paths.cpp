#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <unordered_map>

#include "core/mapped_file.hpp"
#include "ingest/article.hpp"
#include "ingest/chars.hpp"
#include "ingest/identify.hpp"
#include "ingest/jsonl.hpp"

namespace rashomon::ingest {
namespace {

namespace fs = std::filesystem;

enum class Format { text, html, jsonl, unsupported };

constexpr std::array<std::string_view, 12> kPageNames = {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp",
                                                         ".aspx", ".jsp", ".cfm",   ".mhtml", ".do",  ".cms"};
constexpr std::array<std::string_view, 3> kTextNames = {".txt", ".text", ".md"};
constexpr std::array<std::string_view, 2> kLineNames = {".jsonl", ".ndjson"};

template <class Names>
bool has_suffix(std::string_view name, const Names& names) {
  const std::string low = lower(name);
  return std::any_of(names.begin(), names.end(), [&](std::string_view suffix) { return low.ends_with(suffix); });
}

/// What other programs make and this one does not read yet, by their first bytes; empty if none.
std::string_view foreign_format(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kMagic = {
      {{"%PDF", "a PDF"},
       {"PK\x03\x04", "a zip archive or office file"},
       {"\x1F\x8B", "a gzip file"},
       {"\x28\xB5\x2F\xFD", "a zstd file"},
       {"\x89PNG", "a picture"},
       {"\xFF\xD8\xFF", "a picture"},
       {"GIF8", "a picture"},
       {"WARC/", "a web archive"},
       {"SQLite format 3", "an SQLite file"}}};
  for (const auto& [magic, name] : kMagic)
    if (bytes.starts_with(magic)) return name;
  return {};
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = lower(trim(std::string_view(bytes.substr(0, 2048))));
  if (!head.starts_with('<'))
    return head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos;
  for (const std::string_view tag :
       {"<!doctype", "<html", "<head", "<body", "<!--", "<meta", "<title", "<article", "<div", "<p>", "<h1", "<?xml"})
    if (head.starts_with(tag)) return true;
  return false;
}

Format format_of(std::string_view bytes, std::string_view name) {
  if (!foreign_format(bytes).empty()) return Format::unsupported;
  if (looks_like_jsonl(bytes)) return Format::jsonl;
  if (has_suffix(name, kLineNames)) return Format::jsonl;
  if (has_suffix(name, kTextNames)) return Format::text;
  if (looks_like_html(bytes) || has_suffix(name, kPageNames)) return Format::html;
  return Format::text;
}

/// Hands items on, gives a second document of one id another, and names the input in every error.
class Sender {
 public:
  explicit Sender(const std::function<bool(Item&&)>& take) : take_(take) {}

  [[nodiscard]] bool stopped() const { return stopped_; }

  void send(std::string path, std::string_view shown, Result<Document> document) {
    if (stopped_) return;
    if (document) {
      document->path = path;
      // The same document again keeps its id; another one with the id of the first is told apart by its content.
      const DocumentId content = content_id_of(*document);
      const auto taken = ids_.emplace(document->id.value, content.value).first;
      if (taken->second != content.value) document->id = content;
    } else {
      document.error().message =
          fmt::format("{}: {}", shown.empty() ? std::string_view("standard input") : shown, document.error().message);
    }
    stopped_ = !take_(Item{std::move(path), std::move(document)});
  }

 private:
  const std::function<bool(Item&&)>& take_;
  std::unordered_map<std::string, std::string> ids_;  ///< and the content address of each
  bool stopped_ = false;
};

void send_lines(std::string_view bytes, const std::string& path, const Options& options, Sender& sender) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t line = 0, sent = 0;
  for (std::size_t i = 0; i < bytes.size() && !sender.stopped();) {
    const std::size_t stop = std::min(bytes.find('\n', i), bytes.size());
    ++line;
    if (const std::string_view row = trim(bytes.substr(i, stop - i)); !row.empty()) {
      const std::string at = fmt::format("{}:{}", path, line);
      sender.send(at, at, read_json_line(row, options));
      ++sent;
    }
    i = stop + 1;
  }
  if (sent == 0) sender.send(path, path, fail(ErrorCode::empty_input, "There is no line in it."));
}

void send_bytes(std::string_view bytes, const std::string& path, const Options& options, Sender& sender) {
  const Format format = format_of(bytes, path);
  if (bytes.empty() || (!options.raw && trim(bytes).empty())) {
    sender.send(path, path, fail(ErrorCode::empty_input, "The file is empty."));
  } else if (format == Format::jsonl) {
    send_lines(bytes, path, options, sender);
  } else if (format == Format::unsupported) {
    sender.send(path, path,
                fail(ErrorCode::unsupported_input,
                     fmt::format("It is {}, which is not read yet; give text, HTML or JSONL.", foreign_format(bytes))));
  } else {
    sender.send(path, path,
                format == Format::html ? read_html(bytes, Given{}, options) : read_text(bytes, Given{}, options));
  }
}

void send_file(const fs::path& file, const std::string& path, const Options& options, Sender& sender) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (!error && size > options.largest)
    return sender.send(
        path, path,
        fail(ErrorCode::limit_exceeded, fmt::format("It is larger than {} bytes; split it.", options.largest)));
  const auto mapped = MappedFile::open(file.string());
  if (!mapped) return sender.send(path, path, fail(mapped.error().code, mapped.error().message));
  send_bytes(mapped->bytes(), path, options, sender);
}

/// Files of a folder that may be reports, in the byte order of their relative paths; hidden ones are left out.
std::vector<std::string> files_below(const fs::path& folder, std::vector<std::string>& unreadable) {
  std::vector<std::string> out;
  std::vector<fs::path> open = {folder};
  while (!open.empty()) {
    const fs::path at = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entries(at, error);
    if (error) unreadable.push_back(at.lexically_relative(folder).string());
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const fs::path& entry = entries->path();
      if (entry.filename().string().starts_with('.')) continue;
      std::error_code status;
      // Links to folders are not followed: they may lead in circles.
      if (entries->is_directory(status) && !entries->is_symlink(status)) open.push_back(entry);
      else if (entries->is_regular_file(status) || !entries->exists(status))
        out.push_back(entry.lexically_relative(folder).string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// By name; a name without a known ending is a report if its content is a page or JSON lines.
bool may_be_report(const fs::path& file, const std::string& name) {
  if (has_suffix(name, kTextNames) || has_suffix(name, kPageNames) || has_suffix(name, kLineNames)) return true;
  const auto mapped = MappedFile::open(file.string());
  return mapped && (looks_like_html(mapped->bytes()) || looks_like_jsonl(mapped->bytes()));
}

void send_folder(const std::string& folder, const Options& options, Sender& sender) {
  std::vector<std::string> unreadable;
  std::size_t sent = 0;
  const auto files = files_below(folder, unreadable);
  std::sort(unreadable.begin(), unreadable.end());
  for (const std::string& path : unreadable) {
    sender.send(path, fmt::format("{}/{}", folder, path),
                fail(ErrorCode::unreadable_input, "The folder cannot be read; check its permissions."));
    ++sent;
  }
  for (const std::string& path : files) {
    if (sender.stopped()) return;
    if (!may_be_report(fs::path(folder) / path, path)) continue;
    send_file(fs::path(folder) / path, path, options, sender);
    ++sent;
  }
  if (sent == 0)
    sender.send(fs::path(folder).filename().string(), folder,
                fail(ErrorCode::no_reports, "The folder holds no report; give .txt, .html or .jsonl files."));
}

void send_standard_input(const Options& options, Sender& sender) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (bytes.size() <= options.largest && std::cin.read(buffer.data(), buffer.size()).gcount() > 0)
    bytes.append(buffer.data(), static_cast<std::size_t>(std::cin.gcount()));
  if (bytes.size() > options.largest)
    return sender.send(
        {}, {}, fail(ErrorCode::limit_exceeded, fmt::format("It is larger than {} bytes; split it.", options.largest)));
  send_bytes(bytes, {}, options, sender);
}

}  // namespace

void read_paths(const std::vector<std::string>& paths, const Options& options,
                const std::function<bool(Item&&)>& take) {
  Sender sender(take);
  for (const std::string& path : paths) {
    if (sender.stopped()) return;
    std::error_code error;
    const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, error);
    const std::string name = fs::path(path).filename().string();
    if (path == "-") send_standard_input(options, sender);
    else if (error || !fs::exists(status))
      sender.send(name, path, fail(ErrorCode::unreadable_input, "There is no such file or folder; check the path."));
    else if (fs::is_directory(status)) send_folder(path, options, sender);
    else send_file(path, name, options, sender);
  }
}

}  // namespace rashomon::ingest
