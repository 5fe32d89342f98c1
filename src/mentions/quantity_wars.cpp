#include <algorithm>

#include "mentions/quantity_times.hpp"

/// Counts since a war or a campaign began.
namespace rashomon::mentions {
namespace {

bool is_war(std::string_view lemma) {
  return listed(lemma, "war|conflict|uprising|revolution|insurgency|rebellion|revolt|crisis");
}

bool is_campaign(std::string_view lemma) {
  return listed(lemma, "offensive|campaign|operation|siege|blockade|onslaught");
}

// The verb of the clause that tells of the counted: "has sent 300 fleeing" of "fleeing".
TokenIndex matrix_of(const Tree& tree, TokenIndex verb) {
  for (int steps = 0; steps < 3 && listed(tree[verb].dep, "xcomp|ccomp|advcl"); ++steps) {
    if (tree[verb].tag != "VBG" && tree.has(verb, "nsubj|nsubjpass")) break;
    verb = tree[verb].head;
  }
  return verb;
}

// Days of a duration like "P2M"; 0 for others.
int days_of(std::string_view value) {
  if (value.size() < 3 || value.size() > 6 || value[0] != 'P') return 0;
  int n = 0;
  for (char c : value.substr(1, value.size() - 2)) {
    if (c < '0' || c > '9') return 0;
    n = n * 10 + (c - '0');
  }
  const char unit = value.back();
  return n * (unit == 'D' ? 1 : unit == 'W' ? 7 : unit == 'M' ? 30 : unit == 'Y' ? 365 : 0);
}

// When the campaign that the text calls "a two-month offensive" elsewhere began.
std::optional<Date> campaign_start(const Tree& tree, TokenIndex campaign, const std::vector<Time>& times,
                                   const Anchor& anchor) {
  constexpr TokenIndex kFar = 2000;  // tokens looked at
  if (!anchor.date) return {};
  const TokenIndex first = campaign > kFar ? campaign - kFar : 0;
  auto it = std::lower_bound(times.begin(), times.end(), tree[first].span.begin,
                             [](const Time& t, std::uint32_t begin) { return t.span.begin < begin; });
  for (TokenIndex k = first; k < campaign; ++k) {
    while (it != times.end() && it->span.end <= tree[k].span.begin) ++it;
    if (tree[k].lemma != tree[campaign].lemma) continue;
    const auto& edge = tree[tree[k].left_edge].span;
    for (auto t = it; t != times.begin() && it - t < 3;)
      if (--t; t->span.begin >= edge.begin && t->type == TimeType::duration && days_of(t->value) > 0)
        return Date{anchor.date->days - days_of(t->value)};
  }
  return {};
}

}  // namespace

std::optional<Window> campaign_window(const Tree& tree, const Counted& c, const Measured& m,
                                      const std::vector<Time>& times, const Anchor& anchor) {
  const TokenIndex verb = matrix_of(tree, clause_of(tree, m.predicate.value_or(c.top)));
  const auto subject = tree.child(verb, "nsubj");
  if (!subject || !is_campaign(tree[*subject].lemma)) return {};
  const bool perfect = std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenIndex k) {
    return tree[k].dep == "aux" && listed(tree[k].tag, "VBZ|VBP") && tree[k].lemma == "have";
  });
  if (!perfect) return {};
  return Window{WindowKind::since, {campaign_start(tree, *subject, times, anchor), anchor.date}};
}

std::optional<Window> war_window(const Tree& tree, const Counted& c, const Measured& m,
                                 const std::vector<Placed>& times, const Anchor& anchor) {
  const TokenIndex verb = clause_of(tree, m.predicate.value_or(c.top));
  std::optional<TokenIndex> war;
  for (TokenIndex k : tree.children(verb)) {
    if (listed(tree[k].dep, "nsubj|agent|prep") && is_war(tree[k].lemma)) war = k;
    if (listed(tree[k].dep, "prep|agent"))
      if (const auto of = tree.child(k, "pobj"); of && is_war(tree[*of].lemma)) war = of;
  }
  if (!war) return {};
  Window w{WindowKind::since, {std::nullopt, anchor.date}};
  bool begins = false;
  for (TokenIndex k = tree[*war].left_edge; k <= tree[*war].right_edge && k < *war + 40; ++k)
    begins = begins || listed(tree[k].lemma, "begin|start|erupt|break");
  for (const Placed& p : times)
    if (begins && p.token >= *war && p.token <= tree[*war].right_edge && p.time->range.start)
      w.range.start = p.time->range.start;
  return w;
}

}  // namespace rashomon::mentions
