#pragma once

#include <string>

#include "ingest/article.hpp"
#include "ingest/formats.hpp"
#include "ingest/sender.hpp"
#include "unpack/budget.hpp"
#include "unpack/source.hpp"
#include "unpack/tar.hpp"
#include "unpack/warc.hpp"
#include "unpack/zip.hpp"

namespace rashomon::ingest {

/// Where bytes come from.
struct Place {
  std::string path;     ///< relative to the PATH given: "news.zip!a/b.html", "lines.jsonl:3", "crawl.warc.gz:17"
  std::string name;     ///< whose ending tells a format: without ".gz", of the member
  bool chosen = false;  ///< named by the user: read even if nothing says that it is a report
};

/// Reads an input of any format through its layers, and sends every document in it, or the error in its place.
///
/// Cost      memory of one document of at most `options.largest` bytes, whatever the size of the archive.
class InputReader {
 public:
  InputReader(const Options& options, Sender& sender) : options_(options), sender_(sender) {}

  /// For the layers within `source`; the giver earns the bytes of the file.
  [[nodiscard]] unpack::Budget& budget() { return budget_; }
  void read(unpack::Source& source, const Place& at, const Given& given, unsigned depth = 0);

 private:
  void read_zip(const unpack::RandomAccess& archive, const Place& at, unsigned depth);
  void read_layer(unpack::Source& source, Format format, const Place& at, const Given& given, unsigned depth);
  void read_lines(unpack::Source& source, const Place& at);
  void read_table(unpack::Source& source, const Place& at);
  void read_warc(unpack::Source& source, const Place& at, unsigned depth);
  void read_response(const unpack::WarcRecord& record, const Place& at, unsigned depth);
  void read_content(const unpack::WarcRecord& record, const Place& at, unsigned depth);
  void read_payload(std::string_view content, std::string_view media_type, const Place& at, Given given,
                    unsigned depth);
  [[nodiscard]] static Given given_of(const unpack::WarcRecord& record);
  void read_one(unpack::Source& source, Format format, const Place& at, const Given& given, unsigned depth);
  void read_bytes(std::string_view bytes, Format format, const Place& at, const Given& given, unsigned depth);
  void read_entries(std::string_view bytes, const Place& at, const Given& given);
  void read_mail_parts(std::string_view bytes, const Place& at, const Given& given, unsigned depth);
  void member(unpack::Source& bytes, const std::string& name, const Place& at, unsigned depth);
  void send(const Place& at, Result<Document> document) { sender_.send(at.path, at.path, std::move(document)); }
  [[nodiscard]] bool is_done() const { return sender_.stopped() || budget_.is_spent(); }
  void fail_at(const Place& at, const Error& error) { send(at, tl::unexpected(error)); }

  const Options& options_;
  Sender& sender_;
  unpack::Budget budget_;
};

}  // namespace rashomon::ingest
