#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::claims {

enum class Voice { own, direct, indirect, unattributed };
enum class Polarity { asserts, denies };
enum class Modality { actual, planned, threatened, requested, possible, hypothetical, habitual, negated };

/// One link of a claim's chain: first speaker, relays ("relay"), outlet ("outlet").
struct Speaker {
  std::string name;
  ActorId actor_id;
  mentions::ActorKind kind = mentions::ActorKind::other;
  std::string country;  ///< ISO 3166-1 alpha-3, empty if unknown
  std::string role;     ///< "outlet", "relay", else the person's role; empty if none
  Span span{};          ///< the mention that names the speaker here; empty for the outlet
};

/// The word that reports: "said", "according to".
struct Cue {
  Span span;
  std::string lemma;
};

/// Who did it, or to whom. `span` may be empty where it is taken over from another clause.
struct Participant {
  Span span{};
  std::string name;
  ActorId actor_id;
  mentions::ActorKind kind = mentions::ActorKind::other;
  std::string country;
  std::string role;
  std::string code;  ///< CAMEO/PLOVER actor code
};

struct Weapon {
  Span span;
  std::string text;
  std::string weapon_class;  ///< "aerial", "artillery", "small arms", … (data/claims/weapons.tsv)
};

/// Codes in four vocabularies; empty where the proposition has none.
struct EventType {
  std::string plover, plover_mode;
  std::string cameo;
  std::string acled, acled_sub;
};

/// A mechanism (docs/glossary.md) with its typed fields, for instance family "ceasefire", fields {"area": "Rivera"}.
struct Mechanism {
  std::string family;
  std::map<std::string, std::string> fields;
};

/// Why a field has its value: which rule, from which words.
struct Reason {
  std::string field;
  std::string rule;
  std::string input;
};

/// The primary record: a quotation, who says it, how, and what it says. Every span is into the document's text.
struct Claim {
  ClaimId id;  ///< content-addressed: document, span, quote
  DocumentId document;
  Span span;          ///< the proposition's clause
  std::string quote;  ///< exactly text[span)
  std::vector<Speaker> speakers;
  std::optional<Cue> cue;
  Voice voice = Voice::own;
  Polarity polarity = Polarity::asserts;
  Modality modality = Modality::actual;
  EventType event_type;
  std::optional<Span> trigger;
  std::string trigger_lemma;
  std::vector<Participant> actor;
  std::vector<Participant> recipient;
  std::optional<Weapon> weapon;
  std::optional<TimeSpan> time;
  std::vector<mentions::Place> places;
  std::vector<mentions::Quantity> quantities;
  std::optional<Mechanism> mechanism;
  std::vector<Reason> reasons;
  // Filled by reconcile:
  std::optional<ClaimId> denies;
  std::optional<EventId> event;
  std::optional<OriginId> origin;
};

[[nodiscard]] std::string_view name_of(Voice v);
[[nodiscard]] std::string_view name_of(Polarity v);
[[nodiscard]] std::string_view name_of(Modality v);
template <class E>
[[nodiscard]] std::optional<E> parse_name(std::string_view name) {
  for (int i = 0;; ++i) {
    const std::string_view candidate = name_of(static_cast<E>(i));
    if (candidate.empty()) return {};
    if (candidate == name) return static_cast<E>(i);
  }
}

}  // namespace rashomon::claims
