#pragma once

#include <string_view>

namespace rashomon::ingest {

/// What an input is, by its first bytes. The name decides only where the bytes leave it open.
enum class Format { text, html, mhtml, mail, feed, pdf, csv, jsonl, gzip, zstd, tar, zip, warc, foreign };

/// Bytes that format_of() wants to see, where the input has so many.
inline constexpr std::size_t kFormatHead = 64 << 10;

/// Cost O(kFormatHead), one line of JSON parsed.
[[nodiscard]] Format format_of(std::string_view head, std::string_view name);

/// What other programs make and this one does not read, in words for an error ("a picture"); empty if none.
[[nodiscard]] std::string_view foreign_name(std::string_view head);

/// True if the first bytes are of a page or a piece of one.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

/// True for archives, compressed bytes and files of many documents, which are read piece by piece.
[[nodiscard]] constexpr bool is_streamed(Format format) { return format >= Format::csv && format != Format::foreign; }

/// False for what lies about in folders and archives and is no report: a name without a known ending counts as a
/// report only if its bytes say so.
[[nodiscard]] bool may_be_report(Format format, std::string_view name);

}  // namespace rashomon::ingest
