#pragma once

#include <cstdint>

#include "claims/lexicon.hpp"
#include "claims/speakers.hpp"
#include "claims/syntax.hpp"

namespace rashomon::claims {

/// One that can speak: a known actor, a name, a person's pronoun, people or bodies.
[[nodiscard]] bool can_speak(const Syntax& syntax, const SpeakerFinder& speakers, std::uint32_t noun);

/// True if verb and complement are one speech act: "called for a truce", "accused X of Y", "put the toll at nine".
[[nodiscard]] bool is_speech_act(const Syntax& syntax, const SpeakerFinder& speakers, const CueVerb& cue,
                                 std::uint32_t verb);

/// "is said to have fled", "are believed to be trapped": reported by nobody in particular.
[[nodiscard]] bool is_hearsay(const Syntax& syntax, std::uint32_t verb);

}  // namespace rashomon::claims
