#include "mentions/actor_lexicon.hpp"

#include <fmt/format.h>

#include "core/hash.hpp"
#include "mentions/countries.hpp"
#include "mentions/fold.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

ActorNounClass noun_class(std::string_view name) {
  if (name == "institution") return ActorNounClass::institution;
  if (name == "people") return ActorNounClass::people;
  if (name == "role") return ActorNounClass::role;
  if (name == "collective") return ActorNounClass::collective;
  return ActorNounClass::group;
}

// "person, armed_force, …"
std::string kinds() {
  std::string out;
  for (int i = 0; !name_of(static_cast<ActorKind>(i)).empty(); ++i)
    out.append(i == 0 ? "" : ", ").append(name_of(static_cast<ActorKind>(i)));
  return out;
}

}  // namespace

std::string plain_apostrophes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "’" || text.substr(i, 3) == "‘") {
      out += '\'';
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

ActorLexicon::ActorLexicon() : words_("actor_words.tsv") {
  for (const auto& r : mention_table("organisations.tsv", 6)) {
    organisations_.push_back({r[0], r[1], parse_name<ActorKind>(r[3]).value_or(ActorKind::other), r[4], r[5], {}});
    std::vector<std::string> names;
    for (const std::string_view n : list_of(r[2])) names.emplace_back(n);
    names.emplace_back(r[1]);
    add_names(names, false);
  }
  for (const auto& r : mention_table("actor_nouns.tsv", 5))
    for (std::string_view n : list_of(r[4]))
      nouns_.try_emplace(
          n, ActorNoun{noun_class(r[0]), parse_name<ActorKind>(r[1]).value_or(ActorKind::other), r[2], r[3]});
  for (const auto& r : mention_table("ministries.tsv", 4))
    for (std::string_view w : list_of(r[3])) ministries_.try_emplace(w, Ministry{r[0], r[1], r[2]});
}

// Names of the last organisation.
void ActorLexicon::add_names(const std::vector<std::string>& names, bool wins) {
  for (const std::string& name : names) {
    const std::string plain = plain_apostrophes(name);
    const auto [at, added] = by_name_.try_emplace(plain, organisations_.size() - 1);
    if (!added && wins) at->second = organisations_.size() - 1;
    // The tokenizer parts words at hyphens and before 's, but keeps "U.N." whole.
    first_words_.insert(plain.substr(0, plain.find(' ')));
    first_words_.insert(plain.substr(0, plain.find_first_of(" -'/")));
  }
}

const ActorLexicon& ActorLexicon::builtin() {
  static const ActorLexicon kLexicon;
  return kLexicon;
}

Result<ActorLexicon> ActorLexicon::with_table(const std::string& path) {
  auto table = read_user_table(path, {"name"}, {"aliases", "id", "kind", "country", "code", "role"});
  if (!table) return tl::unexpected<Error>(table.error());
  ActorLexicon lexicon = builtin();
  lexicon.user_sha256_ = table->sha256;
  auto rows = std::make_shared<std::vector<UserRow>>(std::move(table->rows));
  for (UserRow& row : *rows)
    if (row.cell("id").empty() && !row.cell("name").empty())
      row.cells["id"] = content_id("actor", {row.cell("name"), row.cell("country")});
  for (const UserRow& row : *rows) lexicon.add_user_row(*table, row);
  lexicon.user_rows_ = std::move(rows);
  lexicon.broken_rows_ = std::move(table->broken_rows);
  return lexicon;
}

void ActorLexicon::add_user_row(UserTable& table, const UserRow& row) {
  if (row.cell("name").empty()) return table.refuse(row, "the cell 'name' is empty; write the actor's usual name");
  Organisation actor{row.cell("id"), row.cell("name"), ActorKind::other, {}, row.cell("code"), row.cell("role"), true};
  if (const std::string_view kind = row.cell("kind"); !kind.empty()) {
    const auto known = parse_name<ActorKind>(row.word("kind"));
    if (!known) return table.refuse(row, fmt::format("'{}' is no kind of actor; the kinds are {}", kind, kinds()));
    actor.kind = *known;
  }
  if (const std::string_view name = row.cell("country"); !name.empty()) {
    const Country* country = find_country(name);
    if (country == nullptr)
      return table.refuse(row, fmt::format("'{}' is no country; write its ISO 3166-1 code of three letters", name));
    actor.country = iso3_of(*country);
  }
  organisations_.push_back(actor);
  std::vector<std::string> names = row.list("aliases");
  names.emplace_back(row.cell("name"));
  add_names(names, true);
}

const Organisation* ActorLexicon::organisation(std::string_view words) const {
  const auto it = by_name_.find(plain_apostrophes(words));
  return it == by_name_.end() ? nullptr : &organisations_[it->second];
}

const ActorNoun* ActorLexicon::noun(std::string_view words) const {
  const auto it = nouns_.find(words);
  return it == nouns_.end() ? nullptr : &it->second;
}

const Ministry* ActorLexicon::ministry(std::string_view word) const {
  const auto it = ministries_.find(word);
  return it == ministries_.end() ? nullptr : &it->second;
}

}  // namespace rashomon::mentions
