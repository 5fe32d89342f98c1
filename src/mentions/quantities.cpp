#include "mentions/quantities.hpp"

#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/quantity_clauses.hpp"
#include "mentions/quantity_found.hpp"
#include "mentions/quantity_who.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::string_view kLengthRule = "length of time";

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

Quantity measured_in_units(const NumberMention& n) {
  Quantity q;
  q.measure = n.unit.measure;
  q.unit = n.unit.unit;
  q.rule = n.time_unit ? kLengthRule : std::string_view("unit");
  return q;
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
      if (auto f = read_article(c, article, found)) found.push_back(std::move(*f));
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
