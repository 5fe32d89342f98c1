#pragma once

#include "ingest/article.hpp"
#include "ingest/mime.hpp"

namespace rashomon::ingest {

/// A saved page (MHTML): its main part, by the archive's `start`, its address, or the first page in it.
///
/// Errors    empty_input where no part of it is a page or text.
/// Reference RFC 2557.
[[nodiscard]] Result<Document> read_mhtml(const Mime& mime, const Given& given, const Options& options);

}  // namespace rashomon::ingest
