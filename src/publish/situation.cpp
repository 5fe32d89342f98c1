#include "publish/situation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

constexpr std::size_t kMostClaims = 12;  // of one happening that are shown in full

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

std::string type_words(const claims::EventType& type) {
  std::string out = type.plover;
  if (!type.plover_mode.empty()) out += (out.empty() ? "" : " · ") + type.plover_mode;
  return out.empty() ? type.acled_sub : out;
}

// "10 km S of ", "near ": how the words put something to the place that they name.
std::string nearness_words(const mentions::Place& place) {
  if (place.precision != mentions::PlacePrecision::near) return {};
  const auto& told = place.told;
  if (!told || told->direction == "between") return "near ";
  return fmt::format("{} km {} ", told->kilometres, told->direction.empty() ? "from" : told->direction + " of");
}

std::string place_words(const std::vector<mentions::Place>& places) {
  if (places.empty()) return "place not stated";
  const mentions::Place& own = places.front();
  std::string out = nearness_words(own) + own.name;
  if (!own.admin1.empty() && own.admin1 != own.name) out += ", " + own.admin1;
  if (!own.country.empty() && own.level != mentions::PlaceLevel::country) out += " (" + own.country + ")";
  return out;
}

// Claims that tell most stand first: with a figure, with a speaker of their own; then as they stand in their text.
std::vector<ClaimId> telling(const View& view, const std::vector<ClaimId>& ids) {
  std::vector<const claims::Claim*> found = view.claims(ids);
  const auto rank = [](const claims::Claim* c) {
    const bool own = c->speakers.empty() || c->speakers.front().role == "outlet";
    return std::tuple(c->quantities.empty() ? 1 : 0, own ? 1 : 0);
  };
  std::stable_sort(found.begin(), found.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  std::vector<ClaimId> out;
  for (const claims::Claim* claim : found)
    if (out.size() < kMostClaims) out.push_back(claim->id);
  return out;
}

std::vector<ClaimId> denials_of(const View& view, const reconcile::Event& event) {
  std::set<ClaimId> found;
  for (const claims::Claim* claim : view.claims(event.claims)) {
    if (claim->polarity == claims::Polarity::denies) found.insert(claim->id);
    for (const claims::Claim* denial : view.denials_of(claim->id)) found.insert(denial->id);
  }
  return {found.begin(), found.end()};
}

using TalliesByEvent = std::map<EventId, std::vector<const reconcile::Tally*>>;

TalliesByEvent tallies_by_event(const reconcile::Derived& derived) {
  TalliesByEvent out;
  for (const reconcile::Tally& tally : derived.tallies) out[tally.event.value_or(EventId{})].push_back(&tally);
  // Deaths first, then the other measures in the contract's order; the best supported figure of a measure leads.
  for (auto& [event, tallies] : out)
    std::sort(tallies.begin(), tallies.end(), [](const reconcile::Tally* a, const reconcile::Tally* b) {
      return std::tuple(a->measure, b->claims.size(), a->id) < std::tuple(b->measure, a->claims.size(), b->id);
    });
  return out;
}

Happening happening_of(const View& view, const reconcile::Event& event, const TalliesByEvent& tallies) {
  Happening out;
  out.event = event.id;
  out.label = event.label;
  out.type = type_words(event.event_type);
  out.status = name_of(event.status);
  out.when = time_words(event.time);
  out.where = place_words(event.places);
  out.made_point = !event.places.empty() && event.places.front().point_made;
  out.actors = participants_words(event.actor);
  out.recipients = participants_words(event.recipient);
  out.weapon = event.weapon ? event.weapon->text : "";
  if (const auto it = tallies.find(event.id); it != tallies.end())
    for (const reconcile::Tally* tally : it->second) out.figures.push_back(figure_of(view, *tally));
  out.claims = telling(view, event.claims);
  out.denials = denials_of(view, event);
  for (const DocumentId& id : event.documents)
    if (const ingest::Document* document = view.document(id.value)) add_once(out.outlets, document->outlet);
  out.origins = event.origins.size();
  out.reasons = event.reasons;
  return out;
}

// What a reader should meet first: told by most reports, with most dead, in most claims; ties by time, then id.
bool weighs_more(const reconcile::Event* a, const reconcile::Event* b) {
  const auto toll = [](const reconcile::Event* e) {
    return e->fatalities.best.value_or(e->fatalities.low.value_or(0));
  };
  const auto happened = [](const reconcile::Event* e) { return e->status == reconcile::EventStatus::occurred ? 0 : 1; };
  const auto key = [&](const reconcile::Event* e) {
    const double weight =
        static_cast<double>(e->documents.size()) * 3 + static_cast<double>(e->claims.size()) + (toll(e) > 0 ? 6 : 0);
    return std::tuple(-weight, -toll(e), happened(e), e->id);
  };
  return key(a) < key(b);
}

std::vector<const reconcile::Event*> by_weight(const View& view, const std::vector<EventId>& ids) {
  std::vector<const reconcile::Event*> out;
  for (const EventId& id : ids)
    if (const reconcile::Event* event = view.event(id.value)) out.push_back(event);
  std::sort(out.begin(), out.end(), weighs_more);
  return out;
}

std::vector<Chapter> chapters_of(const View& view) {
  const TalliesByEvent tallies = tallies_by_event(view.derived());
  std::set<EventId> told;
  std::vector<Chapter> out;
  const auto add = [&](Chapter chapter, const std::vector<EventId>& ids) {
    for (const reconcile::Event* event : by_weight(view, ids))
      if (told.insert(event->id).second) chapter.happenings.push_back(happening_of(view, *event, tallies));
    if (!chapter.happenings.empty()) out.push_back(std::move(chapter));
  };
  std::vector<const reconcile::Story*> stories;
  for (const reconcile::Story& story : view.derived().stories) stories.push_back(&story);
  std::sort(stories.begin(), stories.end(), [](const reconcile::Story* a, const reconcile::Story* b) {
    return std::tuple(b->documents.size(), b->events.size(), a->id) <
           std::tuple(a->documents.size(), a->events.size(), b->id);
  });
  for (const reconcile::Story* story : stories)
    add({story->title, date_words(story->range, 1), {}, story->documents.size()}, story->events);
  std::vector<EventId> rest;
  for (const reconcile::Event& event : view.derived().events) rest.push_back(event.id);
  add({"Other events", "", {}, 0}, rest);
  return out;
}

std::vector<Quarrel> quarrels_of(const View& view) {
  std::vector<Quarrel> out;
  for (const reconcile::Dispute& dispute : view.derived().disputes)
    out.push_back(
        {dispute.id, std::string(name_of(dispute.kind)), dispute.question, dispute.verdict, stands_of(view, dispute)});
  // Contradictions are the only conflicts; they lead.
  std::stable_sort(out.begin(), out.end(), [](const Quarrel& a, const Quarrel& b) {
    return (a.kind == "contradiction") > (b.kind == "contradiction");
  });
  return out;
}

std::vector<MechanismPart> mechanisms_of(const View& view) {
  std::map<std::string, MechanismPart> parts;
  for (const reconcile::Report& report : view.reports())
    for (const claims::Claim& claim : report.claims) {
      if (!claim.mechanism) continue;
      MechanismPart& part = parts[claim.mechanism->family];
      part.family = claim.mechanism->family;
      part.rows.push_back({claim.id,
                           {claim.mechanism->fields.begin(), claim.mechanism->fields.end()},
                           holder_words(claim),
                           claim.time ? time_words(claim.time) : ""});
    }
  std::vector<MechanismPart> out;
  for (auto& [family, part] : parts) out.push_back(std::move(part));
  return out;
}

std::vector<OriginRow> origin_rows(const View& view) {
  std::vector<OriginRow> out;
  for (const reconcile::Origin& origin : view.derived().origins)
    out.push_back({origin.id, origin.name, origin.kind, origin.aliases, origin.documents.size(), origin.claims.size()});
  std::sort(out.begin(), out.end(), [](const OriginRow& a, const OriginRow& b) {
    return std::tuple(b.documents, b.claims, a.origin) < std::tuple(a.documents, a.claims, b.origin);
  });
  return out;
}

std::vector<DocumentRow> document_rows(const View& view) {
  std::map<DocumentId, std::string> copies;
  for (const reconcile::Copy& copy : view.derived().copies) copies[copy.document] = copy_words(view, copy);
  std::vector<std::pair<DateRange, DocumentRow>> rows;
  for (const reconcile::Report& report : view.reports()) {
    const ingest::Document& d = report.document;
    const std::string published = d.published.range.empty() ? "" : date_words(d.published.range, 1);
    rows.push_back({d.published.range,
                    {d.id, d.outlet, d.title, published, d.path, d.url, d.agencies, d.warnings, report.claims.size(),
                     copies[d.id]}});
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.path, a.second.id) < std::tie(b.first, b.second.path, b.second.id);
  });
  std::vector<DocumentRow> out;
  for (auto& [range, row] : rows) out.push_back(std::move(row));
  return out;
}

