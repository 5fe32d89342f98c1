#pragma once

#include "claims/claim.hpp"
#include "store/json_reader.hpp"

/// Pieces that several of the objects hold, taken back from JSON.
namespace rashomon::store {

[[nodiscard]] mentions::ActorKind kind_of(const Reader& r);
[[nodiscard]] mentions::Place place_of(const Reader& r);
[[nodiscard]] mentions::Quantity quantity_of(const Reader& r);
[[nodiscard]] std::optional<mentions::Window> window_of(const Reader& r);  ///< of the member "window"
[[nodiscard]] claims::Participant participant_of(const Reader& r);
[[nodiscard]] claims::EventType event_type_of(const Reader& r);  ///< of the member "event_type"
[[nodiscard]] std::optional<claims::Weapon> weapon_of(const Reader& r);
[[nodiscard]] std::optional<TimeSpan> time_span_of(const Reader& r);
[[nodiscard]] claims::Reason reason_of(const Reader& r);

}  // namespace rashomon::store
