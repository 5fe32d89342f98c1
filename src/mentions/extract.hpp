#pragma once

#include "mentions/actor_lexicon.hpp"
#include "mentions/analysis.hpp"
#include "mentions/gazetteer.hpp"

namespace rashomon::mentions {

/// Finds and resolves all mentions of a parsed document.
///
/// Times are anchored on the dateline's date, else the publication date, else the latest full date in the text.
/// Pure function of its arguments; thread-safe. Cost O(tokens).
[[nodiscard]] Mentions extract_mentions(const ingest::Document& document, const language::Parse& parse,
                                        const Gazetteer& gazetteer,
                                        const ActorLexicon& lexicon = ActorLexicon::builtin());

/// The day that relative times of the document hang on, and what gave it ("dateline", "published", "text", "none").
struct Anchor {
  std::optional<Date> date;
  std::string basis;
  std::optional<Date> earliest{};  ///< set where the day is known only to lie in [earliest, date], more than a week
};
[[nodiscard]] Anchor anchor_of(const ingest::Document& document, const language::Parse& parse);

}  // namespace rashomon::mentions