// Every claim that some part of the report points at.
std::set<ClaimId> shown_claims(const Situation& s) {
  std::set<ClaimId> out;
  const auto take = [&](const std::vector<ClaimId>& ids) { out.insert(ids.begin(), ids.end()); };
  const auto take_stands = [&](const std::vector<Stand>& stands) {
    for (const Stand& stand : stands) take(stand.claims);
  };
  for (const Chapter& chapter : s.chapters)
    for (const Happening& happening : chapter.happenings) {
      take(happening.claims), take(happening.denials);
      for (const Figure& figure : happening.figures) take_stands(figure.stands);
    }
  for (const Figure& figure : s.loose) take_stands(figure.stands);
  for (const Quarrel& quarrel : s.quarrels) take_stands(quarrel.stands);
  for (const MechanismPart& part : s.mechanisms)
    for (const MechanismRow& row : part.rows) out.insert(row.claim);
  for (const TimelineRow& row : s.timeline) take(row.claims);
  return out;
}

void add_quotations(const View& view, Situation& s) {
  const std::set<ClaimId> shown = shown_claims(s);
  std::map<DocumentId, const reconcile::Report*> reports;
  for (const reconcile::Report& report : view.reports()) reports.emplace(report.document.id, &report);
  for (const DocumentRow& row : s.document_rows)
    for (const claims::Claim& claim : reports.at(row.id)->claims)
      if (shown.contains(claim.id)) s.quotations.push_back(quote_claim(reports.at(row.id)->document, claim));
}

