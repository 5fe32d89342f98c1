#include <algorithm>

#include "mentions/fold.hpp"
#include "mentions/quantity_found.hpp"
#include "mentions/quantity_who.hpp"

/// Who is counted: said with the number, or taken over from the quantity before.
namespace rashomon::mentions {
namespace {

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

// "more than 400 such deaths": deaths of that kind, not of the very persons before.
std::string kind_of_such(const std::string& group) {
  const Who who = who_of(group);
  if (who.status == "fighter") return "fighters";
  if (who.status == "police") return "police";
  const bool unarmed = who.status == "civilian" || who.age == "child" || who.age == "elderly" ||
                       who.gender == "female" || group.find("famil") != std::string::npos;
  return unarmed ? "civilians" : "";
}

bool is_such(const Context& c, const Found& f) {
  return f.counted.noun && std::any_of(c.tree.children(*f.counted.noun).begin(), c.tree.children(*f.counted.noun).end(),
                                       [&](TokenIndex k) { return c.tree[k].lemma == "such"; });
}

}  // namespace

bool people_only(Measure m) { return m <= Measure::evacuated && m != Measure::captured; }

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

namespace {

// "a family of six": six of their own, none of those counted before.
bool is_of_household(const Context& c, TokenIndex number) {
  return number >= 2 && c.tree[number - 1].lemma == "of" &&
         listed(c.tree[number - 2].lemma, "family|household|group|crew|team|gang|couple|party|patrol");
}

// A bare noun, or six of a family: nothing that was counted before.
bool counts_its_own(const Context& c, const Found& f) {
  const bool bare = f.counted.noun && c.tree[*f.counted.noun].left_edge >= *f.counted.noun;
  return bare || is_of_household(c, f.quantity.token);
}

// The latest quantity of a toll that `f` may go on with.
const Found* last_toll(const Found& f, const std::vector<Found>& before) {
  constexpr std::size_t kReach = 11;
  const std::size_t n = std::min(before.size(), kReach);
  for (std::size_t back = 1; back <= n; ++back) {
    const Found& b = before[before.size() - back];
    const bool near = f.sentence - b.sentence <= 1 || f.measured.rule == "figure given before";
    if (b.quantity.measure < Measure::other && !b.is_part && near) return &b;
  }
  return nullptr;
}

}  // namespace

void inherit(const Context& c, Found& f, const std::vector<Found>& before) {
  const bool part = f.measured.inherits || f.counted.part || (f.counted.elided && f.counted.noun);
  f.is_part = (part && f.measured.rule != "figure given before") || f.measured.rule == "among the counted";
  const Found* last = last_toll(f, before);
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
  if (counts_its_own(c, f)) return;
  if (people_only(q.measure) && !last->quantity.unit.empty() && last->quantity.unit != "persons" &&
      last->quantity.unit != "households")
    return;
  q.group = is_such(c, f) ? kind_of_such(last->quantity.group) : last->quantity.group;
  if (near && !f.measured.tally && q.window && q.window->kind == WindowKind::incident && last->quantity.window &&
      (last->quantity.window->kind == WindowKind::since || last->quantity.window->kind == WindowKind::during))
    q.window = last->quantity.window;
}

}  // namespace rashomon::mentions
