#pragma once

#include <functional>

#include "ingest/article.hpp"

namespace rashomon::ingest {

/// True if the root element is that of RSS 2.0, RSS 1.0 (RDF) or Atom.
[[nodiscard]] bool looks_like_feed(std::string_view head);

/// Takes the document of the entry of that number, from 1, or the error in its place; false stops.
using TakeEntry = std::function<bool(std::size_t number, Result<Document>&& document)>;

/// Reads a feed entry by entry: full text (content:encoded, content) or else the summary, with a warning; link, author
/// and date of the entry; outlet (by the link, else the name of the feed) and language of the feed.
///
/// Entries are cut out first and parsed one by one, so damage costs the entry it lies in, and memory is that of one
/// entry. Document types are passed over: no entity is ever defined, none is fetched.
///
/// Errors    empty_input where there is no entry; limit_exceeded for an entry past 8 MB; malformed_input for one that
/// is
///           no XML; those of read_text() and read_html() in each entry.
/// Cost      O(bytes).
/// Reference RSS 2.0, RSS 1.0, RFC 4287.
[[nodiscard]] Result<void> read_feed(std::string_view bytes, const Given& given, const Options& options,
                                     const TakeEntry& take);

}  // namespace rashomon::ingest
