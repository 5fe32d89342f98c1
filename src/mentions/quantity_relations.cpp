#include <algorithm>
#include <cmath>

#include "mentions/quantity_found.hpp"

/// Which quantities are parts of which.
namespace rashomon::mentions {
namespace {

constexpr std::size_t kReach = 12;  // quantities looked at from one
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_share(const Quantity& q) { return q.unit == "share" || (q.measure == Measure::percent && q.unit == "percent"); }

bool counts(const Quantity& q) { return q.measure <= Measure::other; }

// Whether `whole` may be as many as `part` or more.
bool can_hold(const Quantity& whole, const Quantity& part) {
  const double least = part.low.value_or(part.best.value_or(0));
  return !whole.high || least <= *whole.high;
}

// The quantity before `i` that "of them", "including" and the like speak of.
std::size_t whole_before(const std::vector<Found>& found, std::size_t i, std::uint32_t sentences) {
  for (std::size_t k = i; k > 0 && i - k < kReach; --k) {
    const Found& b = found[k - 1];
    if (found[i].sentence - b.sentence > sentences) break;
    if (b.quantity.measure < Measure::other && !b.quantity.relation && !b.is_part && !is_share(b.quantity) &&
        (is_share(found[i].quantity) || can_hold(b.quantity, found[i].quantity)))
      return k - 1;
  }
  return kNone;
}

std::optional<TokenIndex> after(const Tree& tree, TokenIndex i, std::string_view skipped) {
  for (TokenIndex k = i + 1; k < tree.size() && k < i + 6 && tree[k].sentence == tree[i].sentence; ++k)
    if (!listed(tree[k].lemma, skipped) && tree[k].pos != "SPACE") return k;
  return {};
}

// "two of the nine hostages": both numbers stand with one noun.
std::size_t whole_of_partitive(const Tree& tree, const std::vector<Found>& found, std::size_t i) {
  const Found& f = found[i];
  const auto of = after(tree, f.quantity.token, "more|other");
  if (!f.counted.noun || f.counted.part || !of || tree[*of].lemma != "of") return kNone;
  for (std::size_t k = i + 1; k < found.size() && k < i + 3; ++k)
    if (found[k].counted.noun == f.counted.noun && found[k].quantity.token > *of &&
        can_hold(found[k].quantity, f.quantity))
      return k;
  return kNone;
}

// "including 3 officers and 2 clerks": joined to a part.
std::size_t whole_of_joined(const Tree& tree, const std::vector<Found>& found, std::size_t i) {
  const Found& f = found[i];
  if (tree[f.counted.top].dep != "conj" || i == 0) return kNone;
  const Found& b = found[i - 1];
  if (!b.quantity.relation || b.quantity.measure != f.quantity.measure || is_share(b.quantity)) return kNone;
  const TokenIndex head = tree[f.counted.top].head;
  if (head != b.counted.top && head != b.counted.noun) return kNone;
  for (std::size_t k = i; k > 0 && i - k < kReach; --k)
    if (found[k - 1].quantity.span == b.quantity.relation->whole && can_hold(found[k - 1].quantity, f.quantity))
      return k - 1;
  return kNone;
}

bool is_explicit_part(const Found& f) {
  return f.counted.part || f.measured.rule == "part of the number before" || f.measured.rule == "among the counted";
}

// What a share is a share of, and whom it counts.
struct ShareOf {
  std::size_t whole = kNone;
  std::optional<TokenIndex> noun;
};

ShareOf share_of(const Tree& tree, const std::vector<Found>& found, std::size_t i) {
  const auto next = after(tree, found[i].quantity.token, "%|percent|per|cent|-");
  if (!next) return {};
  if (tree[*next].lemma != "of") {  // "948,000, more than half children"
    const bool apposed = i > 0 && listed(tree[*next].tag, "NNS") && found[i - 1].sentence == found[i].sentence;
    return apposed ? ShareOf{whole_before(found, i, 0), next} : ShareOf{};
  }
  const auto object = tree.child(*next, "pobj") ? tree.child(*next, "pobj") : after(tree, *next, "the");
  if (!object) return {};
  if (tree[*object].pos == "PRON" || listed(tree[*object].lemma, "they|whom|which|these|those")) {
    const auto noun = after(tree, *object, "be");
    return {whole_before(found, i, 1), noun && listed(tree[*noun].tag, "NNS") ? noun : std::nullopt};
  }
  for (std::size_t k = i + 1; k < found.size() && k < i + 3; ++k)
    if (found[k].counted.noun == object || found[k].counted.top == *object || found[k].quantity.token == *object)
      return {k, object};
  return {};
}

// How many of the whole a share is.
void resolve(Relation& relation, const Quantity& share, const Quantity& whole) {
  const double unit = share.measure == Measure::percent ? 0.01 : 1;
  constexpr double kSlack = 1e-6;  // what multiplying leaves over a whole number
  if (whole.low) relation.low = std::floor(share.low.value_or(0) * unit * *whole.low + kSlack);
  if (whole.high) relation.high = std::ceil(share.high.value_or(1 / unit) * unit * *whole.high - kSlack);
  const bool firm = share.bound == Bound::exact || share.bound == Bound::about;
  if (firm && share.best && whole.best) relation.best = std::floor(*share.best * unit * *whole.best + 0.5);
}

void relate_share(const Tree& tree, std::string_view text, std::vector<Found>& found, std::size_t i) {
  const ShareOf of = share_of(tree, found, i);
  if (of.whole == kNone) return;
  Quantity& q = found[i].quantity;
  const Quantity& whole = found[of.whole].quantity;
  Relation relation{RelationKind::subset, whole.span, {}, {}, {}};
  if (counts(whole)) resolve(relation, q, whole);
  q.relation = relation;
  if (!of.noun || !tree.is_noun(*of.noun) || !q.group.empty()) return;
  const Group g = group_of(tree, text, *of.noun, Counted{*of.noun, q.token, of.noun, false, false, false});
  q.group = g.text;
  q.group_span = g.span;
}

std::size_t whole_of(const Tree& tree, const std::vector<Found>& found, std::size_t i) {
  if (const std::size_t k = whole_of_partitive(tree, found, i); k != kNone) return k;
  if (is_explicit_part(found[i])) return whole_before(found, i, 1);
  return whole_of_joined(tree, found, i);
}

bool is_exact(const Quantity& q) { return q.bound == Bound::exact && q.best.has_value(); }

// Whether a mark opens the list of parts behind `whole`. A comma does only behind words for people of any kind: "4
// women, 3 children and a man" is one list.
bool opens_parts(const Tree& tree, const Found& whole, TokenIndex first_part) {
  const bool anyone = !whole.counted.noun ||
                      listed(tree[*whole.counted.noun].lemma,
                             "people|person|human|individual|victim|casualty|body|death|dead|passenger|civilian|member|"
                             "citizen|national|foreigner|other");
  for (TokenIndex k = whole.quantity.token + 1; k < first_part && k < whole.quantity.token + 30; ++k)
    if (tree[k].pos == "PUNCT" && tree[k].tag != "HYPH" && (anyone || tree[k].lemma != ",")) return true;
  return false;
}

// "12 people: seven women and five children": what follows in the sentence adds up to the whole.
void find_partition(const Tree& tree, std::vector<Found>& found, std::size_t w) {
  const Found& whole = found[w];
  if (!is_exact(whole.quantity) || whole.quantity.relation || whole.quantity.measure >= Measure::other) return;
  std::vector<std::size_t> parts;
  double sum = 0;
  for (std::size_t k = w + 1; k < found.size() && k <= w + kReach && sum < *whole.quantity.best; ++k) {
    const Quantity& q = found[k].quantity;
    if (found[k].sentence != whole.sentence) break;
    if (!counts(q)) continue;
    const bool other_whole = q.relation && q.relation->whole != whole.quantity.span;
    if (q.measure != whole.quantity.measure || !is_exact(q) || other_whole) break;
    sum += *q.best;
    parts.push_back(k);
  }
  if (sum != *whole.quantity.best || parts.size() < 2) return;
  if (!opens_parts(tree, whole, found[parts.front()].quantity.token)) return;
  for (std::size_t k : parts)
    found[k].quantity.relation = Relation{RelationKind::partition, whole.quantity.span, {}, {}, {}};
}

}  // namespace

void relate_parts(const Tree& tree, std::string_view text, std::vector<Found>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (is_share(found[i].quantity)) {
      relate_share(tree, text, found, i);
    } else if (counts(found[i].quantity)) {
      const std::size_t whole = whole_of(tree, found, i);
      if (whole != kNone)
        found[i].quantity.relation = Relation{RelationKind::subset, found[whole].quantity.span, {}, {}, {}};
    }
  }
  for (std::size_t w = 0; w < found.size(); ++w) find_partition(tree, found, w);
}

}  // namespace rashomon::mentions
