#include <algorithm>

#include "mentions/actor_lexicon.hpp"
#include "mentions/fold.hpp"
#include "mentions/place_features.hpp"
#include "mentions/place_names.hpp"

/// Names that no gazetteer has and that the words around them call places: "Kuburu, a village in", "the Zaatari camp",
/// "the M5 highway".
namespace rashomon::mentions {
namespace {

constexpr std::uint32_t kLongestName = 4;  // tokens

class Finder {
 public:
  Finder(const Reading& reading, std::vector<PlaceName>& names) : r_(reading), names_(names), taken_(reading.size()) {
    for (const auto& n : names) std::fill(taken_.begin() + n.begin, taken_.begin() + n.end, true);
  }

  void run() {
    for (std::uint32_t i = 0; i < r_.size(); ++i) {
      if (const std::uint32_t end = road_end(i); end > i) add(i, end, "road");
      else if (noun_of_place(i)) by_noun(i);
    }
    std::sort(names_.begin(), names_.end(), [](const PlaceName& a, const PlaceName& b) { return a.begin < b.begin; });
  }

 private:
  /// A common noun for a place, in small letters: a name that ends in "Camp" may be anything.
  [[nodiscard]] bool noun_of_place(std::uint32_t i) const {
    return r_.token(i).pos == "NOUN" && lower(r_.word(i)) == r_.word(i) && place_words().has("unlisted", r_.word(i));
  }

  void by_noun(std::uint32_t i) {
    std::uint32_t before = i;  // "Zaatari refugee camp", "Tosk military base"
    while (before > r_.first_of(i) && i - before < 2 && place_words().has("site_kind", r_.word(before - 1))) --before;
    if (before > r_.first_of(i) && is_name_word(before - 1)) {
      std::uint32_t begin = before - 1;
      while (begin > r_.first_of(i) && before - begin < kLongestName && goes_on(begin - 1)) --begin;
      while (begin < before && !is_name_word(begin)) ++begin;
      // "the Novak camp" are somebody's followers, "the Novak refugee camp" and "Novak camp in the north" a place.
      const bool sure = before < i || lower(r_.word(i)) != "camp" || place_words().has("locative", r_.word(i + 1));
      return add(begin, before, "named as a place", sure);
    }
    by_of(i);
    by_apposition(i);
  }

  /// "the village of Kuburu"
  void by_of(std::uint32_t i) {
    if (i + 2 >= r_.end_of(i) || lower(r_.word(i + 1)) != "of" || !is_name_word(i + 2)) return;
    add(i + 2, name_end(i + 2), "named as a place");
  }

  /// "Kuburu, a village in"
  void by_apposition(std::uint32_t i) {
    if (i + 1 >= r_.end_of(i) || !place_words().has("locative", r_.word(i + 1))) return;
    std::uint32_t at = i;
    const std::uint32_t first = r_.first_of(i);
    while (at > first && i - at < 4 &&
           (r_.token(at - 1).pos == "ADJ" || r_.token(at - 1).pos == "DET" || r_.token(at - 1).pos == "NOUN" ||
            r_.word(at - 1) == "-"))
      --at;
    if (at == i || at < first + 2 || r_.word(at - 1) != "," || !is_name_word(at - 2)) return;
    std::uint32_t begin = at - 2;
    while (begin > first && at - begin <= kLongestName && goes_on(begin - 1)) --begin;
    while (begin < at - 1 && !is_name_word(begin)) ++begin;
    add(begin, at - 1, "named as a place");
  }

  [[nodiscard]] bool is_name_word(std::uint32_t i) const {
    return r_.token(i).pos == "PROPN" && is_capitalised(r_.word(i));
  }
  /// Inside a name: another of its words, "al", a hyphen.
  [[nodiscard]] bool goes_on(std::uint32_t i) const {
    return is_name_word(i) || (may_continue_place(r_.word(i)) && r_.word(i) != "and" && r_.word(i) != "of");
  }
  [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    while (end < r_.end_of(i) && end - i < kLongestName && goes_on(end)) ++end;
    while (end > i + 1 && !is_name_word(end - 1)) --end;
    return end;
  }

  /// "M5 highway", "Highway 60": a letter and a number, or a number behind the noun.
  [[nodiscard]] std::uint32_t road_end(std::uint32_t i) const {
    if (taken_[i] || i + 1 >= r_.end_of(i)) return i;
    const std::string_view word = r_.word(i), next = r_.word(i + 1);
    const auto digits = [](std::string_view s) {
      return !s.empty() && s.size() <= 3 &&
             std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool numbered = word.size() >= 2 && word[0] >= 'A' && word[0] <= 'Z' && digits(word.substr(1));
    if (numbered && (is_road(next) || (place_words().has("site_kind", next) && is_road(r_.word(i + 2))))) return i + 1;
    return is_capitalised(word) && is_road(word) && digits(next) ? i + 2 : i;
  }
  static bool is_road(std::string_view word) { return place_words().has("road", word); }

  void add(std::uint32_t begin, std::uint32_t end, const char* rule, bool may_be_person = false) {
    if (begin >= end || std::any_of(taken_.begin() + begin, taken_.begin() + end, [](bool t) { return t; })) return;
    const std::string_view text = r_.words(begin, end);
    if (text.find('\n') != std::string_view::npos || r_.actors.organisation(text) != nullptr) return;
    for (std::uint32_t i = begin; i < end; ++i)
      if (const std::string_view entity = r_.token(i).entity;
          (entity == "PERSON" && !may_be_person) || entity == "NORP" || entity == "DATE")
        return;
    const CountryHit hit = Countries::get().find(text);
    if (hit.kind != CountryWord::none || place_words().has("direction", text) || place_words().has("title", text))
      return;
    PlaceName name;
    name.begin = begin;
    name.end = end;
    name.key = fold_name(text);
    name.rule = rule;
    std::fill(taken_.begin() + begin, taken_.begin() + end, true);
    names_.push_back(std::move(name));
  }

  const Reading& r_;
  std::vector<PlaceName>& names_;
  std::vector<bool> taken_;
};

}  // namespace

void find_unlisted_names(const Reading& reading, std::vector<PlaceName>& names) { Finder(reading, names).run(); }

}  // namespace rashomon::mentions
