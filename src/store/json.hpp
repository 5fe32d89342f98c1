#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/claim.hpp"
#include "core/json.hpp"
#include "core/result.hpp"
#include "mentions/analysis.hpp"
#include "reconcile/record.hpp"

/// The objects of docs/formats as JSON, one line each without the line feed: what `annotate` and `export` print, and
/// what the record keeps. Unknown is null. Reading takes back every field that writing gives.
namespace rashomon::store {

enum class Until { language, mentions, claims };

[[nodiscard]] std::string document_json(const ingest::Document& document);
/// Claims are left out unless `until` is claims, mentions unless it is past language.
[[nodiscard]] std::string analysis_json(const mentions::Analysis& analysis, const std::vector<claims::Claim>& claims,
                                        Until until);
/// Writes an analysis up to language piece by piece, for texts whose parse is too long to be held: the bytes are those
/// of analysis_json(…, Until::language).
class LongAnalysis {
 public:
  /// `sink` takes the pieces in order and returns false when it wants no more.
  using Sink = std::function<bool(std::string_view)>;
  LongAnalysis(const ingest::Document& document, Sink sink);
  /// The parse of the next unit, counted from its own first token (language::Engine::parse_each). False once the sink
  /// wants no more.
  bool add(const language::Parse& unit);
  void finish();

 private:
  bool flush();
  JsonWriter writer_;
  Sink sink_;
  std::uint32_t tokens_ = 0;
  std::vector<Span> sentences_;
  std::vector<std::pair<Span, std::string_view>> entities_;
  bool wanted_ = true;
};
[[nodiscard]] std::string mentions_json(const mentions::Mentions& mentions);
[[nodiscard]] std::string claim_json(const claims::Claim& claim);
[[nodiscard]] std::string event_json(const reconcile::Event& event);
[[nodiscard]] std::string tally_json(const reconcile::Tally& tally);
[[nodiscard]] std::string dispute_json(const reconcile::Dispute& dispute);
[[nodiscard]] std::string origin_json(const reconcile::Origin& origin);
[[nodiscard]] std::string story_json(const reconcile::Story& story);
[[nodiscard]] std::string copy_json(const reconcile::Copy& copy);
[[nodiscard]] std::string timeline_json(const reconcile::TimelineEntry& entry);
/// Rows of the tables quantities, actors and places: a mention with its document and, for quantities, its claim.
[[nodiscard]] std::string quantity_row_json(const mentions::Quantity& quantity, const claims::Claim& claim);
[[nodiscard]] std::string actor_row_json(const mentions::Actor& actor, const DocumentId& document);
[[nodiscard]] std::string place_row_json(const mentions::Place& place, const DocumentId& document);

/// Errors: record_unreadable where the text is not what the function above wrote.
[[nodiscard]] Result<ingest::Document> read_document(std::string_view json);
[[nodiscard]] Result<mentions::Mentions> read_mentions(std::string_view json);
[[nodiscard]] Result<claims::Claim> read_claim(std::string_view json);
[[nodiscard]] Result<reconcile::Event> read_event(std::string_view json);
[[nodiscard]] Result<reconcile::Tally> read_tally(std::string_view json);
[[nodiscard]] Result<reconcile::Dispute> read_dispute(std::string_view json);
[[nodiscard]] Result<reconcile::Origin> read_origin(std::string_view json);
[[nodiscard]] Result<reconcile::Story> read_story(std::string_view json);
[[nodiscard]] Result<reconcile::Copy> read_copy(std::string_view json);
[[nodiscard]] Result<reconcile::TimelineEntry> read_timeline(std::string_view json);

}  // namespace rashomon::store
