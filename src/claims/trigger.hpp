#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claims/arguments.hpp"

namespace rashomon::claims {

/// How a trigger word makes an event (column `act` of data/claims/triggers.tsv).
enum class Act : std::uint8_t { itself, light, happen, appeal, demand, intend, refuse, threaten, stop, accuse, topic };

/// One condition of a frame; `words` are lemmas, "a_b" (b with modifier a) or "@class".
struct Condition {
  enum class Kind : std::uint8_t {
    object,
    subject,
    oblique,
    particle,
    complement,
    modifier,
    has,
    no_object,
    passive,
    negated
  };
  Kind kind = Kind::object;
  bool inverted = false;
  std::vector<std::string_view> prepositions;  ///< of an oblique
  std::vector<std::string_view> words;         ///< empty or "*": any
};

/// A row of data/claims/triggers.tsv.
struct TriggerRow {
  std::vector<Condition> conditions;
  Act act = Act::itself;
  std::string_view code;    ///< CAMEO code, or topic of an Act::topic
  std::string_view plover;  ///< where it differs from the CAMEO code's
  std::string_view mode;
  std::string_view frame;  ///< as written, for reasons
};

/// The rows of a lemma as `pos` ('v', 'n' or 'a'), in the order of the file.
[[nodiscard]] std::span<const TriggerRow> trigger_rows(std::string_view lemma, char pos);

/// The rows whose frames fit the word at `i`, best first: most conditions (those that name words count double, with a
/// preposition three times), then in order of the file. Cost: rows of the lemma times its dependents.
[[nodiscard]] std::vector<const TriggerRow*> match_triggers(const Words& words, std::uint32_t i,
                                                            const Arguments& arguments);

}  // namespace rashomon::claims
