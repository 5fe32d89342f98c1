#include "mentions/quantities.hpp"

#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/quantity_clauses.hpp"
#include "mentions/quantity_found.hpp"
#include "mentions/quantity_who.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::string_view kLengthRule = "length of time";

struct Context {
  std::string_view text;
  const Tree& tree;
  const std::vector<Time>& times;
  const Anchor& anchor;
};

bool people_only(Measure m) { return m <= Measure::evacuated && m != Measure::captured; }

// Words of times count as taken unless they are lengths, whose numbers are quantities too.
std::vector<char> taken_words(std::span<const Word> words, const std::vector<Time>& times) {
  std::vector<char> out(words.size(), 0);
  if (words.empty()) return out;
  auto it = std::lower_bound(times.begin(), times.end(), words.front().span.begin,
                             [](const Time& t, std::uint32_t b) { return t.span.end <= b; });
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (it != times.end() && it->span.end <= words[i].span.begin) ++it;
    if (it == times.end()) break;
    const bool length = it->type == TimeType::duration || it->rule == "counted from the anchor";
    if (!length && it->span.contains(words[i].span)) out[i] = 1;
  }
  return out;
}

std::string plural_unit(const Context& c, TokenIndex noun) { return lower(slice(c.text, c.tree[noun].span)); }

bool is_people(const Context& c, const Counted& counted, Measure measure) {
  if (!counted.noun) return people_only(measure);
  const auto& t = c.tree[*counted.noun];
  const NounClass kind = c.tree.kind(*counted.noun);
  if (kind == NounClass::person || kind == NounClass::force) return true;
  if (listed(t.lemma,
             "village|town|city|district|province|county|area|neighbourhood|neighborhood|settlement|"
             "community|island|country|suburb|camp|school|hospital|site|location"))
    return false;
  return kind == NounClass::thing && (t.entity == "NORP" || (people_only(measure) && measure != Measure::casualties));
}

void set_unit(const Context& c, Found& f) {
  Quantity& q = f.quantity;
  const auto noun = f.counted.noun ? f.counted.noun : f.measured.group;
  const NounClass kind = noun ? c.tree.kind(*noun) : NounClass::person;
  if (q.measure == Measure::members) q.unit = "members";
  else if (kind == NounClass::household) q.unit = "households";
  else if (q.measure == Measure::houses_destroyed) q.unit = noun ? plural_unit(c, *noun) : "houses";
  else if (is_people(c, f.counted, q.measure) || measure_in(noun ? c.tree[*noun].lemma : "", Frame::noun))
    q.unit = "persons";
  else if (noun) q.unit = plural_unit(c, *noun);
}

// "civilian deaths" counts civilians; "40 deaths" says nothing of who died.
Group group_of_event(const Context& c, TokenIndex noun) {
  for (TokenIndex k : c.tree.children(noun)) {
    if (k < noun && listed(c.tree[k].dep, "amod|compound|nmod") &&
        (c.tree.kind(k) == NounClass::person || c.tree.kind(k) == NounClass::force))
      return {std::string(slice(c.text, c.tree[k].span)) + "s", c.tree[k].span};
    if (c.tree[k].lemma == "of" || c.tree[k].lemma == "among")
      if (const auto of = c.tree.child(k, "pobj"); of && k > noun)
        return group_of(c.tree, c.text, *of, Counted{noun, noun, of, false, false, false});
  }
  return {};
}

void set_group(const Context& c, Found& f) {
  std::optional<TokenIndex> noun = f.measured.group ? f.measured.group : f.counted.noun;
  if (!noun) return;
  const bool event =
      measure_in(c.tree[*noun].lemma, Frame::noun) &&
      !listed(c.tree[*noun].lemma,
              "prisoner|captive|hostage|detainee|member|victim|idp|returnee|evacuee|dead|wounded|injured|"
              "missing|displaced|homeless");
  const Group g = event ? group_of_event(c, *noun) : group_of(c.tree, c.text, *noun, f.counted);
  if (c.tree.kind(*noun) == NounClass::count) return;
  if (listed(lower(c.tree.form(*noun)), "homeless|dead|wounded|injured|missing|displaced|killed|others") &&
      g.span.begin == c.tree[*noun].span.begin)
    return;
  f.quantity.group = g.text;
  f.quantity.group_span = g.span;
}

