#include "mentions/actor_lexicon.hpp"
#include "mentions/actor_raw.hpp"
#include "mentions/fold.hpp"

/// Names of persons by their given name, where the tagger passed over them or took them for something else.
namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kLongest = 3;  // tokens of a name

class Finder {
 public:
  Finder(const Reading& reading, RawActors& raws) : r_(reading), raws_(raws) {}

  void run() {
    for (std::uint32_t i = 0; i < r_.size(); ++i) {
      if (!may_begin(i)) continue;
      const std::uint32_t end = end_of_name(i);
      if (end > i && fits_tagger(i, end) && !is_other(i, end)) add_person(r_, i, end, raws_);
    }
  }

 private:
  [[nodiscard]] bool is_free(std::uint32_t i) const { return raws_.at[i] < 0 && raws_.place_at[i] < 0; }
  [[nodiscard]] bool is_name_word(std::uint32_t i) const {
    return r_.token(i).pos == "PROPN" && is_capitalised(r_.word(i));
  }
  /// What the tagger reads across lines says nothing of the second of them.
  [[nodiscard]] bool is_across(std::uint32_t i) const {
    return i > 0 && is_space(r_.word(i - 1)) && !r_.token(i).entity_begin;
  }

  [[nodiscard]] bool may_begin(std::uint32_t i) const {
    const WordClasses& names = name_words();
    const std::string_view pos = r_.token(i).pos;
    if (!is_free(i) || !is_capitalised(r_.word(i)) || !(names.has("given", r_.word(i)) || is_two_names(r_, i)))
      return false;
    if (pos != "PROPN" && pos != "NOUN" && pos != "INTJ") return false;
    if (i == r_.first_of(i)) return true;
    const std::string before = lower(r_.word(i - 1));
    return before == "dear" || r_.actors.is("title", before) || !(is_name_word(i - 1) || before == "-");
  }

  /// The end of the run of names, `i` where it is part of something longer.
  [[nodiscard]] std::uint32_t end_of_name(std::uint32_t i) const {
    const std::uint32_t stop = r_.end_of(i);
    const std::string_view tagged = r_.token(i).entity;
    const auto is_open = [&](std::uint32_t k) {
      const language::Token& t = r_.token(k);
      return t.entity.empty() || t.entity == "PERSON" || (!tagged.empty() && t.entity == tagged && !t.entity_begin);
    };
    std::uint32_t end = i + 1;
    while (end < stop && end - i < kLongest && is_name_word(end) && is_open(end) && is_free(end)) ++end;
    return end < stop && (is_name_word(end) || r_.word(end) == "-" || r_.word(end) == "&") ? i : end;
  }

  /// The tagger has no person there already, and nothing that is longer or of another nature.
  [[nodiscard]] bool fits_tagger(std::uint32_t i, std::uint32_t end) const {
    const language::Token& t = r_.token(i);
    if (t.entity.empty() || is_across(i)) return true;
    if (t.entity == "PERSON" || t.entity == "DATE" || t.entity == "TIME" || t.entity == "LOC" || t.entity == "CARDINAL")
      return false;
    const bool whole =
        end == r_.end_of(i) || r_.token(end).entity.empty() || r_.token(end).entity_begin || is_space(r_.word(end));
    return t.entity_begin && whole;
  }

  /// "Wendy's" the restaurant; nouns and organisations of the lexicon.
  [[nodiscard]] bool is_other(std::uint32_t i, std::uint32_t end) const {
    const bool shop = r_.token(i).entity == "ORG" && end < r_.end_of(i) && r_.token(end).tag == "POS";
    return shop || r_.actors.noun(lower(r_.word(end - 1))) != nullptr ||
           r_.actors.organisation(r_.words(i, end)) != nullptr;
  }

  const Reading& r_;
  RawActors& raws_;
};

}  // namespace

void find_given_names(const Reading& reading, RawActors& raws) { Finder(reading, raws).run(); }

}  // namespace rashomon::mentions
