#include "ingest/mime.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ingest/chars.hpp"
#include "ingest/mime_header.hpp"
#include "ingest/transfer.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::uint32_t kDeepest = 64;
constexpr std::size_t kMostParts = 10'000;
constexpr std::size_t kLongestHeader = 64 << 10;  // bytes of a value; what follows is left out
constexpr std::size_t kHeadWithin = 256 << 10;    // bytes in which the headers of a mail end

/// Headers that are read; all others are passed over.
constexpr std::array<std::string_view, 22> kRead = {"subject",
                                                    "from",
                                                    "sender",
                                                    "to",
                                                    "date",
                                                    "received",
                                                    "message-id",
                                                    "mime-version",
                                                    "delivered-to",
                                                    "return-path",
                                                    "list-id",
                                                    "reply-to",
                                                    "cc",
                                                    "content-type",
                                                    "content-transfer-encoding",
                                                    "content-disposition",
                                                    "content-id",
                                                    "content-location",
                                                    "content-base",
                                                    "snapshot-content-location",
                                                    "content-language",
                                                    "archived-at"};

std::string_view line_at(std::string_view bytes, std::size_t at) {
  const std::size_t stop = std::min(bytes.find('\n', at), bytes.size());
  std::string_view line = bytes.substr(at, stop - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t after_line(std::string_view bytes, std::size_t at) {
  const std::size_t stop = bytes.find('\n', at);
  return stop == std::string_view::npos ? bytes.size() : stop + 1;
}

/// Bytes of the name before the colon; 0 where the line is no header.
std::size_t name_size(std::string_view line) {
  const std::size_t colon = line.substr(0, 128).find(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  for (const char c : line.substr(0, colon))
    if (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7F) return 0;
  return colon;
}

/// Reads the headers at `at`, which moves to the body. A line that is no header begins the body.
void read_headers(std::string_view bytes, std::size_t& at, MimePart& part) {
  while (at < bytes.size()) {
    const std::string_view line = line_at(bytes, at);
    const std::size_t name = name_size(line);
    if (line.empty()) at = after_line(bytes, at);
    if (name == 0) return;
    const std::size_t begin = at + name + 1;
    at = after_line(bytes, at);
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) at = after_line(bytes, at);
    const std::string key = lower_ascii(line.substr(0, name));
    if (std::find(kRead.begin(), kRead.end(), key) != kRead.end())
      part.headers.emplace(key, trim(bytes.substr(begin, std::min(at - begin, kLongestHeader))));
  }
}

class Parser {
 public:
  explicit Parser(std::string_view bytes) : bytes_(bytes) {}

  Mime parse() {
    if (bytes_.starts_with("From ")) at_ = after_line(bytes_, 0);  // the line of a mailbox file
    open_part(0, 0);
    while (at_ < bytes_.size()) {
      const std::size_t line = at_;
      if (bytes_.substr(line, 2) == "--" && !open_.empty()) {
        const std::string_view text = trim(line_at(bytes_, line)).substr(2);
        at_ = after_line(bytes_, line);
        if (see_boundary(text, line)) continue;
      }
      at_ = after_line(bytes_, line);
    }
    close_parts(0, bytes_.size());
    return std::move(out_);
  }

 private:
  struct Boundary {
    std::string_view text;
    std::uint32_t part;     ///< that it parts
    std::size_t outer = 0;  ///< 1 + the place in `open_` of an outer one of the same text
  };

  /// Begins a part at `at_`. A mail within is left whole: it is read as a file of its own.
  void open_part(std::uint32_t parent, std::uint32_t depth) {
    MimePart& part = out_.parts.emplace_back();
    const auto index = static_cast<std::uint32_t>(out_.parts.size() - 1);
    part.parent = parent;
    part.depth = depth;
    read_headers(bytes_, at_, part);
    const Parameters type = take_headers(part);
    part.body = bytes_.substr(at_);
    running_.push_back(index);
    if (!part.type.starts_with("multipart/") || type.get("boundary").empty()) return;
    if (depth + 1 >= kDeepest)
      out_.limit = fmt::format("Parts nested more than {} levels deep are not opened.", kDeepest);
    else push(std::string(type.get("boundary")), index);
  }

  Parameters take_headers(MimePart& part) {
    Parameters type = read_parameters(part.header("content-type"));
    const Parameters disposition = read_parameters(part.header("content-disposition"));
    if (type.value.find('/') != std::string::npos) part.type = type.value;
    part.charset = type.get("charset");
    part.start = type.get("start");
    part.name = disposition.get("filename");
    if (part.name.empty()) part.name = type.get("name");
    part.attachment = disposition.value == "attachment";
    part.encoding = lower_ascii(trim(part.header("content-transfer-encoding")));
    return type;
  }

  void push(std::string boundary, std::uint32_t part) {
    const auto [entry, fresh] = places_.try_emplace(std::move(boundary), 0);
    open_.push_back({entry->first, part, entry->second});
    entry->second = open_.size();
  }

  void pop() {
    places_.find(std::string(open_.back().text))->second = open_.back().outer;
    open_.pop_back();
  }

  /// The place in `open_` of a boundary, 1 + index; 0 where it is none.
  [[nodiscard]] std::size_t place(std::string_view text) const {
    const auto found = places_.find(std::string(text.substr(0, 256)));
    return found == places_.end() ? 0 : found->second;
  }

  bool see_boundary(std::string_view text, std::size_t line) {
    std::size_t at = place(text);
    const bool closes = at == 0 && text.ends_with("--");
    if (closes) at = place(text.substr(0, text.size() - 2));
    if (at == 0) return false;
    while (open_.size() > at) pop();
    const std::uint32_t parent = open_.back().part;
    close_parts(parent + 1, line);
    if (closes) {
      pop();
    } else if (out_.parts.size() >= kMostParts) {
      out_.limit = fmt::format("Parts past {} are not read.", kMostParts);
    } else {
      open_part(parent, out_.parts[parent].depth + 1);
    }
    return true;
  }

  /// Ends the running parts from index `from` on where `end` is; the line end before a boundary belongs to it.
  void close_parts(std::uint32_t from, std::size_t end) {
    while (!running_.empty() && running_.back() >= from) {
      std::string_view& body = out_.parts[running_.back()].body;
      const auto begin = static_cast<std::size_t>(body.data() - bytes_.data());
      body = bytes_.substr(begin, end > begin ? end - begin : 0);
      if (end < bytes_.size() && body.ends_with('\n')) body.remove_suffix(1);
      if (end < bytes_.size() && body.ends_with('\r')) body.remove_suffix(1);
      running_.pop_back();
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Mime out_;
  std::vector<Boundary> open_;
  std::unordered_map<std::string, std::size_t> places_;  ///< boundary → 1 + its innermost place in `open_`, 0 if closed
  std::vector<std::uint32_t> running_;                   ///< parts whose end is not known yet
};

/// The headers at the beginning; no part where they do not end within the first bytes.
MimePart head_of(std::string_view bytes) {
  MimePart part;
  const bool whole = bytes.size() <= kHeadWithin;
  bytes = bytes.substr(0, kHeadWithin);
  std::size_t at = bytes.starts_with("From ") ? after_line(bytes, 0) : 0;
  if (name_size(line_at(bytes, at)) == 0) return part;
  read_headers(bytes, at, part);
  const std::string_view head = bytes.substr(0, at);
  const bool ended = head.ends_with("\n\n") || head.ends_with("\n\r\n") || (whole && at == bytes.size());
  if (!ended) part.headers.clear();
  return part;
}

}  // namespace

std::string_view MimePart::header(std::string_view lower_name) const {
  const auto found = headers.find(std::string(lower_name));
  return found == headers.end() ? std::string_view() : found->second;
}

std::string MimePart::bytes() const { return transfer_decoded(body, encoding); }

Mime read_mime(std::string_view bytes) { return Parser(bytes).parse(); }

bool looks_like_mail(std::string_view bytes) {
  const MimePart head = head_of(bytes);
  return head.headers.contains("from") &&
         (head.headers.contains("date") || head.headers.contains("received") || head.headers.contains("message-id") ||
          head.headers.contains("mime-version"));
}

bool looks_like_mhtml(std::string_view bytes) {
  const MimePart head = head_of(bytes);
  if (head.headers.contains("snapshot-content-location")) return true;
  const bool sent =
      head.headers.contains("to") || head.headers.contains("received") || head.headers.contains("delivered-to");
  return !sent && head.headers.contains("mime-version") &&
         lower_ascii(head.header("content-type")).starts_with("multipart/related");
}

}  // namespace rashomon::ingest
