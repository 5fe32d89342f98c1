#pragma once

#include <string>

#include "ingest/document.hpp"

namespace rashomon::app {

/// A document for people: each fact with what it rests on and what else it could have been, then its blocks in reading
/// order. `all`: blocks that are not read too; else they are counted.
[[nodiscard]] std::string words_of_document(const ingest::Document& document, bool all);

}  // namespace rashomon::app
