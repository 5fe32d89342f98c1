#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/place_names.hpp"

namespace rashomon::mentions {

/// What the words before a name say.
struct PlaceContext {
  const Reading& r_;
  /// "in X", "near X", "in northern X", "province of X".
  [[nodiscard]] bool locative(std::uint32_t begin) const;
};

/// Says of a stretch of words that the gazetteer knows whether it names a place here: a linear model over what stands
/// in and around it. Weights in data/mentions/place_weights.tsv, trained by tools/train_places.py.
class PlaceScorer {
 public:
  explicit PlaceScorer(const Reading& reading, PlaceLookup& lookup);

  /// Names of the features that hold for the tokens [begin, end). Cost O(1), look-ahead is bounded.
  [[nodiscard]] std::vector<std::string> features(std::uint32_t begin, std::uint32_t end,
                                                  const PlaceLookup::Answer& answer);
  /// The sum of their weights: a place where above 0. Ordinal, not a probability.
  [[nodiscard]] int score(std::uint32_t begin, std::uint32_t end, const PlaceLookup::Answer& answer);

  [[nodiscard]] bool locative(std::uint32_t begin) const { return PlaceContext{r_}.locative(begin); }
  /// True where the tagger calls the word a person elsewhere more often than a place.
  [[nodiscard]] bool is_rather_a_person(std::string_view word) const;
  /// "X, Tex.", "X, Germany".
  [[nodiscard]] bool before_comma_area(std::uint32_t end);

 private:
  void entity_features(std::uint32_t begin, std::uint32_t end, std::vector<std::string>& out) const;
  void name_features(std::uint32_t begin, std::uint32_t end, const PlaceLookup::Answer& answer,
                     std::vector<std::string>& out) const;
  void context_features(std::uint32_t begin, std::uint32_t end, std::vector<std::string>& out);
  void document_features(std::uint32_t begin, std::uint32_t end, std::vector<std::string>& out) const;

  const Reading& r_;
  PlaceLookup& lookup_;
  std::vector<int> entity_;                  // token → entity, -1
  std::set<std::string_view> person_words_;  // words of names of persons of two words and more
  std::map<std::string, std::map<std::string_view, int>, std::less<>> labels_;  // folded word → label → tokens
};

/// Words that may stand inside a name of a place, capitalised or small ("of", "al", "-").
[[nodiscard]] bool may_continue_place(std::string_view word);
/// The end of the longest stretch from `begin` that may be one name.
[[nodiscard]] std::uint32_t longest_place(const Reading& reading, std::uint32_t begin);
[[nodiscard]] const WordClasses& place_words();

}  // namespace rashomon::mentions