Quantity measured_in_units(const NumberMention& n) {
  Quantity q;
  q.measure = n.unit.measure;
  q.unit = n.unit.unit;
  q.rule = n.time_unit ? kLengthRule : std::string_view("unit");
  return q;
}

// "40 more", "of them", "including 3 officers", "and around 300 have been killed": group, and for parts measure and
// window, come from the quantity before.
void inherit(const Context& c, Found& f, const std::vector<Found>& before) {
  const bool part = f.measured.inherits || f.counted.part || (f.counted.elided && f.counted.noun);
  f.is_part = (part && f.measured.rule != "figure given before") || f.measured.rule == "among the counted";
  const Found* last = nullptr;
  for (std::size_t k = before.size(); k-- > 0 && before.size() - k < 12;)
    if (const Found& b = before[k]; b.quantity.measure < Measure::other && !b.is_part &&
                                    (f.sentence - b.sentence <= 1 || f.measured.rule == "figure given before")) {
      last = &b;
      break;
    }
  if (last == nullptr) return;
  const bool near = last->sentence == f.sentence;
  Quantity& q = f.quantity;
  if (part && q.measure == Measure::other) {
    q.measure = last->quantity.measure;
    f.measured.measure = q.measure;
    f.measured.predicate = last->measured.predicate;
    q.window = last->quantity.window;
    q.rule = f.measured.rule.empty() ? "part of the number before" : f.measured.rule;
  }
  if (!q.group.empty() || q.measure >= Measure::other) return;
  const bool anaphoric = f.counted.noun && c.tree[*f.counted.noun].left_edge < *f.counted.noun;
  if (f.counted.noun && !anaphoric) return;
  if (people_only(q.measure) && !last->quantity.unit.empty() && last->quantity.unit != "persons" &&
      last->quantity.unit != "households")
    return;
  q.group = last->quantity.group;
  if (near && !f.measured.tally && q.window && q.window->kind == WindowKind::incident && last->quantity.window &&
      (last->quantity.window->kind == WindowKind::since || last->quantity.window->kind == WindowKind::during))
    q.window = last->quantity.window;
}

Found read_quantity(const Context& c, std::span<const Word> words, const NumberMention& n,
                    const std::vector<Found>& before) {
  Found f;
  f.counted = counted_by(c.tree, words[n.first].token, words[n.last].token);
  f.sentence = c.tree[words[n.first].token].sentence;
  const bool things = !n.unit || (n.unit.measure == Measure::percent);
  if (!things) {
    f.quantity = measured_in_units(n);
    f.measured.measure = f.quantity.measure;
  } else {
    f.measured = measured_by(c.tree, f.counted);
    f.quantity.measure = n.unit ? n.unit.measure : f.measured.measure;
    f.quantity.rule = f.measured.rule.empty() ? "count" : f.measured.rule;
  }
  Quantity& q = f.quantity;
  q.span = {words[n.begin].span.begin, words[n.end - 1].span.end};
  q.token = words[n.last].token;
  q.text = std::string(slice(c.text, q.span));
  q.bound = n.bound;
  if (n.unit) {
    q.unit = n.unit.unit;
  } else {
    q.window = window_of(c.tree, c.text, f.counted, f.measured, c.times, c.anchor);
    set_group(c, f);
    inherit(c, f, before);
    set_unit(c, f);
  }
  set_values(q, n, !n.unit && (q.unit == "persons" || q.unit == "households"));
  return f;
}

