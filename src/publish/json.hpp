#pragma once

#include <string>

#include "claims/claim.hpp"
#include "mentions/analysis.hpp"
#include "reconcile/record.hpp"

/// OUTPUT.md's JSON objects, one line each without the line feed. Unknown is null.
namespace rashomon::publish {

enum class Until { language, mentions, claims };

[[nodiscard]] std::string document_json(const ingest::Document& document);
/// `claims` is left out unless `until` is claims, mentions unless it is past language.
[[nodiscard]] std::string analysis_json(const mentions::Analysis& analysis, const std::vector<claims::Claim>& claims,
                                        Until until);
[[nodiscard]] std::string claim_json(const claims::Claim& claim);
[[nodiscard]] std::string event_json(const reconcile::Event& event);
[[nodiscard]] std::string tally_json(const reconcile::Tally& tally);
[[nodiscard]] std::string dispute_json(const reconcile::Dispute& dispute);
[[nodiscard]] std::string origin_json(const reconcile::Origin& origin);
[[nodiscard]] std::string story_json(const reconcile::Story& story);
[[nodiscard]] std::string timeline_json(const reconcile::TimelineEntry& entry);

}  // namespace rashomon::publish
