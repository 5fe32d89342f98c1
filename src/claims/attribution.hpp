#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/clauses.hpp"
#include "claims/frames.hpp"
#include "claims/quotes.hpp"
#include "claims/speakers.hpp"

namespace rashomon::claims {

/// Who is said to have said a clause.
struct Attribution {
  std::vector<Speaker> chain;        ///< first speaker, then relays; without the outlet; empty for own voice
  std::optional<std::uint32_t> cue;  ///< token
  const Frame* frame = nullptr;      ///< that reports the clause
  bool unspoken = false;             ///< reported, but nobody is named
  std::string_view rule = "own voice";
};

/// A sentence with its clauses and, for each, who says it.
struct SentenceReading {
  TokenRange range;
  std::vector<Frame> frames;
  std::vector<Clause> clauses;
  std::vector<Attribution> said;                   ///< one a clause
  std::vector<const Frame*> acts;                  ///< one a clause: the act that its predicate is, or nullptr
  std::vector<std::optional<std::size_t>> quoted;  ///< one a clause: index of the quotation that it stands in
};

/// Reads one sentence: frames, clauses and their speakers as the parse gives them. Speakers are asked in text order.
[[nodiscard]] SentenceReading read_sentence(const Syntax& syntax, TokenRange sentence, SpeakerFinder& speakers,
                                            bool headline = false);

/// Gives the clauses in quotation marks that the parse leaves without a speaker the one that the words beside the
/// quotation name, else the one who spoke just before. `sentences` are those of one paragraph, `quotes` its quotations;
/// `before` is the last attribution of the paragraph before and becomes this one's.
void attribute_quotes(const Syntax& syntax, std::string_view text, std::vector<SentenceReading>& sentences,
                      const std::vector<Quote>& quotes, SpeakerFinder& speakers, Attribution& before);

}  // namespace rashomon::claims
