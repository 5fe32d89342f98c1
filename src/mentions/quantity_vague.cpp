#include "mentions/quantity_reader.hpp"

/// Counts that give no plain number: vague words, fractions, "numerous".
namespace rashomon::mentions {

namespace {

// "several hundred", "a few thousand", "several", "a couple of miners", "a few miners"
std::optional<Number> few(const Reader& r, std::size_t i) {
  const bool article = r.is(i, "a");
  const std::size_t k = article ? i + 1 : i;
  const bool several = r.is(k, "several");
  if (!several && !one_of(r.low(k), {"few", "couple"})) return {};
  const double times = several ? 3 : 2;
  std::size_t at = k + 1;
  if (r.is(at, "of")) ++at;
  if (const NumberEntry e = number_word(r.low(at), NumberWord::scale); e.kind == NumberWord::scale)
    return Number{times * e.value, e.value, at + 1, true, true};
  if (several) return r.token(k).pos != "PROPN" ? std::optional(Number{3, 1, k + 1, true, false}) : std::nullopt;
  const bool counts = article && r.token(at).tag == "NNS";
  return counts ? std::optional(Number{times, 1, k + 1, true, false}) : std::nullopt;
}

// "hundreds of thousands"
std::optional<Number> times_of(const Reader& r, std::size_t i, double first) {
  const NumberEntry second = number_word(r.low(i + 2), NumberWord::vague);
  if (second.kind != NumberWord::vague || second.value < 200) return {};
  const double scale = second.value / 2;  // "thousands" stands for at least two thousand
  return Number{first * scale, scale, i + 3, true, true};
}

// "scores" are also those of games: a count only before "of" and before what is said of the counted.
bool counts_scores(const Reader& r, std::size_t i) {
  return r.is(i + 1, "of") ||
         (i + 1 < r.words.size() && (r.token(i + 1).tag == "VBN" || one_of(r.low(i + 1), {"more", "others", "dead"})));
}

}  // namespace

// "dozens", "hundreds of thousands", "several hundred", "a few thousand": least number that the words can mean.
std::optional<Number> vague_number(const Reader& r, std::size_t i) {
  if (auto n = few(r, i)) return n;
  const NumberEntry e = number_word(r.low(i), NumberWord::vague);
  if (e.kind != NumberWord::vague || r.is(i, "several")) return {};
  if (r.is(i + 1, "of"))
    if (auto n = times_of(r, i, e.value)) return n;
  if (r.is(i, "tens") || r.token(i).pos == "VERB") return {};
  if (r.is(i, "scores") && !counts_scores(r, i)) return {};
  return Number{e.value, e.value, i + 1, true, true};
}

namespace {

// "one in five of the residents", "nine out of ten"
std::optional<Number> one_in(const Reader& r, std::size_t i) {
  const bool out_of = r.is(i + 1, "out") && r.is(i + 2, "of");
  if (!out_of && !(r.is(i, "one") && r.is(i + 1, "in"))) return {};
  const NumberEntry part = number_word(r.low(i), NumberWord::small);
  const std::size_t at = i + (out_of ? 3 : 2);
  const auto whole =
      part.kind == NumberWord::small && at < r.words.size() && !r.digits(at) ? read_number(r.words, at) : std::nullopt;
  if (!whole || part.value >= whole->value || whole->value > 1000) return {};
  if (!out_of && !r.is(whole->end, "of") && (whole->end >= r.words.size() || r.token(whole->end).tag != "NNS"))
    return {};
  return Number{part.value / whole->value, part.value / whole->value, whole->end, true, false};
}

}  // namespace

// "a third of those", "two-thirds of", "half of", "a quarter of a million"
std::optional<Number> fraction(const Reader& r, std::size_t i) {
  if (auto n = one_in(r, i)) return n;
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
  if (part.kind != NumberWord::fraction || times * part.value > 1) return {};
  const bool apposed = k + 1 < r.words.size() && r.is(k, "half") && r.token(k + 1).tag == "NNS" &&
                       noun_class(r.token(k + 1).lemma) == NounClass::person;  // "9,000, half children"
  if (apposed) return Number{part.value, part.value, k + 1, true, false};
  if (one_of(r.low(k + 1), {"are", "were"})) return Number{times * part.value, part.value, k + 1, true, false};
  if (!r.is(k + 1, "of")) return {};
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
