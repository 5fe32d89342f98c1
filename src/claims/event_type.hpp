#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claims/arguments.hpp"
#include "claims/claim.hpp"
#include "claims/trigger.hpp"

namespace rashomon::claims {

/// An event read from a word and what depends on it.
struct CodedEvent {
  std::uint32_t predicate = 0;           ///< word that the participants hang on
  std::uint32_t trigger = 0;             ///< word that names the event
  std::optional<std::uint32_t> content;  ///< word of what a speech act is about
  Act act = Act::itself;
  std::string code;    ///< CAMEO code, empty if it has none
  std::string plover;  ///< empty for public statements and for topics
  std::string mode;
  std::string topic;        ///< key of topics.tsv: what it is as content
  bool negated = false;     ///< "failed to": the content did not happen
  bool of_speaker = false;  ///< an act of whoever says the clause, not of its subject
  std::string rule;         ///< for reasons: row and words
};

/// Reads the word at `i`: its row of the trigger lexicon, composed with its content for speech acts and light verbs.
/// Cost: dependents of at most four words on the way down.
[[nodiscard]] std::optional<CodedEvent> code_word(const Words& words, std::uint32_t i);

/// As code_word for an event alone: nullopt where only a topic or nothing is named.
[[nodiscard]] std::optional<CodedEvent> code_event_word(const Words& words, std::uint32_t i);

/// What the claim's modality and polarity make of the event: planned cooperation is AGREE, planned force THREATEN, a
/// rejected proposition REJECT. Leaves speech acts as they are. `modal` is the predicate's modal verb, "will"; empty
/// for none.
void apply_modality(CodedEvent& event, Modality modality, Polarity polarity, std::string_view modal);

/// Lemma of the modal verb of the predicate at `i`; empty for none.
[[nodiscard]] std::string_view auxiliary(const Words& words, std::uint32_t i);

/// ACLED's type and sub-type for an event (data/claims/acled.tsv); empty where ACLED codes nothing.
void fill_acled(EventType& type, std::string_view trigger_lemma, mentions::ActorKind actor,
                mentions::ActorKind recipient);

}  // namespace rashomon::claims
