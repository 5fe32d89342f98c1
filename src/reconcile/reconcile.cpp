#include <algorithm>

#include "reconcile/clusters.hpp"
#include "reconcile/disputes.hpp"
#include "reconcile/drafts.hpp"
#include "reconcile/record.hpp"
#include "reconcile/stories.hpp"

namespace rashomon::reconcile {
namespace {

void clear(std::vector<Report>& reports) {
  for (Report& r : reports)
    for (claims::Claim& c : r.claims) c.denies.reset(), c.event.reset(), c.origin.reset();
}

std::vector<EventWithItems> find_events(const Corpus& corpus, const LikenessTable& likeness) {
  std::vector<Sketch> drafts;
  for (std::size_t r = 0; r < corpus.reports.size(); ++r)
    for (Sketch& d : draft_events(corpus, r)) drafts.push_back(std::move(d));
  std::vector<EventWithItems> events;
  for (const Cluster& cluster : cluster_drafts(drafts, corpus, likeness)) {
    std::vector<std::size_t> items;
    Family family = Family::campaign;
    for (std::size_t d : cluster.drafts) {
      items.insert(items.end(), drafts[d].items.begin(), drafts[d].items.end());
      if (drafts[d].family != Family::campaign) family = drafts[d].family;
    }
    events.push_back(make_event(corpus, family, std::move(items)));
    events.back().event.reasons = cluster.reasons;
  }
  std::sort(events.begin(), events.end(),
            [](const EventWithItems& a, const EventWithItems& b) { return a.event.id < b.event.id; });
  return events;
}

// A denial that names no happening of its own belongs to the one that it denies.
void adopt_denials(const Corpus& corpus, const std::vector<DenialLink>& links, std::vector<EventWithItems>& events,
                   std::vector<std::size_t>& event_of) {
  std::vector<std::size_t> grown;
  for (const DenialLink& link : links) {
    const std::size_t home = event_of[link.target];
    if (event_of[link.denial] != kNoItem || home == kNoItem) continue;
    event_of[link.denial] = home;
    events[home].items.push_back(link.denial);
    grown.push_back(home);
  }
  std::sort(grown.begin(), grown.end());
  grown.erase(std::unique(grown.begin(), grown.end()), grown.end());
  for (std::size_t e : grown) {
    auto reasons = std::move(events[e].event.reasons);
    const EventId id = events[e].event.id;
    events[e] = make_event(corpus, events[e].family, std::move(events[e].items));
    events[e].event.id = id;
    events[e].event.reasons = std::move(reasons);
  }
}

void fill_ranges(std::vector<EventWithItems>& events, const std::vector<TallyWithCounts>& tallies) {
  using mentions::Measure;
  std::vector<std::vector<const TallyWithCounts*>> by_event(events.size());
  for (const TallyWithCounts& t : tallies)
    if (t.event < events.size()) by_event[t.event].push_back(&t);
  for (std::size_t e = 0; e < events.size(); ++e) {
    Event& event = events[e].event;
    event.fatalities = event_range(by_event[e], Measure::killed);
    event.injured = event_range(by_event[e], Measure::injured);
    event.missing = event_range(by_event[e], Measure::missing);
    event.captured = event_range(by_event[e], Measure::captured);
    event.displaced = event_range(by_event[e], Measure::displaced);
  }
}

// The dead of events that no report counts, as the profile has them.
void fill_unsaid(std::vector<EventWithItems>& events, const mentions::Profile& profile) {
  for (EventWithItems& e : events)
    if (e.event.fatalities.empty() && !e.event.event_type.acled.empty())
      e.event.fatalities = {profile.unsaid().low, profile.unsaid().best, profile.unsaid().high};
}

}  // namespace

Derived reconcile(std::vector<Report>& reports, const mentions::Profile* profile) {
  clear(reports);
  Corpus corpus = read_corpus(reports);
  corpus.profile = profile;
  const LikenessTable likeness(corpus);
  const std::vector<SharedText> shared = find_shared_text(corpus);
  const Copies copies = find_copies(corpus, likeness, shared);
  const Origins origins = find_origins(corpus, copies, likeness);
  std::vector<EventWithItems> events = find_events(corpus, likeness);

  std::vector<std::size_t> event_of(corpus.items.size(), kNoItem);
  for (std::size_t e = 0; e < events.size(); ++e)
    for (std::size_t i : events[e].items) event_of[i] = e;
  const std::vector<DenialLink> denials = link_denials(corpus, likeness, event_of);
  adopt_denials(corpus, denials, events, event_of);
  std::vector<EventId> ids;
  for (const EventWithItems& e : events) ids.push_back(e.event.id);
  for (std::size_t i = 0; i < corpus.items.size(); ++i)
    if (event_of[i] != kNoItem) corpus.items[i].claim->event = ids[event_of[i]];

  const std::vector<TallyWithCounts> tallies = find_tallies(corpus, origins, event_of, ids);
  fill_ranges(events, tallies);
  if (profile) fill_unsaid(events, *profile);

  Derived out;
  out.disputes = find_disputes({corpus, likeness, origins, events, event_of, tallies, denials});
  out.stories = find_stories(corpus, likeness, events);
  out.copies = copies_of(corpus, shared);
  out.timeline = make_timeline(events);
  out.origins = origins.list;
  for (EventWithItems& e : events) out.events.push_back(std::move(e.event));
  for (const TallyWithCounts& t : tallies) out.tallies.push_back(t.tally);
  std::sort(out.tallies.begin(), out.tallies.end(), [](const Tally& a, const Tally& b) { return a.id < b.id; });
  return out;
}

}  // namespace rashomon::reconcile
