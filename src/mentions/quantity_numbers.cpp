#include "mentions/quantity_numbers.hpp"

#include <algorithm>
#include <cmath>

#include "mentions/quantity_reader.hpp"

namespace rashomon::mentions {
namespace {

bool change_verb(const Reader& r, std::size_t from) {
  std::uint32_t t = r.words[from].token;
  for (int steps = 0; steps < 3; ++steps) {
    const auto& token = r.parse.tokens[t];
    if (one_of(token.lemma, {"rise",    "increase", "grow", "climb",  "jump",  "soar",   "drop",   "fall",
                             "decline", "decrease", "cut",  "reduce", "raise", "revise", "update", "up",
                             "lift",    "lower",    "down", "change", "slip",  "surge",  "boost",  "swell"}))
      return true;
    t = token.head;
  }
  return false;
}

struct Second {
  Number number;
  std::size_t first = 0;
};

// The second number of "33 to 36", "between N and M", "5% to 10%", "$1 million to $2 million".
std::optional<Second> range_end(const Reader& r, std::size_t begin, const Number& n, std::size_t unit_end) {
  const bool between = begin > 0 && r.is(begin - 1, "between");
  std::size_t i = n.end;
  const bool joined = r.is(i, "-") && r.glued(i);
  const auto links = [&](std::size_t k) { return between ? r.is(k, "and") : one_of(r.low(k), {"to", "-", "or"}); };
  if (!links(i) && unit_end > n.end) i = unit_end;
  if (!links(i)) return {};
  if (r.is(i, "or") && r.is(i + 1, "so")) return {};
  std::size_t k = i + 1;
  if (r.is(k, "-")) ++k;  // "200,000 to-260,000"
  while (k < i + 4 && (one_of(r.low(k), {"$", "us", "\xC2\xA3", "\xE2\x82\xAC", "rm"}))) ++k;
  const auto second = read_number(r.words, k);
  if (!second || k >= r.words.size() || r.taken[k] != 0) return {};
  if (r.is(i, "or") && (second->value != n.value + 1 || r.digits(k))) return {};  // "three or four", not "25 or 40"
  if (r.is(i, "-") && !joined && i == n.end && !r.glued(k)) {
    if (second->value <= n.value) return {};
  }
  const UnitMatch u = unit_after(r, second->end);
  const UnitMatch t = u.unit ? UnitMatch{} : time_after(r, second->end);
  if (unit_end > n.end) {  // a unit after the first: the second must have it too
    const UnitMatch first = unit_after(r, n.end);
    const UnitMatch first_time = time_after(r, n.end);
    if ((first.unit.unit != u.unit.unit || first.unit.measure != u.unit.measure) &&
        (first_time.unit.unit != t.unit.unit || !t.time))
      return {};
  }
  if (begin > 0 && r.is(begin - 1, "from") && change_verb(r, begin - 1)) return {};
  Number found = *second;
  return Second{found, k};
}

// "1 to 2 thousand", "$89 to $93 billion": the first number shares the second's scale.
double shared_scale(const Number& n, const Number& second) {
  if (n.scaled || !second.scaled || n.value >= 1000) return 1;
  for (double scale : {1e12, 1e9, 1e6, 1e5, 1e3, 1e2, 12.0}) {
    const double mantissa = second.value / scale;
    if (mantissa >= 1 && mantissa < 1000 && n.value < mantissa) return scale;
  }
  return 1;
}

void take_range(const Reader& r, NumberMention& m, const Number& n, std::size_t unit_end) {
  const auto second = range_end(r, m.first, n, unit_end);
  if (!second) return;
  const double scale = shared_scale(n, second->number);
  if (n.value * scale == second->number.value) return;
  if (second->number.value < n.value * scale && !(m.first > 0 && r.is(m.first - 1, "from"))) return;
  m.value = n.value * scale;
  m.upper = second->number.value;
  m.last = second->number.end - 1;
  m.end = second->number.end;
  if (m.first > 0 && r.is(m.first - 1, "between")) m.begin = m.first - 1;
}

// A minus before a number: "minus-5", "minus 130".
bool is_negative(const Reader& r, std::size_t i) {
  if (i > 0 && r.is(i - 1, "minus")) return true;
  if (i > 1 && r.is(i - 1, "-") && r.is(i - 2, "minus")) return true;
  return i > 0 && r.is(i - 1, "-") && r.glued(i) && !r.glued(i - 1) && r.digits(i) && (i < 2 || !r.digits(i - 2));
}

// "2-1", "89-89", "0-3": two small numerals joined without a noun are a score or a name.
std::size_t score_end(const Reader& r, std::size_t i) {
  if (!r.digits(i) || !r.is(i + 1, "-") || !r.glued(i + 1) || !r.digits(i + 2) || !r.glued(i + 2)) return 0;
  if (r.is(i + 3, "-") && r.glued(i + 3) && r.digits(i + 4)) return i + 5;
  const auto a = numeral_value(r.low(i));
  const auto b = numeral_value(r.low(i + 2));
  if (!a || !b) return i + 3;
  return *b <= *a ? i + 3 : 0;
}

void take_bound(const Reader& r, NumberMention& m, std::size_t from) {
  std::size_t at = from;
  if (at > 0 && r.is(at - 1, "the") && at > 1 && bound_before(r.words, at - 1)) --at;
  // "handed over 12 men": a particle, no bound
  const bool particle = at > 0 && r.token(at - 1).dep == "prt";
  if (const BoundMatch before = bound_before(r.words, at); before && !(particle && before.words == 1)) {
    m.bound = before.bound;
    m.begin = at - before.words;
  }
  // "an estimated", "a total of": the article belongs to the phrase, what else stands before does not.
  const std::size_t after = m.unit_end > m.end ? m.unit_end : m.end;
  for (const std::size_t at_end : {m.end, after}) {
    const BoundMatch b = bound_after(r.words, at_end);
    if (!b || m.bound != Bound::exact) continue;
    if (r.is(at_end, "odd") || r.is(at_end, "at") || r.is(at_end, "plus")) {
      if (r.is(at_end, "plus") && r.digits(at_end + 1)) continue;
    }
    m.bound = b.bound;
    if (at_end == m.end) m.end += b.words;
    break;
  }
  if (m.bound == Bound::exact && r.is(m.end, "-") && r.is(m.end + 1, "odd")) m.bound = Bound::about, m.end += 2;
}

bool may_begin_number(const Word& word) {
  if (word.kind != WordKind::letters) return word.kind == WordKind::digits;
  return number_word(word.low).kind != NumberWord::none ||
         one_of(word.low, {"a", "an", "half", "few", "couple", "numerous", "countless", "others", "large", "huge",
                           "big", "vast", "great", "growing", "record", "unprecedented", "groups", "crowds", "waves"});
}

std::optional<NumberMention> number_at(const Reader& r, std::size_t i) {
  if (!may_begin_number(r.words[i])) return {};
  NumberMention m;
  m.first = m.begin = i;
  if (auto n = vague_number(r, i)) {
    m.value = n->value;
    m.grain = n->grain;
    m.last = n->end - 1;
    m.end = n->end;
    m.bound = Bound::vague;
    const UnitMatch t = time_after(r, r.is(n->end, "of") ? n->end + 1 : n->end);
    if (t.time) return {};
    const UnitMatch u = unit_after(r, r.is(n->end, "of") ? n->end + 1 : n->end);
    m.unit = u.unit;
    m.unit_end = u.end;
    return m;
  }
  if (auto end = unsaid_number(r, i)) {
    m.nothing = true;
    m.bound = Bound::vague;
    m.last = *end - 1;
    m.end = *end;
    return m;
  }
  if (r.digits(i) && !numeral_value(r.low(i))) {  // forty digits: kept with its words where it is said of people
    m.nothing = true;
    m.bound = Bound::vague;
    m.last = i;
    m.end = i + 1;
    return m;
  }
  auto n = fraction(r, i);
  if (n && n->value < 1) m.unit = {Measure::count, "share"};
  if (!n) n = read_number(r.words, i);
  if (!n) return {};
  m.end = n->end;
  m.last = n->end - 1;
  m.value = n->value;
  m.grain = n->grain;
  return m;
}

// Completes a plain number: refuses what is none, then unit, range and bound.
bool complete(const Reader& r, NumberMention& m) {
  const Number n{m.value, m.grain, m.end, !r.digits(m.first), m.end - m.first > 1};
  if (one_of(r.low(m.end), {"am", "pm"}) && r.digits(m.first)) return false;
  if (pronoun_one(r, m.first, m.end) || glued_wrong(r, m.first, m.end)) return false;
  const auto money = money_before(r, m.first);
  if (money) {
    m.unit = money->first;
    m.begin = money->second;
  }
  UnitMatch unit = unit_after(r, m.end);
  if (!unit.unit || (money && unit.unit.measure != Measure::money)) {
    if (const UnitMatch t = time_after(r, m.end); t.time && !money) unit = t;
    else if (money) unit = {};
  }
  if (!unit.unit && !money && part_of_name(r, m.first, m.last)) return false;
  if (!m.unit && unit.unit) {
    m.unit = unit.unit;
    m.time_unit = unit.time;
  }
  if (!m.unit && is_age(r, m.first, m.end, m.value)) m.unit = {Measure::age, "years"};
  m.unit_end = unit.end;
  take_range(r, m, n, unit.end);
  if (m.upper) {
    if (const UnitMatch u = unit_after(r, m.end); u.unit && !m.unit) m.unit = u.unit, m.unit_end = u.end;
    else if (const UnitMatch t = time_after(r, m.end); t.time && !m.unit)
      m.unit = t.unit, m.unit_end = t.end, m.time_unit = t.unit.measure != Measure::age;
    else m.unit_end = std::max(m.unit_end, u.end);
  }
  if (is_negative(r, m.first)) m.value = -m.value;
  take_bound(r, m, m.begin);
  return true;
}

}  // namespace

void set_values(Quantity& q, const NumberMention& number, bool people) {
  const double n = number.value;
  if (number.nothing) return;
  if (number.upper) {
    q.low = std::min(n, *number.upper);
    q.high = std::max(n, *number.upper);
    return;
  }
  const double below = people && n == std::floor(n) && n >= 1 ? n - 1 : n;
  switch (number.bound) {
    case Bound::exact: q.low = q.best = q.high = n; break;
    case Bound::at_least:
    case Bound::more_than: q.low = q.best = n; break;
    case Bound::at_most: q.high = n; break;
    case Bound::less_than: q.high = below; break;
    case Bound::almost:
      q.low = 0.9 * n;
      q.high = below;
      break;
    case Bound::about: {
      const double d = std::min(number.grain / 2, std::abs(n) / 10);
      q.low = n - d;
      q.best = n;
      q.high = n + d;
      break;
    }
    case Bound::vague: q.low = n; break;
  }
}

std::vector<NumberMention> find_numbers(std::span<const Word> words, const language::Parse& parse,
                                        std::span<const char> taken) {
  const Reader r{words, parse, taken};
  std::vector<NumberMention> out;
  for (std::size_t i = 0; i < words.size();) {
    if (taken[i] != 0) {
      ++i;
      continue;
    }
    if (const std::size_t end = score_end(r, i)) {
      i = end;
      continue;
    }
    auto m = number_at(r, i);
    if (!m) {
      ++i;
      continue;
    }
    const std::size_t next = m->end;
    const bool plain = m->bound != Bound::vague;
    if (plain ? complete(r, *m) : true) {
      if (!plain && !m->nothing)
        if (const BoundMatch b = bound_before(words, m->begin)) m->begin -= b.words;
      out.push_back(*m);
      i = std::max(next, m->end);
    } else {
      i = next;
    }
  }
  return out;
}

}  // namespace rashomon::mentions
