#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "mentions/countries.hpp"
#include "mentions/gazetteer.hpp"
#include "mentions/words.hpp"

namespace rashomon::mentions {

/// A stretch of the text that names a place, with all that the gazetteer knows under that name.
struct PlaceName {
  std::uint32_t begin = 0;  ///< half-open range of token indices
  std::uint32_t end = 0;
  std::string key;  ///< the name evened out; names with one key mean one place unless told otherwise
  std::vector<GazetteerEntry> entries;
  const Country* country = nullptr;  ///< where the name is a country's
  bool area = false;                 ///< followed or preceded by "province", "county", …
  bool town = false;                 ///< "the city of X", "X village"
  int within = -1;                   ///< index of the name that holds it: "X, Y", "X in Y province"
  std::string rule;
};

/// Gazetteer answers of one document, each name asked once.
class PlaceLookup {
 public:
  explicit PlaceLookup(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
  struct Answer {
    std::vector<GazetteerEntry> entries;
    const Country* country = nullptr;
    bool abbreviation = false;
    [[nodiscard]] bool known() const { return !entries.empty() || country != nullptr; }
    /// True for a name of a user's own gazetteer.
    [[nodiscard]] bool own() const { return !entries.empty() && !entries[0].own_id.empty(); }
  };
  [[nodiscard]] const Answer& find(std::string_view name);
  /// True where a name of a user's own gazetteer begins with `word`.
  [[nodiscard]] bool begins_own(std::string_view word) const { return gazetteer_.begins_own(word); }

 private:
  [[nodiscard]] Answer ask(std::string_view name) const;
  const Gazetteer& gazetteer_;
  std::map<std::string, Answer, std::less<>> answers_;
};

/// Ends of the names of the gazetteer that begin at token `i`, the longest first.
[[nodiscard]] std::vector<std::uint32_t> place_candidates(const Reading& reading, PlaceLookup& lookup, std::uint32_t i);

/// Finds the place names of a document by entity tagger, gazetteer, capital letters and neighbouring words. Ascending,
/// disjoint. Cost O(tokens).
[[nodiscard]] std::vector<PlaceName> find_place_names(const Reading& reading, PlaceLookup& lookup);

/// Gives names that the gazetteer does not know its names under another romanisation, in countries of `countries`
/// (ISO3), and adds such names after "in", "near", … that no other rule found. Keeps the order.
void find_romanised_names(const Reading& reading, const Gazetteer& gazetteer,
                          const std::set<std::string, std::less<>>& countries, std::vector<PlaceName>& names);

/// Adds names that no gazetteer has and that the words around them call places: villages, camps, bases, crossings,
/// roads. Keeps the order.
void find_unlisted_names(const Reading& reading, std::vector<PlaceName>& names);

/// Marks what the neighbouring words say: generic nouns, and which name lies within which.
void read_place_context(const Reading& reading, std::vector<PlaceName>& names);

}  // namespace rashomon::mentions
