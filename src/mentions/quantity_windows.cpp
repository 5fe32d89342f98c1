#include <algorithm>

#include "mentions/quantity_times.hpp"

/// Over which time a quantity counts.
namespace rashomon::mentions {

// The nearest verb at or above `i`; `i` itself at a root.
TokenIndex clause_of(const Tree& tree, TokenIndex i) {
  for (int steps = 0; steps < 24 && !tree.is_verb(i) && tree[i].head != i; ++steps) i = tree[i].head;
  return i;
}

namespace {

// Whether what hangs at `attached` speaks of the quantity: its predicate, its phrase, or a verb joined to that.
bool concerns(const Tree& tree, TokenIndex attached, const Counted& c, const Measured& m) {
  const TokenIndex predicate = m.predicate.value_or(c.top);
  for (TokenIndex own : {predicate, c.top, c.noun.value_or(c.top), m.group.value_or(c.top)})
    for (int steps = 0; steps < 4; ++steps) {
      if (own == attached) return true;
      if (!listed(tree[own].dep, "xcomp|ccomp|conj|acl|relcl|pobj|prep|nsubj|nsubjpass|dobj|attr") ||
          tree[own].head == own)
        break;
      own = tree[own].head;
    }
  // From the other side: "have been forced to flee since December" hangs on "flee", the predicate is "forced".
  TokenIndex up = attached;
  for (int steps = 0; steps < 8 && tree[up].head != up; ++steps) {
    if (up == predicate || up == c.top) return true;
    if (listed(tree[up].dep, "acl|relcl") &&
        (tree[up].head == predicate || tree[up].head == c.top || tree[up].head == c.noun || tree[up].head == m.group))
      return true;
    const TokenIndex head = tree[up].head;  // the parser may hang "dozens [were] injured" as a noun on the verb before
    if (tree[up].dep == "acl" && tree[head].dep == "conj" && tree.is_verb(tree[head].head)) {
      up = tree[head].head;
      continue;
    }
    const bool gapped = tree[up].dep == "conj" && tree[up].tag == "VBN" &&
                        !tree.has(up, "aux|auxpass");  // "300 were killed and many displaced since May"
    if (!gapped && !listed(tree[up].dep, "pobj|prep|dobj|xcomp|npadvmod|pcomp|agent|attr|compound|amod|poss|nmod"))
      break;
    up = tree[up].head;
  }
  return up == predicate || up == c.top || up == clause_of(tree, predicate) || up == clause_of(tree, c.top);
}

// The tokens of the quantity's sentence that are looked at: a "sentence" of a table or a broken text may have no end.
struct Reach {
  TokenIndex begin = 0;
  TokenIndex end = 0;
};

Reach reach_of(const Tree& tree, TokenIndex at) {
  constexpr TokenIndex kFar = 200;
  const auto& s = tree.parse().sentences[tree[at].sentence];
  return {std::max(s.begin, at > kFar ? at - kFar : 0), std::min(s.end, at + kFar)};
}

// The times of the quantity's sentence with a token of each.
std::vector<Placed> times_of_sentence(const Tree& tree, TokenIndex at, const std::vector<Time>& times) {
  const Reach reach = reach_of(tree, at);
  std::vector<Placed> out;
  auto it = std::lower_bound(times.begin(), times.end(), tree[reach.begin].span.begin,
                             [](const Time& t, std::uint32_t b) { return t.span.begin < b; });
  TokenIndex k = reach.begin;
  for (; it != times.end() && it->span.begin < tree[reach.end - 1].span.end; ++it) {
    while (k + 1 < reach.end && tree[k].span.end < it->span.end) ++k;
    out.push_back({&*it, k});
  }
  return out;
}

bool single_day(const DateRange& r) { return r.start && r.start == r.end; }

// "have since May cut off the valley, forcing some 300 to leave": a participle's matrix is the finite verb before it,
// wherever the parser hangs the participle.
std::optional<TokenIndex> verb_before(const Tree& tree, const Counted& c, const Measured& m) {
  TokenIndex p = m.predicate.value_or(c.top);
  for (int steps = 0; steps < 4 && tree[p].tag != "VBG"; ++steps) {
    if (tree[p].head == p || tree.has(p, "nsubj|nsubjpass")) return {};
    p = tree[p].head;
  }
  if (tree[p].tag != "VBG" || !listed(tree[p].dep, "advcl|acl")) return {};
  const Reach reach = reach_of(tree, p);
  for (TokenIndex k = p; k-- > reach.begin;)
    if (tree.is_verb(k) && tree.has(k, "nsubj|nsubjpass")) return k;
  return {};
}

// "since December", "since the war began in 2011"
std::optional<Window> since_window(const Tree& tree, const Counted& c, const Measured& m,
                                   const std::vector<Placed>& times, const Anchor& anchor) {
  const Reach reach = reach_of(tree, c.top);
  for (TokenIndex k = reach.begin; k < reach.end; ++k) {
    if (tree[k].lemma != "since") continue;
    if (tree[k].dep == "advmod") {  // "began in May and has since killed 300"
      if (tree[k].head != clause_of(tree, m.predicate.value_or(c.top))) continue;
      const auto before = std::find_if(times.rbegin(), times.rend(),
                                       [&](const Placed& p) { return p.token < k && p.time->range.start; });
      return Window{WindowKind::since,
                    {before != times.rend() ? before->time->range.start : std::nullopt, anchor.date}};
    }
    TokenIndex attached = tree[k].head;
    if (tree[k].dep == "mark" && tree[attached].head != attached) {
      if (tree[attached].left_edge <= c.top && c.top <= tree[attached].right_edge)
        continue;  // within what "since" opens
      attached = tree[attached].head;
    }
    if (!concerns(tree, attached, c, m) && !(tree.is_verb(attached) && attached == verb_before(tree, c, m))) continue;
    const auto after =
        std::find_if(times.begin(), times.end(), [&](const Placed& p) { return p.token > k && p.time->range.start; });
    Window w{WindowKind::since, {}};
    if (after != times.end()) w.range.start = after->time->range.start;
    w.range.end = anchor.date;
    return w;
  }
  return {};
}

bool follows(const Tree& tree, const Placed& p, std::string_view words) {
  for (TokenIndex k = p.token; k-- > 0 && p.token - k < 7;)
    if (tree[k].span.end <= p.time->span.begin) return listed(tree[k].lemma, words);
  return false;
}

TokenIndex attachment(const Tree& tree, TokenIndex token) {
  TokenIndex i = token;
  for (int steps = 0; steps < 8; ++steps) {
    const std::string_view dep = tree[i].dep;
    if (!listed(dep, "pobj|prep|nummod|compound|amod|det|poss|nmod|pcomp|conj|appos|npadvmod|advmod|punct") ||
        tree[i].head == i)
      break;
    if (listed(dep, "prep|npadvmod|advmod") && (tree.is_verb(tree[i].head) || tree.is_noun(tree[i].head)) &&
        dep != "pobj")
      return tree[i].head;
    i = tree[i].head;
  }
  return i;
}

// "between 1 December and 23 February", "from June to August": the index of the second time.
std::optional<std::size_t> span_end(const Tree& tree, const std::vector<Placed>& times, std::size_t first) {
  if (first + 1 >= times.size() || !follows(tree, times[first], "between|from")) return {};
  const Placed& b = times[first + 1];
  if (b.token > times[first].token + 6 || !follows(tree, b, "and|to|until|till|through|-")) return {};
  return first + 1;
}

// "this month", "in February", "in 2019 and early 2020", "over the past week"
std::optional<Window> during_window(const Tree& tree, const Counted& c, const Measured& m,
                                    const std::vector<Placed>& times) {
  Window w{WindowKind::during, {}};
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Placed& p = times[i];
    const Time& t = *p.time;
    if (const auto last = span_end(tree, times, i); last && concerns(tree, attachment(tree, p.token), c, m))
      return Window{WindowKind::during, {t.range.start, times[*last].time->range.end}};
    const bool period = (t.type == TimeType::date && !single_day(t.range) && t.range.start && t.range.end &&
                         t.value.find("REF") == std::string::npos) ||
                        (t.type == TimeType::duration && t.range.start && t.range.end);
    if (!period || follows(tree, p, "since|until|till|by|after|before|from|of|'s|for") || follows(tree, p, "the"))
      continue;
    if (!concerns(tree, attachment(tree, p.token), c, m)) continue;
    if (!w.range.start || *t.range.start < *w.range.start) w.range.start = t.range.start;
    if (!w.range.end || *w.range.end < *t.range.end) w.range.end = t.range.end;
  }
  if (w.range.empty()) return {};
  return w;
}

bool is_stock(const Tree& tree, const Measured& m) {
  if (m.measure == Measure::hosted || m.measure == Measure::present || m.measure == Measure::members) return true;
  if (!m.predicate) return false;
  const std::string_view lemma = tree[*m.predicate].lemma;
  if (m.measure == Measure::displaced && listed(tree[*m.predicate].tag, "VBN"))  // "are displaced", not "were"
    for (TokenIndex k : tree.children(*m.predicate))
      if (listed(tree[k].dep, "auxpass|aux") && listed(tree[k].tag, "VBP|VBZ") && tree[k].lemma == "be") return true;
  if (m.measure == Measure::displaced)
    return listed(lemma, "live|stay|remain|be|sleep|reside|shelter") || m.rule == "in camps or shelters" ||
           m.rule == "displaced";
  return (m.measure == Measure::captured && listed(lemma, "hold")) ||
         (m.measure == Measure::deployed && listed(lemma, "station|have|garrison"));
}

// "A strike on the town killed 11 people in July": the month dates the strike.
bool told_of_one_event(const Tree& tree, const Measured& m) {
  if (!m.predicate) return false;
  const TokenIndex verb = clause_of(tree, *m.predicate);
  const auto subject = tree.child(verb, "nsubj");
  if (subject && tree.kind(*subject) == NounClass::event && tree[*subject].tag == "NN") return true;
  if (const auto agent = tree.child(verb, "agent"))
    if (const auto by = tree.child(*agent, "pobj")) return tree.kind(*by) == NounClass::event && tree[*by].tag == "NN";
  return false;
}

}  // namespace

