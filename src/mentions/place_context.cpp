#include "mentions/fold.hpp"
#include "mentions/place_features.hpp"
#include "mentions/place_names.hpp"

namespace rashomon::mentions {
namespace {

// "X province", "province of X", "X City", "the town of X".
void read_generic(const Reading& r, PlaceName& name) {
  const auto& words = place_words();
  const std::string_view last = r.word(name.end - 1), next = name.end < r.end_of(name.end - 1) ? r.word(name.end) : "";
  name.area = words.has("area", next) || words.has("area", last);
  name.town = words.has("town", next);
  if (name.begin < r.first_of(name.begin) + 2 || lower(r.word(name.begin - 1)) != "of") return;
  name.area = name.area || words.has("area", r.word(name.begin - 2));
  name.town = name.town || words.has("town", r.word(name.begin - 2));
}

// The words between two neighbouring names that say that the first lies in the second.
bool lies_within(const Reading& r, const PlaceName& a, const PlaceName& b) {
  if (b.begin < a.end || b.begin - a.end > 8 || r.token(a.begin).sentence != r.token(b.begin).sentence) return false;
  const std::string_view first = r.word(a.end);
  if (b.begin == a.end + 1) return first == "," || lower(first) == "in" || first == "(";
  for (std::uint32_t i = a.end; i < b.begin; ++i) {
    const std::string w = lower(r.word(i));
    if (w == "in" || w == "the" || w == "a" || w == "an" || w == "," || w == "of" ||
        place_words().has("direction", w) || place_words().has("area", w) || place_words().has("town", w))
      continue;
    return false;
  }
  return true;
}

// "Y's X", "northern Y's X province".
bool possesses(const Reading& r, const PlaceName& holder, const PlaceName& held) {
  if (held.begin <= holder.end || held.begin - holder.end > 4) return false;
  const std::string_view mark = r.word(holder.end);
  if (mark != "'s" && mark != "’s" && mark != "'" && mark != "’") return false;
  for (std::uint32_t i = holder.end + 1; i < held.begin; ++i)
    if (!place_words().has("direction", r.word(i))) return false;
  return true;
}

}  // namespace

void read_place_context(const Reading& reading, std::vector<PlaceName>& names) {
  for (auto& name : names) read_generic(reading, name);
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    if (lies_within(reading, names[i], names[i + 1])) names[i].within = static_cast<int>(i + 1);
    if (possesses(reading, names[i], names[i + 1])) names[i + 1].within = static_cast<int>(i);
  }
}

}  // namespace rashomon::mentions
