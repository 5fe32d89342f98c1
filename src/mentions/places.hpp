#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/actor_lexicon.hpp"
#include "mentions/gazetteer.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// Finds place names and says which gazetteer entry each means; unresolved ones keep their name and have no point.
/// Ascending by span, disjoint. Cost O(tokens); thread-safe.
[[nodiscard]] std::vector<Place> find_places(const ingest::Document& document, const language::Parse& parse,
                                             const Gazetteer& gazetteer,
                                             const ActorLexicon& lexicon = ActorLexicon::builtin());

}  // namespace rashomon::mentions