std::optional<Window> window_of(const Tree& tree, std::string_view, const Counted& c, const Measured& m,
                                const std::vector<Time>& times, const Anchor& anchor) {
  if (m.measure > Measure::other) return {};
  if (m.measure == Measure::other) {
    const TokenIndex verb = clause_of(tree, c.top);
    return listed(tree[verb].tag, "VBD|VBN") ? std::optional(Window{WindowKind::incident, {}}) : std::nullopt;
  }
  const std::vector<Placed> near = times_of_sentence(tree, c.top, times);
  std::optional<Date> day;
  bool alone = false;
  for (const Placed& p : near) {
    if (p.time->type == TimeType::set && (p.time->value == "P1D")) alone = true;
    if (single_day(p.time->range) && p.time->value.find("REF") == std::string::npos &&
        concerns(tree, attachment(tree, p.token), c, m)) {
      day = p.time->range.start;
      if (p.token + 1 < tree.size() && tree[p.token + 1].lemma == "alone") alone = true;
    }
  }
  if (is_stock(tree, m)) {
    const auto at = day ? day : anchor.date;
    return Window{WindowKind::stock, {at, at}};
  }
  if (auto w = since_window(tree, c, m, near, anchor)) return w;
  if (m.measure <= Measure::displaced)
    if (auto w = war_window(tree, c, m, near, anchor)) return w;
  if (m.measure <= Measure::displaced)
    if (auto w = campaign_window(tree, c, m, times, anchor)) return w;
  if (!told_of_one_event(tree, m))
    if (auto w = during_window(tree, c, m, near)) return w;
  if (alone) return Window{WindowKind::day, {day, day}};
  return Window{WindowKind::incident, {}};
}

std::optional<Date> as_of_day(const Tree& tree, const Counted& c, const Measured& m, const std::vector<Time>& times,
                              const Anchor& anchor) {
  for (const Placed& p : times_of_sentence(tree, c.top, times)) {
    if (!single_day(p.time->range) || p.time->value.find("REF") != std::string::npos) continue;
    if (anchor.date && *anchor.date < *p.time->range.start) continue;  // nobody has counted tomorrow's dead
    TokenIndex first = p.token;
    while (first > 0 && tree[first].span.begin > p.time->span.begin) --first;
    const bool as_of = first > 1 && listed(tree[first - 1].lemma, "of|at") && tree[first - 2].lemma == "as";
    const bool by = first > 0 && listed(tree[first - 1].lemma, "by|until|till");
    if (as_of || (by && concerns(tree, attachment(tree, p.token), c, m))) return p.time->range.start;
  }
  return {};
}

}  // namespace rashomon::mentions