// How many beings an article stands for: "a", "no", "both"; nullopt for other words.
std::optional<double> article_count(const language::Token& t) {
  if (t.pos != "DET" && t.pos != "PRON" && t.pos != "CCONJ") return {};
  if (listed(t.lemma, "a|an|another")) return 1;
  if (t.lemma == "no") return 0;
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
  return (kind == NounClass::person || kind == NounClass::force) && (t.tag == "NNS") == (count != 1) &&
         !(count == 1 && listed(t.lemma, "death|fatality|police"));
}

bool is_toll(Measure m) { return listed(name_of(m), "killed|injured|casualties|missing|captured|abducted|arrested"); }

// "a soldier was killed", "no casualties", "both pilots died": beings counted without a number, where a toll is said of
// them.
std::optional<Found> read_article(const Context& c, TokenIndex article, const std::vector<Found>& before) {
  const auto count = article_count(c.tree[article]);
  const TokenIndex noun = c.tree[article].head;
  if (!count || noun <= article || noun - article > 6 || !is_being(c, noun, *count)) return {};
  if (c.tree.has(noun, "nummod|quantmod") && c.tree[noun].lemma != "old") return {};
  const bool part = after_part_word(c.tree, article);
  if (!part && !listed(c.tree[noun].dep, "nsubj|nsubjpass|dobj|conj|ROOT|attr|pobj|appos")) return {};
  Found f;
  f.counted = Counted{noun, noun, noun, false, part, false};
  f.sentence = c.tree[noun].sentence;
  f.measured = measured_by(c.tree, f.counted);
  Quantity& q = f.quantity;
  q.measure = f.measured.measure;
  q.rule = f.measured.rule;
  inherit(c, f, before);
  if (!is_toll(q.measure) || (*count == 2 && f.measured.inherits)) return {};
  q.span = {c.tree[article].span.begin, c.tree[noun].span.end};
  q.token = noun;
  q.text = std::string(slice(c.text, q.span));
  q.low = q.best = q.high = *count;
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
  Found f;
  f.counted = Counted{none, none, noun, false, false, false};
  f.sentence = c.tree[none].sentence;
  f.measured = measured_by(c.tree, f.counted);
  Quantity& q = f.quantity;
  q.measure = f.measured.measure;
  q.rule = f.measured.rule;
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

bool says_nothing(const Found& f) {
  const Quantity& q = f.quantity;
  const bool faint = !q.low || (*q.low == 2 && q.bound == Bound::vague);  // "numerous", "a few"
  return q.bound == Bound::vague && faint && q.measure >= Measure::other;
}

}  // namespace

bool is_length_of_time(const Quantity& quantity) {
  return quantity.measure == Measure::count && quantity.rule == kLengthRule;
}

std::vector<Quantity> find_quantities(const ingest::Document& document, const language::Parse& parse,
                                      const std::vector<Time>& times, const Anchor& anchor) {
  const Tree tree(parse, document.text);
  const Context c{document.text, tree, times, anchor};
  const std::vector<Word> words = scan_words(document, parse);
  std::vector<Found> found;
  TokenIndex article = 0;
  const auto articles_up_to = [&](TokenIndex end) {
    for (; article < end; ++article) {
      auto f = read_article(c, article, found);
      if (!f) f = read_none(c, article);
      if (f) found.push_back(std::move(*f));
    }
  };
  for (const auto segment : segments_of(words))
    for (const NumberMention& n : find_numbers(segment, parse, taken_words(segment, times))) {
      articles_up_to(segment[n.first].token);
      Found f = read_quantity(c, segment, n, found);
      if (!says_nothing(f)) found.push_back(std::move(f));
    }
  articles_up_to(static_cast<TokenIndex>(tree.size()));
  relate_parts(tree, document.text, found);
  std::vector<Quantity> out;
  for (Found& f : found) {
    f.quantity.who = who_of(f.quantity.group);
    if (f.quantity.measure < Measure::other) f.quantity.as_of = as_of_day(tree, f.counted, f.measured, times, anchor);
    out.push_back(std::move(f.quantity));
  }
  std::stable_sort(out.begin(), out.end(), [](const Quantity& a, const Quantity& b) { return a.span < b.span; });
  return out;
}

}  // namespace rashomon::mentions
