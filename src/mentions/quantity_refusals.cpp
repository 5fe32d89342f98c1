#include "mentions/quantity_reader.hpp"

/// What numbers are no quantities.
namespace rashomon::mentions {
namespace {

// Four digits that may be a year and count no plural noun.
bool bare_year(const Reader& r, std::size_t i, std::size_t last) {
  const auto& w = r.words[i];
  if (i != last || w.span.size() != 4 || w.low.size() != 4 || w.low.find('.') != std::string::npos) return false;
  const auto value = numeral_value(w.low);
  if (!value || *value < 1900 || *value > 2099) return false;
  const auto& t = r.token(i);
  return r.parse.tokens[t.head].tag != "NNS" || t.head < w.token;
}

// "575 Harbour Road"
bool is_address(const Reader& r, std::size_t i, std::size_t last) {
  if (!r.digits(i)) return false;
  for (std::size_t k = last + 1; k < r.words.size() && k < last + 5 && r.words[k].kind != WordKind::mark; ++k) {
    if (k > last + 1 && r.words[k].capital &&
        one_of(r.low(k), {"road", "rd", "street", "st", "avenue", "ave", "way", "drive", "dr", "lane", "boulevard",
                          "blvd", "court", "place"}))
      return true;
    if (!r.words[k].capital && !r.digits(k)) return false;
  }
  return false;
}

// "45g", "30Mbps", "3923sq": a unit that no lexicon needs to know; "3D", "5G", "22nd" and "4x4" are names and ordinals.
bool glued_unit(const Reader& r, std::size_t i) {
  const std::string_view w = r.low(i);
  if (i + 1 < r.words.size() && r.glued(i + 1) && r.digits(i + 1)) return false;
  if (w.size() == 1) return !r.words[i].capital && one_of(w, {"g", "p", "l", "v", "w"});
  return w.size() <= 5 && !one_of(w, {"st", "nd", "rd", "th", "am", "pm"});
}

}  // namespace

bool part_of_name(const Reader& r, std::size_t i, std::size_t last) {
  if (is_address(r, i, last)) return true;
  const auto& t = r.token(i);
  const std::string_view entity = t.entity;
  if (one_of(entity, {"PRODUCT", "LAW", "EVENT", "FAC", "WORK_OF_ART", "PERSON"}) && r.digits(i) &&
      (!t.entity_begin || t.dep != "nummod"))
    return true;
  if (one_of(entity, {"LAW", "EVENT", "WORK_OF_ART"}) && r.words[i].capital && t.entity_begin &&
      last + 1 < r.words.size() && r.words[last + 1].capital)
    return true;  // "Six Day War"
  if (i == 0) return false;
  const auto& before = r.token(i - 1);
  const bool follows_noun = t.head == r.words[i - 1].token && before.pos != "VERB" && before.pos != "ADP";
  const bool noun_after =
      last + 1 < r.words.size() && (r.token(last + 1).pos == "NOUN" || r.token(last + 1).pos == "ADJ");
  if (noun_class(before.lemma) == NounClass::name && (before.pos == "NOUN" || before.pos == "PROPN") && !noun_after &&
      before.tag != "NNS")
    return true;
  if (noun_class(r.low(i - 1)) == NounClass::name && r.words[i - 1].kind == WordKind::letters &&
      (r.words[i - 1].capital || before.pos == "PROPN") && (r.digits(i) || !noun_after))
    return true;
  if (r.digits(i) && bare_year(r, i, last)) return true;
  return follows_noun && before.pos == "PROPN" && r.words[i - 1].capital && r.digits(i) && !noun_after &&
         !r.is(i - 1, ",");
}

// Digits glued to letters or marks that make them a name, a score, a version, a ratio.
bool glued_wrong(const Reader& r, std::size_t i, std::size_t end) {
  if (i > 0 && r.glued(i)) {
    const std::string_view before = r.low(i - 1);
    if (r.letters(i - 1) && !one_of(before, {"rm", "rs", "usd", "eur", "gbp"}) &&
        !(i > 1 && r.is(i - 2, "$") && money_prefix(before)))
      return true;
    if (before == "-" && i > 1 && r.glued(i - 1) && !one_of(r.low(i - 2), {"minus", "sub", "to"}) &&
        number_word(r.low(i - 2), NumberWord::none).kind == NumberWord::none)
      return true;
    if (one_of(before, {"/", ":", "#", "@", "_", ".", "\\"})) return true;
  }
  if (end < r.words.size() && r.glued(end)) {
    const std::string_view after = r.low(end);
    if (one_of(after, {":", "/", "_", "@", "\\", ".", ","}) && r.digits(end + 1) && r.glued(end + 1)) return true;
    if (r.letters(end) && r.digits(i) && !unit_word(after) && !glued_unit(r, end)) return true;
  }
  return false;
}

// "one" is a number as a determiner or with "of"; a pronoun otherwise.
bool pronoun_one(const Reader& r, std::size_t i, std::size_t end) {
  if (!r.is(i, "one") || end != i + 1) return false;
  const auto& t = r.token(i);
  if (t.pos != "NUM" || t.tag != "CD") return true;
  if (i > 0 &&
      one_of(r.low(i - 1), {"no", "any", "each", "every", "this", "that", "which", "the", "another", "only"}) &&
      !(r.is(i - 1, "the") && t.dep == "nummod") && !(r.is(i - 1, "only") && t.dep == "nummod"))
    return true;
  return one_of(r.low(end), {"another", "day", "thing", "'s"}) || (r.is(end, "by") && r.is(end + 1, "one"));
}

}  // namespace rashomon::mentions
