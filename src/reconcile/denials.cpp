#include "reconcile/denials.hpp"

#include <algorithm>

#include "mentions/fold.hpp"

namespace rashomon::reconcile {
namespace {

constexpr double kLeast = 6;            // bits of rare words, or as much in other evidence, for a link
constexpr double kMostBits = 18;        // more words in common do not make up for who is accused
constexpr double kAlike = 0.10;         // reports alike enough that one may deny the other
constexpr std::size_t kJustBefore = 3;  // claims: a denial mostly follows what it denies
constexpr double kNextTo = 3;
constexpr double kElsewhere = 3;  // a target in the same report is this much nearer

std::string speaker_of(const Item& item) {
  const auto* s = first_speaker(*item.claim);
  if (s == nullptr) return {};
  return s->actor_id.empty() ? mentions::fold_name(s->name) : s->actor_id.value;
}

// "denied this", "rejected the accusation": a verb of denying whose object points back.
bool points_back(const Item& denial) {
  const auto tokens = tokens_of(denial.claim->quote);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!in_list("denial_verbs.tsv", stem_of(tokens[i]))) continue;
    if (i + 1 < tokens.size() && (tokens[i + 1] == "this" || tokens[i + 1] == "it" || tokens[i + 1] == "them"))
      return true;
    // The noun must close the object: "the claim that …" says itself what is denied.
    for (std::size_t j = i + 1; j < tokens.size() && j <= i + 4; ++j)
      if (in_list("anaphors.tsv", stem_of(tokens[j])) &&
          (j + 1 == tokens.size() || (tokens[j + 1] != "that" && tokens[j + 1] != "of" && tokens[j + 1] != "for")))
        return true;
  }
  return false;
}

double shared_bits(const Corpus& corpus, const Item& a, const Item& b) {
  double bits = 0;
  for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
    if (a.words[i] == b.words[j]) bits += corpus.rarity[a.words[i]];
    const bool l = a.words[i] <= b.words[j], r = b.words[j] <= a.words[i];
    i += l, j += r;
  }
  return bits;
}

bool accuses_speaker(const Item& denial, const Item& target) {
  const auto* s = first_speaker(*denial.claim);
  if (s == nullptr) return false;
  const std::string side = side_of(*s);
  for (const auto& p : target.claim->actor)
    if (side_of(p) == side) return true;
  return false;
}

bool can_be_denied(const Item& denial, const Item& target) {
  using claims::Modality;
  const claims::Claim& t = *target.claim;
  if (t.polarity == claims::Polarity::denies || &t == denial.claim) return false;
  if (t.modality != Modality::actual && t.modality != Modality::possible && t.modality != Modality::hypothetical &&
      t.modality != Modality::negated)
    return false;
  // Nobody denies what his own side says.
  const std::string a = speaker_of(denial), b = speaker_of(target);
  if (a.empty()) return true;
  return a != b && (b.empty() || side_of(*first_speaker(*denial.claim)) != side_of(*first_speaker(t)));
}

double score_of(const Corpus& corpus, const Item& denial, const Item& target, bool same_event) {
  const double bits = std::min(kMostBits, shared_bits(corpus, denial, target));
  const bool accuses = accuses_speaker(denial, target);
  if (bits == 0 && !accuses) return 0;
  double score = bits;
  if (denial.family != Family::none && denial.family == target.family) score += 2;
  if (denial.family != Family::campaign && target.family == Family::campaign) score -= 4;
  if (same_event) score += 4;
  if (accuses) score += 8;
  // A denial answers what somebody puts forward, not the bare report that the thing happened.
  if (!target.own_voice) score += 3;
  if (target.own_voice && target.claim->actor.empty() && target.claim->modality == claims::Modality::actual) score -= 8;
  if (target.family == Family::accusation || target.about) score += 1;
  for (const Figure& x : denial.figures)
    for (const Figure& y : target.figures)
      if (x.quantity->measure == y.quantity->measure && x.quantity->best == y.quantity->best) score += 2;
  const bool guess =
      target.claim->modality == claims::Modality::possible || target.claim->modality == claims::Modality::hypothetical;
  if (guess && accuses) score += target.own_voice ? 8 : 5;
  return score;
}

std::size_t last_before(const Corpus& corpus, std::size_t denial) {
  for (std::size_t i = denial; i-- > corpus.first[corpus.items[denial].report];)
    if (can_be_denied(corpus.items[denial], corpus.items[i]) && !corpus.items[i].headline &&
        (!corpus.items[i].own_voice || corpus.items[i].block == corpus.items[denial].block))
      return i;
  return kNoItem;
}

}  // namespace

std::vector<DenialLink> link_denials(Corpus& corpus, const LikenessTable& likeness,
                                     const std::vector<std::size_t>& event_of) {
  std::vector<std::vector<std::size_t>> alike(corpus.reports.size());
  for (const Likeness& l : likeness.pairs())
    if (l.cosine >= kAlike) alike[l.a].push_back(l.b), alike[l.b].push_back(l.a);
  std::vector<DenialLink> links;
  for (std::size_t d = 0; d < corpus.items.size(); ++d) {
    const Item& denial = corpus.items[d];
    if (denial.claim->polarity != claims::Polarity::denies) continue;
    DenialLink best{d, kNoItem, kLeast};
    const auto look = [&](std::size_t report, double handicap) {
      for (std::size_t i = corpus.first[report]; i < corpus.first[report + 1]; ++i) {
        if (!can_be_denied(denial, corpus.items[i])) continue;
        const bool same_event = event_of[d] != kNoItem && event_of[d] == event_of[i];
        double score = score_of(corpus, denial, corpus.items[i], same_event) - handicap;
        if (i < d && d - i <= kJustBefore) score += kNextTo;
        if (score > best.score) best.target = i, best.score = score;
      }
    };
    if (points_back(denial)) best.target = last_before(corpus, d);
    if (best.target == kNoItem) {
      look(denial.report, 0);
      for (std::size_t other : alike[denial.report]) look(other, kElsewhere);
    }
    if (best.target == kNoItem) continue;
    denial.claim->denies = corpus.items[best.target].claim->id;
    links.push_back(best);
    // "rejected this, saying that no …": what follows in the paragraph spells the denial out.
    for (std::size_t i = d + 1; i < corpus.first[denial.report + 1] && corpus.items[i].block == denial.block; ++i) {
      const Item& next = corpus.items[i];
      if (next.claim->modality != claims::Modality::negated || speaker_of(next) != speaker_of(denial)) break;
      next.claim->denies = denial.claim->denies;
      links.push_back({i, best.target, best.score});
    }
  }
  return links;
}

}  // namespace rashomon::reconcile
