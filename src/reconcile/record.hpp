#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/claim.hpp"
#include "core/date.hpp"
#include "core/ids.hpp"
#include "ingest/document.hpp"

namespace rashomon::mentions {
class Profile;
}

/// What is derived from the claims of all documents: events, tallies, disputes, origins, stories, copies, timeline.
namespace rashomon::reconcile {

/// Range of reports, never a confidence interval. `open_high` in a Tally: somebody says "more than".
struct Range {
  std::optional<double> low, best, high;
  [[nodiscard]] bool empty() const { return !low && !best && !high; }
};

enum class EventStatus { occurred, attempted, planned, threatened, requested, hypothetical, denied };

struct Event {
  EventId id;
  std::string label;
  claims::EventType event_type;
  std::optional<TimeSpan> time;
  std::vector<mentions::Place> places;  ///< the event's own first
  std::vector<claims::Participant> actor;
  std::vector<claims::Participant> recipient;
  std::optional<claims::Weapon> weapon;
  EventStatus status = EventStatus::occurred;
  std::vector<ClaimId> claims;
  std::vector<DocumentId> documents;
  std::vector<OriginId> origins;
  Range fatalities, injured, missing, captured, displaced;
  std::vector<claims::Reason> reasons;  ///< why the claims are one event
};

struct Tally {
  TallyId id;
  std::optional<EventId> event;
  mentions::Measure measure = mentions::Measure::other;
  std::string group;
  std::optional<mentions::Window> window;
  std::string scope;  ///< what it counts in words, "this incident", "Rivera since March"
  std::string place;
  Range range;
  bool open_high = false;
  std::vector<OriginId> origins;
  std::vector<ClaimId> claims;
  std::string status;  ///< "single origin", "agreed", "disputed", "updated"
  std::string rule;    ///< how low, best, high were reached
};

enum class DisputeKind {
  contradiction,
  update,
  scope,
  definition,
  rounding,
  bound,
  attribution,
  translation_artefact,
  report_error
};

struct Position {
  std::string value;
  std::vector<std::string> held_by;
  std::vector<ClaimId> claims;
};

struct Dispute {
  DisputeId id;
  DisputeKind kind = DisputeKind::contradiction;
  std::string question;
  std::vector<Position> positions;
  std::string verdict;  ///< what the record can say, never who is right; empty if nothing
  std::vector<claims::Reason> reasons;
};

struct Origin {
  OriginId id;
  std::string name;
  std::vector<std::string> aliases;
  std::string kind;  ///< an ActorKind's word, "wire copy", "outlet"
  std::vector<DocumentId> documents;
  std::vector<ClaimId> claims;
};

struct Story {
  StoryId id;
  std::string title;
  std::vector<DocumentId> documents;
  std::vector<EventId> events;
  DateRange range;
};

/// How much of two reports is the same text.
enum class CopyExtent {
  identical,  ///< word for word
  near,       ///< four fifths of each or more: another address, a print version, an update
  part        ///< half of one of them or more: wire copy with another head or tail, an excerpt
};

/// Two stretches that are the same words, in the copy and in what it copies; each within one block.
struct SharedSpan {
  Span span, of_span;
};

/// A report whose text an earlier one has. Both stay in the record; independence is counted by origins.
struct Copy {
  CopyId id;
  DocumentId document, of;  ///< `of` is the earlier one that it shares most with
  CopyExtent extent = CopyExtent::part;
  double share = 0, share_of = 0;  ///< words in common by words of `document`, and of `of`; 0 to 1
  std::vector<SharedSpan> spans;   ///< in the order of the copy
};

struct TimelineEntry {
  DateRange range;
  int precision = 5;
  std::string label;
  std::optional<EventId> event;
  std::vector<ClaimId> claims;
};

/// Everything that is derived; each list in the order of its table (by id, the timeline by time).
struct Derived {
  std::vector<Event> events;
  std::vector<Tally> tallies;
  std::vector<Dispute> disputes;
  std::vector<Origin> origins;
  std::vector<Story> stories;
  std::vector<Copy> copies;
  std::vector<TimelineEntry> timeline;
};

/// A document with its claims, as reconcile reads it.
struct Report {
  ingest::Document document;
  std::vector<claims::Claim> claims;
};

/// Derives the record from all reports, and fills denies, event and origin of their claims.
///
/// Depends on the set of reports alone: reports are taken in order of document id whatever order they come in.
/// Cost near linear in claims for unrelated reports; quadratic within one story.
/// With a profile the numbers of tallies and events are coded as it says; claims and disputes keep what was said.
[[nodiscard]] Derived reconcile(std::vector<Report>& reports, const mentions::Profile* profile = nullptr);

[[nodiscard]] std::string_view name_of(EventStatus v);
[[nodiscard]] std::string_view name_of(DisputeKind v);
[[nodiscard]] std::string_view name_of(CopyExtent v);
template <class E>
[[nodiscard]] std::optional<E> parse_name(std::string_view name) {
  for (int i = 0;; ++i) {
    const std::string_view candidate = name_of(static_cast<E>(i));
    if (candidate.empty()) return {};
    if (candidate == name) return static_cast<E>(i);
  }
}

}  // namespace rashomon::reconcile
