#include "claims/reading.hpp"

#include <algorithm>

namespace rashomon::claims {
namespace {

constexpr int kClimb = 64;  // heads above a token that may own it

template <class Mention>
void mark(const Reading& reading, const std::vector<Mention>& mentions, std::vector<std::uint32_t>& at) {
  const auto& tokens = reading.analysis().parse.tokens;
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    for (std::uint32_t i = reading.token_at(mentions[m].span.begin); i < tokens.size(); ++i) {
      if (tokens[i].span.begin >= mentions[m].span.end) break;
      if (at[i] == Reading::kNone && tokens[i].span.overlaps(mentions[m].span)) at[i] = m;
    }
}

}  // namespace

Reading::Reading(const mentions::Analysis& analysis, std::span<const Proposition> propositions)
    : analysis_(&analysis), propositions_(propositions), words_(analysis.parse) {
  const std::size_t n = analysis.parse.tokens.size();
  actor_at_.assign(n, kNone);
  place_at_.assign(n, kNone);
  owner_.assign(n, kNone);
  const auto& actors = analysis.mentions.actors;
  mark(*this, actors, actor_at_);
  for (std::uint32_t a = 0; a < actors.size(); ++a)
    if (actors[a].token < n) actor_at_[actors[a].token] = a;
  mark(*this, analysis.mentions.places, place_at_);
  find_owners();
}

void Reading::find_owners() {
  const std::size_t n = owner_.size();
  std::vector<std::uint32_t> headed(n, kNone);
  for (std::uint32_t p = 0; p < propositions_.size(); ++p)
    if (const std::uint32_t head = propositions_[p].head; head < n && headed[head] == kNone) headed[head] = p;
  for (std::uint32_t i = 0; i < n; ++i) {
    std::uint32_t k = i;
    for (int step = 0; step < kClimb; ++step) {
      const std::uint32_t p = headed[k];
      if (p != kNone && propositions_[p].first <= i && i < propositions_[p].last) {
        owner_[i] = p;
        break;
      }
      const auto head = words_.syntax().head(k);
      if (!head) break;
      k = *head;
    }
  }
}

std::uint32_t Reading::token_at(std::uint32_t offset) const {
  const auto& tokens = analysis_->parse.tokens;
  const auto at = std::upper_bound(tokens.begin(), tokens.end(), offset,
                                   [](std::uint32_t o, const language::Token& t) { return o < t.span.begin; });
  return at == tokens.begin() ? 0 : static_cast<std::uint32_t>(at - tokens.begin() - 1);
}

std::optional<std::uint32_t> Reading::steps_up(std::uint32_t i, std::uint32_t ancestor) const {
  for (std::uint32_t steps = 0; steps <= 32; ++steps) {
    if (i == ancestor) return steps;
    const auto head = words_.syntax().head(i);
    if (!head) return {};
    i = *head;
  }
  return {};
}

}  // namespace rashomon::claims
