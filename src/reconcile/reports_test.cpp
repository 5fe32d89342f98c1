#include "mentions/fold.hpp"
#include "reconcile/test_reports.hpp"

namespace rashomon::reconcile::test {

MadeClaim claim(std::string quote) {
  MadeClaim m;
  m.claim.quote = std::move(quote);
  return m;
}

MadeClaim& MadeClaim::by(std::string name, mentions::ActorKind kind, std::string country) {
  claims::Speaker s;
  s.actor_id = {"a-" + mentions::fold_name(name)};
  s.name = std::move(name);
  s.kind = kind;
  s.country = std::move(country);
  claim.speakers.push_back(std::move(s));
  claim.voice = claims::Voice::indirect;
  return *this;
}

MadeClaim& MadeClaim::type(std::string plover) {
  claim.event_type.plover = std::move(plover);
  return *this;
}

MadeClaim& MadeClaim::at(std::string place, double latitude, double longitude) {
  mentions::Place p;
  p.name = std::move(place);
  p.point = mentions::Point{latitude, longitude};
  p.country = "BOL";
  p.level = mentions::PlaceLevel::settlement;
  claim.places.push_back(std::move(p));
  return *this;
}

MadeClaim& MadeClaim::on(int year, int month, int day) {
  const auto d = make_date(year, month, day);
  claim.time = TimeSpan{{d, d}, 1, "text"};
  return *this;
}

MadeClaim& MadeClaim::counts(mentions::Measure measure, double value, std::string group, mentions::Bound bound) {
  mentions::Quantity q;
  q.measure = measure;
  q.bound = bound;
  q.low = value;
  if (bound != mentions::Bound::vague) q.best = value;
  if (bound == mentions::Bound::exact) q.high = value;
  q.text = std::to_string(static_cast<int>(value));
  q.group = std::move(group);
  q.window = mentions::Window{};
  claim.quantities.push_back(std::move(q));
  return *this;
}

MadeClaim& MadeClaim::window(mentions::WindowKind kind, int year, int month, int day) {
  const auto d = make_date(year, month, day);
  claim.quantities.back().window =
      mentions::Window{kind, kind == mentions::WindowKind::stock ? DateRange{d, d} : DateRange{d, std::nullopt}};
  return *this;
}

MadeClaim& MadeClaim::actor(std::string name, mentions::ActorKind kind, std::string country) {
  claims::Participant p;
  p.actor_id = {"a-" + mentions::fold_name(name)};
  p.name = std::move(name);
  p.kind = kind;
  p.country = std::move(country);
  claim.actor.push_back(std::move(p));
  return *this;
}

MadeClaim& MadeClaim::modality(claims::Modality m) {
  claim.modality = m;
  return *this;
}

MadeClaim& MadeClaim::denies() {
  claim.polarity = claims::Polarity::denies;
  return *this;
}

Report report(std::string id, std::string outlet, int year, int month, int day, std::vector<MadeClaim> claims) {
  Report r;
  ingest::Document& d = r.document;
  d.id = {std::move(id)};
  d.outlet = std::move(outlet);
  d.published = {{make_date(year, month, day), make_date(year, month, day)}, "given"};
  for (MadeClaim& m : claims) {
    claims::Claim c = std::move(m.claim);
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += c.quote + ".\n";
    c.span = {begin, begin + static_cast<std::uint32_t>(c.quote.size())};
    d.blocks.push_back({c.span, ingest::BlockKind::paragraph, ""});
    for (auto& q : c.quantities) {
      const auto at = c.quote.find(q.text);
      const std::uint32_t offset = begin + static_cast<std::uint32_t>(at == std::string::npos ? 0 : at);
      q.span = {offset, offset + static_cast<std::uint32_t>(q.text.size())};
    }
    c.document = d.id;
    c.id = {"c-" + d.id.value + "-" + std::to_string(r.claims.size())};
    c.speakers.push_back(
        {d.outlet, {"a-" + mentions::fold_name(d.outlet)}, mentions::ActorKind::media, "", "outlet", {}});
    r.claims.push_back(std::move(c));
  }
  return r;
}

}  // namespace rashomon::reconcile::test