void add_counts(const View& view, Situation& s) {
  std::set<std::string> outlets;
  DateRange period;
  for (const reconcile::Report& report : view.reports()) {
    s.claims += report.claims.size();
    if (!report.document.outlet.empty()) outlets.insert(report.document.outlet);
    const DateRange& range = report.document.published.range;
    if (range.start && (!period.start || *range.start < *period.start)) period.start = range.start;
    if (range.end && (!period.end || *range.end > *period.end)) period.end = range.end;
  }
  s.documents = view.reports().size();
  s.outlets = outlets.size();
  s.events = view.derived().events.size();
  s.disputes = view.derived().disputes.size();
  s.origins = view.derived().origins.size();
  if (period.start && period.end) s.period = date_words(period, 1);
}

}  // namespace

std::string copy_words(const View& view, const reconcile::Copy& copy) {
  const ingest::Document* of = view.document(copy.of.value);
  const std::string name = of == nullptr ? copy.of.value : !of->outlet.empty() ? of->outlet : of->path;
  if (copy.extent == reconcile::CopyExtent::identical) return "word for word " + name;
  if (copy.share < copy.share_of) return fmt::format("has {:.0f} % of the words of {}", 100 * copy.share_of, name);
  return fmt::format("{:.0f} % of its words are those of {}", 100 * copy.share, name);
}

std::string participants_words(const std::vector<claims::Participant>& participants) {
  std::vector<std::string> names;
  for (const claims::Participant& participant : participants) add_once(names, participant.name);
  return list_words(names);
}

Situation arrange(const View& view) {
  Situation s;
  add_counts(view, s);
  s.chapters = chapters_of(view);
  s.title = s.chapters.empty() || s.chapters.front().title.empty() ? "Situation report" : s.chapters.front().title;
  for (const reconcile::Tally& tally : view.derived().tallies)
    if (!tally.event || !view.event(tally.event->value)) s.loose.push_back(figure_of(view, tally));
  s.quarrels = quarrels_of(view);
  s.mechanisms = mechanisms_of(view);
  for (const reconcile::TimelineEntry& entry : view.derived().timeline)
    s.timeline.push_back(
        {date_words(entry.range, entry.precision), entry.label, entry.event.value_or(EventId{}), entry.claims});
  s.origin_rows = origin_rows(view);
  s.document_rows = document_rows(view);
  s.failures = view.failures();
  add_quotations(view, s);
  return s;
}

}  // namespace rashomon::publish
