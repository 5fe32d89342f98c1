#include "mentions/quantity_clauses.hpp"
#include "mentions/quantity_found.hpp"

/// Beings counted without a number.
namespace rashomon::mentions {
namespace {

// How many beings an article stands for: "a", "no", "both"; nullopt for other words.
std::optional<double> article_count(const language::Token& t) {
  if (t.pos != "DET" && t.pos != "PRON" && t.pos != "CCONJ") return {};
  if (listed(t.lemma, "a|an|another")) return 1;
  if (listed(t.lemma, "no|neither")) return 0;
  return t.lemma == "both" ? std::optional(2.0) : std::nullopt;
}

// Whether the noun of an article is a being, or a word that counts beings ("no casualties").
bool is_being(const Context& c, TokenIndex noun, double count) {
  const auto& t = c.tree[noun];
  if (listed(t.lemma, "crowd|crew|body|life|staff|personnel|youth|other|member") && count > 0) return false;
  if (count == 0 && t.lemma != "toll" && measure_in(t.lemma, Frame::noun)) return true;
  if (count == 0 && t.lemma == "one") return true;
  if (t.lemma == "old" && count == 1) return true;  // "a 17-year-old"
  const NounClass kind = c.tree.kind(noun);
  return (kind == NounClass::person || kind == NounClass::force) && (count == 0 || (t.tag == "NNS") == (count != 1)) &&
         !(count == 1 && listed(t.lemma, "death|fatality|police"));
}

bool is_toll(Measure m) { return listed(name_of(m), "killed|injured|casualties|missing|captured|abducted|arrested"); }

// A quantity of what is counted, with its sentence, measure and rule.
Found begun(const Context& c, const Counted& counted) {
  Found f;
  f.counted = counted;
  f.sentence = c.tree[counted.top].sentence;
  f.measured = measured_by(c.tree, counted);
  f.quantity.measure = f.measured.measure;
  f.quantity.rule = f.measured.rule;
  return f;
}

// "a soldier was killed", "no casualties", "both pilots died": beings counted without a number, where a toll is said of
// them.
std::optional<Found> read_counted(const Context& c, TokenIndex article, const std::vector<Found>& before) {
  const auto count = article_count(c.tree[article]);
  const TokenIndex noun = c.tree[article].head;
  if (!count || noun <= article || noun - article > 6 || !is_being(c, noun, *count)) return {};
  if (c.tree.has(noun, "nummod|quantmod") && c.tree[noun].lemma != "old") return {};
  const bool part = after_part_word(c.tree, article);
  if (!part && !listed(c.tree[noun].dep, "nsubj|nsubjpass|dobj|conj|ROOT|attr|pobj|appos")) return {};
  Found f = begun(c, Counted{noun, noun, noun, false, part, false});
  Quantity& q = f.quantity;
  inherit(c, f, before);
  if (!is_toll(q.measure) || (*count == 2 && f.measured.inherits)) return {};
  q.span = {c.tree[article].span.begin, c.tree[noun].span.end};
  q.token = noun;
  q.text = std::string(slice(c.text, q.span));
  q.low = q.best = q.high = count;
  q.unit = "persons";
  q.group.clear();
  if (c.tree[noun].lemma != "one" && c.tree[noun].lemma != "old") set_group(c, f);
  q.window = window_of(c.tree, c.text, f.counted, f.measured, c.times, c.anchor);
  return f;
}

// "none of the passengers was hurt", "nobody died"
std::optional<Found> read_none(const Context& c, TokenIndex none) {
  const bool nobody = c.tree[none].lemma == "nobody";
  const auto of = c.tree.child(none, "prep");
  const auto noun =
      of && c.tree[none].lemma == "none" && c.tree[*of].lemma == "of" ? c.tree.child(*of, "pobj") : std::nullopt;
  if (!nobody && (!noun || !is_person(class_of(c.tree, noun)))) return {};
  Found f = begun(c, Counted{none, none, noun, false, false, false});
  Quantity& q = f.quantity;
  if (!is_toll(q.measure) || f.measured.inherits) return {};
  const TokenIndex last = noun.value_or(none);
  q.span = {c.tree[none].span.begin, c.tree[last].span.end};
  q.token = last;
  q.text = std::string(slice(c.text, q.span));
  q.low = q.best = q.high = 0;
  q.unit = "persons";
  if (noun) set_group(c, f);
  q.window = window_of(c.tree, c.text, f.counted, f.measured, c.times, c.anchor);
  return f;
}

}  // namespace

std::optional<Found> read_article(const Context& c, TokenIndex article, const std::vector<Found>& before) {
  auto found = read_counted(c, article, before);
  return found ? found : read_none(c, article);
}

}  // namespace rashomon::mentions
