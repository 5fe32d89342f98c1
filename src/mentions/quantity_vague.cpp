#include "mentions/quantity_reader.hpp"

/// Counts that give no plain number: vague words, fractions, "numerous".
namespace rashomon::mentions {

// "dozens", "hundreds of thousands", "several hundred", "a few thousand": least number that the words can mean.
std::optional<Number> vague_number(const Reader& r, std::size_t i) {
  std::size_t k = i;
  if (r.is(k, "a") && one_of(r.low(k + 1), {"few", "couple"})) ++k;
  if (one_of(r.low(k), {"several", "few", "couple"})) {
    const double times = r.is(k, "several") ? 3 : 2;
    std::size_t at = k + 1;
    if (r.is(at, "of")) ++at;
    if (const NumberEntry e = number_word(r.low(at), NumberWord::scale); e.kind == NumberWord::scale)
      return Number{times * e.value, e.value, at + 1, true, true};
    if (r.is(k, "several") && r.token(k).pos != "PROPN") return Number{3, 1, k + 1, true, false};
    return {};
  }
  const NumberEntry e = number_word(r.low(i), NumberWord::vague);
  if (e.kind != NumberWord::vague) return {};
  const bool of = r.is(i + 1, "of");
  if (of) {
    const NumberEntry second = number_word(r.low(i + 2), NumberWord::vague);
    if (second.kind == NumberWord::vague && second.value >= 200) {
      const double scale = second.value / 2;  // "thousands" stands for at least two thousand
      const double least = e.value * scale;
      return Number{least, scale, i + 3, true, true};
    }
  }
  if (r.is(i, "tens") || r.token(i).pos == "VERB") return {};
  if (r.is(i, "scores") && !of) return {};
  return Number{e.value, e.value, i + 1, true, true};
}

// "a third of those", "two-thirds of", "half of", "a quarter of a million"
std::optional<Number> fraction(const Reader& r, std::size_t i) {
  std::size_t k = i;
  double times = 1;
  if (!r.is(k, "half")) {
    const NumberEntry n = number_word(r.low(k), NumberWord::small);
    if (n.kind == NumberWord::small && n.value >= 1) times = n.value;
    else if (!one_of(r.low(k), {"a", "one"})) return {};
    ++k;
    if (r.is(k, "-")) ++k;
  }
  const NumberEntry part = number_word(r.low(k), NumberWord::fraction);
  if (part.kind != NumberWord::fraction || times * part.value > 1 || !r.is(k + 1, "of")) return {};
  if (const auto whole = read_number(r.words, k + 2);
      whole && whole->scaled && (r.is(k + 2, "a") || r.is(k + 2, "one")))
    return Number{times * part.value * whole->value, 1, whole->end, true, true};
  return Number{times * part.value, part.value, k + 1, true, false};
}

// "numerous", "large numbers of": a count without a number.
std::optional<std::size_t> unsaid_number(const Reader& r, std::size_t i) {
  if (one_of(r.low(i), {"numerous", "countless"})) return i + 1;
  const bool counted = i > 0 && (r.digits(i - 1) || number_word(r.low(i - 1)).kind != NumberWord::none ||
                                 one_of(r.low(i - 1), {"of", "the", "among", "many", "some", "few"}));
  if (r.is(i, "others") && !counted && one_of(r.token(i).dep, {"nsubj", "nsubjpass", "dobj"})) return i + 1;
  if (one_of(r.low(i), {"large", "huge", "big", "vast", "great", "growing", "record", "unprecedented"}) &&
      one_of(r.low(i + 1), {"number", "numbers"}) && r.is(i + 2, "of"))
    return i + 2;
  if (one_of(r.low(i), {"groups", "crowds", "waves"}) && r.is(i + 1, "of")) return i + 1;
  return {};
}

}  // namespace rashomon::mentions
