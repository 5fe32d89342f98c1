#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// The room's lexicons (data/claims), read once for the program and shared by all threads.
namespace rashomon::claims {

/// Rows of data/claims/FILE; every row has at least `columns` cells.
[[nodiscard]] std::vector<std::vector<std::string_view>> claim_table(std::string_view file, std::size_t columns);

/// What a reporting verb makes of its content (data/claims/cues.tsv).
enum class Force : std::uint8_t { asserts, denies, rejects };

/// A row of data/claims/cues.tsv.
struct CueVerb {
  std::string_view lemma;
  std::vector<std::string_view> frames;  ///< "that", "quote", "inf", "ger", "obj", prepositions
  std::string_view modality;             ///< "-" for the content's own
  Force force = Force::asserts;
  [[nodiscard]] bool takes(std::string_view frame) const;
};

/// The reporting verb with this lemma, or nullptr.
[[nodiscard]] const CueVerb* find_cue_verb(std::string_view lemma);

/// A row of data/claims/claim_nouns.tsv.
struct ClaimNoun {
  std::string_view lemma;
  bool content = false;  ///< takes "that" with a clause
  bool put = false;      ///< something put by others, which one may reject
  std::string_view modality;
};

/// The noun of saying or believing with this lemma, or nullptr.
[[nodiscard]] const ClaimNoun* find_claim_noun(std::string_view lemma);

/// True if `word` is in the class `name` of data/claims/words.tsv. Case as given.
[[nodiscard]] bool in_class(std::string_view name, std::string_view word);

}  // namespace rashomon::claims
