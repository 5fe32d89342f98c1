#include "mentions/extract.hpp"

#include "mentions/actors.hpp"
#include "mentions/places.hpp"
#include "mentions/quantities.hpp"
#include "mentions/times.hpp"

namespace rashomon::mentions {

namespace {

// The country of the dateline's place, of namesakes one of which the report speaks; without a dateline that of an
// outlet which writes its own reports.
std::string written_in(const ingest::Document& document, const std::vector<Place>& places, const Gazetteer& gazetteer) {
  if (!document.dateline) return document.agencies.empty() ? document.outlet_country : std::string();
  const auto entries = gazetteer.find(document.dateline->place);
  for (const GazetteerEntry& entry : entries)
    for (const Place& place : places)
      if (place.country == entry.country) return std::string(entry.country);
  return entries.empty() ? std::string() : std::string(entries.front().country);
}

}  // namespace

Mentions extract_mentions(const ingest::Document& document, const language::Parse& parse, const Gazetteer& gazetteer,
                          const ActorLexicon& lexicon) {
  const Anchor anchor = anchor_of(document, parse);
  Mentions found;
  found.places = find_places(document, parse, gazetteer, lexicon);
  found.times = find_times(document, parse, anchor, written_in(document, found.places, gazetteer));
  found.actors = find_actors(document, parse, found.places, lexicon);
  found.quantities = find_quantities(document, parse, found.times, anchor);
  return found;
}

}  // namespace rashomon::mentions
