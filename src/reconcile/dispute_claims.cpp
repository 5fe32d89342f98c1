#include <algorithm>
#include <map>
#include <set>

#include "reconcile/disputes.hpp"

namespace rashomon::reconcile {
namespace {

constexpr double kAlike = 0.10;     // reports that may speak of one thing
constexpr double kSharedBits = 16;  // rare words in common that make two claims one proposition

double shared_bits_any(const Corpus& corpus, const Item& a, const Item& b, std::size_t least = 1) {
  double bits = 0;
  std::size_t n = 0;
  for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
    if (a.words[i] == b.words[j]) bits += corpus.rarity[a.words[i]], ++n;
    const bool l = a.words[i] <= b.words[j], r = b.words[j] <= a.words[i];
    i += l, j += r;
  }
  return n < least ? 0 : bits;
}

// One word in common may be chance.
double shared_bits(const Corpus& corpus, const Item& a, const Item& b) { return shared_bits_any(corpus, a, b, 2); }

bool is_told_as_fact(const Item& item) {
  using claims::Modality;
  const Modality m = item.claim->modality;
  return item.claim->polarity == claims::Polarity::asserts &&
         (m == Modality::actual || m == Modality::negated || m == Modality::habitual);
}

bool other_speakers(const Findings& f, std::size_t a, std::size_t b) {
  return f.origins.of_item[a] != f.origins.of_item[b];
}

// The claims of the report of `item` and of reports alike, ascending.
std::vector<std::size_t> items_near(const Findings& f, std::size_t item) {
  std::vector<std::size_t> out;
  std::vector<std::size_t> reports = f.likeness.alike(f.corpus.items[item].report, kAlike);
  std::sort(reports.begin(), reports.end());
  for (std::size_t r : reports)
    for (std::size_t i = f.corpus.first[r]; i < f.corpus.first[r + 1]; ++i) out.push_back(i);
  return out;
}

// Claims of the other reports, or of the same, that say what `item` says: same origin side of the matter, words in
// common.
std::vector<std::size_t> echoes(const Findings& f, std::size_t item, bool negative) {
  std::vector<std::size_t> out = {item};
  for (std::size_t i : items_near(f, item))
    if (i != item && is_told_as_fact(f.corpus.items[i]) && f.corpus.items[i].negative == negative &&
        shared_bits(f.corpus, f.corpus.items[item], f.corpus.items[i]) >= kSharedBits)
      out.push_back(i);
  return out;
}

DisputeKind kind_of_denial(const Findings& f, const DenialLink& link) {
  const Item &denial = f.corpus.items[link.denial], &target = f.corpus.items[link.target];
  if ((target.family == Family::campaign) != (denial.family == Family::campaign) && target.family != Family::none &&
      denial.family != Family::none)
    return DisputeKind::scope;
  const auto* s = first_speaker(*denial.claim);
  if (target.family == Family::violence && s != nullptr)
    for (const auto& p : target.claim->actor)
      if (side_of(p) == side_of(*s)) return DisputeKind::attribution;
  return DisputeKind::contradiction;
}

void from_denials(const Findings& f, std::vector<Dispute>& out) {
  std::map<std::size_t, std::vector<DenialLink>> by_target;
  for (const DenialLink& link : f.denials) by_target[link.target].push_back(link);
  for (const auto& [target, links] : by_target) {
    std::vector<std::size_t> denials;
    for (const DenialLink& link : links) denials.push_back(link.denial);
    Dispute d{{},
              kind_of_denial(f, links.front()),
              "Is it so: " + f.corpus.items[target].claim->quote,
              {},
              "asserted and denied",
              {}};
    d.positions.push_back(make_position(f, "yes", echoes(f, target, f.corpus.items[target].negative)));
    d.positions.push_back(make_position(f, "denied", denials));
    out.push_back(std::move(d));
  }
}

// A denial of one attack against what the denier is said to do over a longer time: other scopes, no contradiction.
void from_scopes(const Findings& f, std::vector<Dispute>& out) {
  std::map<std::string, std::vector<std::size_t>> denials;
  for (const DenialLink& link : f.denials) {
    const Item& denial = f.corpus.items[link.denial];
    const auto* s = first_speaker(*denial.claim);
    if (s != nullptr && denial.claim->polarity == claims::Polarity::denies && denial.family == Family::violence)
      denials[side_of(*s)].push_back(link.denial);
  }
  for (const auto& [side, items] : denials) {
    std::vector<std::size_t> longer;
    std::set<std::size_t> around;
    for (std::size_t d : items)
      for (std::size_t i : items_near(f, d)) around.insert(i);
    for (std::size_t i : around) {
      const Item& item = f.corpus.items[i];
      if (item.family != Family::campaign || !is_told_as_fact(item) || item.negative) continue;
      const auto& doers = item.claim->actor;
      if (std::none_of(doers.begin(), doers.end(), [&](const auto& p) { return side_of(p) == side; })) continue;
      if (std::any_of(items.begin(), items.end(),
                      [&](std::size_t d) { return shared_bits_any(f.corpus, f.corpus.items[d], item) > 0; }))
        longer.push_back(i);
    }
    if (longer.empty()) continue;
    Dispute d{{},
              DisputeKind::scope,
              "Does the denial reach so far: " + f.corpus.items[longer.front()].claim->quote,
              {},
              "the denial speaks of one happening, the other claims of a longer time",
              {}};
    d.positions.push_back(make_position(f, "over a longer time", longer));
    d.positions.push_back(make_position(f, "denied of one happening", items));
    out.push_back(std::move(d));
  }
}

// Had one told the other? Claims of informing in alike reports, those that say so against those that say not.
void from_informing(const Findings& f, std::vector<Dispute>& out) {
  std::vector<bool> tells(f.corpus.items.size(), false), used = tells;
  for (std::size_t i = 0; i < f.corpus.items.size(); ++i)
    tells[i] = is_told_as_fact(f.corpus.items[i]) && f.corpus.items[i].informs;
  for (std::size_t i = 0; i < f.corpus.items.size(); ++i) {
    if (!tells[i] || used[i] || !f.corpus.items[i].negative) continue;
    std::vector<std::size_t> no = {i}, yes;
    for (std::size_t j : items_near(f, i)) {
      if (j == i || !tells[j]) continue;
      if (f.corpus.items[j].negative ? shared_bits(f.corpus, f.corpus.items[i], f.corpus.items[j]) > 0
                                     : other_speakers(f, i, j))
        (f.corpus.items[j].negative ? no : yes).push_back(j);
    }
    std::erase_if(yes, [&](std::size_t j) {
      return std::none_of(no.begin(), no.end(), [&](std::size_t n) {
        return shared_bits(f.corpus, f.corpus.items[n], f.corpus.items[j]) > 0;
      });
    });
    // What is done as a rule does not contradict what was left undone once.
    std::vector<std::size_t> as_a_rule;
    for (std::size_t j : yes)
      if (f.corpus.items[j].habit) as_a_rule.push_back(j);
    std::erase_if(yes, [&](std::size_t j) { return f.corpus.items[j].habit; });
    if (yes.empty()) continue;
    for (std::size_t n : no) used[n] = true;
    Dispute d{{},
              DisputeKind::contradiction,
              "Had they been told: " + f.corpus.items[i].claim->quote,
              {},
              "one side says so, the other says not",
              {}};
    d.positions.push_back(make_position(f, "told", yes));
    d.positions.push_back(make_position(f, "not told", no));
    if (!as_a_rule.empty()) d.positions.push_back(make_position(f, "told as a rule", as_a_rule));
    out.push_back(std::move(d));
  }
}

// The same proposition, asserted by one and negated by another, of one event.
void from_negation(const Findings& f, std::vector<Dispute>& out) {
  for (const EventWithItems& e : f.events)
    for (std::size_t n : e.items) {
      if (!is_told_as_fact(f.corpus.items[n]) || f.corpus.items[n].claim->modality != claims::Modality::negated ||
          f.corpus.items[n].informs)
        continue;
      std::size_t best = kNoItem;
      double bits = kSharedBits;
      for (std::size_t i : e.items) {
        if (f.corpus.items[i].negative || !is_told_as_fact(f.corpus.items[i]) || !other_speakers(f, n, i)) continue;
        const double b = shared_bits(f.corpus, f.corpus.items[n], f.corpus.items[i]);
        if (b > bits) best = i, bits = b;
      }
      if (best == kNoItem) continue;
      Dispute d{{}, DisputeKind::contradiction,      "Is it so: " + f.corpus.items[best].claim->quote,
                {}, "one says so, another says not", {}};
      d.positions.push_back(make_position(f, "yes", echoes(f, best, false)));
      d.positions.push_back(make_position(f, "no", {n}));
      out.push_back(std::move(d));
    }
}

}  // namespace

std::vector<Dispute> proposition_disputes(const Findings& findings) {
  std::vector<Dispute> out;
  from_denials(findings, out);
  from_scopes(findings, out);
  from_informing(findings, out);
  from_negation(findings, out);
  return out;
}

}  // namespace rashomon::reconcile
