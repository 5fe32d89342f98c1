#pragma once

#include "ingest/document.hpp"

namespace rashomon::ingest {

/// The content address of a document: text, URL, outlet and publication date.
[[nodiscard]] DocumentId content_id_of(const Document& document);

}  // namespace rashomon::ingest
