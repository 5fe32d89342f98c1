#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "claims/claim.hpp"
#include "claims/syntax.hpp"
#include "mentions/analysis.hpp"

namespace rashomon::claims {

/// Names the speakers of a document: by its actor mentions, else by the words of the noun phrase, else by who spoke
/// before.
///
/// Asked in the order of the text, since a pronoun that the mentions leave open, and a role noun ("the ministry"), mean
/// the last fitting speaker. Cost of a call O(tokens of the noun phrase).
class SpeakerFinder {
 public:
  SpeakerFinder(const mentions::Analysis& analysis, const Syntax& syntax);

  /// Who the noun phrase with this head is. Remembers the speaker.
  [[nodiscard]] Speaker find(std::uint32_t noun);
  /// The same without remembering: one who passes words on does not go on speaking.
  [[nodiscard]] Speaker find_relay(std::uint32_t noun) const;
  /// The mention at the noun phrase, or nullptr. Names beside it in apposition come first ("its head, Ann Lee").
  [[nodiscard]] const mentions::Actor* mention_at(std::uint32_t noun) const;
  /// True if the noun phrase is a news agency, paper or station: a relay where somebody else is quoted.
  [[nodiscard]] bool is_media(std::uint32_t noun) const;
  /// The outlet's own link of a chain; nullopt if the document names none.
  [[nodiscard]] std::optional<Speaker> outlet() const;
  /// Who spoke last, for words in quotation marks that nobody is named for.
  [[nodiscard]] const std::optional<Speaker>& last() const { return last_; }

 private:
  [[nodiscard]] const mentions::Actor* at(std::uint32_t token) const;
  [[nodiscard]] const mentions::Actor* name_beside(std::uint32_t noun) const;
  [[nodiscard]] const mentions::Actor* outlet_before(std::uint32_t noun) const;
  [[nodiscard]] const mentions::Actor* mention_around(std::uint32_t noun) const;
  [[nodiscard]] std::pair<Speaker, bool> resolve(std::uint32_t noun) const;
  [[nodiscard]] Speaker from_words(std::uint32_t noun) const;
  [[nodiscard]] const Speaker* earlier(std::uint32_t noun) const;
  void remember(const Speaker& speaker);

  const mentions::Analysis& analysis_;
  const Syntax& syntax_;
  std::map<std::uint32_t, const mentions::Actor*> by_token_;
  std::optional<Speaker> last_, last_person_, last_body_;
  std::map<std::string, Speaker> by_noun_;  ///< last word of a name or role, lower case → last such speaker
};

}  // namespace rashomon::claims
