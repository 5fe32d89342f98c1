#include "reconcile/disputes.hpp"

#include <algorithm>
#include <set>

#include "core/hash.hpp"

namespace rashomon::reconcile {
namespace {

std::vector<std::string> claims_of(const Dispute& d) {
  std::set<std::string> claims;
  for (const Position& p : d.positions)
    for (const ClaimId& c : p.claims) claims.insert(c.value);
  return {claims.begin(), claims.end()};
}

DisputeId id_of(const Dispute& d) {
  const std::vector<std::string> claims = claims_of(d);
  std::vector<std::string_view> parts = {name_of(d.kind)};
  parts.insert(parts.end(), claims.begin(), claims.end());
  return {content_id("d", parts)};
}

}  // namespace

Position make_position(const Findings& f, std::string value, std::vector<std::size_t> items) {
  Position p;
  p.value = std::move(value);
  std::set<std::string> held_by;
  std::set<ClaimId> claims;
  for (std::size_t i : items) {
    held_by.insert(f.origins.list[f.origins.of_item[i]].name);
    claims.insert(f.corpus.items[i].claim->id);
  }
  p.held_by.assign(held_by.begin(), held_by.end());
  p.claims.assign(claims.begin(), claims.end());
  return p;
}

std::vector<Dispute> find_disputes(const Findings& findings) {
  std::vector<Dispute> all = figure_disputes(findings);
  for (Dispute& d : attribution_disputes(findings)) all.push_back(std::move(d));
  for (Dispute& d : proposition_disputes(findings)) all.push_back(std::move(d));
  std::set<DisputeId> seen;
  std::vector<Dispute> out;
  for (Dispute& d : all) {
    d.id = id_of(d);
    if (seen.insert(d.id).second) out.push_back(std::move(d));
  }
  std::sort(out.begin(), out.end(), [](const Dispute& a, const Dispute& b) { return a.id < b.id; });
  return out;
}

}  // namespace rashomon::reconcile
