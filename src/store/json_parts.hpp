#pragma once

#include "claims/claim.hpp"
#include "core/json.hpp"
#include "ingest/document.hpp"
#include "mentions/mentions.hpp"

/// Pieces that several of the objects hold.
namespace rashomon::store {

void write_document_fields(JsonWriter& w, const ingest::Document& document);
void write_mentions_fields(JsonWriter& w, const mentions::Mentions& mentions);
void write_place(JsonWriter& w, const mentions::Place& place);
void write_actor(JsonWriter& w, const mentions::Actor& actor);
void write_quantity(JsonWriter& w, const mentions::Quantity& quantity);
void write_window(JsonWriter& w, const std::optional<mentions::Window>& window);
void write_claim(JsonWriter& w, const claims::Claim& claim);
void write_participant(JsonWriter& w, const claims::Participant& participant);
void write_event_type(JsonWriter& w, const claims::EventType& type);
void write_weapon(JsonWriter& w, const std::optional<claims::Weapon>& weapon);
void write_time_span(JsonWriter& w, const std::optional<TimeSpan>& time);
void write_reason(JsonWriter& w, const claims::Reason& reason);
template <class Kind>
void write_id(JsonWriter& w, const Id<Kind>& id) {
  w.text(id.value);
}

}  // namespace rashomon::store
