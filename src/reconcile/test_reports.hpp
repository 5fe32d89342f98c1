#pragma once

#include <string>
#include <vector>

#include "reconcile/record.hpp"

/// Invented reports for the room's tests.
namespace rashomon::reconcile::test {

/// A claim while it is made up; chain its setters.
struct MadeClaim {
  claims::Claim claim;
  MadeClaim& by(std::string name, mentions::ActorKind kind = mentions::ActorKind::government, std::string country = "");
  MadeClaim& type(std::string plover);
  MadeClaim& at(std::string place, double latitude, double longitude);
  MadeClaim& on(int year, int month, int day);
  MadeClaim& counts(mentions::Measure measure, double value, std::string group = "people",
                    mentions::Bound bound = mentions::Bound::exact);
  MadeClaim& window(mentions::WindowKind kind, int year, int month, int day);
  MadeClaim& actor(std::string name, mentions::ActorKind kind, std::string country);
  MadeClaim& modality(claims::Modality m);
  MadeClaim& denies();
};

[[nodiscard]] MadeClaim claim(std::string quote);

/// A report of one paragraph a claim, published on the day, with an own voice where a claim has no speaker.
[[nodiscard]] Report report(std::string id, std::string outlet, int year, int month, int day,
                            std::vector<MadeClaim> claims);

}  // namespace rashomon::reconcile::test
