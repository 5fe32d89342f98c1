#include "unpack/warc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace rashomon::unpack {
namespace {

constexpr std::string_view kMark = "WARC/";
constexpr std::size_t kPiece = 64 << 10;  // bytes; of a block, what is looked at before it is read
constexpr std::size_t kLargestHeader = 1 << 20;
constexpr std::size_t kShortHeader = 4 << 10;

Error damaged(std::string what) { return {ErrorCode::malformed_input, std::move(what), {}}; }

Error cut_within(const Source& archive) {
  return archive.error() ? *archive.error() : damaged("The archive ends within the record.");
}

}  // namespace

class WarcReader {
 public:
  WarcReader(Source& archive, const TakeRecord& take) : archive_(archive), take_(take) {}

  void run() {
    while (next()) {
      ++number_;
      auto record = read_record();
      const bool lost = !record;
      told_ = false;
      if (!take_(std::move(record), number_)) return;
      if (!(lost ? resync() : pass_block())) return;
    }
  }

 private:
  /// Passes over line ends between records; false at the end of the archive.
  bool next() {
    for (;;) {
      const std::string_view bytes = archive_.peek(kMark.size());
      const std::size_t text = bytes.find_first_not_of("\r\n");
      if (text == 0) return true;
      if (!bytes.empty()) archive_.skip(text == std::string_view::npos ? bytes.size() : text);
      else if (!archive_.error()) return false;
      else return report_end();
    }
  }

  /// The source ended by an error between two records.
  bool report_end() {
    const Error error = *archive_.error();
    return take_(tl::unexpected(error), ++number_) && resync();
  }

  Result<WarcRecord> read_record() {
    block_end_ = begin_ = archive_.position();
    const auto end = find_header_end();
    if (!end) return tl::unexpected(end.error());
    const std::string_view head = archive_.peek(*end).substr(0, *end);
    WarcRecord record;
    record.number = number_;
    record.headers = Headers::parse(head.substr(std::min(head.find('\n') + 1, head.size())));
    const std::string_view length = record.headers.get("content-length");
    std::uint64_t size = 0;
    const auto read = std::from_chars(length.data(), length.data() + length.size(), size);
    if (read.ec != std::errc() || length.empty()) return tl::unexpected(damaged("The record states no length."));
    archive_.skip(*end);
    block_end_ = archive_.position() + size;
    if (block_end_ < size) return tl::unexpected(damaged("The record states an impossible length."));
    describe(record);
    record.size = size;
    record.archive_ = &archive_;
    record.told_ = &told_;
    return record;
  }

  Result<std::size_t> find_header_end() {
    if (!archive_.peek(kMark.size()).starts_with(kMark))
      return tl::unexpected(damaged("There are bytes between records that belong to none."));
    for (std::size_t want = kShortHeader;; want *= 4) {
      const std::string_view bytes = archive_.peek(want);
      if (const auto end = headers_end(bytes.substr(0, kLargestHeader))) return *end;
      if (bytes.size() < want) return tl::unexpected(damaged("The archive ends within a record's header."));
      if (want >= kLargestHeader) return tl::unexpected(damaged("A record's header is longer than 1 MB."));
    }
  }

  static void describe(WarcRecord& record) {
    record.type = main_value(record.headers.get("warc-type"));
    std::string_view uri = record.headers.get("warc-target-uri");
    if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
    record.uri = uri;
    record.date = record.headers.get("warc-date");
  }

  /// Passes over what is left of the block; false where the reading ends.
  bool pass_block() {
    archive_.skip(block_end_ - archive_.position());
    if (archive_.position() == block_end_) return true;
    if (!told_ && !take_(tl::unexpected(cut_within(archive_)), number_)) return false;
    return resync();
  }

  /// Goes to the next line that begins like a record, behind the damage; false where there is none.
  bool resync() {
    if (archive_.error() && !archive_.recover()) return false;
    bool line_start = archive_.position() != begin_;
    if (!line_start) archive_.skip(1);
    for (;;) {
      const std::string_view bytes = archive_.peek(kPiece);
      if (bytes.size() < kMark.size()) return archive_.skip(bytes.size()), archive_.error().has_value();
      if (line_start && bytes.starts_with(kMark)) return true;
      const std::size_t line = bytes.find('\n');
      archive_.skip(line == std::string_view::npos ? bytes.size() : line + 1);
      line_start = line != std::string_view::npos;
    }
  }

  Source& archive_;
  const TakeRecord& take_;
  bool told_ = false;
  std::size_t number_ = 0;
  std::uint64_t begin_ = 0, block_end_ = 0;  ///< of the record
};

bool is_warc(std::string_view head) {
  return head.starts_with(kMark) && head.size() > kMark.size() + 1 && head[5] >= '0' && head[5] <= '9' &&
         head[6] == '.';
}

std::string_view WarcRecord::head() const {
  const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(size, kPiece));
  return archive_->peek(want).substr(0, want);
}

Result<std::string_view> WarcRecord::block(std::size_t largest) const {
  if (size > largest) return fail(ErrorCode::limit_exceeded, fmt::format("It is larger than {} bytes.", largest));
  const auto all = static_cast<std::size_t>(size);
  const std::string_view bytes = archive_->peek(all).substr(0, all);
  if (bytes.size() == all) return bytes;
  *told_ = true;
  return tl::unexpected(cut_within(*archive_));
}

void read_warc(Source& archive, const TakeRecord& take) { WarcReader(archive, take).run(); }

}  // namespace rashomon::unpack
