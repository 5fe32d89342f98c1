#include "mentions/extract.hpp"

#include "mentions/actors.hpp"
#include "mentions/places.hpp"
#include "mentions/quantities.hpp"
#include "mentions/times.hpp"

namespace rashomon::mentions {

Mentions extract_mentions(const ingest::Document& document, const language::Parse& parse, const Gazetteer& gazetteer,
                          const ActorLexicon& lexicon) {
  const Anchor anchor = anchor_of(document, parse);
  Mentions found;
  found.times = find_times(document, parse, anchor);
  found.places = find_places(document, parse, gazetteer, lexicon);
  found.actors = find_actors(document, parse, found.places, lexicon);
  found.quantities = find_quantities(document, parse, found.times, anchor);
  return found;
}

}  // namespace rashomon::mentions
