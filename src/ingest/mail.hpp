#pragma once

#include <cstdint>
#include <vector>

#include "ingest/article.hpp"
#include "ingest/mime.hpp"

namespace rashomon::ingest {

/// Which parts of a mail are its text and which are files of their own. Indexes into Mime::parts.
struct MailParts {
  std::vector<std::uint32_t> plain;     ///< text/plain parts of the body, in order
  std::vector<std::uint32_t> html;      ///< the first text/html part of the body; further ones are attached
  std::vector<std::uint32_t> attached;  ///< attachments, forwarded mails, pictures
};
[[nodiscard]] MailParts sort_parts(const Mime& mime);

/// The mail itself: title by Subject, published by Date, byline or outlet by From (a mailbox of a newsletter or an
/// office names the outlet). Of a text and a page of the same words the page is taken, unless it shows clearly fewer
/// words.
///
/// Errors    empty_input where there is no text in it.
/// Reference RFC 5322, 2046.
[[nodiscard]] Result<Document> read_mail(const Mime& mime, const Given& given, const Options& options);

/// The name by which an attached part is shown and told apart: its file name, else "part-N" with an ending by its type.
[[nodiscard]] std::string name_of_part(const Mime& mime, std::uint32_t part);

}  // namespace rashomon::ingest
