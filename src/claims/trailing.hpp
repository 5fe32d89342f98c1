#pragma once

#include <cstdint>
#include <optional>

#include "claims/attribution.hpp"
#include "claims/speakers.hpp"
#include "claims/syntax.hpp"

namespace rashomon::claims {

/// A speaker who ends a sentence without a comma before: "A blast killed nine people on Monday the rescue service
/// said".
struct TrailingSpeaker {
  std::uint32_t verb = 0;
  std::uint32_t speaker = 0;  ///< head token of the noun phrase
  bool leads = false;         ///< what is said stands after the speaker
  std::uint32_t begin = 0;    ///< first token of the noun phrase: what is said ends here
};

/// Looks at the words alone, since the parse of such sentences is seldom right: a verb of saying that only a date, "in
/// a statement" or the like follows, a noun phrase before it, a finite verb before that.
[[nodiscard]] std::optional<TrailingSpeaker> find_trailing_speaker(const Syntax& syntax, TokenRange sentence,
                                                                   const SpeakerFinder& speakers);

/// The speaker of a headline: "Minister: rebels shelled the port", "Nine die in raid: police". A place alone is none.
/// The verb is the colon or dash; where the speaker leads, begin is the colon too and what is said follows it.
[[nodiscard]] std::optional<TrailingSpeaker> find_headline_speaker(const Syntax& syntax, TokenRange sentence,
                                                                   const SpeakerFinder& speakers);

/// Makes frames and clauses of the reading say so, where the parse does not already.
void mend_trailing_speaker(const Syntax& syntax, const TrailingSpeaker& trailing, SentenceReading& reading);

}  // namespace rashomon::claims
