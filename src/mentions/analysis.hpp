#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// A document with its parse and its mentions: what claims are extracted from.
struct Analysis {
  ingest::Document document;
  language::Parse parse;
  Mentions mentions;
};

}  // namespace rashomon::mentions
