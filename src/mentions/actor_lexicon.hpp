#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/mentions.hpp"
#include "mentions/user_table.hpp"
#include "mentions/words.hpp"

namespace rashomon::mentions {

/// An organisation of data/mentions/organisations.tsv, or an actor of a user's own table, which may be a person.
struct Organisation {
  std::string_view id, name;
  ActorKind kind = ActorKind::other;
  std::string_view country, code;
  std::string_view role;  ///< of a person: "president"
  bool own = false;       ///< of a user's own table
};

/// What a common noun says of the actor that it names (data/mentions/actor_nouns.tsv).
enum class ActorNounClass { institution, group, people, role, collective };

struct ActorNoun {
  ActorNounClass noun_class = ActorNounClass::group;
  ActorKind kind = ActorKind::other;
  std::string_view stem;  ///< first part of an actor id, "gov"
  std::string_view code;  ///< CAMEO role code, "MIL"
};

/// A ministry of data/mentions/ministries.tsv.
struct Ministry {
  std::string_view stem, code, name;
};

/// The actor tables, shared by all threads.
class ActorLexicon {
 public:
  /// The tables of the program, read once.
  [[nodiscard]] static const ActorLexicon& builtin();
  /// Those and the table at `path`, whose names win over the program's; docs/how-to/use-your-own-names.md has the
  /// columns. Rows that cannot be read are left out; they are in broken_rows(). Errors: unreadable_input,
  /// malformed_input (read_user_table).
  [[nodiscard]] static Result<ActorLexicon> with_table(const std::string& path);

  /// SHA-256 of the user's table; empty without one.
  [[nodiscard]] const std::string& user_sha256() const { return user_sha256_; }
  [[nodiscard]] const std::vector<Error>& broken_rows() const { return broken_rows_; }
  /// By the exact spelling, typographic apostrophes evened out.
  [[nodiscard]] const Organisation* organisation(std::string_view words) const;
  /// True where some organisation's name begins with `word`.
  [[nodiscard]] bool begins_organisation(std::string_view word) const { return first_words_.contains(word); }
  /// `words` in lower case and singular: "defence minister".
  [[nodiscard]] const ActorNoun* noun(std::string_view words) const;
  /// The ministry that `word` beside "ministry" tells: "interior".
  [[nodiscard]] const Ministry* ministry(std::string_view word) const;
  [[nodiscard]] bool is(std::string_view name, std::string_view word) const { return words_.has(name, word); }

 private:
  ActorLexicon();
  void add_names(const std::vector<std::string>& names, bool wins);
  void add_user_row(UserTable& table, const UserRow& row);
  std::vector<Organisation> organisations_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::set<std::string, std::less<>> first_words_;
  std::map<std::string_view, ActorNoun, std::less<>> nouns_;
  std::map<std::string_view, Ministry, std::less<>> ministries_;
  WordClasses words_;
  std::shared_ptr<const std::vector<UserRow>> user_rows_;  // what views of the user's own actors point into
  std::string user_sha256_;
  std::vector<Error> broken_rows_;
};

/// `text` with typographic apostrophes as ASCII ones.
[[nodiscard]] std::string plain_apostrophes(std::string_view text);

}  // namespace rashomon::mentions
