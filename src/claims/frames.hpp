#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/lexicon.hpp"
#include "claims/speakers.hpp"
#include "claims/syntax.hpp"

namespace rashomon::claims {

/// A word that reports, with who speaks and what is said.
struct Frame {
  enum class Kind : std::uint8_t {
    content,  ///< the content is a clause of its own: "X said that Y", "Y, according to X", "X's claim that Y"
    act       ///< speech act and content are one predicate: "called for Y", "denied responsibility"
  };
  std::uint32_t token = 0;  ///< "said", "according", "claim"
  Kind kind = Kind::content;
  std::vector<std::uint32_t> contents;   ///< heads of the content's clauses; for an act the token itself
  std::optional<std::uint32_t> speaker;  ///< head of the noun phrase that names who speaks
  std::optional<std::uint32_t> relay;    ///< head of who passes it on: "Y quoted X as saying"
  std::optional<std::uint32_t> saying;   ///< "saying" there
  std::optional<std::uint32_t> carrier;  ///< verb of which the noun of saying is the object: "voiced hope that Y"
  bool attached = false;  ///< hangs in what is said ("according to"): the contents are made clause heads by the reader
  bool trailing = false;  ///< the content stands before it: "Y, X said"
  bool unspoken = false;  ///< nobody is named to have said it: "it was reported that"
  bool direct_person = false;       ///< the speaker is "I", "we", "you"
  std::string_view modality = "-";  ///< what it makes of its content (data/claims/cues.tsv)
  Force force = Force::asserts;
};

/// Reporting verbs, nouns and phrases of a sentence, ascending by token. `range` must be the sentence's.
[[nodiscard]] std::vector<Frame> find_frames(const Syntax& syntax, TokenRange range, const SpeakerFinder& speakers);

}  // namespace rashomon::claims
