#pragma once

#include "ingest/document.hpp"
#include "language/parse.hpp"
#include "mentions/actor_lexicon.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// Finds every mention of a person, government, force, group or organisation by name, role or pronoun, and which of
/// them are one actor. Ascending by span. Cost O(tokens x actors of the document); thread-safe.
[[nodiscard]] std::vector<Actor> find_actors(const ingest::Document& document, const language::Parse& parse,
                                             const std::vector<Place>& places,
                                             const ActorLexicon& lexicon = ActorLexicon::builtin());

}  // namespace rashomon::mentions
