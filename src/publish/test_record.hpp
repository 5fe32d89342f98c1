#pragma once

#include "publish/view.hpp"

namespace rashomon::publish {

/// For tests: two invented reports on a ferry strike, one with a toll, one with a denial; one event, tally and dispute.
inline View ferry_view() {
  ingest::Document first;
  first.id = {"d-1"};
  first.outlet = "Fjord Post";
  first.title = "Ferry hit <off> Sandvik";
  first.path = "fjord.txt";
  first.text = "At least 12 sailors were killed when a drone hit a ferry, the harbour master said.\nMore followed.";
  first.blocks = {{{0, 82}, ingest::BlockKind::paragraph, ""}, {{83, 97}, ingest::BlockKind::paragraph, ""}};
  first.published = {{make_date(2031, 5, 4), make_date(2031, 5, 4)}, "given"};
  ingest::Document second = first;
  second.id = {"d-2"};
  second.outlet = "Skerry Radio";
  second.text = "The navy denied that its drone hit the ferry.";
  second.blocks = {{{0, 45}, ingest::BlockKind::paragraph, ""}};

  claims::Claim toll;
  toll.id = {"c-1"};
  toll.document = first.id;
  toll.span = {0, 31};
  toll.quote = "At least 12 sailors were killed";
  toll.speakers = {{"harbour master", {"a-1"}, mentions::ActorKind::person, "", "", {}},
                   {"Fjord Post", {}, mentions::ActorKind::media, "", "outlet", {}}};
  toll.voice = claims::Voice::indirect;
  mentions::Quantity twelve;
  twelve.span = {0, 11};
  twelve.text = "At least 12";
  twelve.low = twelve.best = 12;
  twelve.bound = mentions::Bound::at_least;
  twelve.measure = mentions::Measure::killed;
  twelve.group = "sailors";
  twelve.rule = "kill";
  twelve.relation = mentions::Relation{mentions::RelationKind::subset, {40, 42}, {}, {}, {}};
  twelve.who.status = "fighter";
  twelve.as_of = make_date(2031, 5, 2);
  toll.quantities = {twelve};
  toll.event = EventId{"e-1"};
  toll.reasons = {{"quantities", "inside the clause", "At least 12"}};
  toll.mechanism = claims::Mechanism{"force movement", {{"units", "one drone"}}};
  claims::Claim denial;
  denial.id = {"c-2"};
  denial.document = second.id;
  denial.span = {21, 44};
  denial.quote = "its drone hit the ferry";
  denial.speakers = {{"navy", {"a-2"}, mentions::ActorKind::armed_force, "", "", {}}};
  denial.polarity = claims::Polarity::denies;
  denial.denies = toll.id;
  denial.event = EventId{"e-1"};

  reconcile::Derived derived;
  reconcile::Event event;
  event.id = {"e-1"};
  event.label = "Drone strike on a ferry";
  event.time = TimeSpan{{make_date(2031, 5, 3), make_date(2031, 5, 3)}, 1, "text"};
  event.claims = {toll.id, denial.id};
  event.documents = {first.id, second.id};
  event.fatalities = {12, 12, {}};
  derived.events = {event};
  reconcile::Tally tally;
  tally.id = {"t-1"};
  tally.event = event.id;
  tally.measure = mentions::Measure::killed;
  tally.group = "sailors";
  tally.range = {12, 12, {}};
  tally.open_high = true;
  tally.claims = {toll.id};
  tally.origins = {{"o-1"}};
  tally.rule = "one origin";
  derived.tallies = {tally};
  reconcile::Dispute dispute;
  dispute.id = {"x-1"};
  dispute.kind = reconcile::DisputeKind::attribution;
  dispute.question = "Who hit the ferry?";
  dispute.positions = {{"the navy", {"harbour master"}, {toll.id}}, {"not the navy", {"navy"}, {denial.id}}};
  derived.disputes = {dispute};
  derived.origins = {{{"o-1"}, "harbour master", {}, "person", {first.id}, {toll.id}}};
  derived.stories = {{{"s-1"}, "Ferry off Sandvik", {first.id, second.id}, {event.id}, event.time->range}};
  derived.timeline = {{event.time->range, 1, event.label, event.id, {toll.id}}};
  return View({{first, {toll}}, {second, {denial}}}, derived,
              {{"bad.txt", ErrorCode::empty_input, "bad.txt: is empty"}});
}

}  // namespace rashomon::publish
